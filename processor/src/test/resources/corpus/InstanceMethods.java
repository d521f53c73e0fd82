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

  /** Other methods put an array where these read it, and take it away. */
  static class Lazy {
    private double[] rates;
    private static double[] shared;

    private void prepare(int n) {
      if (rates == null) {
        rates = new double[] {n, 2, 3};
        shared = new double[] {0.5, n};
      }
    }

    private void clear() {
      rates = null;
      shared = null;
    }

    @Differentiable
    double preparedFirst(double x, int n) {
      prepare(n);
      double y = rates[0] * x * x + rates[1] * x + shared[0] * shared[1] * x;
      clear();
      return y;
    }

    @Differentiable
    double preparedInLoop(double x, int n) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        prepare(i + 1);
        sum += rates[0] * x * x + shared[1] * x;
        clear();
      }
      return sum;
    }
  }
}
