package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Objects of anonymous classes whose fields change: in lists, arrays, maps and each other. */
class AnonymousObjects {
  interface Accumulator {
    void add(double v);

    double get();
  }

  static Accumulator sum() {
    return new Accumulator() {
      double s;

      public void add(double v) {
        s += v;
      }

      public double get() {
        return s;
      }
    };
  }

  static Accumulator product(double start) {
    return new Accumulator() {
      double p = start;

      public void add(double v) {
        p *= v;
      }

      public double get() {
        return p;
      }
    };
  }

  @Differentiable
  static double inList(double[] x) {
    List<Accumulator> all = new ArrayList<>();
    all.add(
        new Accumulator() {
          double s;

          public void add(double v) {
            s += v;
          }

          public double get() {
            return s;
          }
        });
    all.add(
        new Accumulator() {
          double s = 1;

          public void add(double v) {
            s *= v;
          }

          public double get() {
            return s;
          }
        });
    for (double v : x) {
      for (Accumulator each : all) {
        each.add(v);
      }
    }
    double r = 0;
    for (Accumulator each : all) {
      r += each.get();
    }
    return r;
  }

  @Differentiable
  static double ofMethods(double[] x, double p) {
    List<Accumulator> all = List.of(sum(), product(p), sum());
    for (int i = 0; i < x.length; i++) {
      all.get(i % 3).add(x[i]);
    }
    return all.get(0).get() * all.get(1).get() + all.get(2).get();
  }

  @Differentiable
  static double inArray(double[] x, double p) {
    Accumulator[] all = new Accumulator[3];
    for (int i = 0; i < 3; i++) {
      int k = i;
      all[i] =
          new Accumulator() {
            double s;

            public void add(double v) {
              s += p * k * v;
            }

            public double get() {
              return s;
            }
          };
    }
    double r = 0;
    for (double v : x) {
      for (Accumulator each : all) {
        each.add(v);
        r += each.get();
      }
    }
    return r;
  }

  @Differentiable
  static double inMap(double[] x, double p) {
    Map<String, Accumulator> all = new HashMap<>();
    all.put("sum", sum());
    all.put("product", product(p));
    for (double v : x) {
      for (Accumulator each : all.values()) {
        each.add(v);
      }
    }
    return all.get("sum").get() * all.get("product").get();
  }

  abstract static class Meter {
    double reading;

    abstract void pass(double v);

    double twice() {
      return 2 * reading;
    }
  }

  /** Fields of the class that is extended, by their simple names. */
  @Differentiable
  static double inherited(double[] x, double p) {
    Meter[] all = {
      new Meter() {
        void pass(double v) {
          reading += p * v;
        }
      },
      new Meter() {
        void pass(double v) {
          this.reading += v * twice() + p;
        }
      }
    };
    all[1].reading = 0.5;
    for (double v : x) {
      for (Meter each : all) {
        each.pass(v);
      }
    }
    return all[0].reading * all[1].reading;
  }

  static double reading = 3;

  /** An inherited field comes before that of the class around. */
  @Differentiable
  static double hidden(double x) {
    Meter meter =
        new Meter() {
          void pass(double v) {
            reading += v;
          }
        };
    meter.pass(x);
    meter.pass(x * x);
    return meter.reading * reading;
  }

  interface Op {
    double at(double v);
  }

  /** One inside another, whose fields it writes. */
  @Differentiable
  static double nested(double[] x, double p) {
    List<Op> all = new ArrayList<>();
    for (double f : x) {
      all.add(
          new Op() {
            double c = p;
            double t;

            public double at(double v) {
              t += v;
              Op inner =
                  new Op() {
                    final double d = c * 2;

                    public double at(double w) {
                      c += w * f;
                      t *= p;
                      return c * d * t;
                    }
                  };
              return inner.at(v) + inner.at(t);
            }
          });
    }
    double r = 0;
    for (Op each : all) {
      r += each.at(p);
      r += each.at(0.3);
    }
    return r;
  }

  /** They put themselves into a list, and change one that they share, while they are made. */
  @Differentiable
  static double registered(double[] x, double p) {
    List<Op> all = new ArrayList<>();
    Op total =
        new Op() {
          double s;

          public double at(double v) {
            s += v;
            return s;
          }
        };
    for (double f : x) {
      new Op() {
        double c = p;

        {
          c *= total.at(f);
          all.add(this);
        }

        public double at(double v) {
          c += 1;
          return total.at(c * v);
        }
      };
    }
    double r = 0;
    for (Op each : all) {
      r += each.at(p);
      r -= each.at(0.3);
    }
    return r;
  }

  @Differentiable
  static double theBest(double[] x, double p) {
    Op best = null;
    List<Op> all = new ArrayList<>();
    for (double f : x) {
      Op op =
          new Op() {
            double c = p;

            public double at(double v) {
              c += f;
              return c * v;
            }
          };
      if (best == null || f > 0.5) {
        best = op;
      }
      all.add(op);
    }
    double r = 0;
    for (Op op : all) {
      r += op == best ? 2 * op.at(p) : op.at(0.3);
    }
    return best == null ? r : r + best.at(1);
  }

  static void visit(Op op, int n, double v) {
    if (n > 0) {
      op.at(v);
      visit(op, n - 1, v * 0.5);
    }
  }

  @Differentiable
  static double handedDown(double[] x, double p) {
    Op op =
        new Op() {
          double c = p;

          public double at(double v) {
            c += v * c;
            return c;
          }
        };
    visit(op, 3, p);
    for (double v : x) {
      visit(op, 2, v);
    }
    return op.at(1);
  }

  @Differentiable
  static double onStack(double[] x, double p) {
    Deque<Op> stack = new ArrayDeque<>();
    Map<Integer, Op> last = new HashMap<>();
    for (int i = 0; i < x.length; i++) {
      double f = x[i];
      Op op =
          new Op() {
            double c = p;

            public double at(double v) {
              c += f;
              return c * v;
            }
          };
      stack.push(op);
      last.put(i % 2, op);
    }
    double r = 0;
    while (!stack.isEmpty()) {
      r = r * 0.5 + stack.pop().at(p);
    }
    for (Op op : last.values()) {
      r += op.at(2);
    }
    return r;
  }

  static Op deep(double x, int n) {
    if (n == 0) {
      return new Op() {
        double s = x;

        public double at(double v) {
          return s *= v;
        }
      };
    }
    Op op = deep(x * 0.5, n - 1);
    op.at(x);
    return op;
  }

  @Differentiable
  static double ofRecursion(double x) {
    Op op = deep(x, 3);
    return op.at(2) + op.at(x);
  }

  record Counted(Op op, double last) {}

  static Counted counted(double x, int n) {
    if (n == 0) {
      return new Counted(v -> v * x, x);
    }
    Counted inner = counted(x * 0.5, n - 1);
    return new Counted(v -> v + x, inner.op().at(inner.last()));
  }

  @Differentiable
  static double recordOfRecursion(double x) {
    Counted counted = counted(x, 3);
    return counted.op().at(counted.last());
  }

  final class Shift {
    final double by;

    Shift(double by) {
      this.by = by;
    }
  }

  double scale = 1.5;

  /** The object around them is reached from places of their own. */
  @Differentiable
  double aroundThem(double[] x) {
    Accumulator[] all = new Accumulator[2];
    for (int i = 0; i < 2; i++) {
      Shift shift = new Shift(i);
      all[i] =
          new Accumulator() {
            double s;

            public void add(double v) {
              s += scale * v + shift.by;
            }

            public double get() {
              return s * AnonymousObjects.this.scale;
            }
          };
    }
    double r = 0;
    for (double v : x) {
      all[0].add(v);
      all[1].add(v * v);
      r += all[0].get() * all[1].get();
    }
    return r;
  }

  static class Hiding {
    double k = 3;

    private double q(double x) {
      return x * 2;
    }

    double r(double x) {
      return q(x) * k;
    }

    double both(double x, int n) {
      return x * n;
    }
  }

  @Differentiable
  static double hiddenMembers(double x) {
    var p =
        new Hiding() {
          double k = 5;

          double q(double x) {
            return x * x * k;
          }

          double both(double x) {
            return x / 3;
          }
        };
    Hiding same = p;
    double made =
        new Hiding() {
          double q(double y) {
            return y;
          }
        }.q(x);
    return p.q(x) + p.r(x) * p.k + same.k * same.q(x) + made + p.both(x) * p.both(x, 2);
  }

  @Differentiable
  static double hiddenInLambda(double x) {
    var p =
        new Hiding() {
          double k = 5;

          double q(double x) {
            return x * x * k;
          }
        };
    var other = p;
    Hiding same = p;
    DoubleUnaryOperator own = y -> p.q(y) + p.k + other.q(y) * other.k;
    DoubleUnaryOperator inherited = y -> same.q(y) + same.k;
    other.k = x * x;
    same.k += x;
    return own.applyAsDouble(x) * inherited.applyAsDouble(x);
  }
}
