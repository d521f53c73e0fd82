package rejections;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

class Streams {
  @Differentiable
  static double refused(double[] x) {
    double a = Arrays.stream(x).parallel().sum(); // error: [CT097] a parallel stream
    double b = Arrays.stream(x).distinct().sum(); // error: [CT096] the stage distinct
    OptionalDouble c = Arrays.stream(x).max(); // error: [CT096] an Optional that is kept
    return a + b + c.getAsDouble();
  }

  @Differentiable
  static double longest(double x, int n) {
    return x * IntStream.rangeClosed(Integer.MIN_VALUE, n).sum(); // error: [CT096] a range from the smallest int
  }
}
