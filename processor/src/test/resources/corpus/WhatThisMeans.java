package corpus;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Members of {@code this}: those of the class that says it, whatever the object is of. */
class WhatThisMeans {
  static class Above {
    double k = 2;
    private double own = 3;

    static double hidden(double x) {
      return x * 3;
    }

    private double secret(double x) {
      return x * x * this.own;
    }

    double overloaded(Object o, double x) {
      return x * 3;
    }

    double overridden(double x) {
      return x;
    }

    double all(double x) {
      DoubleUnaryOperator reference = this::secret;
      return this.secret(x) + this.k * x + hidden(x) + this.overloaded("s", x)
          + this.overridden(x) + reference.applyAsDouble(x) * this.own;
    }

    class Inner {
      double all(double x) {
        DoubleUnaryOperator reference = Above.this::overridden;
        return Above.this.secret(x) + Above.this.k * x + Above.this.overloaded("s", x)
            + Above.this.overridden(x) * reference.applyAsDouble(x) + Above.this.own;
      }
    }

    Inner inner() {
      return new Inner();
    }
  }

  static class Below extends Above {
    double k = 50;
    double own = 70;

    static double hidden(double x) {
      return x * x * 50;
    }

    double secret(double x) {
      return 5 * x;
    }

    double overloaded(String o, double x) {
      return x * x * 1000;
    }

    @Override
    double overridden(double x) {
      return x * x * x;
    }

    @Differentiable
    double both(double x) {
      return all(x) * super.all(x) + this.k * super.k * x + this.secret(x);
    }
  }

  @Differentiable
  static double ofAnObjectFromOutside(Below b, double x) {
    return b.all(x) + b.k * ((Above) b).k * x;
  }

  @Differentiable
  static double ofOneThatIsMade(double x) {
    Below b = new Below();
    b.k = x;
    return b.all(x) + b.inner().all(x) + b.overloaded("s", x) + b.secret(x);
  }

  interface Asked {
    double a();

    default double all(double x) {
      return this.secret(x) * a();
    }

    private double secret(double x) {
      return x * x;
    }
  }

  record Answer(double a) implements Asked {
    double secret(double x) {
      return 9 * x;
    }
  }

  @Differentiable
  static double ofARecord(Answer r, double x) {
    return r.all(x) * r.a() + r.secret(x);
  }

  static class Hook {
    double v;

    Hook() {
      hook();
    }

    void hook() {}

    double secretly(double x) {
      return secret(x);
    }

    private double secret(double x) {
      return x * x;
    }
  }

  static class Constants extends Hook {
    final double c = 5;
    final String s = "abc";
    final double later = Math.sqrt(c);

    @Override
    void hook() {
      v = c + this.c + s.length() + later;
    }
  }

  @Differentiable
  static double constantsThatAreReadBeforeTheyAreSet(double x) {
    Hook anonymous =
        new Hook() {
          final double c = 2 * 3;

          @Override
          void hook() {
            v = c;
          }
        };
    return new Constants().v * x + anonymous.v * x * x;
  }

  @Differentiable
  static double whatIsPrivateIsNotOverridden(double x) {
    Hook h =
        new Hook() {
          double secret(double x) {
            return 5 * x;
          }

          @Override
          double secretly(double x) {
            return super.secretly(x) + secret(x) * x;
          }
        };
    Hook other =
        new Hook() {
          double secret(double x) {
            return 1000;
          }
        };
    return h.secretly(x) + other.secretly(x) * other.secret(x);
  }

  interface Static {
    static double twice(double x) {
      return 77 * x;
    }

    double go(double x);
  }

  static double twice(double x) {
    return 2 * x;
  }

  @Differentiable
  static double staticMethodsOfInterfacesAreNotInherited(double x) {
    Static s =
        new Static() {
          public double go(double z) {
            return twice(z) * z;
          }
        };
    return s.go(x);
  }
}
