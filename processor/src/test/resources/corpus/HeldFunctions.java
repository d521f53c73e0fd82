package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions in final fields: of classes, of objects from outside, of an enum's constants. */
public class HeldFunctions {
  private static final DoubleUnaryOperator SQUARE = x -> x * x;
  static final DoubleUnaryOperator SINE = Math::sin;
  static final BiFunction<Double, Double, Double> SCALED = (x, by) -> SQUARE.applyAsDouble(x) * by;
  private static final DoubleUnaryOperator[] TABLE = {Math::sin, (Math::exp), x -> x * 3, HeldFunctions::bent};
  private static final List<DoubleUnaryOperator> LIST = List.of(Math::tanh, x -> x * x + 1);
  private static final Map<String, DoubleUnaryOperator> MAP = Map.of("sine", Math::sin, "cube", x -> x * x * x);

  static final DoubleUnaryOperator CUBE =
      new DoubleUnaryOperator() {
        @Override
        public double applyAsDouble(double x) {
          return x * x * x;
        }
      };
  static final BiFunction<Double, Double, Double> PRODUCT =
      new BiFunction<Double, Double, Double>() {
        @Override
        public Double apply(Double x, Double y) {
          return of(x) * y;
        }

        private double of(double x) {
          return CUBE.applyAsDouble(x) + x;
        }
      };
  static final Curve RISING = x -> x + Math.exp(x);
  static final Curve FALLING =
      new Curve() {
        @Override
        public double applyAsDouble(double x) {
          return Math.exp(-x) - x;
        }
      };

  private final double slope = 2.5;
  private final DoubleUnaryOperator leaky = x -> x > 0 ? x : x / slope;

  private static double bent(double x) {
    return Math.log(1 + x * x);
  }

  enum Activation {
    TANH(Math::tanh, "tanh"),
    SQUARE(x -> x * x, "square"),
    RELU((x) -> Math.max(x, 0), "relu");

    final DoubleUnaryOperator function;
    private final String text;

    Activation(DoubleUnaryOperator function, String text) {
      this.function = function;
      this.text = text;
    }

    double at(double x) {
      return function.applyAsDouble(x) * text.length();
    }
  }

  enum Operator implements DoubleBinaryOperator {
    PLUS((a, b) -> a + b),
    POWER((a, b) -> Math.pow(1 + Math.abs(a), b));

    private final DoubleBinaryOperator inner;

    Operator(DoubleBinaryOperator operator) {
      inner = operator;
    }

    @Override
    public double applyAsDouble(double a, double b) {
      return inner.applyAsDouble(a, b);
    }
  }

  enum Payoff implements DoubleUnaryOperator {
    CALL {
      @Override
      public double applyAsDouble(double x) {
        return Math.max(x - 1, 0);
      }
    },
    SQUARED {
      @Override
      public double applyAsDouble(double x) {
        return x * x;
      }
    }
  }

  interface Curve extends DoubleUnaryOperator {
    default double twice(double x) {
      return applyAsDouble(applyAsDouble(x));
    }
  }

  record Line(double a, double b) implements Curve {
    @Override
    public double applyAsDouble(double x) {
      return a + b * x;
    }
  }

  static final class Bend implements Curve {
    final double by;

    Bend(double by) {
      this.by = by;
    }

    @Override
    public double applyAsDouble(double x) {
      return Math.exp(-by * x);
    }
  }

  private static double mean(DoubleUnaryOperator f, double from, double to) {
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += f.applyAsDouble(from + (to - from) * i / 4);
    }
    return sum / 5;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.JVP})
  public static double ofClass(double x, double y) {
    return SQUARE.applyAsDouble(x) * SINE.applyAsDouble(y) + SCALED.apply(y, x);
  }

  @Differentiable
  public static double handedOn(double x, double y) {
    return mean(SQUARE, x, y) + mean(Activation.TANH.function, y, x) + mean(Payoff.SQUARED, x, y);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
  public static double table(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += TABLE[i % TABLE.length].applyAsDouble(x[i]);
    }
    for (DoubleUnaryOperator each : TABLE) {
      sum = each.applyAsDouble(sum / 9);
    }
    return sum;
  }

  @Differentiable
  public static double list(double x) {
    double y = x;
    for (DoubleUnaryOperator each : LIST) {
      y = each.applyAsDouble(y);
    }
    return y + LIST.get(0).applyAsDouble(x);
  }

  @Differentiable
  public static double map(double x, boolean isSine) {
    return MAP.get(isSine ? "sine" : "cube").applyAsDouble(x) + MAP.size();
  }

  @Differentiable
  public double ofObject(double x, double y) {
    return leaky.applyAsDouble(x) * leaky.applyAsDouble(y);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP})
  public static double constants(double x, Activation activation) {
    double sum = activation.at(x);
    for (Activation each : Activation.values()) {
      sum += each.at(sum) / 10 + each.function.applyAsDouble(x);
    }
    return sum;
  }

  @Differentiable
  public static double operators(double a, double b, Operator operator) {
    DoubleBinaryOperator given = operator;
    return given.applyAsDouble(a, b) + Operator.PLUS.applyAsDouble(b, a);
  }

  @Differentiable
  public static double bodies(double x, boolean isCall) {
    Payoff payoff = isCall ? Payoff.CALL : Payoff.SQUARED;
    double sum = payoff.applyAsDouble(x);
    for (Payoff each : Payoff.values()) {
      sum += each.applyAsDouble(sum);
    }
    return sum;
  }

  @Differentiable
  public static double implemented(double x, boolean isLine) {
    Curve curve = isLine ? new Line(x, 2) : new Bend(x);
    return curve.applyAsDouble(x) + mean(curve, 0, x);
  }

  @Differentiable(wrt = "x")
  public static double given(double x, Bend bend, Line line) {
    return mean(bend, x, 2) + line.applyAsDouble(x);
  }

  @Differentiable
  public static double anonymous(double x, double y) {
    return CUBE.applyAsDouble(x) * PRODUCT.apply(x, y) + mean(CUBE, x, y);
  }

  @Differentiable
  public static double besideClasses(double x, double y) {
    Curve curve = x > 1 ? RISING : FALLING;
    return RISING.applyAsDouble(x) * FALLING.twice(y) + curve.twice(y) + mean(FALLING, x, y);
  }
}
