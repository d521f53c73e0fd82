package corpus;

import cotangent.Differentiable;
import java.util.List;

/** Lists whose type arguments follow from where they go, or from what they hold. */
class Lists {
  static final class Poly {
    final List<Double> c;
    final double k;

    Poly(List<Double> c, double k) {
      this.c = c;
      this.k = k;
    }

    double at(double x) {
      double s = k;
      for (double v : c) s = s * x + v;
      return s;
    }
  }

  @Differentiable
  static double none(double x) {
    return new Poly(List.of(), x).at(x);
  }

  @Differentiable
  static double some(double x) {
    return new Poly(List.of(1.0, x), 2).at(x);
  }

  static double sum(List<Double> l, double x) {
    double s = x;
    for (double v : l) s += v * x;
    return s;
  }

  @Differentiable
  static double helper(double x) {
    return sum(List.of(), x) + sum(List.of(x, 2.0), x);
  }

  interface P {
    double at(double x);
  }

  static final class A implements P {
    final double k;

    A(double k) {
      this.k = k;
    }

    public double at(double x) {
      return k * x;
    }
  }

  static final class B implements P {
    final double k;

    B(double k) {
      this.k = k;
    }

    public double at(double x) {
      return Math.sin(k * x);
    }
  }

  @Differentiable
  static double mix(double x) {
    List<P> l = List.of(new A(x), new B(2));
    double s = 0;
    for (P p : l) s += p.at(x);
    return s;
  }

  @Differentiable
  static double vari(double x) {
    var l = List.of(new A(x), new B(2));
    double s = 0;
    for (P p : l) s += p.at(x);
    return s;
  }

  @Differentiable
  static double direct(double x) {
    double s = 0;
    for (P p : List.of(new A(x), new B(2))) s += p.at(x);
    return s;
  }

  static double sumOf(List<? extends P> l, double x) {
    double s = 0;
    for (P p : l) s += p.at(x);
    return s;
  }

  @Differentiable
  static double passed(double x) {
    return sumOf(List.of(new A(x), new B(x), new A(3)), x);
  }
}
