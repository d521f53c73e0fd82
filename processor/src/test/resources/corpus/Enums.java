package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Enums whose constants have methods of their own. */
class Enums {
  enum Op {
    ADD {
      double ap(double a, double b) {
        return a + b;
      }
    },
    MUL {
      @Override
      double ap(double a, double b) {
        return a * b;
      }
    };

    abstract double ap(double a, double b);
  }

  enum Kind {
    PLAIN,
    SQUARED {
      @Override
      double of(double x) {
        return x * x;
      }
    };

    double of(double x) {
      return x;
    }
  }

  enum Scale {
    KILO(1000),
    MILLI(0.001) {
      @Override
      double apply(double x) {
        return factor * x * x;
      }
    };
    final double factor;

    Scale(double factor) {
      this.factor = factor;
    }

    double apply(double x) {
      return factor * x;
    }
  }

  interface Un {
    double at(double x);
  }

  enum Act implements Un {
    TANH {
      public double at(double x) {
        return Math.tanh(x);
      }
    },
    RELU {
      public double at(double x) {
        return Math.max(0, x);
      }
    },
    ID {
      public double at(double x) {
        return x;
      }
    }
  }

  static final Op[] OPS = Op.values();
  static final Act[] ACTS = Act.values();

  @Differentiable
  static double mul(double x) {
    return Op.MUL.ap(x, x * x);
  }

  @Differentiable
  static double kind(double x) {
    return Kind.SQUARED.of(x) + Kind.PLAIN.of(x);
  }

  @Differentiable
  static double scale(double x) {
    return Scale.KILO.apply(x) + Scale.MILLI.apply(x);
  }

  @Differentiable
  static double overAll(double x) {
    double s = 0;
    for (Op op : OPS) s += op.ap(x, s + 2);
    return s;
  }

  @Differentiable
  static double un(double x) {
    Un u = Act.TANH;
    double s = u.at(x);
    for (Act a : ACTS) s += a.at(s);
    return s;
  }

  static double run(Op op, double x) {
    return op.ap(x, x);
  }

  @Differentiable
  static double handed(double x) {
    return run(x > 0 ? Op.ADD : Op.MUL, x) * run(Op.MUL, x);
  }

  private enum Leg {
    A(2) {
      double pay(double s, double k) {
        return base(s) + weight * k;
      }

      private double base(double s) {
        return s * s;
      }
    },
    B(3) {
      double pay(double s, double k) {
        return twice(s) * k;
      }
    },
    C(4) {
      double pay(double s, double k) {
        return A.pay(k, s) - weight * s;
      }

      @Override
      double twice(double x) {
        return 3 * x;
      }
    };
    final double weight;

    Leg(double w) {
      weight = w;
    }

    abstract double pay(double s, double k);

    double twice(double x) {
      return 2 * x;
    }

    double both(double x) {
      return pay(x, 2) + twice(x);
    }
  }

  @Differentiable
  static double all(double s, double k) {
    return Leg.A.pay(s, k) + Leg.B.pay(s, k) * Leg.C.pay(s, k) + Leg.C.both(s) + Leg.B.both(k);
  }

  static double sum(Leg[] legs, double s) {
    double t = 0;
    for (Leg leg : legs) t += leg.both(s) * leg.weight;
    return t;
  }

  @Differentiable
  static double many(double s) {
    return sum(new Leg[] {Leg.A, Leg.C, Leg.B}, s);
  }

  @Differentiable
  @Inputs(value = "s in [0.5, 1]", fails = NullPointerException.class)
  static double none(double s) {
    Leg l = s > 100 ? Leg.A : null;
    return l.pay(s, s);
  }

  @Differentiable
  static double two(double s) {
    Leg l = s > 100 ? Leg.A : Leg.C;
    Leg m = l == Leg.C ? Leg.B : l;
    return l.pay(s, s) + m.twice(s);
  }

  enum Shape {
    CIRCLE {
      @Override
      double area(double r) {
        return Math.PI * r * r;
      }
    };

    abstract double area(double r);
  }

  @Differentiable
  static double one(double r) {
    Shape s = Shape.valueOf("CIRCLE");
    return s.area(r);
  }

  interface Rate {
    double at(double t);
  }

  enum Known implements Rate {
    LOW {
      public double at(double t) {
        return 0.01 * t;
      }
    },
    HIGH {
      public double at(double t) {
        return 0.05 * t * t;
      }
    }
  }

  static final class Flat implements Rate {
    final double r;

    Flat(double r) {
      this.r = r;
    }

    public double at(double t) {
      return r;
    }
  }

  static final Rate[] RATES = {Known.LOW, Known.HIGH, new Flat(3)};

  @Differentiable
  static double rates(double t) {
    double s = 0;
    for (Rate r : RATES) s += r.at(t) * t;
    return s;
  }

  static double rec(Leg leg, double x, int n) {
    return n == 0
        ? leg.twice(x)
        : rec(leg == Leg.A ? Leg.C : Leg.A, Math.sin(x), n - 1) + leg.pay(x, n);
  }

  @Differentiable
  @Inputs("n = 4")
  static double recs(double x, int n) {
    return rec(Leg.A, x, n);
  }

  static double use(java.util.function.DoubleUnaryOperator f, double x) {
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double ref(double x) {
    return use(Leg.B::both, x) + use(v -> Leg.C.twice(v), x);
  }

  /** A constant's own method calls the one that it overrides. */
  enum Estimate {
    PLAIN,
    ROUNDED_UP {
      @Override
      double of(double[] x, double at) {
        return super.of(x, Math.ceil(at - 0.5)) * 2;
      }
    },
    HALVED {
      @Override
      double of(double[] x, double at) {
        return at > 1 ? super.of(x, at / 2) : super.of(x, at) + super.weight();
      }

      @Override
      double weight() {
        return 100;
      }
    };

    double of(double[] x, double at) {
      int low = (int) at;
      return x[low] + (at - low) * (x[low + 1] - x[low]) * weight();
    }

    double weight() {
      return 3;
    }
  }

  @Differentiable
  static double inherited(double x, double y) {
    double[] all = {x, x * y, Math.sin(y), y, 2 * x};
    double sum = Estimate.HALVED.of(all, 0.4) * y;
    for (Estimate each : Estimate.values()) {
      sum += each.of(all, 1.2 + 0.3 * y / (1 + y * y)) * x;
    }
    return sum;
  }

  enum Own {
    LINE {
      final double k = 2;

      double at(double x) {
        return k * x;
      }
    },
    SQUARE {
      double at(double x) {
        return this.k * x * x + twice(k);
      }

      double twice(double y) {
        double k = y;
        return k * this.k;
      }

      final double k = 3 * FACTOR;
      static final double FACTOR = 7;
    },
    CONSTANT {
      double at(double x) {
        return k * x + FACTOR;
      }
    };

    static final double FACTOR = 11;
    double k = 5;

    abstract double at(double x);
  }

  @Differentiable
  static double fieldsOfConstants(double x, Own own) {
    return own.at(x) + Own.LINE.at(x) * Own.SQUARE.at(x);
  }
}
