package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Methods of objects: the receiver comes first, and its fields are constants. */
class InstanceMethods {
  static class Spring {
    private final double stiffness;
    final double[] rest;
    int count = 2;

    Spring(double stiffness, double[] rest) {
      this.stiffness = stiffness;
      this.rest = rest;
    }

    @Differentiable
    double energy(double x) {
      return 0.5 * stiffness * x * x * count;
    }

    @Differentiable
    double total(double[] x) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double d = x[i] - rest[i];
        sum += this.stiffness * d * d;
      }
      return sum + half(x[0]);
    }

    private double half(double x) {
      return 0.5 * stiffness * x;
    }

    @Differentiable
    double callsOwn(double x) {
      return this.energy(x) * half(x);
    }
  }

  record Line(double slope, double offset) {
    @Differentiable
    double at(double x) {
      return slope * x * x + offset() * x;
    }
  }

  record Curve(double[] knots, double scale) {
    @Differentiable
    double at(double[] x) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += scale * knots[i] * x[i] * x[i];
      }
      return sum;
    }
  }
}
