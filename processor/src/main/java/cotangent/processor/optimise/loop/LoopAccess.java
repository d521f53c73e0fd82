package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Value;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An element that each round of a loop reads or writes. From these follows which rounds of two
 * loops can run together.
 *
 * @param place null where it isn't known, or is the same in each round
 */
record LoopAccess(Value array, @Nullable Place place, boolean writes) {

  /**
   * Where in an array a round is, in terms of the counter.
   *
   * @param base what the element is counted from: places with the same base can be compared
   */
  record Place(Object base, int offset) {
    private static final Object COUNTER = "counter";
    private static final Object ROW = "row";

    /** The element of the counter's number, or one at a constant distance from it. */
    static Place atCounter(int offset) {
      return new Place(COUNTER, offset);
    }

    /** An element at a distance from the counter that is computed, but the same in all rounds. */
    static Place behind(Object distance) {
      return new Place(List.of(COUNTER, distance), 0);
    }

    /** In the row of the counter's number, where an inner loop counts to. */
    static Place inRow(Value columns) {
      return new Place(List.of(ROW, columns), 0);
    }
  }

  /** Returns how far an element is from the counter; null where that isn't a constant. */
  @Nullable Integer offset() {
    return place != null && place.base == Place.COUNTER ? (Integer) place.offset : null;
  }

  /** Returns the access in terms of another counter. */
  LoopAccess shifted(int by) {
    return place == null
        ? this
        : new LoopAccess(array, new Place(place.base, place.offset + by), writes);
  }

  /** Returns how many elements one is ahead of another; null where that isn't known. */
  private @Nullable Integer distance(LoopAccess other) {
    return place != null && other.place != null && place.base.equals(other.place.base)
        ? (Integer) (place.offset - other.place.offset)
        : null;
  }

  /**
   * Whether all that loops do to the same memory is as many elements apart as is asked.
   *
   * @param same tells which accesses may be to one array
   */
  static boolean allApart(
      List<LoopAccess> earlier,
      List<LoopAccess> later,
      BiPredicate<LoopAccess, LoopAccess> same,
      IntPredicate distance) {
    for (LoopAccess one : earlier) {
      for (LoopAccess other : later) {
        if ((one.writes || other.writes) && same.test(one, other)) {
          Integer known = one.distance(other);
          if (known == null || !distance.test(known)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
