package cotangent.processor.op;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes how many iterations a counted loop has, and the number of the one that it is at. */
public final class Trips {
  private Trips() {}

  /**
   * Counts the iterations of a loop; never negative. Lengths and sizes of tensors aren't either.
   *
   * @param definitions gives the step that makes a value, or null
   */
  public static Value count(
      Step.Loop loop, Function<Value, @Nullable Step> definitions, GraphBuilder b) {
    boolean isSize =
        loop.position().isOfTensors()
            || definitions.apply(loop.to()) instanceof Step.Apply apply
                && apply.operation() == Operations.LENGTH;
    boolean isFromZero =
        definitions.apply(loop.from()) instanceof Step.Constant constant
            && Integer.valueOf(0).equals(constant.value());
    return isSize && isFromZero && loop.stride() == 1
        ? loop.to()
        : count(loop, loop.from(), loop.to(), b);
  }

  /** Counts the iterations of a loop; never negative. */
  public static Value count(Step.Loop loop, Value from, Value to, GraphBuilder b) {
    boolean up = loop.stride() > 0;
    Value distance = up ? b.apply(Operations.SUB, to, from) : b.apply(Operations.SUB, from, to);
    Value trips = distance;
    int stride = Math.abs(loop.stride());
    if (stride > 1) {
      Value rounded = b.apply(Operations.ADD, distance, b.constant(stride - 1));
      trips = b.apply(Operations.DIV, rounded, b.constant(stride));
    }
    return b.apply(Operations.MAX, b.constant(0), trips);
  }

  /** Returns the number of an iteration of a counted loop, counted from 0. */
  public static Value number(
      Step.Loop loop, Value index, Value from, boolean fromZero, GraphBuilder b) {
    Value distance = fromZero ? index : b.apply(Operations.SUB, index, from);
    return loop.stride() == 1
        ? distance
        : b.apply(Operations.DIV, distance, b.constant(loop.stride()));
  }
}
