package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Streams of numbers: loops, whose values are those of the library to the last bit. */
class Streams {
  @Differentiable
  @Inputs("x length 40")
  @Inputs("x = {1e5, 0.1, -1e5, 0.2, 1e-7}")
  @Inputs("x = {}")
  static double compensated(double[] x) {
    return Arrays.stream(x).sum();
  }

  @Differentiable
  @Inputs("x length 30")
  @Inputs("x = {3}")
  static double squares(double[] x) {
    return Arrays.stream(x).map(v -> v * v).filter(v -> v > 0.3).map(Math::exp).sum();
  }

  @Differentiable
  @Inputs("x length 9")
  static double softmax(double[] x) {
    double most = Arrays.stream(x).max().getAsDouble();
    double[] weights = Arrays.stream(x).map(v -> Math.exp(v - most)).toArray();
    double total = DoubleStream.of(weights).sum();
    return IntStream.range(0, x.length).mapToDouble(i -> weights[i] / total * i * x[i]).sum();
  }

  @Differentiable
  @Inputs("a = {{1, 2, 3}, {4, 5, 6}}; x = {0.1, 0.2, 0.3}")
  static double nested(double[][] a, double[] x) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> IntStream.range(0, x.length).mapToDouble(j -> a[i][j] * x[j]).sum())
        .map(row -> row * row)
        .sum();
  }

  @Differentiable
  @Inputs("x length 11")
  static double moments(double[] x) {
    double mean = Arrays.stream(x).average().orElse(0);
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().getAsDouble();
    return variance * mean;
  }

  @Differentiable
  @Inputs("x length 12; n = 3")
  @Inputs("x length 12; n = 30")
  @Inputs(value = "x length 4; n = -1", fails = IllegalArgumentException.class)
  static double limited(double[] x, int n) {
    double[] some =
        Arrays.stream(x).filter(v -> v > 0.4).limit(n).map(v -> v * x[0]).skip(1).toArray();
    return some.length + Arrays.stream(some).reduce(1, (a, b) -> a * b + a);
  }

  @Differentiable
  @Inputs("x length 5")
  static double reduced(double[] x) {
    return Arrays.stream(x, 1, 4).reduce((a, b) -> a * b).orElse(x[0])
        + Arrays.stream(x, 2, 2).reduce(Math::max).orElse(x[0] * x[1])
        + DoubleStream.of(x[0], x[1] * x[2], 2).min().orElseThrow();
  }

  @Differentiable
  @Inputs(value = "x length 3", fails = java.util.NoSuchElementException.class)
  static double missing(double[] x) {
    return x[0] * Arrays.stream(x).filter(v -> v > 1e9).max().getAsDouble();
  }

  record Sample(double x, double y) {}

  @Differentiable
  @Inputs("x length 6; y length 6")
  static double objects(double[] x, double[] y) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> new Sample(x[i], y[i]))
        .filter(s -> s.x() + s.y() > 0.2)
        .mapToDouble(s -> s.x() * s.x() * s.y())
        .sum();
  }

  @Differentiable
  @Inputs("x length 6")
  static double boxes(double[] x) {
    return Arrays.stream(x).boxed().mapToDouble(Double::doubleValue).sum()
        + IntStream.rangeClosed(1, 3).boxed().mapToDouble(i -> i * x[i]).sum();
  }

  @Differentiable
  @Inputs("x length 6")
  static double effects(double[] x) {
    double[] all = new double[x.length];
    IntStream.range(0, x.length).forEach(i -> all[i] = x[i] * i);
    double[] sum = {0};
    Arrays.stream(all).forEach(v -> sum[0] += v * v);
    return sum[0];
  }

  @Differentiable
  @Inputs("x = {1, 2, 3}")
  static double whole(double[] x) {
    int n = IntStream.rangeClosed(1, 4).map(i -> i * i).sum();
    long many = IntStream.of(3, 1, 4).asLongStream().map(i -> i * 2).sum();
    long count = Arrays.stream(x).filter(v -> v > 1.5).count();
    return x[0] * n + x[1] * many + x[2] * count + IntStream.range(0, 5).average().orElse(0);
  }

  @Differentiable
  @Inputs("x = {1, 2, 3}")
  @Inputs("x = {-1, -2, -3}")
  static double asked(double[] x) {
    double y = Arrays.stream(x).anyMatch(v -> v > 2.5) ? x[0] * x[0] : x[1];
    y *= Arrays.stream(x).allMatch(v -> v < 0) ? x[2] : 1;
    return IntStream.range(0, x.length).noneMatch(i -> x[i] == 5) ? y * y : y;
  }

  static final List<Double> WEIGHTS = List.of(1.0, 2.0, 3.0);

  @Differentiable
  static double constants(double x) {
    return WEIGHTS.stream().mapToDouble(w -> w * x * x).sum();
  }

  static double through(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).sum();
  }

  @Differentiable
  @Inputs("x length 4; a = 2")
  static double handed(double[] x, double a) {
    DoubleUnaryOperator twice = v -> v * a;
    return through(x, twice) * through(x, v -> Math.sin(v * a));
  }

  /** Variance of a moving window, a stream of streams. */
  @Differentiable
  @Inputs("x length 8")
  static double windows(double[] x) {
    return IntStream.rangeClosed(0, x.length - 3)
        .mapToDouble(
            i -> {
              double mean = Arrays.stream(x, i, i + 3).average().orElse(0);
              return IntStream.range(i, i + 3).mapToDouble(j -> Math.pow(x[j] - mean, 2)).sum();
            })
        .max()
        .orElse(0);
  }

  @Differentiable
  static double boxedSum(double[] x) {
    return Arrays.stream(x).boxed().reduce(0.0, (a, b) -> a + b);
  }

  @Differentiable
  static double boxedProduct(double[] x) {
    return Arrays.stream(x).boxed().map(v -> v * v).reduce(1.0, (a, b) -> a * b);
  }

  @Differentiable
  static double boxedSumByReference(double[] x) {
    return Arrays.stream(x).boxed().reduce(0.0, Double::sum);
  }

  @Differentiable
  static double boxedByVariable(double[] x) {
    java.util.function.BinaryOperator<Double> f = (a, b) -> a * 0.5 + b;
    return Arrays.stream(x).boxed().reduce(x[0], f);
  }

  @Differentiable
  static double otherwiseComputed(double[] x) {
    return Arrays.stream(x).filter(v -> v > 100).max().orElseGet(() -> x[0] * x[1]);
  }

  @Differentiable
  static double otherwiseNotComputed(double[] x) {
    return Arrays.stream(x).filter(v -> v < 100).reduce(Math::max).orElseGet(() -> x[0] * x[1]);
  }

  @Differentiable
  static double boxedInts(double x, int n) {
    return x * IntStream.range(0, n).boxed().reduce(1, (a, b) -> a + b * b);
  }

  static double half(double x) {
    return x / 2;
  }

  @Differentiable
  static double boxedAndMapped(double[] x) {
    double y = x[0] + 1;
    return Arrays.stream(x).boxed().map(v -> half(v) * y).mapToDouble(v -> v).sum();
  }

  @Differentiable
  @Inputs("x = {1, 2, 3, 4}; from = 1; to = 3")
  @Inputs("x = {1, 2, 3, 4}; from = 1; to = 9")
  @Inputs("x = {1, 2, 3, 4}; from = -1; to = 3")
  @Inputs("x = {1, 2, 3, 4}; from = 2; to = 0")
  static double partOutOfRange(double[] x, int from, int to) {
    try {
      return Arrays.stream(x, from, to).map(v -> v * v).sum();
    } catch (ArrayIndexOutOfBoundsException e) {
      return x[0] * x[1] * e.getMessage().length();
    }
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HESSIAN})
  @Inputs("from = 3; to = 7")
  @Inputs("from = 3; to = 2")
  @Inputs("from = 2147483644; to = 2147483647")
  static double upToAnEnd(double x, int from, int to) {
    double[] powers = IntStream.rangeClosed(from, to).mapToDouble(i -> x * (i - from)).toArray();
    return IntStream.rangeClosed(from, to).mapToDouble(i -> powers[i - from] * x).sum();
  }

  @Differentiable
  @Inputs("n = 4")
  @Inputs("n = -2147483648")
  static double harmonic(double x, int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> x * x / i).sum()
        + IntStream.rangeClosed(2147483645, 2147483647).mapToDouble(i -> x / i).sum();
  }
}
