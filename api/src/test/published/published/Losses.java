package published;

import static cotangent.Derivative.*;

import cotangent.Cotangent;
import cotangent.Differentiable;

/** Methods whose companions need, taken together, all of the api that generated code uses. */
public class Losses {
  private double[] weights = {0.5, -1.5, 2};

  @Differentiable({GRADIENT, JVP, HESSIAN, HVP, GRADIENT_SUM})
  static double loop(double[] x) {
    double product = 1;
    for (double each : x) {
      product = Math.sin(product + each) * each;
    }
    return product;
  }

  @Differentiable({GRADIENT, HVP})
  static double matrix(double[][] a, double[] x) {
    double[] y = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] = Math.exp(y[i] * 0.1) + a[i][j] * x[j];
      }
    }
    double sum = 0;
    for (double each : y) {
      sum += each * each;
    }
    return sum;
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double until(double[] x) {
    double z = x[0];
    while (z < 5) {
      z = z * z + x[1];
    }
    return Math.log(z);
  }

  @Differentiable({GRADIENT, HVP})
  static double recursive(double[] x) {
    return nested(x, 0, 1);
  }

  private static double nested(double[] x, int i, double value) {
    return i == x.length ? value : Math.cos(value) * nested(x, i + 1, value * x[i]) + value;
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double withText(double[] x) {
    String text = String.valueOf(x.length);
    int[] numbers = {text.length(), Integer.parseInt(text)};
    return x[0] * x[0] * x[1] * numbers[1] + Cotangent.stop(x[1]);
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static double[] scaled(double[] x, float factor) {
    double[] scaled = x.clone();
    for (int i = 1; i < x.length; i++) {
      scaled[i] *= scaled[i - 1] * factor;
    }
    return scaled;
  }

  @Differentiable(
      value = {GRADIENT, GRADIENT_SUM},
      wrt = {"weights", "x"})
  double ofObject(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weights[i] * x[i] * x[i];
    }
    return sum;
  }

  double[] weights() {
    return weights;
  }
}
