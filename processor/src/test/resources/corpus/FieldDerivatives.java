package corpus;

import static cotangent.Derivative.*;

import cotangent.Differentiable;

/** Derivatives by fields: each method has a twin in {@code Twins} that takes them as parameters. */
class FieldDerivatives {
  record Knot(double x, int count, double[] y) {}

  static class Base {
    double scale;
    protected double[] offsets;
    private double hidden = 1;

    double hidden(double x) {
      return hidden * x;
    }
  }

  static class Model extends Base {
    private final double[] weights = {0};
    private float[][] rows;
    double bias;
    Knot knot;
    final double constant = 1.5;
    private double[] scratch = new double[5];

    @Differentiable(
        value = {GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP},
        wrt = {"x", "weights"})
    double loss(double[] x) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double d = weights[i] * x[i] * x[i] - 0.5 * this.weights[0];
        sum += d * d;
      }
      return sum;
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP},
        wrt = {"knot", "bias", "scale", "rows", "offsets", "constant"})
    double everyKind(double x) {
      return knot.x() * this.knot.y()[1] * x * this.bias * scale * rows[1][0] * times(x) * constant;
    }

    final double times(double x) {
      return hidden(x) * offsets[0] * offsets[knot.count() % 2];
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"weights", "x"})
    double writes(double x) {
      double old = weights[0];
      weights[0] = old * x;
      weights[1] += weights[0] * weights[0];
      return weights[1] * old;
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"weights", "bias"})
    double addsBias(double x) {
      return weights[0] * x * x + bias;
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"weights", "bias"})
    @SuppressWarnings("cotangent")
    double ignoresBias(double x) {
      return weights[0] * weights[1] * x;
    }

    @Differentiable(
        value = {GRADIENT, HESSIAN, HVP},
        wrt = "bias")
    double noParameter() {
      return bias * bias * Math.sin(bias);
    }

    @Differentiable(
        value = {GRADIENT, VJP, HESSIAN},
        wrt = "weights")
    double recursive(int n) {
      return n == 0 ? weights[0] : weights[n % weights.length] * recursive(n - 1) + other(this, n);
    }

    private static double other(Model model, int n) {
      return n * model.weights[1] * model.weights[1];
    }

    @Differentiable(
        value = {GRADIENT, JVP},
        wrt = {"weights", "x"})
    double throughOtherName(double x) {
      Model same = x > -9 ? this : new Model();
      Model[] all = {same};
      return all[0].weights[0] * same.weights[1] * x;
    }

    @Differentiable(
        value = {GRADIENT, HVP},
        wrt = "bias")
    double nested(double x) {
      return x * FieldDerivatives_ModelGrad.noParameterGrad(this).dbias()
          + FieldDerivatives_ModelGrad.noParameter(this);
    }

    @Differentiable(
        value = {VJP, JVP},
        wrt = {"weights"})
    void step(double[] x) {
      for (int i = 0; i < x.length; i++) {
        weights[i] += x[i] * weights[i];
        scratch[i] = weights[i] * x[0];
        x[i] = scratch[i] * x[i];
      }
    }

    @Differentiable(
        value = {VJP, JVP, JACOBIAN},
        wrt = {"weights"})
    double[] scaled(double[] x) {
      double[] r = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        r[i] = weights[i] * weights[0] * x[i];
      }
      return r;
    }

    @Differentiable(wrt = {"bias", "scale"})
    double hidesAField(double bias) {
      return bias * this.scale * bias;
    }

    @Differentiable(wrt = "knot", value = VJP)
    Knot made(double x) {
      return new Knot(knot.x() * x, 1, new double[] {knot.y()[0] * knot.x()});
    }

    class Layer {
      final double start;

      Layer(double w) {
        start = w * bias;
      }

      double at(double x) {
        return start * bias * x;
      }
    }

    final Gain gain = new Gain();

    class Gain {
      double at(double x) {
        return bias * x * x;
      }
    }

    @Differentiable(
        value = {GRADIENT, JVP, HVP},
        wrt = {"bias", "x"})
    double heldGain(double x) {
      return gain.at(x) + bias * bias;
    }

    @Differentiable(
        value = {GRADIENT, JVP, HVP},
        wrt = {"bias", "x"})
    double ownLayer(double x) {
      return this.new Layer(2).at(x) + (Model.this).new Layer(x).start;
    }
  }

  record Curve(double x, int k, double[] y, Knot knot) {
    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"x", "y"})
    double value(double z) {
      return x * y[0] * z + x() * this.x * this.y()[1] * knot.x();
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP},
        wrt = {"z", "knot"})
    double byRecord(double z) {
      return knot.x * knot.y[0] * z * z;
    }
  }

  record Row(double[] cells) {
    @Differentiable(value = GRADIENT, wrt = "cells")
    double squares() {
      return cells[0] * cells[0] + cells()[1] * cells[1];
    }
  }

  static class Stage {
    double bias;

    @Differentiable(
        value = {GRADIENT, JVP, HESSIAN, HVP},
        wrt = {"bias", "x"})
    double output(double x) {
      return level(x) * x;
    }

    double level(double x) {
      return x;
    }

    double more(double x) {
      return x * bias;
    }
  }

  static class LowerStage extends Stage {
    double k = 2;

    @Override
    double level(double x) {
      return k * super.level(x) + this.bias * more(x);
    }

    @Override
    double more(double x) {
      return Math.sin(bias) * k * x + ((Stage) this).bias;
    }
  }

  static class Twins {
    @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
    static double output(double bias, double x) {
      return (2 * x + bias * (Math.sin(bias) * 2 * x + bias)) * x;
    }

    @Differentiable({GRADIENT, JVP, HVP})
    static double heldGain(double bias, double x) {
      return bias * x * x + bias * bias;
    }

    @Differentiable({GRADIENT, JVP, HVP})
    static double ownLayer(double bias, double x) {
      return 2 * bias * bias * x + x * bias;
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"weights", "bias"})
    static double addsBias(double[] weights, double bias, double x) {
      return weights[0] * x * x + bias;
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"weights", "bias"})
    @SuppressWarnings("cotangent")
    static double ignoresBias(double[] weights, double bias, double x) {
      return weights[0] * weights[1] * x;
    }

    @Differentiable
    static double squares(double[] cells) {
      return cells[0] * cells[0] + cells[1] * cells[1];
    }

    @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP})
    static double loss(double[] weights, double[] x) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double d = weights[i] * x[i] * x[i] - 0.5 * weights[0];
        sum += d * d;
      }
      return sum;
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP},
        wrt = {"scale", "offsets", "rows", "bias", "knot", "constant"})
    static double everyKind(
        double scale,
        double[] offsets,
        float[][] rows,
        double bias,
        Knot knot,
        double constant,
        double x) {
      return knot.x()
          * knot.y()[1]
          * x
          * bias
          * scale
          * rows[1][0]
          * (1 * x * offsets[0] * offsets[knot.count() % 2])
          * constant;
    }

    @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
    static double writes(double[] weights, double x) {
      double old = weights[0];
      weights[0] = old * x;
      weights[1] += weights[0] * weights[0];
      return weights[1] * old;
    }

    @Differentiable({GRADIENT, HESSIAN, HVP})
    static double noParameter(double bias) {
      return bias * bias * Math.sin(bias);
    }

    @Differentiable({GRADIENT, VJP, HESSIAN})
    static double recursive(double[] weights, int n) {
      return n == 0
          ? weights[0]
          : weights[n % weights.length] * recursive(weights, n - 1) + n * weights[1] * weights[1];
    }

    @Differentiable({GRADIENT, JVP})
    static double throughOtherName(double[] weights, double x) {
      double[][] all = {weights};
      return all[0][0] * weights[1] * x;
    }

    @Differentiable(
        value = {GRADIENT, HVP},
        wrt = "bias")
    static double nested(double bias, double x) {
      return x * FieldDerivatives_TwinsGrad.noParameterGrad(bias).dbias() + noParameter(bias);
    }

    @Differentiable(
        value = {VJP, JVP},
        wrt = {"weights"})
    static void step(double[] weights, double[] x) {
      double[] scratch = new double[5];
      for (int i = 0; i < x.length; i++) {
        weights[i] += x[i] * weights[i];
        scratch[i] = weights[i] * x[0];
        x[i] = scratch[i] * x[i];
      }
    }

    @Differentiable(
        value = {VJP, JVP, JACOBIAN},
        wrt = {"weights"})
    static double[] scaled(double[] weights, double[] x) {
      double[] r = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        r[i] = weights[i] * weights[0] * x[i];
      }
      return r;
    }

    @Differentiable
    static double hidesAField(double scale, double bias) {
      return bias * scale * bias;
    }

    @Differentiable(wrt = "knot", value = VJP)
    static Knot made(Knot knot, double x) {
      return new Knot(knot.x() * x, 1, new double[] {knot.y()[0] * knot.x()});
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP, HESSIAN, HVP},
        wrt = {"x", "y"})
    static double value(double x, int k, double[] y, Knot knot, double z) {
      return x * y[0] * z + x * x * y[1] * knot.x();
    }

    @Differentiable(
        value = {GRADIENT, VJP, JVP},
        wrt = {"z", "knot"})
    static double byRecord(double x, int k, double[] y, Knot knot, double z) {
      return knot.x * knot.y[0] * z * z;
    }
  }
}
