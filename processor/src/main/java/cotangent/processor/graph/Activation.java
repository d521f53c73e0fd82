package cotangent.processor.graph;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a function in one call of it. Doubles, which most are, are held apart without
 * boxes.
 */
final class Activation {
  final double[] reals;
  final @Nullable Object[] others;
  final Outside outside;

  Activation(double[] reals, @Nullable Object[] others, Outside outside) {
    this.reals = reals;
    this.others = others;
    this.outside = outside;
  }

  /** Where a value is in each call of its function. */
  record Slot(int index, boolean isReal) {
    @Nullable Object in(Activation activation) {
      return isReal ? (Object) activation.reals[index] : activation.others[index];
    }

    void set(Activation activation, @Nullable Object value) {
      if (isReal) {
        activation.reals[index] = (Double) Objects.requireNonNull(value);
      } else {
        activation.others[index] = value;
      }
    }
  }

  static void set(List<Slot> slots, Activation activation, List<@Nullable Object> values) {
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(activation, values.get(i));
    }
  }

  int whole(Slot slot) {
    return (Integer) object(slot);
  }

  boolean truth(Slot slot) {
    return (Boolean) object(slot);
  }

  Object object(Slot slot) {
    return Objects.requireNonNull(others[slot.index]);
  }
}
