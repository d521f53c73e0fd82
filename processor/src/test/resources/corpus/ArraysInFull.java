package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;

/** Arrays, all of it: aliases, rows swapped and shared, copies, fills, state overwritten. */
class ArraysInFull {
  @Differentiable
  static double alias(double[] a) {
    double[] b = a;
    b[0] = a[1] * a[0];
    a[1] = b[0] + 1;
    return a[0] * b[1] * b[2];
  }

  @Differentiable
  static double rowsSwapped(double[][] a) {
    double[] t = a[0];
    a[0] = a[1];
    a[1] = t;
    a[0][0] *= a[1][0];
    return a[0][0] * a[0][1] + t[1] * t[2] + a[1][2];
  }

  @Differentiable
  static double rowShared(double[] r, double x) {
    double[][] m = {r, {x, x * x, 1}, r};
    m[0][1] *= x;
    m[2][1] *= m[1][1];
    return m[0][1] + m[2][0] * r[1];
  }

  @Differentiable
  static double rowReplaced(double[][] a, double[] r) {
    a[1] = r;
    r[0] = a[1][1] * a[0][0];
    return a[1][0] * a[2][0];
  }

  @Differentiable
  static double rowReplacedByNew(double[][] a, double x) {
    double old = a[1][1];
    a[1] = new double[] {x, x * x};
    return a[1][0] * a[1][1] + old * a[0][0];
  }

  @Differentiable
  static double rowsMadeInLoop(double[] a) {
    double[][] table = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      table[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        table[i][j] = i == 0 ? a[0] : a[i] * table[i - 1][Math.min(j, i - 1)] + j;
      }
    }
    double sum = 0;
    for (double[] row : table) sum += row[row.length - 1] * row[0];
    return sum;
  }

  @Differentiable
  static double aliasChosenByFlag(double[] a, double[] b, boolean flag) {
    double[] c = flag ? a : b;
    c[0] = a[0] * b[0] + c[1];
    return a[0] * 2 + b[0] * c[2];
  }

  @Differentiable
  static double aliasChosenByActive(double[] a, double[] b) {
    double[] c = a[0] > b[0] ? a : b;
    for (int i = 0; i < 3; i++) c[i] = c[i] * a[i] + b[i];
    return a[0] * b[1] + a[2] * b[2] + a[1];
  }

  @Differentiable
  static double aliasAlternating(double[] a, double[] b) {
    double[] from = a;
    double[] to = b;
    for (int i = 0; i < 5; i++) {
      to[i % 5] += from[(i + 1) % 5] * from[i];
      double[] t = from;
      from = to;
      to = t;
    }
    return from[0] * to[1] + to[2] * from[3] + from[4];
  }

  @Differentiable
  static double copied(double[] a) {
    double[] b = new double[6];
    System.arraycopy(a, 1, b, 2, 3);
    a[2] = 7 * b[2];
    b[5] = a[2];
    return b[2] * b[3] + b[4] * a[0] + b[5] * b[0];
  }

  @Differentiable
  static double copiedOverlappingUp(double[] a) {
    System.arraycopy(a, 0, a, 1, 4);
    return a[0] + a[1] * a[2] + a[3] * a[4] * a[4];
  }

  @Differentiable
  static double copiedOverlappingDown(double[] a) {
    a[4] *= 2;
    System.arraycopy(a, 1, a, 0, 4);
    System.arraycopy(a, 2, a, 1, 3);
    return a[0] + a[1] * a[2] + a[3] * a[4] * a[4];
  }

  @Differentiable
  @Inputs("n = 2")
  @Inputs(value = "n = 4", fails = IndexOutOfBoundsException.class)
  static double copiedByCount(double[] a, double[] b, int n) {
    System.arraycopy(a, 2, b, 1, n);
    return b[1] * b[2] + a[2] * b[3];
  }

  @Differentiable
  static double filled(double[] a, double x) {
    Arrays.fill(a, 1, 3, x * a[0]);
    double[] b = new double[4];
    Arrays.fill(b, a[1]);
    Arrays.fill(b, 0, 1, 3);
    return a[0] * a[1] + a[2] * a[3] + b[0] * b[3];
  }

  @Differentiable
  static double copyOf(double[] a) {
    double[] b = Arrays.copyOf(a, 7);
    double[] c = Arrays.copyOf(a, 2);
    double[] d = Arrays.copyOfRange(a, 1, 4);
    b[6] = c[1] * d[0];
    a[1] = 0;
    return b[1] * b[6] + b[5] + d[2] * c[0] + b.length * d.length;
  }

  @Differentiable
  static double clonedRows(double[][] a) {
    double[][] b = a.clone();
    double[] c = a[1].clone();
    b[0][0] *= 2;
    c[0] *= b[1][1];
    b[2] = c;
    return a[0][0] * a[2][0] + b[2][0] * a[1][0];
  }

  @Differentiable
  static double deepClone(double[][] a) {
    double[][] b = new double[a.length][];
    for (int i = 0; i < a.length; i++) b[i] = a[i].clone();
    for (int i = 0; i < a.length; i++) a[i][i] = b[i][0] * b[0][i];
    return a[0][0] * a[1][1] * a[2][2] + b[1][1];
  }

  @Differentiable
  static double threeDimensional(double[][][] a, int n) {
    double[][] plane = a[n - 1 > 1 ? 1 : 0];
    plane[1] = plane[2];
    plane[1][0] *= a[0][0][1];
    a[2] = plane;
    double sum = 0;
    for (double[][] p : a) for (double[] r : p) sum += r[0] * r[0] * r[1];
    return sum;
  }

  @Differentiable
  static double threeDimensionalNew(double[] a) {
    double[][][] t = new double[2][a.length][3];
    for (int i = 0; i < a.length; i++) {
      t[0][i][1] = a[i] * a[i];
      t[1][i][2] = t[0][i][1] * a[0];
    }
    double[][][] u = new double[2][][];
    u[1] = t[0];
    u[1][3][1] *= 2;
    return t[0][3][1] + t[1][2][2] * t[1][1][2];
  }

  @Differentiable
  static double intStateNeededBackwards(double[] a) {
    int[] stack = new int[8];
    int top = 0;
    double t = 0;
    for (int i = 0; i < a.length; i++) {
      while (top > 0 && a[stack[top - 1]] < a[i]) {
        top--;
        t += a[stack[top]] * a[i];
      }
      stack[top++] = i;
    }
    while (top > 0) t = t * 0.5 + a[stack[--top]] * a[0];
    return t;
  }

  @Differentiable
  static double booleanStateNeededBackwards(double[] a) {
    boolean[] seen = new boolean[a.length];
    double t = 1;
    int k = 0;
    for (int i = 0; i < 8; i++) {
      t = seen[k] ? t + a[k] : t * a[k];
      seen[k] = !seen[k];
      k = (k + i) % a.length;
    }
    return t;
  }

  @Differentiable
  static double longStateNeededBackwards(double[] a, long seed) {
    long state = seed;
    double t = 0;
    for (int i = 0; i < 6; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      int k = (int) ((state >>> 33) % a.length);
      t = t * a[k] + a[0];
      a[k] = t * 0.3;
    }
    return t + (state & 1) * a[1];
  }

  @Differentiable
  static double sieve(double[] a) {
    boolean[] composite = new boolean[20];
    double sum = 0;
    for (int i = 2; i < composite.length; i++) {
      if (!composite[i]) {
        sum += a[i % a.length] * a[i % a.length] * i;
        for (int j = i * i; j < composite.length; j += i) composite[j] = true;
      }
    }
    return sum;
  }

  @Differentiable
  static double arrayOfHelperRows(double[] a) {
    double[][] t = {scaled(a, 2), scaled(a, a[0]), a};
    t[2][0] = t[0][1] * t[1][1];
    return t[0][0] * t[1][0] + a[0];
  }

  private static double[] scaled(double[] a, double factor) {
    double[] b = new double[a.length];
    for (int i = 0; i < a.length; i++) b[i] = factor * a[i];
    return b;
  }

  @Differentiable
  static double sameArrayToHelperTwice(double[] a) {
    add(a, a);
    double[] b = a.clone();
    add(b, a);
    return a[0] * b[1] + a[2] * a[3];
  }

  private static void add(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) a[i] += b[i] * b[(i + 1) % b.length];
  }

  @Differentiable
  static double sameArrayThroughRows(double[][] a) {
    add(a[0], a[1]);
    add(a[1], a[1]);
    double[] last = a[2];
    add(last, a[0]);
    return a[0][0] * a[1][1] + a[2][2];
  }

  @Differentiable
  static double lengthOfChosen(double[] a, double[][] b, boolean flag) {
    double[] c = flag ? a : b[1];
    double sum = 0;
    for (int i = 0; i < c.length; i++) sum += c[i] * c[i] * c.length;
    return sum + a[0] * b[1][0];
  }

  @Differentiable
  static double comparedByReference(double[] a, double[] b) {
    double[] c = a[0] > 0 ? a : b;
    return c == a ? a[1] * a[1] : c != b ? 0 : b[1] * a[1];
  }

  @Differentiable
  static double nullUntilSet(double[] a) {
    double[] t = null;
    for (int i = 0; i < a.length; i++) {
      if (t == null) {
        t = new double[] {a[i], 1};
      } else {
        t[1] += t[0] * a[i];
      }
    }
    return t[0] * t[1];
  }

  @Differentiable
  static double variableLengthHistory(double x) {
    double[] history = new double[2];
    int n = 0;
    double t = x * x + 0.1;
    while (t < 3) {
      if (n == history.length) history = Arrays.copyOf(history, 2 * n);
      history[n++] = t;
      t = t * 1.3 + 0.1;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) sum += history[i] * history[n - 1 - i];
    return sum;
  }

  @Differentiable
  static double streamOfBlocks(double[] a) {
    double total = 0;
    for (int block = 0; block < 3; block++) {
      double[] buffer = new double[3];
      for (int i = 0; i < 3; i++) buffer[i] = a[block + i] * total + a[i];
      double[] other = buffer;
      other[0] += buffer[2] * buffer[1];
      total += other[0];
    }
    return total;
  }

  @Differentiable
  static double rotatedRows(double[][] a) {
    for (int step = 0; step < 4; step++) {
      double[] first = a[0];
      for (int i = 0; i + 1 < a.length; i++) a[i] = a[i + 1];
      a[a.length - 1] = first;
      first[step % 3] = first[step % 3] * a[0][0] + 0.5;
    }
    return a[0][0] * a[1][1] + a[2][2] * a[0][2];
  }

  @Differentiable
  static double pivotedByRowSwaps(double[][] a) {
    double det = 1;
    for (int k = 0; k < 3; k++) {
      int pivot = k;
      for (int i = k + 1; i < 3; i++) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
      if (pivot != k) {
        double[] row = a[k];
        a[k] = a[pivot];
        a[pivot] = row;
        det = -det;
      }
      det *= a[k][k];
      for (int i = k + 1; i < 3; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < 3; j++) a[i][j] -= f * a[k][j];
      }
    }
    return det;
  }

  @Differentiable
  static double arraysSetAll(double[] a) {
    double sum = 0;
    int[] counts = new int[3];
    Arrays.fill(counts, 2);
    for (int i = 0; i < 3; i++) {
      counts[i] += i;
      sum += a[counts[i]] * a[i];
    }
    return sum;
  }

  @Differentiable
  static double clonedInOneArm(double x, double[] a) {
    double[] b = a;
    if (x > 0) {
      b = a.clone();
    }
    return b[0] * b[1] + x;
  }

  @Differentiable
  static double clonedAgainAndAgain(double[] a) {
    double[] b = a;
    for (int i = 0; i < 3; i++) {
      b = b.clone();
    }
    return b[0] * b[0] + b[1];
  }

  @Differentiable
  static double clonedIntoRows(double[] a) {
    double[][] m = new double[3][];
    for (int i = 0; i < 3; i++) {
      m[i] = a.clone();
    }
    return m[0][0] * m[1][1] + m[2][2] * a[0];
  }

  @Differentiable
  static double rowTakenForAnother(double[][] w) {
    w[2] = w[1];
    return w[2][0] * w[0][0] + w[1][1];
  }

  /** Its derivatives by {@code w} are zero, and shaped as it was. */
  @SuppressWarnings("cotangent")
  @Differentiable({cotangent.Derivative.VJP, cotangent.Derivative.JACOBIAN})
  static double[] rowsOfOthers(double[] c, double[][] w) {
    w[1] = java.util.Arrays.copyOf(c, 2);
    w[2] = new double[] {c[0]};
    c[0] *= c[1];
    return c;
  }

  /** Rows that are null are neither copied nor read. */
  @Differentiable({cotangent.Derivative.VJP, cotangent.Derivative.JACOBIAN})
  static double[] lastRow(double[][] w, double[] c) {
    double[][] rows = {null, w[0]};
    for (int i = 0; i < c.length; i++) {
      rows[1][0] *= c[i];
    }
    return rows[1].clone();
  }

  @SuppressWarnings("cotangent")
  @Differentiable
  static double rowsOfOthersSummed(double x, double[][] w) {
    w[0] = new double[] {x};
    return w[0][0] * x;
  }

  /** The tangent of what is returned is the seed itself. */
  @SuppressWarnings("cotangent")
  @Differentiable({cotangent.Derivative.VJP, cotangent.Derivative.JACOBIAN})
  static double[] returnedAsGiven(double x, double[] c) {
    while (x < 3) {
      x += Math.exp(Math.sin(x));
    }
    return c;
  }

  @Differentiable({cotangent.Derivative.VJP, cotangent.Derivative.JACOBIAN})
  static double[] returnedAsGivenOrNot(double x, double[] c) {
    double[] d = {x, x * x, 1, 2, c[0]};
    while (x < 3) {
      x += Math.exp(Math.sin(x));
      d[1] += x;
    }
    return x > 4 ? c : d;
  }
}
