package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.function.*;

/** What the interfaces for functions offer besides their method, and sorts of objects. */
class KnownFunctions {
  @Differentiable
  static double composed(double x) {
    DoubleUnaryOperator f = v -> v * 3;
    return f.andThen(Math::sin).compose(v -> v * v).applyAsDouble(x);
  }

  @Differentiable
  static double identity(double x) {
    return DoubleUnaryOperator.identity().andThen(Math::exp).applyAsDouble(x);
  }

  @Differentiable
  static double function(double x) {
    Function<Double, Double> f = v -> v * 3;
    return f.andThen(v -> Math.sin(v)).apply(x) + Function.<Double>identity().apply(x);
  }

  @Differentiable
  static double predicates(double x, double y) {
    DoublePredicate p = v -> v > 0.1;
    Predicate<Double> q = v -> v < 2;
    return p.and(v -> v < 1).or(v -> v < -1).negate().test(x)
        ? x * y
        : q.negate().test(y) ? y * y : x;
  }

  @Differentiable
  static double bi(double x, double y) {
    BiFunction<Double, Double, Double> f = (a, b) -> a * b;
    return f.andThen(v -> v * v).apply(x, y);
  }

  record P(double key, double w) {}

  @Differentiable
  static double sorted(double[] x) {
    P[] p = new P[x.length];
    for (int i = 0; i < x.length; i++) p[i] = new P(x[i], i + x[i] * x[i]);
    Arrays.sort(p, Comparator.comparingDouble(P::key));
    double s = 0;
    for (int i = 0; i < p.length; i++) s += (i + 1) * p[i].w();
    return s;
  }

  @Differentiable
  static double reversed(double[] x) {
    P[] p = new P[x.length];
    for (int i = 0; i < x.length; i++) p[i] = new P(x[i], i + x[i] * x[i]);
    Arrays.sort(p, Comparator.comparingDouble(P::key).reversed());
    double s = 0;
    for (int i = 0; i < p.length; i++) s += (i + 1) * p[i].w();
    return s;
  }

  @Differentiable
  static double listSort(double[] x) {
    List<P> p = new ArrayList<>();
    for (int i = 0; i < x.length; i++) p.add(new P(x[i], i + x[i] * x[i]));
    p.sort(Comparator.comparingDouble(P::key).thenComparing(P::w));
    double s = 0;
    for (int i = 0; i < p.size(); i++) s += (i + 1) * p.get(i).w();
    return s;
  }

  @Differentiable
  static double lambdaSort(double[] x) {
    List<P> p = new ArrayList<>();
    for (int i = 0; i < x.length; i++) p.add(new P(x[i], i + x[i] * x[i]));
    p.sort((a, b) -> Double.compare(b.key(), a.key()));
    double s = 0;
    for (int i = 0; i < p.size(); i++) s += (i + 1) * p.get(i).w();
    return s;
  }

  static double newton(DoubleUnaryOperator f, DoubleUnaryOperator slope, double x) {
    DoubleUnaryOperator step = v -> v - f.applyAsDouble(v) / slope.applyAsDouble(v);
    return step.andThen(step).andThen(step).applyAsDouble(x);
  }

  @Differentiable
  static double handedOn(double x, double y) {
    DoubleUnaryOperator square = v -> v * v;
    return newton(square.andThen(v -> v - y * y - 1), v -> 2 * v, x * x + 2);
  }

  static final class Shift implements DoubleUnaryOperator {
    private final double by;

    Shift(double by) {
      this.by = by;
    }

    @Override
    public double applyAsDouble(double v) {
      return v + by * v;
    }
  }

  @Differentiable
  static double ofClass(double x, double y) {
    DoubleUnaryOperator f = new Shift(y).andThen(Math::sin).compose(new Shift(x));
    DoubleUnaryOperator g = x > y ? f : f.andThen(f);
    return g.applyAsDouble(x * y);
  }

  @Differentiable
  static double inLoop(double[] x) {
    DoubleUnaryOperator all = DoubleUnaryOperator.identity();
    for (int i = 0; i < 3; i++) {
      double w = x[i];
      all = v -> v * w + 1;
      all = all.andThen(v -> v * v);
    }
    double[] seen = new double[1];
    DoubleConsumer add = v -> seen[0] += v;
    add.andThen(v -> seen[0] *= v).accept(all.applyAsDouble(x[0]));
    return seen[0];
  }

  static final class Body {
    double at;
    final double mass;

    Body(double at, double mass) {
      this.at = at;
      this.mass = mass;
    }

    double at() {
      return at;
    }

    double mass() {
      return mass;
    }
  }

  @Differentiable
  static double mutable(double[] x) {
    Body[] all = new Body[x.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Body(x[i], 1 + x[i] * x[i]);
    }
    Arrays.sort(all, (a, b) -> Double.compare(a.mass, b.mass));
    all[0].at *= 3;
    Arrays.sort(all, 0, all.length, Comparator.comparing(Body::at, Comparator.reverseOrder()));
    double sum = 0;
    for (int i = 0; i < all.length; i++) {
      sum += (i + 1) * all[i].at * all[i].mass;
    }
    return sum;
  }

  @Differentiable
  static double numbers(double[] x) {
    List<Double> all = new ArrayList<>();
    for (double v : x) {
      all.add(v * v);
    }
    all.sort(Comparator.reverseOrder());
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      sum += (i + 1) * all.get(i);
    }
    return sum;
  }
}
