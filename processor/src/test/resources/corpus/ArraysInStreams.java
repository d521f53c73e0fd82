package corpus;

import cotangent.Differentiable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** An array of numbers is one element of a stream of objects. */
final class ArraysInStreams {
  private ArraysInStreams() {}

  @Differentiable
  static double one(double[] x) {
    return Stream.of(x).mapToDouble(a -> a.length > 0 ? a[0] * a.length : 0).sum();
  }

  @Differentiable
  static double whole(double[] x, int[] k) {
    return Stream.of(k).mapToInt(a -> a.length).sum() * DoubleStream.of(x).map(v -> v * v).sum();
  }

  @Differentiable
  static double rows(double[][] x, Double[] y) {
    return Stream.of(x).mapToDouble(a -> a.length > 0 ? a[0] : 1).sum()
        + Stream.of(y).mapToDouble(v -> v * v).sum();
  }

  @Differentiable
  static double several(double[] x) {
    List<double[]> all = Stream.of(x, x.clone()).toList();
    if (x.length == 0) {
      return 0;
    }
    all.get(0)[0] = 3;
    return all.get(1)[0] * all.get(0)[x.length - 1];
  }

  /** What the map throws is caught: its key is an object as it comes. */
  @Differentiable
  static double caught(double x) {
    TreeMap<Integer, Double> all = new TreeMap<>();
    if (x > 0) {
      all.put(1, x);
    }
    try {
      return all.lastKey() * x;
    } catch (NoSuchElementException e) {
      return -x;
    }
  }
}
