package tensors;

import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Mistakes that can only be seen when sizes are known: a 2 × 3, b 4 × 5, u of 2, v of 7. */
@SuppressWarnings("cotangent")
final class Misfits {
  private Misfits() {}

  record Layer(Matrix w, Vector c) {}

  @Differentiable
  static double timesVector(Matrix a, Matrix b, Vector u, Vector v) {
    return a.times(v).sum();
  }

  @Differentiable
  static double timesMatrix(Matrix a, Matrix b, Vector u, Vector v) {
    return a.times(b).sum();
  }

  @Differentiable
  static double timesTransposed(Matrix a, Matrix b, Vector u, Vector v) {
    return a.times(b.transpose()).sum();
  }

  @Differentiable
  static double transposedTimes(Matrix a, Matrix b, Vector u, Vector v) {
    return a.transpose().times(v).sum();
  }

  @Differentiable
  static double plusVector(Matrix a, Matrix b, Vector u, Vector v) {
    return u.plus(v).sum();
  }

  @Differentiable
  static double plusMatrix(Matrix a, Matrix b, Vector u, Vector v) {
    return a.plus(b).sum();
  }

  @Differentiable
  static double plusTransposed(Matrix a, Matrix b, Vector u, Vector v) {
    return a.plus(a.transpose()).sum();
  }

  @Differentiable
  static double minusVector(Matrix a, Matrix b, Vector u, Vector v) {
    return u.minus(v).sum();
  }

  @Differentiable
  static double minusMatrix(Matrix a, Matrix b, Vector u, Vector v) {
    return a.minus(b).sum();
  }

  @Differentiable
  static double hadamardVector(Matrix a, Matrix b, Vector u, Vector v) {
    return u.hadamard(v).sum();
  }

  @Differentiable
  static double hadamardMatrix(Matrix a, Matrix b, Vector u, Vector v) {
    return a.hadamard(b).sum();
  }

  @Differentiable
  static double dividedBy(Matrix a, Matrix b, Vector u, Vector v) {
    return a.dividedBy(b).sum();
  }

  @Differentiable
  static double maximum(Matrix a, Matrix b, Vector u, Vector v) {
    return u.max(v).sum();
  }

  @Differentiable
  static double minimum(Matrix a, Matrix b, Vector u, Vector v) {
    return a.min(b).sum();
  }

  @Differentiable
  static double dot(Matrix a, Matrix b, Vector u, Vector v) {
    return u.dot(v);
  }

  @Differentiable
  static double distance(Matrix a, Matrix b, Vector u, Vector v) {
    return u.squaredDistance(v);
  }

  @Differentiable
  static double plusEachRow(Matrix a, Matrix b, Vector u, Vector v) {
    return a.plusEachRow(u).sum();
  }

  @Differentiable
  static double timesEachRow(Matrix a, Matrix b, Vector u, Vector v) {
    return a.timesEachRow(v).sum();
  }

  @Differentiable
  static double beside(Matrix a, Matrix b, Vector u, Vector v) {
    return a.beside(b).sum();
  }

  @Differentiable
  static double above(Matrix a, Matrix b, Vector u, Vector v) {
    return a.above(b).sum();
  }

  @Differentiable
  static double ofRows(Matrix a, Matrix b, Vector u, Vector v) {
    return Matrix.ofRows(u, v).sum();
  }

  @Differentiable
  static double pickRows(Matrix a, Matrix b, Vector u, Vector v) {
    return b.pick(new int[] {0, 1, 2}).sum();
  }

  @Differentiable
  static double solveVector(Matrix a, Matrix b, Vector u, Vector v) {
    return a.times(a.transpose()).solve(v).sum();
  }

  @Differentiable
  static double solveMatrix(Matrix a, Matrix b, Vector u, Vector v) {
    return a.times(a.transpose()).solve(b).sum();
  }

  @Differentiable
  static double solveOblong(Matrix a, Matrix b, Vector u, Vector v) {
    return a.solve(u).sum();
  }

  @Differentiable
  static double inverse(Matrix a, Matrix b, Vector u, Vector v) {
    return a.inverse().sum();
  }

  @Differentiable
  static double determinant(Matrix a, Matrix b, Vector u, Vector v) {
    return b.determinant();
  }

  @Differentiable
  static double logDeterminant(Matrix a, Matrix b, Vector u, Vector v) {
    return b.logDeterminant();
  }

  @Differentiable
  static double cholesky(Matrix a, Matrix b, Vector u, Vector v) {
    return a.cholesky().sum();
  }

  @Differentiable
  static double trace(Matrix a, Matrix b, Vector u, Vector v) {
    return a.trace();
  }

  @Differentiable
  static double slice(Matrix a, Matrix b, Vector u, Vector v) {
    return v.slice(3, 8).sum();
  }

  @Differentiable
  static double sliceOfRows(Matrix a, Matrix b, Vector u, Vector v) {
    return b.slice(3, 5).sum();
  }

  @Differentiable
  static double concatenated(Matrix a, Matrix b, Vector u, Vector v) {
    return v.dot(u.concat(u, u));
  }

  @Differentiable
  static double outer(Matrix a, Matrix b, Vector u, Vector v) {
    return u.outer(v).times(u).sum();
  }

  @Differentiable
  static double sumsOfRows(Matrix a, Matrix b, Vector u, Vector v) {
    return b.rowSums().plus(b.columnSums()).sum();
  }

  @Differentiable
  static double chainOfLayers(Matrix a, Matrix b, Vector u, Vector v) {
    Vector h = Vector.ones(3);
    for (Matrix w : new Matrix[] {a, b}) {
      h = w.times(h).tanh();
    }
    return h.sum();
  }

  @Differentiable
  static double layer(Matrix a, Matrix b, Vector u, Vector v) {
    Layer layer = new Layer(a, v);
    return layer.w().times(Vector.ones(3)).plus(layer.c()).sum();
  }

  @Differentiable
  static double states(Matrix a, Matrix b, Vector u, Vector v) {
    Vector h = u;
    while (h.size() < 10) {
      h = h.concat(u);
    }
    return h.dot(v);
  }

  @Differentiable
  static double diagonal(Matrix a, Matrix b, Vector u, Vector v) {
    return Matrix.diagonal(u).plus(a).sum();
  }
}
