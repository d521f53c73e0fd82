package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values that may be absent, handed from function to function. */
class Optionals {

  record Quote(double bid, double ask) {
    double mid() {
      return (bid + ask) / 2;
    }
  }

  private static Optional<Double> root(double x) {
    return x < 0 ? Optional.empty() : Optional.of(Math.sqrt(x));
  }

  private static Optional<Quote> quote(double x, double spread) {
    return Optional.of(new Quote(x - spread, x + spread)).filter(q -> q.bid() > 0);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double filtered(double x, double y) {
    return Optional.of(x * y).map(v -> v * y).filter(v -> v > 0).map(Math::sqrt).orElse(x * x);
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double flat(double x, double y) {
    return root(x).flatMap(r -> root(r - y * y).map(s -> s * x)).orElseGet(() -> x * y);
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double alternatives(double x, double y) {
    return root(x).or(() -> root(y * y - x)).map(v -> v * y).or(() -> Optional.of(x)).get();
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double records(double x, double spread) {
    double width = spread * spread;
    return quote(x, width).or(() -> quote(-x, width)).map(Quote::mid).orElse(width);
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double both(double x, double y) {
    double[] sum = new double[1];
    root(x).ifPresentOrElse(r -> sum[0] += r * y, () -> sum[0] -= x * y);
    OptionalDouble.of(x * y).ifPresentOrElse(v -> sum[0] *= v, () -> sum[0] = 0);
    OptionalDouble.empty().ifPresentOrElse(v -> sum[0] = v, () -> sum[0] += x);
    return sum[0];
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = 2.5")
  @Inputs(value = "x = -1.5", fails = NoSuchElementException.class)
  static double certain(double x, double y) {
    Double given = x * y;
    double all = Optional.ofNullable(given).map(v -> v + y).orElse(0.0);
    return all + Optional.<Double>ofNullable(null).orElse(y) + root(x).filter(r -> r > 0).get();
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double nullable(double x, double y) {
    Double given = x > 0 ? Double.valueOf(x * y) : null;
    return Optional.ofNullable(given).map(v -> v * v).orElseGet(() -> y);
  }

  @Differentiable({GRADIENT, JVP})
  @Inputs("x = -1.5")
  @Inputs("x = 2.5")
  static double inLoops(double x, double y) {
    Optional<Double> best = Optional.empty();
    for (int i = 0; i < 5; i++) {
      double v = Math.sin(i * x) * y;
      best = best.filter(b -> b > v).or(() -> Optional.of(v).filter(w -> w > -1));
    }
    return best.orElse(x) * y;
  }
}
