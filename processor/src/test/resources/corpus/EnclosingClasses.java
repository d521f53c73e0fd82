package corpus;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Which class around the code a name belongs to, where objects are of several of them. */
class EnclosingClasses {
  static final double[] K = {3};
  static double q = K[0];

  static class P {
    double w;
    private double hidden;

    P(double w) {
      this.w = w;
      hidden = 2 * w;
    }

    double at(double x) {
      return w * x;
    }

    double twice() {
      return 2 * w;
    }

    private double own() {
      return hidden;
    }
  }

  /** Has members of the same names as what the classes in its methods extend. */
  static class E {
    double w;
    double hidden = 7;

    E(double w) {
      this.w = w;
    }

    double twice() {
      return 100 * w;
    }

    double own() {
      return 1000 * w;
    }

    P inherited(double v) {
      return new P(v) {
        @Override
        double at(double x) {
          return x * w + twice();
        }
      };
    }

    P privates(double v) {
      return new P(v) {
        @Override
        double at(double x) {
          return x * hidden + own();
        }
      };
    }

    P named(double v) {
      class N extends P {
        N(double v) {
          super(v);
        }

        @Override
        double at(double x) {
          return x * w + twice() + hidden + own();
        }
      }
      return new N(v);
    }
  }

  @Differentiable
  static double whatAnAnonymousClassInherits(double x, double y) {
    return new E(x).inherited(y).at(3) * x;
  }

  @Differentiable
  static double whatIsPrivateIsNotInherited(double x, double y) {
    return new E(x).privates(y).at(3 * y) + new E(y).named(x).at(x);
  }

  static class F extends P {
    F(double w) {
      super(w);
    }

    P inside(double v) {
      return new P(v) {
        @Override
        double at(double x) {
          return x * F.this.w + 10 * w + 100 * F.this.twice() + 1000 * twice()
              + 10000 * F.super.twice() + F.super.at(x) + super.w;
        }
      };
    }

    F damped(double by) {
      return new F(by) {
        @Override
        double at(double x) {
          return x * w / F.this.w + F.this.at(x);
        }
      };
    }

    @Override
    double twice() {
      return 3 * w;
    }
  }

  @Differentiable
  static double theObjectAround(double x, double y) {
    return new F(x).inside(y).at(3) + new F(x).damped(y).damped(2).at(x);
  }

  interface Fn {
    double at(double x);

    default double bias() {
      return 1;
    }

    default Fn plus(double c) {
      return new Fn() {
        public double at(double x) {
          return Fn.this.at(x) + c;
        }

        public double bias() {
          return 2 * Fn.this.bias() * c;
        }
      };
    }
  }

  @Differentiable
  static double decorated(double x) {
    Fn f = v -> v * v;
    return f.plus(x).plus(2 * x).at(x) + f.plus(3).plus(x).bias();
  }

  static class Node {
    private double v;
    Node up;

    Node(double v) {
      this.v = v;
    }

    private double twice() {
      return 2 * v;
    }

    class Child extends Node {
      Child(double v) {
        super(v);
        up = Node.this;
      }

      double path() {
        Node p = Node.this;
        return v + 10 * twice() + ((Node) this).v * p.v + up.twice() + super.twice();
      }

      class Deep extends Child {
        Deep(double v) {
          super(v);
        }

        double all() {
          return v + 10 * Child.this.path() + 100 * Node.this.twice() + path();
        }
      }
    }

    Child child(double v) {
      return new Child(v);
    }
  }

  static class Sub extends Node {
    Sub(double v) {
      super(v);
    }

    double viaChild() {
      return new Child(5).path();
    }
  }

  @Differentiable
  static double innerClassesThatExtendTheOuterOne(double x, double y) {
    Node.Child child = new Node(x).child(y);
    return child.path() + child.child(2).path() + child.new Deep(x * y).all() + new Sub(y).viaChild();
  }

  @Differentiable
  double ofTheAnnotatedObject(double x) {
    return new Inner(x).sum() * x;
  }

  private final double scale;

  EnclosingClasses(double scale) {
    this.scale = scale;
  }

  class Inner extends EnclosingClasses {
    Inner(double scale) {
      super(scale);
    }

    double sum() {
      return scale + EnclosingClasses.this.scale * 10;
    }
  }

  static class Base {
    static double k = K[0];

    double at(double x) {
      return 5 * x;
    }
  }

  static class Shift extends Base {
    static double m = K[0];

    @Override
    double at(double x) {
      return super.at(x) * m;
    }
  }

  static class Scaled {
    double at(double x) {
      return q * x;
    }
  }

  /** In the class, {@code k} is what it inherits; in its method, {@code m} is no variable here. */
  @Differentiable
  static double variablesThatFieldsHide(double x, double k, double m) {
    Base b =
        new Base() {
          @Override
          double at(double x) {
            return super.at(x) + k;
          }
        };
    Base s =
        new Shift() {
          @Override
          double at(double x) {
            return super.at(x) * x;
          }

          double other() {
            return m;
          }
        };
    return b.at(x) * k + s.at(x) * m;
  }

  @Differentiable
  static double variablesThatMethodsAboveDoNotSee(double x, double q) {
    class N extends Scaled {
      @Override
      double at(double x) {
        return super.at(x) + q;
      }
    }
    Scaled unnamed =
        new Scaled() {
          @Override
          double at(double x) {
            return super.at(x) * q;
          }
        };
    return new N().at(x) + unnamed.at(x) + q;
  }

  static class Outer {
    double s;

    Outer(double s) {
      this.s = s;
    }

    class Q {
      double at(double x) {
        return x * s;
      }
    }

    Q declares(double v) {
      return new Q() {
        double s = v;

        @Override
        double at(double x) {
          return super.at(x) + 10 * s + this.s * Outer.this.s;
        }
      };
    }

    Q captures(double s) {
      return new Q() {
        @Override
        double at(double x) {
          return super.at(x) + 10 * s;
        }
      };
    }

    Q named(double s) {
      class N extends Q {
        @Override
        double at(double x) {
          return super.at(x) + 10 * s;
        }
      }
      return new N();
    }
  }

  @Differentiable
  static double methodsOfTheClassAbove(double x, double y) {
    return new Outer(x).declares(y).at(3)
        + new Outer(x).captures(y).at(x)
        + new Outer(x).named(y).at(y);
  }

  static class Hiding {
    double s = 2;

    double at(double x) {
      return this.s * x + s;
    }
  }

  @Differentiable
  static double aFieldThatHidesAnother(double x, double y) {
    Hiding h =
        new Hiding() {
          double s = y;

          @Override
          double at(double x) {
            return super.at(x) + s * this.s + ((Hiding) this).s * super.s;
          }
        };
    h.s = y * y;
    return h.at(x);
  }

  interface Step {
    double go(double x);
  }

  @Differentiable
  static double helpersOfOuterAnonymousClasses(double x, double y) {
    Step outer =
        new Step() {
          double factor = y;

          double helper(double v) {
            return v * factor;
          }

          double helper(double v, double w) {
            return v * w + factor;
          }

          public double go(double v) {
            Step inner =
                new Step() {
                  public double go(double u) {
                    factor += 1;
                    return helper(u) + helper(u, v) + twice(u);
                  }

                  double twice(double u) {
                    return 2 * u * factor;
                  }
                };
            return inner.go(v) * inner.go(2 * v);
          }
        };
    return outer.go(x);
  }

  static class Wide {
    double k = 3;

    class Inside {
      double times(double x) {
        return k * x;
      }
    }
  }

  @Differentiable
  static double inheritedBeforeCaptured(double x) {
    double k = x * x * x;
    class Own extends Wide {
      class More extends Inside {
        double plus(double y) {
          return times(y) + k;
        }
      }
    }
    Own own = new Own();
    own.k = 4 + k;
    return own.new More().plus(x);
  }

  @Differentiable
  static double capturedBehindOwn(double x) {
    double k = x * x * x;
    class Reader {
      double get() {
        return k;
      }
    }
    class Hiding {
      double k = 2;

      double go(double y) {
        return k * new Reader().get() * y;
      }
    }
    return new Hiding().go(x);
  }

  @Differentiable
  static double capturedFromPattern(Object given, double y) {
    if (!(given instanceof Double q)) {
      return y;
    }
    class Product {
      double get() {
        return y * y * q;
      }
    }
    return new Product().get();
  }

  static class Lower extends Wide {
    double k = 5;

    double both(double x) {
      return k * x * Lower.super.k;
    }

    class Deeper {
      double all(double x) {
        return Lower.super.k * x + k;
      }
    }
  }

  @Differentiable
  static double fieldsAbove(double x, Lower lower) {
    Lower own = new Lower();
    own.k = x;
    ((Wide) own).k = x * x;
    return own.both(x) + own.new Deeper().all(x) + lower.both(x) + lower.new Deeper().all(x);
  }

  static class Scaling {
    double k = 2;

    double at(double x) {
      return k * x;
    }

    double at(double x, int n) {
      return x * n;
    }
  }

  static class Negating extends Scaling {
    double k = 3;

    @Override
    double at(double x) {
      return -x;
    }

    double both(double x) {
      DoubleUnaryOperator above = super::at;
      return above.applyAsDouble(x) * k + at(x);
    }

    class Part {
      double at(double x) {
        DoubleUnaryOperator above = Negating.super::at;
        return above.applyAsDouble(x);
      }
    }
  }

  @Differentiable
  static double referencesToSuper(double x, Negating given) {
    Negating own = new Negating();
    own.k = x;
    ((Scaling) own).k = x * x;
    Scaling unnamed =
        new Scaling() {
          @Override
          double at(double y) {
            Function<Double, Double> above = super::at;
            return above.apply(y) * y;
          }
        };
    return own.both(x) + own.new Part().at(x) + given.both(x) + unnamed.at(x);
  }

  static class Around<Q> {
    final Q q;

    Around(Q q) {
      this.q = q;
    }

    class Held<T> {
      final T t;

      Held(T t) {
        this.t = t;
      }

      Q other() {
        return q;
      }

      T get() {
        return t;
      }
    }
  }

  @Differentiable
  static double genericInner(double x) {
    Around<Double> around = new Around<>(x);
    Around<Double>.Held<String> text = around.new Held<>("abc");
    Around<Double>.Held<Double> number = around.new Held<Double>(x * text.other());
    return around.new Held<>(x * x).get() * number.get() * text.get().length();
  }
}
