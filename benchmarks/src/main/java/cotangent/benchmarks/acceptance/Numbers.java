package cotangent.benchmarks.acceptance;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The real numbers in a number or an array, in order. */
final class Numbers {
  private Numbers() {}

  static boolean isReal(Class<?> type) {
    Class<?> leaf = type;
    while (leaf.isArray()) {
      leaf = leaf.getComponentType();
    }
    return leaf == double.class || leaf == float.class;
  }

  static boolean isSingle(Class<?> type) {
    return type.getName().matches("float|\\[+F");
  }

  static double[] of(@Nullable Object value) {
    return stream(value).toArray();
  }

  private static DoubleStream stream(@Nullable Object value) {
    if (value == null) {
      return DoubleStream.empty();
    } else if (value instanceof Number number) {
      return DoubleStream.of(number.doubleValue());
    }
    return IntStream.range(0, Array.getLength(value))
        .boxed()
        .flatMapToDouble(i -> stream(Array.get(value, i)));
  }

  /** Gives something of the same shape with other numbers. */
  static @Nullable Object with(@Nullable Object shape, DoubleSupplier numbers) {
    if (shape == null) {
      return null;
    } else if (shape instanceof Double) {
      return numbers.getAsDouble();
    } else if (shape instanceof Float) {
      return (float) numbers.getAsDouble();
    }
    int length = Array.getLength(shape);
    Object other = Array.newInstance(shape.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(other, i, with(Array.get(shape, i), numbers));
    }
    return other;
  }

  static boolean hasNull(@Nullable Object value) {
    return value == null
        || value instanceof Object[] rows && Arrays.stream(rows).anyMatch(Numbers::hasNull);
  }

  /** The product of weights and values; what has the weight 0 does not count. */
  static double dot(double[] weights, double[] values) {
    if (weights.length != values.length) {
      return Double.NaN;
    }
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> weights[i] == 0 ? 0 : weights[i] * values[i])
        .sum();
  }

  /**
   * Tells whether two values are the same bit for bit; objects that aren't data are passed over.
   */
  static boolean areSame(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Object[] left && b instanceof Object[] right) {
      return left.length == right.length
          && IntStream.range(0, left.length).allMatch(i -> areSame(left[i], right[i]));
    }
    boolean isData =
        a == null || a.getClass().isArray() || a instanceof Number || a instanceof Boolean;
    return !isData || Objects.deepEquals(a, b);
  }

  static String text(@Nullable Object value) {
    boolean isData =
        value == null
            || value.getClass().isArray()
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof String;
    String text =
        isData ? Arrays.deepToString(new Object[] {value}) : String.valueOf(value.getClass());
    return isData ? text.substring(1, text.length() - 1) : text;
  }
}
