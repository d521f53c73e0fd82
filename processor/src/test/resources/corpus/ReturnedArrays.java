package corpus;

import cotangent.Checkpoint;
import cotangent.Differentiable;
import cotangent.Shape;

/** Arrays that functions and recursion make, return, keep and change. */
class ReturnedArrays {
  static double[] fill(double[] x, int n) {
    double[] r = new double[x.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = x[i] * x[i] + n;
    }
    if (n > 0) {
      double[] q = fill(x, n - 1);
      for (int i = 0; i < r.length; i++) r[i] += q[i] * r[i];
    }
    return r;
  }

  static double[] bump(double[] x, int n) {
    for (int i = 0; i < x.length; i++) x[i] = x[i] * x[i] + 0.1 * n;
    return n > 0 ? bump(x, n - 1) : x;
  }

  static double[] either(double[] x, int n) {
    double[] r = n % 2 == 0 ? x : new double[x.length];
    for (int i = 0; i < x.length; i++) r[i] = Math.sin(r[i] + x[i]) * (n + 1);
    return n > 1 ? either(r, n - 1) : r;
  }

  static double use(double[] x) {
    double s = 0;
    for (double v : x) s += v * v * v;
    return s;
  }

  static void memo(double[][] m, double[] x, int k) {
    if (m[k] == null) {
      double[] f = new double[x.length];
      for (int i = 0; i < f.length; i++) f[i] = x[i] * (k + 1);
      m[k] = f;
      if (k > 0) memo(m, x, k - 1);
    } else {
      double[] old = m[k];
      for (int i = 0; i < old.length; i++) old[i] = old[i] * old[i];
      if (k > 0) memo(m, x, k - 1);
    }
  }

  @Differentiable
  static double filledAgain(@Shape("n") double[] x) {
    double s = 0;
    for (int k = 0; k < 3; k++) {
      double[] r = fill(x, k);
      s += use(r);
      for (int i = 0; i < r.length; i++) r[i] *= s;
      s += r[0] * r[r.length - 1];
    }
    return s;
  }

  @Differentiable
  static double bumped(@Shape("n") double[] x) {
    double[] r = fill(x, 1);
    double s = use(r);
    double[] t = bump(r, 1);
    s += use(t) * use(r);
    return s + use(bump(fill(r, 1), 1));
  }

  @Differentiable
  static double givenOrMade(@Shape("n") double[] x) {
    double[] y = x.clone();
    double s = 0;
    for (int k = 1; k < 4; k++) {
      double[] r = either(y, k);
      s += use(r) * y[0];
    }
    return s;
  }

  @Differentiable
  static double remembered(@Shape("n") double[] x) {
    double[][] m = new double[3][];
    memo(m, x, 2);
    double s = use(m[0]) + use(m[2]) * use(m[1]);
    double[] keep = m[2];
    memo(m, x, 2);
    s += use(keep) * x[0] + use(m[1]);
    memo(m, x, 1);
    return s + use(m[1]);
  }

  static final class Node {
    double[] v;
    Node next;

    Node(double[] v, Node next) {
      this.v = v;
      this.next = next;
    }
  }

  static Node list(double[] x, int n) {
    double[] c = new double[x.length];
    for (int i = 0; i < c.length; i++) c[i] = x[i] + n;
    return n == 0 ? new Node(c, null) : new Node(c, list(x, n - 1));
  }

  static double spoil(Node n, double f) {
    double s = 0;
    for (int i = 0; i < n.v.length; i++) {
      s += n.v[i] * n.v[i] * f;
      n.v[i] = n.v[i] * f;
    }
    return n.next == null ? s : s + spoil(n.next, f * s);
  }

  @Differentiable
  static double linked(@Shape("n") double[] x) {
    Node n = list(x, 2);
    double s = use(n.v) + use(n.next.v);
    s += spoil(n, 0.5);
    s += use(n.v) * use(n.next.next.v);
    return s + spoil(n, 0.25);
  }

  static double[][] rows(double[] x, int n) {
    double[][] r = n == 0 ? new double[3][] : rows(x, n - 1);
    double[] q = new double[x.length];
    for (int i = 0; i < q.length; i++) q[i] = x[i] * x[i] * (n + 1);
    r[n] = q;
    if (n > 0) {
      double[] before = r[n - 1];
      before[0] = before[0] * q[0];
    }
    return r;
  }

  @Differentiable
  static double rowsOfRecursion(@Shape("n") double[] x) {
    double[][] r = rows(x, 2);
    double s = use(r[0]) * use(r[1]);
    double[] k = r[1];
    r[1] = r[2];
    s += use(k) * use(r[1]);
    double[][] q = rows(r[1], 1);
    s += use(q[0]) + use(q[1]) * use(r[1]);
    return s;
  }

  static double[] once(double[] x, int n) {
    double[] r = new double[x.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = x[i] * x[i] + n;
    }
    for (int i = 1; i < r.length; i++) r[i] += r[i - 1] * x[i];
    for (int i = 0; i < r.length; i++) {
      r[i] = Math.cos(r[i]);
    }
    return r;
  }

  static double[] checkpointed(double[] x, int n) {
    double[] r = once(x, 1);
    return n == 0 ? r : once(r, 0);
  }

  @Differentiable
  static double onceMore(@Shape("n") double[] x) {
    double[] a = once(x, 1), b = once(a, 2), c = once(b, 3);
    double s = use(a) * use(b);
    a[0] = s;
    b = once(a, 4);
    return s * use(b) * use(c) + use(a);
  }

  @Differentiable
  static double inBlocks(@Shape("n") double[] x) {
    double[] y = x.clone();
    double s = 0;
    for (@Checkpoint(2) int k = 0; k < 5; k++) {
      double[] r = checkpointed(y, k % 2);
      s += 0.001 * use(r);
      for (int j = 0; j < y.length; j++) y[j] = Math.sin(r[j]) * y[j];
    }
    return s;
  }
}
