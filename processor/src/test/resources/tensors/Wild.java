package tensors;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Tensor;
import cotangent.tensor.Vector;

/** Tensors that are a vector here and a matrix there, or null; and methods that are given none. */
@SuppressWarnings("cotangent")
final class Wild {
  private Wild() {}

  static double weighed(Tensor<?> t) {
    return t.sum() * t.values().length;
  }

  @Differentiable
  static double both(Vector v, Matrix m) {
    return weighed(v) + weighed(m);
  }

  @Differentiable({GRADIENT, HVP})
  static double chosen(Vector v, Matrix m) {
    Tensor<?> t = v.size() > 2 ? v : m;
    return t.norm() * t.times(2).sum();
  }

  @Differentiable
  static double computed(Vector v, Matrix m, double s) {
    Tensor<?> t = s > 0.5 ? v : m;
    Tensor<?> u = t.times(s).sin();
    return u instanceof Vector w ? w.sum() : u.squaredNorm();
  }

  @Differentiable
  static double carried(Vector v, Matrix m, int n) {
    Tensor<?> t = v;
    for (int i = 0; i < n % 4; i++) {
      t = i % 2 == 0 ? m : v;
    }
    return t.norm();
  }

  @Differentiable
  static double written(Vector v, Matrix m, double s) {
    Tensor<?> t = s > 0.5 ? v.copy() : m.copy();
    t.values()[0] = s * s;
    return t.norm();
  }

  @Differentiable
  static double wildOrNull(Vector v, Matrix m, double s) {
    Tensor<?> t = s > 0.5 ? v : s > 0 ? m : null;
    return t == null ? s : t.norm();
  }

  @Differentiable
  static double objectOrNull(Vector v, Matrix m, double s) {
    Object t = s > 0 ? m : null;
    return t == null ? s : m.norm() * v.norm();
  }

  @Differentiable
  static double seenAsObject(Vector v, Matrix m, double s) {
    Matrix k = s > 0 ? m : null;
    Object t = k;
    if (t instanceof Matrix q) {
      return q.norm();
    }
    return t == null ? s : m.norm() * v.norm();
  }

  @Differentiable
  static double ofNothing(Vector v) {
    return Vector.of().sum() + v.sum() * (1 + Vector.of().size() + Matrix.ofRows().columns());
  }

  @Differentiable
  static double copied(Vector v) {
    Vector y = v.concat();
    if (y.size() > 0) {
      y.set(0, 5);
    }
    return y.dot(v);
  }

  @Differentiable({GRADIENT, HVP, JVP})
  static double joined(Matrix a, Matrix b) {
    double k = 1;
    try {
      k = a.above(b).norm() * a.beside(b).squaredNorm();
    } catch (IllegalArgumentException e) {
      k = a.sum() * b.sum();
    } finally {
      k *= 2;
    }
    return k;
  }
}
