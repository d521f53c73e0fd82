package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Records, classes and functions of one interface, one of which is chosen; and null among them. */
class MixedObjects {
  interface P {
    double at(double x);
  }

  record R(double k) implements P {
    public double at(double x) {
      return k * x;
    }
  }

  static final class C implements P {
    final double k;

    C(double k) {
      this.k = k;
    }

    public double at(double x) {
      return Math.sin(k * x);
    }
  }

  static double h(P p, double x) {
    return p.at(x) + p.at(2 * x);
  }

  @Differentiable
  static double arg(double x) {
    return h(x > 0.5 ? new R(x) : new C(2), x);
  }

  @Differentiable
  static double loc(double x) {
    P p = x > 0.5 ? new R(x) : new C(2);
    return h(p, x);
  }

  @Differentiable
  static double var2(double x) {
    P p = new R(x);
    if (x > 0.6) p = new C(3);
    return h(p, x);
  }

  @Differentiable
  static double recv(double x) {
    return (x > 0.5 ? new R(x) : new C(2)).at(x);
  }

  @Inputs("n = 1")
  @Inputs("n = 2")
  @Differentiable
  static double swi(double x, int n) {
    return h(
        switch (n) {
          case 0 -> new R(x);
          case 1 -> new C(x);
          default -> new R(3);
        },
        x);
  }

  @Differentiable
  static double lam(double x) {
    P p = x > 0.5 ? v -> v * x : new C(2);
    return h(p, x);
  }

  static double d(java.util.function.DoubleUnaryOperator f, double x) {
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double lam3(double x) {
    return d(x > 0.5 ? v -> v * x : Math::sin, x) + h(x < 0.5 ? v -> v : (v -> x), x);
  }

  static final class Node {
    double v;
    Node next;

    Node(double v) {
      this.v = v;
    }
  }

  @Differentiable
  static double two(double x) {
    Node a = new Node(x);
    Node b = new Node(2 * x);
    Node q = null;
    a.next = b;
    if (x > 0.1) b.next = q;
    double s = 0;
    for (Node n = a; n != null; n = n.next) s = s * x + n.v;
    return s;
  }
}
