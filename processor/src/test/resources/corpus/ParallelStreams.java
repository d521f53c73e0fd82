package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Parallel streams whose elements may come in any order. */
class ParallelStreams {
  @Differentiable
  static double filled(double[] x) {
    double[] y = new double[x.length];
    IntStream.range(0, x.length).parallel().forEach(i -> y[i] = x[i] * x[x.length - 1 - i]);
    double sum = 0;
    for (double each : y) {
      sum += each * y[0];
    }
    return sum;
  }

  @Differentiable
  static double gathered(double[] x) {
    double[] y = IntStream.range(0, x.length).parallel().mapToDouble(i -> x[i] * x[i]).toArray();
    List<Double> list = new ArrayList<>();
    for (double each : y) {
      list.add(each);
    }
    List<Double> twice = list.parallelStream().map(each -> each * 2).toList();
    return Arrays.stream(y).parallel().map(Math::exp).max().orElse(0)
        + (twice.isEmpty() ? 0 : twice.get(0))
        + IntStream.range(0, x.length).parallel().map(i -> i * i).sum() * y.length;
  }

  @Differentiable
  static double inOrder(double[] x) {
    return Arrays.stream(x).parallel().map(each -> each * each).sequential().sum();
  }
}
