package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the two functions that a function becomes: a forward half that stores values, and a
 * backward half that uses them. A recursive one stores them on a tape; any other returns them, so
 * that its caller stores them as it does its own.
 */
final class FunctionHalves {

  /**
   * The two functions.
   *
   * @param takes the places of the parameters that the backward half takes too
   * @param kept what the forward half returns in addition, and the backward half takes
   */
  record Halves(Graph forward, Graph backward, List<Integer> takes, List<Value> kept) {}

  private final Reversal whole;
  private final Graph function;
  private final Activity activity;
  private final @Nullable Value tape;

  private FunctionHalves(Reversal whole, Graph function, @Nullable Value tape) {
    this.whole = whole;
    this.function = function;
    this.activity = whole.activity();
    this.tape = tape;
  }

  /** Returns the halves of a function without recursion. */
  static Halves returning(Reversal whole, Graph function) {
    FunctionHalves writer = new FunctionHalves(whole, function, null);
    Recomputing.Necessary necessary = new Recomputing.Necessary();
    writer.write(necessary, new Kept());
    necessary.settle();
    return writer.write(necessary, new Kept());
  }

  /** Returns the halves of a recursive function. */
  static Halves taped(Reversal whole, Graph function) {
    Value tape = new Value(Type.TAPE, "tape");
    FunctionHalves writer = new FunctionHalves(whole, function, tape);
    Recomputing.Necessary necessary = new Recomputing.Necessary();
    writer.write(necessary, new Kept());
    necessary.settle();
    Kept kept = new Kept();
    int known;
    Halves halves;
    do {
      known = kept.countPushed();
      kept = new Kept(kept);
      halves = writer.write(necessary, kept);
    } while (kept.countPushed() > known);
    return halves;
  }

  private Halves write(Recomputing.Necessary necessary, Kept kept) {
    Region body = function.body();
    Analysis analysis = new Analysis(whole, body, true);
    Keep.Where where = tape == null ? Keep.Where.ARRAYS : Keep.Where.TAPE;
    Keep keep = new Keep(analysis, kept, necessary, where, tape);

    GraphBuilder backward = new GraphBuilder();
    GraphBuilder main = new GraphBuilder();
    Cotangents cotangents = new Cotangents(null);
    List<Value> seeds = seeds(analysis, cotangents, main);
    keep.regions().openFunction(body, backward);
    Backward.half(analysis, kept, keep, main, cotangents).through(body);
    main.steps().forEach(backward::add);
    List<Value> derivatives = derivatives(cotangents, backward);

    GraphBuilder forward = forward(analysis, kept);
    Packed packed = Packed.of(kept.returned(), forward);
    List<Value> results = new ArrayList<>(body.yields());
    results.addAll(packed.given());
    List<Integer> takes = taken(body.parameters(), backward, derivatives);
    List<Value> parameters = new ArrayList<>();
    takes.forEach(place -> parameters.add(body.parameters().get(place)));
    parameters.addAll(seeds);
    parameters.addAll(packed.taken());
    if (tape != null) {
      parameters.add(tape);
    }
    return new Halves(
        new Graph(DerivedName.FORWARD.of(function.name()), forward.yield(results), List.of()),
        new Graph(
            DerivedName.BACKWARD.of(function.name()),
            new Region(parameters, packed.before(backward.steps()), derivatives),
            List.of()),
        takes,
        packed.given());
  }

  private List<Value> derivatives(Cotangents cotangents, GraphBuilder backward) {
    return activity.function(function.name()).parameters().stream()
        .filter(activity::isActiveNumber)
        .map(value -> cotangents.get(value, new FormulaWriter(backward)))
        .toList();
  }

  private GraphBuilder forward(Analysis analysis, Kept kept) {
    GraphBuilder forward = new GraphBuilder();
    function.body().parameters().forEach(forward::parameter);
    if (tape != null) {
      forward.parameter(tape);
    }
    new ForwardHalf(analysis, kept, tape).steps(function.body(), forward);
    return forward;
  }

  /** Returns the parameters for the cotangents of the results. */
  private List<Value> seeds(Analysis analysis, Cotangents cotangents, GraphBuilder main) {
    List<Value> seeds = new ArrayList<>();
    for (Value result : activity.function(function.name()).results()) {
      if (activity.isActiveNumber(result)) {
        Value seed = new Value(result.type(), Cotangents.name(result));
        seeds.add(seed);
        cotangents.add(result, seed, new FormulaWriter(main));
      }
    }
    return seeds;
  }

  /** Returns the places of the parameters that are used; of those of a recursive function all. */
  private List<Integer> taken(
      List<Value> parameters, GraphBuilder backward, List<Value> derivatives) {
    Set<Value> used = new HashSet<>(derivatives);
    use(backward.steps(), used);
    return IntStream.range(0, parameters.size())
        .filter(place -> tape != null || used.contains(parameters.get(place)))
        .boxed()
        .toList();
  }

  private static void use(List<Step> steps, Set<Value> used) {
    for (Step step : steps) {
      used.addAll(step.operands());
      for (Region region : step.regions()) {
        used.addAll(region.yields());
        use(region.steps(), used);
      }
    }
  }
}
