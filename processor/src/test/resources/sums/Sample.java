package sums;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import java.io.IOException;

public class Sample {
  record Scale(double factor, double[] shift, String unit) {}

  static class Base {
    protected double[] weights = {1, 2};
  }

  static class Model extends Base {
    private final double[] weights = {3, 4, 5};
    private double bias = 0.5;

    @Differentiable(value = GRADIENT_SUM, wrt = {"weights", "bias"})
    double loss(double[] x, double value) throws IOException {
      double sum = bias - value;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * x[i];
      }
      return sum * sum;
    }
  }

  record Line(double[] slope, double offset) {
    @Differentiable(value = GRADIENT_SUM, wrt = {"slope", "offset"})
    double at(double x) {
      return slope[0] * x + offset;
    }
  }

  @Differentiable(value = GRADIENT_SUM, wrt = {"w", "b"})
  public static double loss(double[] w, double b, double[] x, double y) {
    double sum = b - y;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * x[i];
    }
    return sum * sum;
  }

  @Differentiable(GRADIENT_SUM)
  public static double loss(double count, float dw, double g) {
    return count * dw * g;
  }

  @Differentiable(value = GRADIENT_SUM, wrt = {"scale", "rows"})
  static double scaled(Scale scale, float[][] rows) {
    double sum = 0;
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        sum += scale.factor() * row[j] + scale.shift()[j] * row[j] * row[j];
      }
    }
    return sum;
  }

  @Differentiable(value = GRADIENT_SUM, wrt = "w")
  static double guarded(double[] w, double[] x) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      if (x[i] < 0) {
        throw new IllegalArgumentException("x[" + i + "] is negative");
      }
      sum += w[i] * w[i] * x[i];
    }
    return sum;
  }

  @Differentiable(value = GRADIENT_SUM, wrt = "w")
  static double sized(@Shape("n") double[] w, @Shape("n") double[] x) {
    return w[0] * x[0];
  }

  @Differentiable(GRADIENT_SUM)
  static float single(float x, float[] w) {
    return x * w[0];
  }
}
