package cotangent.processor.derive.reverse;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.derive.write.Contents;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array that some rounds of a loop touch: those from the index of the first
 * round plus the smallest offset to that of the last one plus the largest. So a path that is
 * written along the way is kept piece by piece, and not as a whole again and again.
 *
 * @param isWhole whether nothing is known but that they lie in the array
 * @param isUpward whether the loop counts up
 */
record Window(boolean isWhole, boolean isUpward, int smallest, int largest) {
  static final Window WHOLE = new Window(true, true, 0, 0);

  /** What the rounds of a loop touch of an array that comes from around it. */
  static Window of(Value array, Step.Loop loop, Places places) {
    if (!array.type().isArray() || array.type().rank() != 1) {
      return WHOLE;
    }
    Offsets offsets = new Offsets(array, loop.index(), places);
    offsets.collect(loop.body());
    return offsets.isKnown && offsets.smallest <= offsets.largest
        ? new Window(false, loop.stride() > 0, offsets.smallest, offsets.largest)
        : WHOLE;
  }

  /** Gathers how far from the index of its loop an array is read and written. */
  private static final class Offsets {
    private final Value array;
    private final Value index;
    private final Places places;
    private boolean isKnown = true;
    private int smallest = Integer.MAX_VALUE;
    private int largest = Integer.MIN_VALUE;

    Offsets(Value array, Value index, Places places) {
      this.array = array;
      this.index = index;
      this.places = places;
    }

    void collect(Region region) {
      for (Step step : region.steps()) {
        if (step.operands().contains(array) && !isLength(step)) {
          include(step);
        }
        step.regions().forEach(this::collect);
      }
      isKnown &= !region.yields().contains(array);
    }

    private boolean isLength(Step step) {
      return step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
    }

    private void include(Step step) {
      Integer offset = null;
      if (step instanceof Step.Read read) {
        offset = offset(read.index());
      } else if (step instanceof Step.Write write && write.value() != array) {
        offset = offset(write.index());
      }
      if (offset == null) {
        isKnown = false;
      } else {
        smallest = Math.min(smallest, offset);
        largest = Math.max(largest, offset);
      }
    }

    /** Returns how much more than the index of the loop a number is; null where it isn't known. */
    private @Nullable Integer offset(Value value) {
      Linear sum = Linear.of(value, places::definition);
      return sum.symbol() == index ? (Integer) sum.offset() : null;
    }
  }

  /**
   * Copies the elements of an array to an array of their own, or what an array of arrays holds.
   *
   * @param from the index of the first round
   * @param to where the rounds end
   */
  Value copied(String name, Value array, Value from, Value to, GraphBuilder b) {
    if (isWhole) {
      return new Contents(b).copied(name, array);
    }
    GraphBuilder there = new GraphBuilder();
    Value start = start(array, from, to, there);
    Value length = length(array, start, from, to, there);
    Value copy = there.newArray(name, array.type(), length);
    there.add(new Step.Copy(array, start, copy, there.constant(0), length, Position.NONE));
    return new ArrayCode(b).ifThere(array, there.yield(copy), copy);
  }

  /** Puts what was {@link #copied} back into its place. */
  void putBack(Value copy, Value array, Value from, Value to, GraphBuilder b) {
    if (isWhole) {
      new Contents(b).putBack(copy, array);
      return;
    }
    GraphBuilder there = new GraphBuilder();
    Value length = there.apply(Operations.LENGTH, copy);
    Value start = start(array, from, to, there);
    there.add(new Step.Copy(copy, there.constant(0), array, start, length, Position.NONE));
    new Contents(b).ifThere(array, there.yield());
  }

  private Value start(Value array, Value from, Value to, GraphBuilder b) {
    Value lowest = isUpward ? from : b.apply(Operations.ADD, to, b.constant(1));
    Value start = b.apply(Operations.ADD, lowest, b.constant(smallest));
    Value inside = b.apply(Operations.MAX, b.constant(0), start);
    return b.apply("start", Operations.MIN, inside, b.apply(Operations.LENGTH, array));
  }

  private Value length(Value array, Value start, Value from, Value to, GraphBuilder b) {
    Value highest = isUpward ? to : b.apply(Operations.ADD, from, b.constant(1));
    Value end = b.apply(Operations.ADD, highest, b.constant(largest));
    Value inside = b.apply(Operations.MIN, end, b.apply(Operations.LENGTH, array));
    return b.apply(Operations.MAX, b.constant(0), b.apply(Operations.SUB, inside, start));
  }
}
