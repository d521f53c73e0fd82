package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Helpers whose source is at hand: scalar ones, void ones that fill arrays, overloads, varargs. */
class HelperCalls {
  private static double twice(double x) {
    return 2 * x;
  }

  private static double cube(double x) {
    double square = x * x;
    return square * x;
  }

  private static double overwriting(double x) {
    x *= x;
    x += 1;
    return x;
  }

  private static double guarded(double x) {
    if (x <= 0) {
      return 0;
    }
    return Math.log(x) * x;
  }

  private static double searching(double[] a, double limit) {
    for (int i = 0; i < a.length; i++) {
      if (a[i] > limit) return a[i] * a[i] * limit;
    }
    return -limit;
  }

  private static void fill(double[] a, double x) {
    for (int i = 0; i < a.length; i++) a[i] = x * i;
  }

  private static void scale(double[] a, double factor, int n) {
    if (factor == 0) return;
    for (int i = 0; i < n; i++) {
      if (a[i] > 1) continue;
      a[i] *= factor;
    }
  }

  private static void multiply(double[][] a, double[] x, double[] y) {
    for (int i = 0; i < a.length; i++) {
      y[i] = 0;
      for (int j = 0; j < x.length; j++) y[i] += a[i][j] * x[j];
    }
  }

  private static double[] sines(double[] a) {
    double[] b = new double[a.length];
    for (int i = 0; i < a.length; i++) b[i] = Math.sin(a[i]);
    return b;
  }

  private static double[] same(double[] a) {
    return a;
  }

  private static double[] longer(double[] a, double[] b) {
    return a.length > b.length ? a : b;
  }

  private static double over(double x) {
    return x;
  }

  private static double over(int n) {
    return n * 10;
  }

  private static double over(long n) {
    return n * 20;
  }

  private static double over(double x, double y) {
    return x * y;
  }

  private static double over(double[] a) {
    return a[0];
  }

  private static double sum(double... xs) {
    double sum = 0;
    for (double x : xs) sum += x;
    return sum * xs.length;
  }

  private static double weighted(int n, double... xs) {
    double sum = n;
    for (int i = 0; i < xs.length; i++) sum += xs[i] * xs[i] * i;
    return sum;
  }

  private static int index(int n) {
    int k = 0;
    while (k * k < n) k++;
    return k;
  }

  private static boolean inside(double x, double y) {
    return x * x + y * y < 1;
  }

  private static void swap(double[] a, int i, int j) {
    double t = a[i];
    a[i] = a[j];
    a[j] = t;
  }

  private static double nothing() {
    return 4;
  }

  private static void countdown(int[] state) {
    state[0]--;
  }

  static class Library {
    static final double SCALE = 1.5;

    static double apply(double x) {
      return SCALE * inner(x) + twice(x);
    }

    private static double inner(double x) {
      return x * x;
    }
  }

  @Differentiable
  static double callsHelper(double x) {
    return twice(x) * cube(x);
  }

  @Differentiable
  static double callsInCalls(double x) {
    return twice(cube(twice(x)) + cube(x - twice(x)));
  }

  @Differentiable
  static double helperOverwritesItsParameter(double x) {
    return overwriting(x) * x + overwriting(overwriting(x));
  }

  @Differentiable
  static double helperReturnsEarly(double x, double y) {
    return guarded(x) + guarded(-x) * y + guarded(x * x + 1);
  }

  @Differentiable
  static double helperReturnsFromLoop(double[] a, double x) {
    return searching(a, x) + searching(a, 10) * x + searching(a, -10);
  }

  @Differentiable
  static double voidHelperFills(double x) {
    double[] a = new double[4];
    fill(a, x);
    fill(a, a[2] * x + a[1]);
    return a[3] * a[1];
  }

  @Differentiable
  static double voidHelperReturnsEarly(double[] a, double x, int n) {
    scale(a, x, n);
    scale(a, 0, n);
    scale(a, a[0], 3);
    double sum = 0;
    for (double each : a) sum += each * each;
    return sum;
  }

  @Differentiable
  @Inputs("x length 3")
  static double voidHelperMultiplies(double[][] a, double[] x) {
    double[] y = new double[3];
    multiply(a, x, y);
    multiply(a, y, x);
    return x[0] * x[1] + y[2];
  }

  @Differentiable
  static double helperReturnsArray(double[] a) {
    double[] b = sines(sines(a));
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += b[i] * a[i];
    return sum + sines(a)[2] + sines(b).length;
  }

  @Differentiable
  static double helperReturnsItsArgument(double[] a) {
    double[] b = same(a);
    b[0] = a[1] * a[0];
    return a[0] * b[1];
  }

  @Differentiable
  static double resolvesOverloads(double x, int n) {
    return over(x) * over(n) + over(n, x) + over(3) * x + over(3L) * x + over(n / 2.0) * x + over('a') * x;
  }

  @Differentiable
  static double variableArity(double x, double y) {
    return sum(x, y) * sum() + sum(x) * sum(x, y, x * y) + sum(new double[] {x, 2, y, x});
  }

  @Differentiable
  static double variableArityAfterFixed(double x, double y, int n) {
    return weighted(n) + weighted(n, x) + weighted(2, x, y, x * y) * x;
  }

  @Differentiable
  static double variableArityWithInts(double x) {
    return sum(x, 1, 2) + weighted('b', x, 2L, 3f);
  }

  @Differentiable
  static double helperOnIntsOnly(double x, int n) {
    return x * index(n * n) + Math.pow(x * x + 1, index(n));
  }

  @Differentiable
  static double helperIsPredicate(double x, double y) {
    return inside(x, y) ? x * y : inside(x, 0) ? x : y * y;
  }

  @Differentiable
  static double swapsByHelper(double[] a) {
    swap(a, 0, 3);
    swap(a, 3, 4);
    if (a[0] > a[1]) swap(a, 0, 1);
    return a[0] * a[0] + a[3] * a[4] - a[1];
  }

  @Differentiable
  static double helperWithoutArguments(double x) {
    return x * nothing();
  }

  @Differentiable
  static double helperOfNestedClass(double x) {
    return Library.apply(x) * Library.SCALE;
  }

  @Differentiable
  static double helperQualifiedByClass(double x) {
    return HelperCalls.twice(x) + corpus.HelperCalls.cube(x);
  }

  @Differentiable
  static double callsAnotherAnnotated(double x) {
    return callsHelper(x) * callsInCalls(x / 2);
  }

  @Differentiable
  static double helperInLoop(double x, int n) {
    double t = x;
    for (int i = 0; i < n; i++) {
      t = guarded(t * t + 1) * 0.5 + overwriting(x) * i;
    }
    return t;
  }

  @Differentiable
  static double helperInCondition(double x) {
    double t = 0;
    while (cube(t) + twice(x * x) < 3) {
      t += 0.3 + 0.1 * x * x;
    }
    return t * x;
  }

  @Differentiable
  static double argumentsInOrder(double x) {
    double t = x;
    return over(t, t = t * t + 1) + over(t *= 2, t) * t;
  }

  @Differentiable
  static double helperForItsEffectOnly(double[] a, double x) {
    double[] t = {x};
    swap(a, 0, 1);
    twice(x);
    scale(t, x, 1);
    return a[0] * a[0] * t[0];
  }

  @Differentiable
  static double helperChangesInts(double x) {
    int[] state = {3};
    double t = x;
    while (state[0] > 0) {
      t = t * x + state[0];
      countdown(state);
    }
    return t;
  }

  @Differentiable
  static double helperChoosesArray(double[] a, double x) {
    double[] b = {x, x * x};
    double[] c = longer(a, b);
    return c[0] * c[1] + b[1];
  }

  @Differentiable
  @Inputs("a length 3; b length 5")
  @Inputs("a length 5; b length 3")
  static double helperChoosesAmongArguments(double[] a, double[] b) {
    double[] c = longer(a, b);
    c[1] = a[0] * b[0];
    return c[1] * a[1] + b[1] * b[2];
  }

  @Differentiable
  static double overloaded(double x) {
    return x * x;
  }

  @Differentiable
  static double overloaded(double x, double y) {
    return x * y * overloaded(x);
  }

  @Differentiable
  static double overloaded(double[] a) {
    return a[0] * overloaded(a[1], a[2]);
  }

  static double winding(double z) {
    double v = -(-z);
    v = z = Math.log1p(Math.abs(Math.sin(z))) * (z - v) * v;
    return Math.tanh(Math.hypot(1.2 + Math.sin(1.25), z)) + 0.5 * v;
  }

  /** Nothing varies in it, but in what it calls. */
  static double woundAtTwo(int rounds) {
    double z = 0.25;
    for (int i = 0; i < rounds; i++) {
      z = Math.sin(winding(2)) * Math.cos(z - 0.1 * (i + 1)) + Math.tanh(z * z) - Math.sqrt(1 + z);
    }
    return 0.7 * z + Math.tanh(z - 1) + 0.5;
  }

  @Differentiable
  static double helperAlsoWhereNothingVaries(double x, int n) {
    double y = winding(x + x) * winding(x) - winding(Math.sin(x));
    return y * (x > 0 ? woundAtTwo(n) : woundAtTwo(n + 1));
  }
}
