package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import java.util.List;

/**
 * Writes both halves of a function into one body, the backward half after the forward half, so that
 * what it needs is in scope there.
 */
final class OneBody {
  private final Graph function;
  private final Activity activity;
  private final Analysis analysis;
  private final Kept kept = new Kept();
  private final Keep keep;
  private final GraphBuilder builder = new GraphBuilder();
  private final GraphBuilder backward = new GraphBuilder();
  private final Cotangents cotangents = new Cotangents(null);

  OneBody(Reversal whole, Graph function, Recomputing.Necessary necessary) {
    this.function = function;
    this.activity = whole.activity();
    this.analysis = new Analysis(whole, function.body(), true);
    this.keep = new Keep(analysis, kept, necessary, Keep.Where.ARRAYS, null);
    function.body().parameters().forEach(builder::parameter);
  }

  /** Where everything is written; what must run before the forward half is added first. */
  GraphBuilder builder() {
    return builder;
  }

  /** Where the backward half is written; what must run before it is added first. */
  GraphBuilder backward() {
    return backward;
  }

  /** Takes the cotangent of a number as a parameter: the sum so far, or a seed. */
  void take(Value number) {
    Value cotangent = builder.parameter(number.type(), Cotangents.name(number));
    analysis.known().add(cotangent);
    cotangents.add(number, cotangent, new FormulaWriter(backward));
  }

  /** Decides what the forward half keeps, and how the backward half goes. */
  void reverse() {
    keep.regions().openLive(function.body());
    Backward.half(analysis, kept, keep, backward, cotangents).through(function.body());
  }

  /** Writes the two halves. */
  void write() {
    new ForwardHalf(analysis, kept, null).steps(function.body(), builder);
    backward.steps().forEach(builder::add);
  }

  /** Returns the cotangents of the parameters that are active numbers. */
  List<Value> derivatives() {
    return activity.function(function.name()).parameters().stream()
        .filter(activity::isActiveNumber)
        .map(value -> cotangents.get(value, new FormulaWriter(builder)))
        .toList();
  }
}
