import cotangent.Between;
import cotangent.Derivative;
import cotangent.DerivativeOf;
import cotangent.Differentiable;
import cotangent.Shape;

/** Methods whose pages are tried out. */
class Shown {
  @Differentiable
  static double fanOut(double x) {
    double z = x * x;
    return x / z;
  }

  @Differentiable
  static double sum(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each;
    }
    return sum;
  }

  @Differentiable
  static double guarded(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative");
    }
    return Math.sqrt(x);
  }

  @Differentiable
  static double outside(double x) {
    return System.getProperty("none") == null ? x : -x;
  }

  @Differentiable
  static double meant(
      @Shape("m, 2 * n + 1") double[][] a, @Shape("n") double[] x, @Between({10, 20}) double t) {
    return a[x.length - 1][2 * x.length] * t;
  }

  static double[] doubled(double[] x) {
    return new double[] {2 * x[0]};
  }

  @DerivativeOf(owner = Shown.class, method = "doubled")
  static double[] doubledPullback(double[] x, double[] value, double[] seed) {
    return new double[] {2 * seed[0]};
  }

  @Differentiable
  static double ruled(double[] x) {
    return doubled(x)[0];
  }

  @Differentiable(Derivative.HESSIAN)
  static double product(double x, double y) {
    return x * y;
  }
}
