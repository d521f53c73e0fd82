package cotangent.processor.prove;

import cotangent.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The real numbers in what graphs compute with: boxed numbers, arrays of any rank, tensors, null.
 */
final class Reals {
  private Reals() {}

  /** Returns all real numbers, row by row. */
  static double[] of(List<@Nullable Object> values) {
    List<Double> numbers = new ArrayList<>();
    values.forEach(value -> collect(value, numbers));
    return numbers.stream().mapToDouble(number -> number).toArray();
  }

  private static void collect(@Nullable Object value, List<Double> numbers) {
    if (value instanceof Double || value instanceof Float) {
      numbers.add(((Number) value).doubleValue());
    } else if (value instanceof Tensor<?> tensor) {
      collect(tensor.values(), numbers);
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), numbers);
      }
    }
  }

  /** Returns copies, in which each real number is mapped. */
  static List<@Nullable Object> map(List<@Nullable Object> values, DoubleUnaryOperator mapping) {
    List<@Nullable Object> mapped = new ArrayList<>();
    values.forEach(value -> mapped.add(map(value, mapping)));
    return mapped;
  }

  static @Nullable Object map(@Nullable Object value, DoubleUnaryOperator mapping) {
    if (value instanceof Double number) {
      return mapping.applyAsDouble(number);
    } else if (value instanceof Float number) {
      return (float) mapping.applyAsDouble(number);
    } else if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, map(Array.get(value, i), mapping));
    }
    return copy;
  }

  /** Moves values along a direction, number by number. */
  static @Nullable Object moved(@Nullable Object value, double[] direction, int[] next, double by) {
    return map(value, x -> x + by * direction[next[0]++]);
  }

  static boolean areFinite(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The size of a product of vectors, without what cancels out. */
  static double size(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }
}
