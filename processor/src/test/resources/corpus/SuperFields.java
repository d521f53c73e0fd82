package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;

/** Fields of superclasses, hidden ones too. */
class SuperFields {

  private static class Base {
    protected double v;
    protected final double scale;

    Base(double v, double scale) {
      this.v = v;
      this.scale = scale;
    }

    double value() {
      return v * scale;
    }
  }

  private static final class Derived extends Base {
    private double v;

    Derived(double v, double scale) {
      super(v * v, scale);
      this.v = v;
      super.v += v;
    }

    @Override
    double value() {
      super.v *= 2;
      return v + super.v * super.scale + super.value();
    }
  }

  private static class Cell<T> {
    protected T held;

    Cell(T held) {
      this.held = held;
    }
  }

  private static final class Numbers extends Cell<double[]> {
    Numbers(double x) {
      super(new double[] {x, x * x});
    }

    double sum() {
      super.held[0] *= 3;
      return super.held[0] + held[1];
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double hidden(double x, double y) {
    return new Derived(x, y).value();
  }

  @Differentiable({GRADIENT, JVP})
  static double seenAsBase(double x, double y) {
    Base base = x > 0 ? new Derived(x, y) : new Base(y, x);
    base.v += x * y;
    return base.value();
  }

  @Differentiable({GRADIENT, JVP})
  static double generic(double x) {
    return new Numbers(x).sum() * x;
  }
}
