package java.util;

import cotangent.Comparisons;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * What is done with arrays and functions, retold. In sorts of objects, the order is found first, of
 * places, and then the objects move.
 */
final class Arrays {
  static <T> void setAll(T[] array, IntFunction<? extends T> generator) {
    for (int i = 0; i < array.length; i++) {
      array[i] = generator.apply(i);
    }
  }

  static void setAll(double[] array, IntToDoubleFunction generator) {
    for (int i = 0; i < array.length; i++) {
      array[i] = generator.applyAsDouble(i);
    }
  }

  static void setAll(int[] array, IntUnaryOperator generator) {
    for (int i = 0; i < array.length; i++) {
      array[i] = generator.applyAsInt(i);
    }
  }

  static void setAll(long[] array, IntToLongFunction generator) {
    for (int i = 0; i < array.length; i++) {
      array[i] = generator.applyAsLong(i);
    }
  }

  static <T> void sort(T[] a, Comparator<? super T> c) {
    sort(a, 0, a.length, c);
  }

  static <T> void sort(T[] a, int fromIndex, int toIndex, Comparator<? super T> c) {
    if (fromIndex > toIndex) {
      throw new IllegalArgumentException("fromIndex(" + fromIndex + ") > toIndex(" + toIndex + ")");
    }
    if (fromIndex < 0) {
      throw new ArrayIndexOutOfBoundsException(fromIndex);
    }
    if (toIndex > a.length) {
      throw new ArrayIndexOutOfBoundsException(toIndex);
    }
    Comparisons comparisons = Comparisons.of(fromIndex, toIndex);
    while (comparisons.isOpen()) {
      comparisons.answer(c.compare(a[comparisons.left()], a[comparisons.right()]));
    }
    int[] order = comparisons.order();
    T[] unsorted = a.clone();
    for (int i = 0; i < order.length; i++) {
      a[fromIndex + i] = unsorted[order[i]];
    }
  }
}
