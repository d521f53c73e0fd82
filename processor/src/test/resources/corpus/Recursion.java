package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Methods that call themselves, and each other. */
class Recursion {
  private static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  private static double fastPower(double x, int n) {
    if (n == 0) return 1;
    if (n % 2 == 1) return x * fastPower(x, n - 1);
    double half = fastPower(x, n / 2);
    return half * half;
  }

  private static double fibonacci(double a, double b, int n) {
    if (n < 2) return n == 0 ? a : b;
    return fibonacci(a, b, n - 1) + 0.9 * fibonacci(a, b, n - 2);
  }

  private static double even(double x, int n) {
    return n == 0 ? x : odd(x * 1.1, n - 1) + x;
  }

  private static double odd(double x, int n) {
    return n == 0 ? x * x : even(Math.sin(x), n - 1) * x;
  }

  private static double untilLarge(double x) {
    if (x > 3) return x * x;
    return 1.5 * untilLarge(x * x * 0.5 + x + 0.3) - x;
  }

  private static double sum(double[] a, int from, int to) {
    if (to - from == 1) return a[from] * a[from];
    int middle = (from + to) / 2;
    return sum(a, from, middle) + Math.sin(sum(a, middle, to));
  }

  private static double minors(double[][] a, int row, boolean[] used) {
    int n = a.length;
    if (row == n) return 1;
    double det = 0;
    double sign = 1;
    for (int j = 0; j < n; j++) {
      if (used[j]) continue;
      used[j] = true;
      det += sign * a[row][j] * minors(a, row + 1, used);
      used[j] = false;
      sign = -sign;
    }
    return det;
  }

  private static double permanent(double[] a, int n) {
    if (n == 1) return a[0];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = a[i];
      a[i] = a[n - 1];
      a[n - 1] = t;
      sum += a[n - 1] * permanent(a, n - 1) + a[0];
      a[n - 1] = a[i];
      a[i] = t;
    }
    return sum;
  }

  private static void halve(double[] a, int n) {
    if (n == 0) return;
    a[n - 1] = a[n - 1] * 0.5 + a[0];
    halve(a, n - 1);
    a[0] *= 1.1;
  }

  private static void quickSort(double[] a, int low, int high) {
    if (low >= high) return;
    double pivot = a[high];
    int split = low;
    for (int i = low; i < high; i++) {
      if (a[i] < pivot) {
        double t = a[i];
        a[i] = a[split];
        a[split] = t;
        split++;
      }
    }
    a[high] = a[split];
    a[split] = pivot;
    quickSort(a, low, split - 1);
    quickSort(a, split + 1, high);
  }

  private static double tree(double[] leaves, int[] left, int[] right, int node) {
    if (left[node] < 0) return leaves[node];
    return Math.tanh(tree(leaves, left, right, left[node]) + 2 * tree(leaves, left, right, right[node]));
  }

  private static int count(int n) {
    return n <= 1 ? 1 : count(n - 1) + count(n - 2);
  }

  private static double ackermannLike(double x, int m, int n) {
    if (m == 0) return x + n;
    if (n == 0) return ackermannLike(x * 0.9, m - 1, 1);
    return ackermannLike(ackermannLike(x, m, n - 1) * 0.1, m - 1, 2);
  }

  record State(double x, double y) {}

  private static State steps(State s, int n) {
    return n == 0 ? s : steps(new State(s.x() + 0.1 * s.y(), s.y() - 0.1 * s.x()), n - 1);
  }

  private static double adaptive(double a, double b, double tolerance, int depth) {
    double middle = 0.5 * (a + b);
    double coarse = (b - a) * Math.exp(middle);
    double fine = 0.5 * (b - a) * (Math.exp(0.5 * (a + middle)) + Math.exp(0.5 * (middle + b)));
    if (depth == 0 || Math.abs(fine - coarse) < tolerance) return fine;
    return adaptive(a, middle, tolerance, depth - 1) + adaptive(middle, b, tolerance, depth - 1);
  }

  @Differentiable
  static double powers(double x, int n) {
    return power(x, n) + fastPower(x, n + 2) + power(x, 0);
  }

  @Differentiable
  static double itself(double x, int n) {
    if (n <= 0) return x;
    return x * itself(Math.sin(x), n - 1);
  }

  @Differentiable
  static double deep(double x) {
    return power(0.999 + 0.001 * x, 500);
  }

  @Differentiable
  static double twice(double x, double y) {
    return fibonacci(x * y, y, 7);
  }

  @Differentiable
  static double mutual(double x, int n) {
    return even(x, n + 2) * odd(x, 3);
  }

  @Differentiable
  static double onActive(double x) {
    return untilLarge(x * x);
  }

  @Differentiable
  static double divideAndConquer(double[] a) {
    return sum(a, 0, a.length);
  }

  @Differentiable
  static double determinantByMinors(double[][] a) {
    return minors(a, 0, new boolean[a.length]);
  }

  @Differentiable
  @Inputs("a length 4")
  static double changedAndRestored(double[] a) {
    return permanent(a, a.length);
  }

  @Differentiable
  static double voidRecursion(double[] a) {
    halve(a, a.length);
    return a[0] * a[1] + a[4] * a[3] * a[2];
  }

  @Differentiable
  static double sorted(double[] a) {
    quickSort(a, 0, a.length - 1);
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * a[i] * i;
    return sum;
  }

  @Differentiable
  @Inputs("leaves length 7; left = {1, 3, 5, -1, -1, -1, -1}; right = {2, 4, 6, -1, -1, -1, -1}")
  static double treeOfCells(double[] leaves, int[] left, int[] right) {
    return tree(leaves, left, right, 0);
  }

  @Differentiable
  static double onIntsOnly(double x, int n) {
    return x * count(n + 2);
  }

  @Differentiable
  static double nestedCalls(double x) {
    return ackermannLike(x, 2, 2);
  }

  @Differentiable
  static double ofRecords(double x, double y) {
    State s = steps(new State(x, y), 5);
    return s.x() * s.y();
  }

  @Differentiable
  static double quadrature(double a, double b) {
    return adaptive(a, b + 2, 1e-4, 6);
  }

  @Differentiable
  static double inLoop(double x, int n) {
    double t = x;
    for (int i = 0; i < n; i++) t = fastPower(t, i) + x;
    return t;
  }

  @Differentiable
  static double loopBeforeTheTestOfALoop(double v) {
    return nestedLoops(2, v);
  }

  private static double nestedLoops(int n, double v) {
    if (n <= 0) {
      return v * 0.9;
    }
    double deeper = nestedLoops(n - 1, Math.sin(v) + 0.1);
    int i = 0;
    do {
      for (int k = 0; k < 2; k++) {
        for (double x = Math.sin(v); x < 2 + Math.sin(0.1 * k); x += 0.6 + x * x) {
          deeper = Math.sin(deeper) * v + 0.5;
        }
      }
    } while (++i < 3);
    return deeper;
  }

  @Differentiable
  static double sumOfDearTerms(double v) {
    return dearTerms(2, v);
  }

  private static double dearTerms(int n, double v) {
    if (n <= 0) {
      return v * 0.9;
    }
    double deeper = dearTerms(n - 1, Math.sin(v) + 0.1);
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += Math.sin(Math.exp(0.3 * k * deeper));
    }
    return sum;
  }

  /** Takes and gives boxed numbers. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @Inputs("x = 0.7; n = 3")
  static double boxed(double x, int n) {
    return boxedTaken(n, x) * boxedGiven(n, x, 2.0);
  }

  private static double boxedTaken(int n, Double x) {
    return n <= 0 ? x : 0.5 * boxedTaken(n - 1, Math.sin(x)) + x;
  }

  private static Double boxedGiven(int n, double x, Double last) {
    if (n <= 0) {
      return last;
    }
    return boxedGiven(n - 1, x, x * last) + 0.1;
  }
}
