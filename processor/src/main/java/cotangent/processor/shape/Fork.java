package cotangent.processor.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program goes one of two ways, and sizes differ after it: the arms of a branch, or the
 * first round of a loop and all others.
 *
 * @param condition of a branch; null of a loop
 * @param home the region in which both ways are certainly taken by some run; null where there is
 *     none
 * @param inner the regions of its arms; none of a loop
 * @param isOpen whether there are more ways than the two: later rounds
 * @param arms what each of its names is, in one arm and the other
 */
record Fork(
    @Nullable Truth condition,
    @Nullable Object home,
    List<? extends Object> inner,
    boolean isOpen,
    List<Map<Name, Size>> arms) {

  /** Is where a branch goes one of two ways. */
  Fork(Truth condition, @Nullable Object home, List<? extends Object> inner) {
    this(condition, home, inner, false, none());
  }

  /** Is where a round of a loop is the first one, or not. */
  Fork(@Nullable Object home, boolean isOpen) {
    this(null, home, List.of(), isOpen, none());
  }

  private static List<Map<Name, Size>> none() {
    return List.of(new HashMap<>(), new HashMap<>());
  }

  /** Returns the region that is carried out where an arm is taken; null of a loop. */
  @Nullable Object region(int arm) {
    return inner.isEmpty() ? null : inner.get(arm);
  }

  /** Returns a size that is one in the first arm and another in the second. */
  Size either(Size one, Size other) {
    Name name = Name.oneOf(this, "");
    arms.get(0).put(name, one);
    arms.get(1).put(name, other);
    return Size.of(name);
  }

  /** Returns a size that is zero in the second arm; messages call it what it is else. */
  Size orZero(Size size) {
    Name name = Name.oneOf(this, size.toString());
    arms.get(0).put(name, size);
    arms.get(1).put(name, Size.of(0));
    return Size.of(name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
