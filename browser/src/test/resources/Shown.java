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

  @Differentiable
  static double surprise(@Shape("n, m") Matrix logits) {
    return -logits.rowLogSoftmax().column(0).sum();
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

  /** So long that it is seen part by part. */
  @Differentiable
  static double longStretch(double a, double b) {
    double x = a * b;
    x += Math.tanh(x * b) / 2;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 1);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 2);
    x += Math.tanh(x * b) / 5;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 4);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 5);
    x += Math.tanh(x * b) / 8;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 7);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 8);
    x += Math.tanh(x * b) / 11;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 10);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 11);
    x += Math.tanh(x * b) / 14;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 13);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 14);
    x += Math.tanh(x * b) / 17;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 16);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 17);
    x += Math.tanh(x * b) / 20;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 19);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 20);
    x += Math.tanh(x * b) / 23;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 22);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 23);
    x += Math.tanh(x * b) / 26;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 25);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 26);
    x += Math.tanh(x * b) / 29;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 28);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 29);
    x += Math.tanh(x * b) / 32;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 31);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 32);
    x += Math.tanh(x * b) / 35;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 34);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 35);
    x += Math.tanh(x * b) / 38;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 37);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 38);
    x += Math.tanh(x * b) / 41;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 40);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 41);
    x += Math.tanh(x * b) / 44;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 43);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 44);
    x += Math.tanh(x * b) / 47;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 46);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 47);
    x += Math.tanh(x * b) / 50;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 49);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 50);
    x += Math.tanh(x * b) / 53;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 52);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 53);
    x += Math.tanh(x * b) / 56;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 55);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 56);
    x += Math.tanh(x * b) / 59;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 58);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 59);
    x += Math.tanh(x * b) / 62;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 61);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 62);
    x += Math.tanh(x * b) / 65;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 64);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 65);
    x += Math.tanh(x * b) / 68;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 67);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 68);
    x += Math.tanh(x * b) / 71;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 70);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 71);
    x += Math.tanh(x * b) / 74;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 73);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 74);
    x += Math.tanh(x * b) / 77;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 76);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 77);
    x += Math.tanh(x * b) / 80;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 79);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 80);
    x += Math.tanh(x * b) / 83;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 82);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 83);
    x += Math.tanh(x * b) / 86;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 85);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 86);
    x += Math.tanh(x * b) / 89;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 88);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 89);
    x += Math.tanh(x * b) / 92;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 91);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 92);
    x += Math.tanh(x * b) / 95;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 94);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 95);
    x += Math.tanh(x * b) / 98;
    x = 0.5 * x + 0.1 * a * Math.sin(x - 97);
    x = 0.5 * x + 0.1 * a * Math.sin(x - 98);
    x += Math.tanh(x * b) / 101;
    return x;
  }

  @Differentiable
  static double recurrence(double a, double b, int n) {
    double h = 0;
    for (int i = 0; i < n; i++) {
      h = Math.tanh(a * h + b);
    }
    return h;
  }

  @Differentiable
  static double named(double x, double limit) {
    if (x > limit) {
      throw new IllegalArgumentException("x is " + x + " and not below " + limit);
    }
    return x * x;
  }

  @Differentiable
  static double squareOfRoot(double x) {
    double root = Math.sqrt(x);
    return root * root;
  }

  @Differentiable
  static double rows(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      sum += row[0] * row[1];
    }
    return sum;
  }
}
