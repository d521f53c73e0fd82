package corpus;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Methods without bodies that a type inherits from several: javac names one of them, or another. */
class InheritedTwice {
  interface Power<T> {
    T at(double x);
  }

  interface Curve {
    Double at(double x);

    double slope(double x);
  }

  interface Slope {
    double slope(double x);
  }

  abstract static class Place {
    abstract double slope(double x);

    abstract int index();
  }

  interface Indexed {
    int index();
  }

  abstract static class Line extends Place implements Slope, Indexed {
    double along(double[] x) {
      return x[index()] * slope(x[0]);
    }
  }

  static final class Steep extends Line implements Power<Double>, Curve {
    @Override
    public Double at(double x) {
      return x * x;
    }

    @Override
    public double slope(double x) {
      return x * x * x;
    }

    @Override
    public int index() {
      return 1;
    }
  }

  interface Both extends Power<Double>, Curve, Slope {}

  static final class Wave implements Both {
    @Override
    public Double at(double x) {
      return Math.sin(x);
    }

    @Override
    public double slope(double x) {
      return Math.cos(x);
    }
  }

  static <T extends Place & Curve & Slope> double bounded(T t, double x) {
    return t.slope(x) + t.at(x);
  }

  static double referred(Both both, double x) {
    DoubleUnaryOperator slope = both::slope;
    return slope.applyAsDouble(x) * both.at(x) + both.slope(x);
  }

  @Differentiable
  static double all(double[] x) {
    return bounded(new Steep(), x[0]) * referred(new Wave(), x[1]) + new Steep().along(x);
  }

  @Differentiable
  static double given(double x, Wave wave) {
    return referred(wave, x);
  }
}
