package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import java.util.List;
import java.util.function.Function;

/** Anonymous classes whose methods have type parameters of their own. */
class GenericAnonymous {

  interface Visitor<R> {
    R number(double v);

    R sum(Expression a, Expression b);

    R product(Expression a, Expression b);
  }

  interface Expression {
    <R> R accept(Visitor<R> visitor);
  }

  private static Expression number(double v) {
    return new Expression() {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.number(v);
      }
    };
  }

  private static Expression sum(Expression a, Expression b) {
    return new Expression() {
      @Override
      public <T> T accept(Visitor<T> visitor) {
        T both = visitor.sum(a, b);
        return both;
      }
    };
  }

  private static Expression product(Expression a, Expression b) {
    return new Expression() {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.product(a, b);
      }
    };
  }

  private static final class Evaluation implements Visitor<Double> {
    @Override
    public Double number(double v) {
      return v;
    }

    @Override
    public Double sum(Expression a, Expression b) {
      return a.accept(this) + b.accept(this);
    }

    @Override
    public Double product(Expression a, Expression b) {
      return a.accept(this) * b.accept(this);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double visited(double x, double y) {
    Expression e = sum(product(number(x), number(y)), product(number(x), sum(number(y), number(3))));
    return e.accept(new Evaluation()) * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double twoVisitors(double x, double y) {
    Expression e = product(sum(number(x), number(2)), number(y));
    Visitor<Integer> depth =
        new Visitor<>() {
          @Override
          public Integer number(double v) {
            return 1;
          }

          @Override
          public Integer sum(Expression a, Expression b) {
            return 1 + Math.max(a.accept(this), b.accept(this));
          }

          @Override
          public Integer product(Expression a, Expression b) {
            return 1 + Math.max(a.accept(this), b.accept(this));
          }
        };
    return e.accept(new Evaluation()) * e.accept(depth);
  }

  interface Pipe {
    <A extends Number> double through(List<A> given, Function<A, Double> how);
  }

  @Differentiable({GRADIENT, JVP})
  static double bounded(double x, double y) {
    Pipe pipe =
        new Pipe() {
          @Override
          public <B extends Number> double through(List<B> given, Function<B, Double> how) {
            double sum = 0;
            for (B each : given) {
              sum += how.apply(each) * y;
            }
            return sum;
          }
        };
    return pipe.through(List.of(x, x * y, 2.0), v -> v * v);
  }

  sealed interface Sum { <R> R accept(OfSum<R> v); }
  interface OfSum<R> { R number(double v); R plus(R a, R b); }
  record Num(double v) implements Sum { public <R> R accept(OfSum<R> x) { return x.number(v); } }
  record Plus(Sum a, Sum b) implements Sum { public <R> R accept(OfSum<R> x) { return x.plus(a.accept(x), b.accept(x)); } }

  /** What a visitor is of, its methods tell. */
  @Differentiable static double visited(double x) { Sum t = new Plus(new Num(x), new Num(x * x)); return t.<Double>accept(new OfSum<>() { public Double number(double v) { return v * x; } public Double plus(Double a, Double b) { return a * b + a; } }) * x; }

  @Differentiable static double visitedByTarget(double x) { Sum t = new Plus(new Num(x), new Num(x * x)); double[] y = t.accept(new OfSum<>() { public double[] number(double v) { return new double[] {v * x}; } public double[] plus(double[] a, double[] b) { return new double[] {a[0] * b[0], a[0]}; } }); return y[0] * y[1]; }
}
