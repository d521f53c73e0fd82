package corpus;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Constant variables hold their value before any constructor runs; other final ones don't. */
class ConstantFields {
  static final double FIVE = 5;

  abstract static class Hooked {
    double seen;

    Hooked() {
      hook();
    }

    abstract void hook();
  }

  @Differentiable
  static double ofLocal(double x) {
    final double c = 2.0;
    return new Hooked() {
          final double d = c + c - 1;

          void hook() {
            seen = d;
          }
        }.seen
        * x;
  }

  @Differentiable
  static double ofStaticField(double x) {
    return new Hooked() {
          final double d = FIVE + ConstantFields.FIVE + Math.PI;

          void hook() {
            seen = d;
          }
        }.seen
        * x;
  }

  @Differentiable
  static double ofOwnField(double x) {
    return new Hooked() {
          final int e = 2;
          final double d = e > 1 ? (double) e : -1;

          void hook() {
            seen = d;
          }
        }.seen
        * x;
  }

  @Differentiable
  static double ofText(double x) {
    final String c = "ab";
    return new Hooked() {
          final String d = c + 1;

          void hook() {
            seen = d == null ? 7 : d.length();
          }
        }.seen
        * x;
  }

  @Differentiable
  static double ofVariable(double x) {
    double c = 2.0;
    return x
        + new Hooked() {
              final double d = c + 1;

              void hook() {
                seen = d + 1;
              }
            }.seen
            * x;
  }

  @Differentiable
  static double ofCall(double x) {
    return x
        + new Hooked() {
              final double d = three();

              double three() {
                return 3;
              }

              void hook() {
                seen = d + 1;
              }
            }.seen
            * x;
  }

  @Differentiable
  static double ofBoxed(double x) {
    return x
        + new Hooked() {
              final int d = (Integer) 3;

              void hook() {
                seen = d + 1;
              }
            }.seen
            * x;
  }

  @Differentiable
  static double ofHidden(double x) {
    final double c = 2.0;
    return x
        + new Hooked() {
              double c = 4;
              final double d = c + 1;

              void hook() {
                seen = d + 1;
              }
            }.seen
            * x;
  }

  @Differentiable
  static double inLambda(double x) {
    final double c = 2.0;
    DoubleUnaryOperator f =
        y ->
            new Hooked() {
                  final double d = c + 1;

                  void hook() {
                    seen = d;
                  }
                }.seen
                * y;
    return f.applyAsDouble(x);
  }

  @Differentiable
  static double inAnother(double x) {
    final double c = 2.0;
    return new Hooked() {
          final double d = c + 1;

          void hook() {
            double c = 9;
            seen =
                new Hooked() {
                      final double e = d * 2;

                      void hook() {
                        seen = e + c;
                      }
                    }.seen
                    * c;
          }
        }.seen
        * x;
  }

  static class Doubling {
    boolean on = true;
    int rounds;
    double total;

    double run(double x) {
      while (on) {
        x = x * 1.5;
        rounds++;
        if (rounds > 3) {
          on = false;
        }
      }
      return x;
    }

    void add(double x) {
      for (rounds = 0; this.on; rounds++) {
        total += x * x;
        on = rounds < 2;
      }
    }
  }

  @Differentiable
  static double whileField(double x) {
    return new Doubling().run(x);
  }

  @Differentiable
  static double whileFieldInVoid(double x) {
    Doubling doubling = new Doubling();
    doubling.add(x);
    return doubling.total * x;
  }
}
