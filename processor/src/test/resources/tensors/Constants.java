package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Tensors that nothing is differentiated by, where others are that are computed. */
class Constants {
  private static final Vector START = Vector.of(1, 2, 3);

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  static double carried(@Shape("3") Vector w) {
    Vector h = START;
    for (int i = 0; i < 2; i++) {
      h = h.hadamard(w);
    }
    return h.squaredNorm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double chosen(@Shape("3") Vector w, boolean which) {
    Vector h = which ? START : w.plus(1);
    return h.hadamard(w).sin().sum();
  }

  static Vector again(Vector b, Vector w, int depth) {
    return depth == 0 ? b : w.hadamard(again(b, w, depth - 1));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double recursive(@Shape("3") Vector w) {
    return again(START, w, 2).sum();
  }

  @Differentiable({VJP, JVP})
  static Matrix rows(@Shape("m, n") Matrix a) {
    Vector[] columns = new Vector[a.columns()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = a.column(j).square();
    }
    return Matrix.ofRows(columns).times(a);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double given(@Shape("k, n") Vector[] rows, @Shape("n") Vector q) {
    return Matrix.ofRows(rows).times(q).squaredNorm();
  }
}
