package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Functions as values: lambda expressions, method references, anonymous classes. */
class Functions {
  interface Rhs {
    double at(double t, double y);
  }

  static double euler(Rhs f, double y, double h, int n) {
    double t = 0;
    for (int i = 0; i < n; i++) {
      y += h * f.at(t, y);
      t += h;
    }
    return y;
  }

  @Differentiable
  static double solved(double k, double y) {
    return euler((t, u) -> -k * u + Math.sin(t), y, 0.125, 8);
  }

  static double decay(double t, double y) {
    return -y * t;
  }

  @Differentiable
  static double byReference(double y) {
    return euler(Functions::decay, y, 0.125, 8);
  }

  static double simpson(DoubleUnaryOperator f, double a, double b) {
    double middle = 0.5 * (a + b);
    return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(middle) + f.applyAsDouble(b));
  }

  @Differentiable
  static double integral(double a, double b) {
    DoubleUnaryOperator f = x -> Math.exp(-a * x * x);
    return simpson(f, 0, b) + simpson(Math::sin, a, b);
  }

  @Differentiable
  @Inputs("a in [0.5, 4]")
  static double newton(double a) {
    DoubleUnaryOperator f = x -> x * x - a;
    DoubleUnaryOperator slope = x -> 2 * x;
    double x = a;
    for (int i = 0; i < 5; i++) {
      x -= f.applyAsDouble(x) / slope.applyAsDouble(x);
    }
    return x;
  }

  @Differentiable
  static double chosen(double x, double y) {
    DoubleBinaryOperator op = x > y ? (a, b) -> a * b : (a, b) -> a + b * y;
    return op.applyAsDouble(x, y) * op.applyAsDouble(y, 2);
  }

  @Differentiable
  static double boxed(double x) {
    Function<Double, Double> f = u -> u * u;
    return f.apply(x) * f.apply(f.apply(x));
  }

  static DoubleUnaryOperator scaled(double by) {
    return x -> by * x;
  }

  static DoubleUnaryOperator composed(DoubleUnaryOperator f, DoubleUnaryOperator g) {
    return x -> f.applyAsDouble(g.applyAsDouble(x));
  }

  @Differentiable
  static double compositions(double x, double k) {
    return composed(scaled(k), composed(Math::exp, scaled(k * k))).applyAsDouble(x);
  }

  @Differentiable
  static double blocks(double[] x) {
    double[] sum = new double[1];
    DoubleUnaryOperator add =
        v -> {
          if (v < 0) {
            return 0;
          }
          sum[0] += v * v;
          return sum[0];
        };
    double last = 1;
    for (double each : x) {
      last *= 1 + add.applyAsDouble(each);
    }
    return last + sum[0];
  }

  abstract static class Fraction {
    abstract double a(int n, double x);

    abstract double b(int n, double x);

    double evaluate(double x, int terms) {
      double value = a(terms, x);
      for (int n = terms; n > 0; n--) {
        value = a(n - 1, x) + b(n, x) / value;
      }
      return value;
    }
  }

  @Differentiable
  static double fraction(double x, double y) {
    Fraction fraction =
        new Fraction() {
          private final double shift = y * y;

          @Override
          double a(int n, double at) {
            return 2 * n + 1 + at + shift;
          }

          @Override
          double b(int n, double at) {
            return half(n) * y;
          }

          private double half(int n) {
            return 0.5 * n * x;
          }
        };
    return fraction.evaluate(x, 6);
  }

  @Differentiable
  static double counting(double x) {
    Rhs counted =
        new Rhs() {
          private int calls;

          @Override
          public double at(double t, double y) {
            calls++;
            return y * calls + t;
          }
        };
    return counted.at(x, x) + counted.at(1, x * x);
  }

  interface Smooth {
    double value(double x);

    default double slope(double x) {
      return (value(x + 0.5) - value(x - 0.5)) / 1.0;
    }

    static Smooth of(double k) {
      return x -> Math.sin(k * x);
    }
  }

  @Differentiable
  static double defaults(double x, double k) {
    return Smooth.of(k).slope(x) * Smooth.of(x).value(k);
  }

  static final class Model {
    private final double rate;

    Model(double rate) {
      this.rate = rate;
    }

    double growth(double t, double y) {
      return rate * y - t;
    }

    Rhs asFunction() {
      return (t, y) -> growth(t, y) + rate;
    }
  }

  @Differentiable
  static double bound(double rate, double y) {
    Model model = new Model(rate);
    return euler(model::growth, y, 0.25, 3) + euler(model.asFunction(), y, 0.25, 2);
  }

  static double adaptive(DoubleUnaryOperator f, double a, double b, int depth) {
    double whole = simpson(f, a, b);
    if (depth == 0) {
      return whole;
    }
    double middle = 0.5 * (a + b);
    return adaptive(f, a, middle, depth - 1) + adaptive(f, middle, b, depth - 1);
  }

  @Differentiable
  static double recursive(double k) {
    return adaptive(x -> Math.exp(k * x), 0, 1, 2);
  }

  interface Pairing {
    double num(double a);

    double pair(double a);
  }

  @Differentiable
  static double callsItself(double x) {
    Pairing f =
        new Pairing() {
          public double num(double a) {
            return a * a;
          }

          public double pair(double a) {
            return num(a) + num(2 * a);
          }
        };
    return f.pair(x);
  }

  interface OfBoth {
    double at(int n);

    double at(double x);
  }

  interface OfReal extends OfBoth {
    @Override
    default double at(int n) {
      return 7 * n;
    }
  }

  /** The function is the one method that is still abstract. */
  @Differentiable
  static double oneOfBoth(double x) {
    OfReal square = v -> v * v;
    return square.at(x) + square.at(2) * x;
  }
}
