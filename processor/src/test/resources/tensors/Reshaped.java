package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Products and transposes whose numbers are taken in another shape. */
final class Reshaped {
  private Reshaped() {}

  @Differentiable({GRADIENT, JVP})
  static double transposed(@Shape("m, n") Matrix w, @Shape("n, k") Matrix m) {
    Matrix product = w.times(m);
    Matrix other = Matrix.wrap(product.columns(), product.rows(), product.values());
    return other.transpose().column(0).squaredNorm();
  }

  @Differentiable({GRADIENT, JVP})
  static double multiplied(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    Matrix other = Matrix.wrap(w.rows(), w.columns(), w.transpose().values());
    return other.times(x).squaredNorm();
  }

  @Differentiable({GRADIENT, JVP})
  static double factor(@Shape("m, n") Matrix w, @Shape("n, k") Matrix m) {
    Matrix other = Matrix.wrap(w.rows(), w.columns(), w.transpose().values());
    return other.times(m).squaredNorm();
  }

  @Differentiable({GRADIENT, JVP})
  static double outer(Vector x, Vector y) {
    Matrix product = x.outer(y);
    Matrix other = Matrix.wrap(product.columns(), product.rows(), product.values());
    return other.transpose().column(0).squaredNorm();
  }
}
