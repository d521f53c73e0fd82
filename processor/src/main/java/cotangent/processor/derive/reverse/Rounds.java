package cotangent.processor.derive.reverse;

import cotangent.processor.derive.write.Contents;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the two halves of a block of rounds. The forward half only saves the arrays that will have
 * changed; the backward half puts them back, runs the rounds once more, this time keeping what it
 * needs, goes back through them, and leaves the arrays as they were.
 */
final class Rounds {
  private final Reversal whole;
  private final Graph function;

  Rounds(Reversal whole, Graph function) {
    this.whole = whole;
    this.function = function;
  }

  FunctionHalves.Halves halves(Checkpoints.Block block) {
    Recomputing.Necessary necessary = new Recomputing.Necessary();
    backward(block, List.of(), necessary);
    necessary.settle();
    GraphBuilder forward = new GraphBuilder();
    List<Value> saved = saved(block, forward);
    return new FunctionHalves.Halves(
        forward(forward, saved),
        backward(block, saved, necessary),
        IntStream.range(0, function.parameters().size()).boxed().toList(),
        saved);
  }

  private Graph forward(GraphBuilder forward, List<Value> saved) {
    Region body = function.body();
    body.parameters().forEach(forward::parameter);
    new ForwardHalf(new Analysis(whole, body, true), new Kept(), null).steps(body, forward);
    List<Value> results = new ArrayList<>(body.yields());
    results.addAll(saved);
    return new Graph(DerivedName.FORWARD.of(function.name()), forward.yield(results), List.of());
  }

  private List<Value> saved(Checkpoints.Block block, GraphBuilder b) {
    List<Value> saved = new ArrayList<>();
    for (Checkpoints.Restored restored : block.restored()) {
      Value array = function.parameters().get(restored.place());
      saved.add(restored.window().copied("saved", array, from(), to(), b));
    }
    return saved;
  }

  private void putBack(Checkpoints.Block block, List<Value> saved, GraphBuilder b) {
    for (int i = 0; i < saved.size(); i++) {
      Checkpoints.Restored restored = block.restored().get(i);
      Value array = function.parameters().get(restored.place());
      restored.window().putBack(saved.get(i), array, from(), to(), b);
    }
  }

  private Value from() {
    return function.parameters().get(0);
  }

  private Value to() {
    return function.parameters().get(1);
  }

  private Graph backward(
      Checkpoints.Block block, List<Value> saved, Recomputing.Necessary necessary) {
    OneBody both = new OneBody(whole, function, necessary);
    whole
        .functions()
        .summed(function)
        .forEach(place -> both.take(function.parameters().get(place)));
    seed(both);
    both.reverse();
    GraphBuilder b = both.builder();
    saved.forEach(b::parameter);
    List<Value> last = saved(block, b);
    putBack(block, saved, b);
    both.write();
    putBack(block, last, b);
    return new Graph(
        DerivedName.BACKWARD.of(function.name()), b.yield(both.derivatives()), List.of());
  }

  /** Takes the cotangents of the results, and the shadows of those that are arrays. */
  private void seed(OneBody both) {
    for (Value result : whole.activity().function(function.name()).results()) {
      if (whole.activity().isActiveNumber(result)) {
        both.take(result);
      } else if (result.type().isArray() && whole.shadows().has(result)) {
        Value seed = both.builder().parameter(result.type(), "seed");
        new Contents(both.backward()).addUnlessSame(whole.shadows().of(result), seed);
      }
    }
  }
}
