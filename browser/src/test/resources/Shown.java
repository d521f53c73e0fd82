import cotangent.Between;
import cotangent.Derivative;
import cotangent.DerivativeOf;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.Arrays;
import java.util.Map;

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

  @Differentiable
  static double sorted(double x, int[] order) {
    Arrays.sort(order);
    return x * order[0];
  }

  static final Map<String, Double> RATES = Map.of("year", 2.0);

  @Differentiable
  static double rated(double x) {
    return x * RATES.get("year");
  }

  @Differentiable
  static double given(double x, Map<String, Double> rates) {
    return x * rates.get("year");
  }

  @Differentiable
  static double solved(@Shape("n, n") Matrix a, @Shape("n") Vector b) {
    return a.solve(b).max() + a.determinant();
  }

  @Differentiable(Derivative.HESSIAN)
  static double product(double x, double y) {
    return x * y;
  }

  @Differentiable
  static double tensors(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    Vector y = a.times(x).tanh();
    return y.sum();
  }

  @Differentiable
  static double mixed(@Shape("n, n") Matrix a) {
    Matrix b = a.times(a.transpose()).plus(a);
    return b.square().sum() + b.norm() + b.rowSums().dot(a.column(0).outer(a.row(0)).rowSums());
  }

  @Differentiable
  static double unsized(double[] theta, int[] parents, double[][] points) {
    double[] angles = new double[parents.length];
    angles[9] = theta[16];
    return angles[9] * points[parents[4]][5];
  }

  @Differentiable
  static double hopeless(double[] x) {
    if (x.length != 17) {
      throw new IllegalArgumentException("seventeen");
    }
    return x[16];
  }

  @Differentiable
  static double kept(double[] x, double u) {
    double h = 0;
    for (double each : x) {
      h = Math.tanh(u * h + each);
    }
    return h;
  }

  @Differentiable
  static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  private static double squared(double x) {
    return x * x + Math.sin(x);
  }

  @Differentiable
  static double helped(double x) {
    return squared(x) - squared(2 * x);
  }
}
