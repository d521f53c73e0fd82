package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Objects of several classes that are left as they are, in variables of their common type. */
class WholeObjects {
  interface Ex {
    double ev();
  }

  static final class Lit implements Ex {
    final double v;

    Lit(double v) {
      this.v = v;
    }

    public double ev() {
      return v;
    }
  }

  static final class Neg implements Ex {
    final Ex a;

    Neg(Ex a) {
      this.a = a;
    }

    public double ev() {
      return -a.ev();
    }
  }

  static final class Prod implements Ex {
    final Ex a, b;

    Prod(Ex a, Ex b) {
      this.a = a;
      this.b = b;
    }

    public double ev() {
      return a.ev() * b.ev();
    }
  }

  @Differentiable
  static double branch(double x) {
    Ex e = new Lit(3);
    if (x > 0) e = new Prod(e, e);
    else e = new Neg(e);
    return e.ev() * x;
  }

  @Differentiable
  static double branchInLoop(double x) {
    Ex e = new Lit(3);
    for (int i = 0; i < 4; i++) {
      if (i % 2 == 0) e = new Prod(e, new Lit(2));
      else e = new Neg(e);
    }
    return e.ev() * x;
  }

  @Differentiable
  static double whiled(double x) {
    Ex e = new Lit(3);
    int i = 0;
    while (i < 3) {
      e = new Prod(new Lit(2), e);
      i++;
    }
    return e.ev() * x;
  }

  @Differentiable
  static double dodo(double x) {
    Ex e = new Lit(3);
    int i = 0;
    do {
      e = new Prod(new Lit(2), e);
      i++;
    } while (i < 3);
    return e.ev() * x;
  }

  @Differentiable
  static double each(double[] x) {
    Ex e = new Lit(3);
    for (double v : x) {
      if (v > 100) continue;
      e = new Neg(e);
    }
    return e.ev() * x[0];
  }

  @Inputs("n = 5")
  @Differentiable
  static double chosen(double x, int n) {
    Ex e = n > 3 ? new Lit(3) : new Neg(new Lit(2));
    for (int i = 0; i < n; i++) e = i > 2 ? new Neg(e) : new Prod(e, new Lit(2));
    return e.ev() * x;
  }
}
