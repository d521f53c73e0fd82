package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Tensors that the arms of a branch make by kernels: nothing is known yet of their cotangents. */
final class Arms {
  private Arms() {}

  @Differentiable({GRADIENT, HVP})
  static double overDefault(Matrix a, @Shape("n") Vector x, boolean isTimes) {
    Vector g = Vector.zeros(x.size());
    if (isTimes) {
      g = a.times(x);
    }
    return g.sum();
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double either(
      @Shape("n, n") Matrix a, @Shape("n") Vector x, @Shape("n, n") Matrix b, boolean isFirst) {
    Vector g = isFirst ? a.times(x) : b.transpose().times(x);
    return g.norm();
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector solved(@Shape("n, n") Matrix a, @Shape("n") Vector x, int k) {
    return switch (Math.abs(k) % 3) {
      case 0 -> a.solve(x);
      case 1 -> a.transpose().times(x);
      default -> x;
    };
  }

  @Differentiable
  static double inRounds(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      Vector g = x.get(i) > 1 ? a.times(x) : a.transpose().times(x);
      sum += g.get(i) * i;
    }
    return sum;
  }

  private static Matrix made(Matrix a, Vector x, Vector y, int k) {
    if (k < 0) {
      return x.outer(y);
    } else if (k < 2) {
      return a.inverse();
    }
    return a.transpose().times(a).plus(Matrix.identity(a.rows())).cholesky();
  }

  @Differentiable
  static double ofHelper(
      @Shape("n, n") Matrix a, @Shape("n") Vector x, @Shape("n") Vector y, int k) {
    return made(a, x, y, k).sum();
  }

  record Both(Vector v, Matrix m) {}

  @Differentiable
  static double ofRecord(@Shape("n, n") Matrix a, @Shape("n") Vector x, boolean isFirst) {
    Both both =
        isFirst ? new Both(a.times(x), a.times(a)) : new Both(a.transpose().times(x), a);
    return both.m().times(both.v()).sum();
  }
}
