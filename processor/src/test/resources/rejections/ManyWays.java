package rejections;

import cotangent.Differentiable;

/** Methods chosen by class that call methods chosen by class, and mean something else in each call. */
class ManyWays {
  interface Outer {
    double outer(double x, Middle middle, Inner inner);
  }

  interface Middle {
    <T> double middle(double x, Inner inner, T why);
  }

  interface Inner {
    <T> double inner(double x, T why);
  }

  record Outer1(double k) implements Outer {
    public double outer(double x, Middle middle, Inner inner) {
      return middle.middle(1 * k * x, inner, x);
    }
  }

  record Middle1(double k) implements Middle {
    public <T> double middle(double x, Inner inner, T why) {
      return inner.inner(1 + k * x, x); // error: [CT049] the method <T>inner(double,T) is abstract or may be overridden
    }
  }

  record Inner1(double k) implements Inner {
    public <T> double inner(double x, T why) {
      return k * x - 1;
    }
  }

  record Outer2(double k) implements Outer {
    public double outer(double x, Middle middle, Inner inner) {
      return middle.middle(2 * k * x, inner, x);
    }
  }

  record Middle2(double k) implements Middle {
    public <T> double middle(double x, Inner inner, T why) {
      return inner.inner(2 + k * x, x); // error: [CT049] the method <T>inner(double,T) is abstract or may be overridden
    }
  }

  record Inner2(double k) implements Inner {
    public <T> double inner(double x, T why) {
      return k * x - 2;
    }
  }

  record Outer3(double k) implements Outer {
    public double outer(double x, Middle middle, Inner inner) {
      return middle.middle(3 * k * x, inner, x);
    }
  }

  record Middle3(double k) implements Middle {
    public <T> double middle(double x, Inner inner, T why) {
      return inner.inner(3 + k * x, x); // error: [CT049] the method <T>inner(double,T) is abstract or may be overridden
    }
  }

  record Inner3(double k) implements Inner {
    public <T> double inner(double x, T why) {
      return k * x - 3;
    }
  }

  record Outer4(double k) implements Outer {
    public double outer(double x, Middle middle, Inner inner) {
      return middle.middle(4 * k * x, inner, x);
    }
  }

  record Middle4(double k) implements Middle {
    public <T> double middle(double x, Inner inner, T why) {
      return inner.inner(4 + k * x, x); // error: [CT049] the method <T>inner(double,T) is abstract or may be overridden
    }
  }

  record Inner4(double k) implements Inner {
    public <T> double inner(double x, T why) {
      return k * x - 4;
    }
  }

  record Outer5(double k) implements Outer {
    public double outer(double x, Middle middle, Inner inner) {
      return middle.middle(5 * k * x, inner, x);
    }
  }

  record Middle5(double k) implements Middle {
    public <T> double middle(double x, Inner inner, T why) {
      return inner.inner(5 + k * x, x); // error: [CT049] the method <T>inner(double,T) is abstract or may be overridden
    }
  }

  record Inner5(double k) implements Inner {
    public <T> double inner(double x, T why) {
      return k * x - 5;
    }
  }

  @Differentiable
  static double throughAll(double x, Outer outer, Middle middle, Inner inner) {
    return outer.outer(x, middle, inner);
  }

  @Differentiable
  static double throughTwo(double x, Middle middle, Inner inner) {
    return middle.middle(x, inner, x);
  }
}
