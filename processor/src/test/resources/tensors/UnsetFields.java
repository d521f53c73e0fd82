package tensors;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Objects that keep tensors from call to call, and have none at first. */
public class UnsetFields {
  static final class Dense {
    private final Matrix weights;
    private Vector input;

    Dense(Matrix weights) {
      this.weights = weights;
    }

    Vector forward(Vector x) {
      input = x;
      return weights.times(x).tanh();
    }

    double penalty() {
      return input.squaredNorm();
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double rounds(@Shape("n, n") Matrix w, @Shape("n") Vector x, int n) {
    Dense layer = new Dense(w);
    Vector y = x;
    for (int i = 0; i < n; i++) {
      y = layer.forward(y);
    }
    return y.sum() + layer.penalty();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double layers(@Shape("n, n") Matrix w, @Shape("n, n") Matrix v, @Shape("n") Vector x) {
    List<Dense> layers = new ArrayList<>();
    layers.add(new Dense(w));
    layers.add(new Dense(v));
    Vector y = x;
    for (Dense each : layers) {
      y = each.forward(y);
    }
    double sum = y.sum();
    for (Dense each : layers) {
      sum += each.penalty();
    }
    return sum;
  }

  static final class Last {
    Vector v;
    Matrix m;

    void set(Matrix matrix, Vector vector) {
      m = matrix.times(matrix);
      v = m.times(vector);
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double vectorInArm(@Shape("n, n") Matrix m, @Shape("n") Vector x, int k) {
    Last last = new Last();
    if (k > 2) {
      last.set(m, x);
    }
    return last.v.squaredNorm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double matrixInArm(@Shape("n, n") Matrix m, @Shape("n") Vector x, int k) {
    Last last = new Last();
    if (k > 2) {
      last.set(m, x);
    }
    return last.m.trace() + x.sum();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double matrixInLoop(@Shape("n, n") Matrix m, @Shape("n") Vector x, int k) {
    Last last = new Last();
    for (int i = 2; i < k; i++) {
      last.set(m, x.times(i));
    }
    return last.m.rows() * last.m.sum() * x.sum();
  }
}
