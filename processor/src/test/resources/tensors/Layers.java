package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;

/** Layers one after the other: what a round makes is what the next one is given. */
class Layers {
  @Differentiable({GRADIENT, JVP, HVP})
  static double deep(List<Matrix> layers, Vector b, Vector x, Vector y) {
    Vector h = x;
    for (Matrix w : layers) {
      h = w.times(h).plus(b).tanh();
    }
    return h.minus(y).squaredNorm() / 2;
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double recurrent(@Shape("2, 2") Matrix w, @Shape("2") Vector x, @Shape("t, 2") Matrix in) {
    Vector h = x;
    double sum = 0;
    for (int i = 0; i < in.rows(); i++) {
      h = w.times(h).plus(in.row(i)).tanh();
      sum += h.squaredNorm();
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP})
  static double residual(
      @Shape("2, 3, 3") Matrix[] layers, @Shape("n, 3") Matrix x, @Shape("3") Vector scale) {
    Matrix h = x;
    for (Matrix w : layers) {
      Matrix before = h;
      h = h.times(w).sigmoid();
      h = h.plus(before).timesEachRow(scale);
    }
    return h.rowLogSoftmax().column(0).mean();
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector powers(@Shape("3, 3") Matrix a, @Shape("3") Vector x, double c) {
    Vector h = x;
    for (int i = 0; i < 3; i++) {
      Vector next = a.times(h);
      next.set(0, next.get(1) * c);
      h = next.plus(h.times(next.dot(h)));
    }
    return h;
  }
}
