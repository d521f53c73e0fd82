package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** Annotated methods with type parameters, of their own and of their class. */
final class TypeParameters {
  private TypeParameters() {}

  interface Body {
    double mass();
  }

  static final class Ball implements Body, Comparable<Ball> {
    private final double radius;

    Ball(double radius) {
      this.radius = radius;
    }

    @Override
    public double mass() {
      return radius * radius * radius;
    }

    @Override
    public int compareTo(Ball other) {
      return Double.compare(radius, other.radius);
    }
  }

  record Labelled<T>(T label, double weight) {
    @Differentiable({GRADIENT, JVP, VJP})
    double weighed(double[] x) {
      double sum = 0;
      for (double each : x) {
        sum += weight * each * each;
      }
      return label == null ? 0 : sum;
    }
  }

  static class Joint<T extends Ball, L> {
    protected final T one;
    protected final T[] all;
    protected final L label;
    public double scale = 2;

    Joint(T one, T[] all, L label) {
      this.one = one;
      this.all = all;
      this.label = label;
    }

    T lightest() {
      T lightest = one;
      for (T each : all) {
        if (each.compareTo(lightest) < 0) {
          lightest = each;
        }
      }
      return lightest;
    }

    @Differentiable({GRADIENT, HESSIAN, JVP, VJP})
    double force(double x, double y) {
      T body = lightest();
      double sum = body.mass() * x * x;
      for (T each : all) {
        sum += each.mass() * x * y;
      }
      return label.hashCode() == label.hashCode() ? sum : 0;
    }

    @Differentiable
    double against(double x, T other, L name) {
      boolean isKnown = name.equals(label);
      return other.compareTo(one) > 0 || isKnown ? x * other.mass() : x * x;
    }

    @Differentiable(wrt = "scale")
    double scaled(double x) {
      return scale * scale * x * one.mass();
    }
  }

  @Differentiable({GRADIENT, HESSIAN})
  static <T extends Comparable<T>> double between(double x, T low, T high) {
    return low.compareTo(high) <= 0 ? x * x : -x;
  }

  @Differentiable
  static <T extends Body & Comparable<Ball>> double both(double x, T one, T two) {
    return one.mass() * x * x + two.mass();
  }

  @Differentiable(wrt = "x")
  static <T> double labelled(double x, Labelled<T> one, List<Labelled<T>> more) {
    double sum = one.weight() * x;
    for (Labelled<T> each : more) {
      sum += each.weight() * x * x;
    }
    return one.label().equals(more.get(0).label()) ? sum : 2 * sum;
  }

  @Differentiable
  static <T extends Ball, E extends RuntimeException> double kept(double[] x, List<? extends T> balls, T last)
      throws E {
    List<T> kept = new ArrayList<>();
    for (T each : balls) {
      if (each.compareTo(last) < 0) {
        kept.add(each);
      }
    }
    kept.add(last);
    double sum = 0;
    for (T each : kept) {
      sum += each.mass() * x[0] * x[0];
    }
    return sum;
  }

  @Differentiable
  static double called(double x, List<Ball> balls, Ball one, Ball two) {
    double[] both = {x, x * x};
    return TypeParametersGrad.keptGrad(both, balls, two).dx()[0] * x
        + TypeParametersGrad.betweenGrad(x, one, two).dx()
        + balls.size() * x;
  }
}
