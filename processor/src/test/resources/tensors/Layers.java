package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
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

  /** Sequences one after the other, in which the best state goes on. */
  @Differentiable({GRADIENT, JVP})
  static double nested(@Shape("3, 2, 2") Matrix[] layers, @Shape("4, 2") Matrix in) {
    Vector best = Vector.of(0.1, 0.2);
    double sum = 0;
    for (int i = 0; i < in.rows(); i++) {
      Vector h = in.row(i);
      for (Matrix w : layers) {
        Vector before = h;
        h = w.times(h).tanh();
        if (before.get(0) > 0.3) {
          h = h.plus(before);
        }
      }
      if (h.sum() > best.sum()) {
        best = h.plus(best.times(0.5));
      }
      sum += best.squaredNorm();
    }
    return sum;
  }

  /** States that are looked at again much later. */
  @Differentiable({GRADIENT, JVP})
  static double remembered(@Shape("2, 2") Matrix w, @Shape("2") Vector x, @Shape("2") Vector b) {
    List<Vector> states = new ArrayList<>();
    Vector h = x;
    while (states.size() < 5) {
      h = w.times(h).plus(b).sigmoid();
      states.add(h);
      if (states.size() > 2) {
        h = h.plus(states.get(states.size() - 3));
      }
    }
    double sum = 0;
    for (Vector state : states) {
      sum += state.dot(h);
    }
    return sum;
  }

  /** Factors in a loop, each of another size. */
  @Differentiable({GRADIENT, HVP})
  static double solved(@Shape("3, 3") Matrix a, @Shape("3") Vector x, @Shape("2") Vector y) {
    Vector h = x;
    double sum = 0;
    for (int n = 1; n <= 3; n++) {
      Matrix part = Matrix.identity(n).times(2).plus(h.slice(0, n).outer(h.slice(0, n)));
      sum += part.logDeterminant() + part.solve(h.slice(0, n)).sum() + part.cholesky().trace();
      h = a.times(h).outer(y).column(1);
    }
    return sum;
  }
}
