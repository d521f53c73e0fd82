package rejections;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.OptionalDouble;

class Streams {
  @Differentiable
  static double refused(double[] x) {
    double a = Arrays.stream(x).parallel().sum(); // error: [CT097] a parallel stream
    double b = Arrays.stream(x).distinct().sum(); // error: [CT096] the stage distinct
    OptionalDouble c = Arrays.stream(x).max(); // error: [CT096] an Optional that is kept
    return a + b + c.getAsDouble();
  }
}
