package corpus;

import cotangent.Derivative;
import cotangent.DerivativeOf;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Methods whose bodies can't be read, or needn't be, and rules that say what they are. */
class OwnRules {
  private OwnRules() {}

  record Point(double x, double y) {}

  /** Nothing of this could be differentiated. */
  private static double series(double x, double first) {
    double[] sum = {first};
    try {
      Runnable step = () -> sum[0] += x * x * x;
      step.run();
    } finally {
      sum[0] = sum[0] * 1;
    }
    return sum[0];
  }

  private static double erf(double x) {
    double sum = x;
    double term = x;
    int n = 1;
    try {
      while (n < 100) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
        n++;
      }
    } finally {
      n = 0;
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  @DerivativeOf(owner = OwnRules.class, method = "erf")
  private static double erfPullback(double x, double value, double seed) {
    return seed * 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
  }

  record BySeries(double dx, double dfirst) {}

  @DerivativeOf(owner = OwnRules.class, method = "series")
  static BySeries seriesPullback(double x, double first, double value, double seed) {
    return new BySeries(3 * x * x * seed, seed);
  }

  /** A rule that needs the method itself, and the value. */
  private static double bell(double x) {
    Object[] boxed = {Math.exp(-x * x)};
    return (Double) boxed[0];
  }

  @DerivativeOf(owner = OwnRules.class, method = "bell")
  static double bellPullback(double x, double value, double seed) {
    return -x * (bell(x) + value) * seed;
  }

  /** Only forward. */
  static double mixed(double x, int n, double y, String name) {
    return name.chars().map(c -> n).sum() * x * x * y;
  }

  @DerivativeOf(owner = OwnRules.class, method = "mixed", derivative = Derivative.JVP)
  static double mixedTangent(
      double x, int n, double y, String name, double value, double tx, double ty) {
    int factor = n * name.length();
    return factor * (2 * x * y * tx + x * x * ty);
  }

  static double[] scaled(double[] a, double f) {
    return java.util.Arrays.stream(a).map(v -> v * v * f).toArray();
  }

  record Scaled(double[] da, double df) {}

  /** Uses the seed as scratch. */
  @DerivativeOf(owner = OwnRules.class, method = "scaled")
  static Scaled scaledPullback(double[] a, double f, double[] value, double[] seed) {
    double df = 0;
    for (int i = 0; i < a.length; i++) {
      df += a[i] * a[i] * seed[i];
      seed[i] *= 2 * a[i] * f;
    }
    return new Scaled(seed, df);
  }

  @DerivativeOf(owner = OwnRules.class, method = "scaled", derivative = Derivative.JVP)
  static double[] scaledTangent(double[] a, double f, double[] value, double[] ta, double tf) {
    for (int i = 0; i < a.length; i++) {
      ta[i] = 2 * a[i] * f * ta[i] + a[i] * a[i] * tf;
    }
    return ta;
  }

  static double trace(double[][] m) {
    double[] sum = new double[1];
    for (int i = 0; i < m.length; i++) {
      int k = i;
      Runnable add = () -> sum[0] += m[k][k] * m[k][k];
      add.run();
    }
    return sum[0];
  }

  @DerivativeOf(owner = OwnRules.class, method = "trace")
  static double[][] tracePullback(double[][] m, double value, double seed) {
    double[][] d = new double[m.length][];
    for (int i = 0; i < m.length; i++) {
      d[i] = new double[m[i].length];
      d[i][i] = 2 * seed * m[i][i];
    }
    return d;
  }

  static Point turned(Point p) {
    return java.util.stream.Stream.of(p).map(q -> new Point(q.y() * q.x(), -q.x())).toList().get(0);
  }

  @DerivativeOf(owner = OwnRules.class, method = "turned")
  static Point turnedPullback(Point p, Point value, Point seed) {
    return new Point(seed.x() * p.y() - seed.y(), seed.x() * p.x());
  }

  static float half(float x) {
    return java.util.Optional.of(x).map(v -> v * v / 2).get();
  }

  @DerivativeOf(owner = OwnRules.class, method = "half")
  static float halfPullback(float x, float value, float seed) {
    return x * seed;
  }

  /** The logarithm: where it isn't chosen, its slope may be infinite. */
  static double log(double x) {
    return java.util.stream.DoubleStream.of(x).map(Math::log).sum();
  }

  @DerivativeOf(owner = OwnRules.class, method = "log")
  static double logPullback(double x, double value, double seed) {
    return seed / x;
  }

  @Differentiable
  static double ofNumber(double x) {
    return erf(x) * x;
  }

  @Differentiable
  static double ofItself(double x) {
    return erf(erf(x) * x) + Math.sin(erf(x));
  }

  @Differentiable
  static double withTheMethodItself(double x) {
    return bell(bell(x) * 2) * x;
  }

  @Differentiable
  static double ofTwo(double x, double y) {
    return series(x * y, y) * y + series(y, x);
  }

  @Differentiable
  static double forward(double x, double y) {
    return mixed(x * y, 2, y, "ab") * x;
  }

  @Differentiable
  static double inALoop(double[] a, double x) {
    double t = x;
    for (int i = 0; i < a.length; i++) {
      t = erf(t * a[i]) + bell(t);
    }
    return t;
  }

  @Differentiable
  static double summed(double[] a, double x) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += erf(a[i] * x) * a[i];
    }
    return sum;
  }

  @Differentiable
  static double untilSmall(double x) {
    double t = Math.abs(x) + 1;
    while (t > 0.1) {
      t = erf(t) / 2;
    }
    return t * x;
  }

  @Differentiable
  static double chosen(double x, double y) {
    return x > y ? erf(x) * y : bell(y) * erf(y);
  }

  /** Nothing must come from the arm that isn't taken, nor of a value that isn't used. */
  @Differentiable
  @Inputs("x in [0.5, 2]")
  @Inputs(value = "x = 0", gradient = 0, hessian = 2)
  static double guarded(double x) {
    double l = log(x);
    return x > 0 ? l * x : x * x;
  }

  @Differentiable
  static double ofArrays(double[] a, double f) {
    double[] r = scaled(a, f);
    double sum = 0;
    for (double v : r) {
      sum += v * v;
    }
    return sum * f;
  }

  @Differentiable
  static double[] toArrays(double[] a, double f) {
    return scaled(scaled(a, f), f * f);
  }

  @Differentiable
  static double overwrittenAfterwards(double[] a, double f) {
    double[] r = scaled(a, f);
    a[0] = r[0] * f;
    double[] s = scaled(a, r[0]);
    r[0] = s[0] * s[0];
    s[0] = 2 * f;
    double sum = a[0];
    for (int i = 0; i < r.length; i++) {
      sum += r[i] * s[i];
    }
    return sum;
  }

  @Differentiable
  static double overwrittenInALoop(double[] a, double f) {
    double[] state = a.clone();
    for (int i = 0; i < 4; i++) {
      double[] next = scaled(state, f);
      for (int j = 0; j < state.length; j++) {
        state[j] = Math.sin(next[j]) + f;
      }
    }
    return state[0] * state[1];
  }

  @Differentiable
  static double iterated(double[] a, double f) {
    double[] state = a;
    for (int i = 0; i < 3; i++) {
      state = scaled(state, f);
    }
    double sum = 0;
    for (double v : state) {
      sum += v;
    }
    return sum;
  }

  @Differentiable
  static double ofRows(double[][] m, double f) {
    double t = trace(m);
    m[0][0] = t * f;
    double[] row = m[1];
    row[1] *= f;
    return trace(m) * t;
  }

  @Differentiable
  static double ofRecords(Point p) {
    Point q = turned(turned(p));
    return q.x() * p.y() + q.y();
  }

  @Differentiable
  static float ofFloats(float x, float y) {
    return half(x * y) * y;
  }

  private static double down(double[] a, double x, int n) {
    if (n == 0) {
      return erf(x);
    }
    double[] b = scaled(a, x);
    a[n] = b[n] * x;
    return Math.sin(down(a, b[n - 1], n - 1)) * erf(x) + b[0];
  }

  @Differentiable
  static double inRecursion(double[] a, double x) {
    return down(a, x, Math.min(3, a.length - 1));
  }

  /** The method has a rule, and a companion of its own. */
  @Differentiable
  static double cubed(double x) {
    return java.util.stream.DoubleStream.of(x, x, x).reduce(1, (a, b) -> a * b);
  }

  @DerivativeOf(owner = OwnRules.class, method = "cubed")
  static double cubedPullback(double x, double value, double seed) {
    return 3 * x * x * seed;
  }

  static double[][] doubled(double[][] m) {
    return java.util.Arrays.stream(m).map(row -> scaledBy(row, 2)).toArray(double[][]::new);
  }

  private static double[] scaledBy(double[] a, double f) {
    double[] r = new double[a.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = a[i] * f;
    }
    return r;
  }

  @DerivativeOf(owner = OwnRules.class, method = "doubled")
  static double[][] doubledPullback(double[][] m, double[][] value, double[][] seed) {
    double[][] d = new double[seed.length][];
    for (int i = 0; i < d.length; i++) {
      d[i] = scaledBy(seed[i], 2);
    }
    return d;
  }

  @DerivativeOf(owner = OwnRules.class, method = "doubled", derivative = Derivative.JVP)
  static double[][] doubledTangent(double[][] m, double[][] value, double[][] tm) {
    return doubledPullback(tm, value, tm);
  }

  /** The rows that the rule takes and gives are others when the backward half begins. */
  @Differentiable
  static double movedRows(double[][] m, double f) {
    double[][] r = doubled(m);
    r[1] = r[0];
    r[0][0] *= f;
    m[0] = m[1];
    double[][] s = doubled(m);
    s[2] = r[2];
    double sum = 0;
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < s[i].length; j++) {
        sum += s[i][j] * r[i][j] * (j + 1);
      }
    }
    return sum;
  }

  private static final class Term {
    final double value;
    Term next;

    Term(double value, Term next) {
      this.value = value;
      this.next = next;
    }
  }

  private static double total(Term term) {
    return term == null ? 0 : term.value + total(term.next);
  }

  static double cube(double x) {
    return x * x * x;
  }

  /** A rule that makes objects which are told apart when it runs. */
  @DerivativeOf(owner = OwnRules.class, method = "cube")
  static double cubePullback(double x, double value, double seed) {
    Term terms = null;
    for (int i = 0; i < 3; i++) {
      terms = new Term(x * x, terms);
    }
    terms.next.next.next = new Term(0, null);
    return total(terms) * seed;
  }

  @Differentiable
  static double objectsInRule(double x, double y) {
    Term terms = new Term(cube(x), new Term(x * y, null));
    terms.next.next = new Term(y, null);
    return total(terms) * cube(y);
  }
}
