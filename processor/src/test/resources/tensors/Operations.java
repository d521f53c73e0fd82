package tensors;

import static cotangent.Derivative.*;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Each operation on tensors, in every mode that fits. */
class Operations {
  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector plus(@Shape("n") Vector a, @Shape("n") Vector b) { return a.plus(b).plus(2.5); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector minus(@Shape("n") Vector a, @Shape("n") Vector b, double c) { return a.minus(b).minus(c).negated(); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector times(Vector a, double c) { return a.times(c).dividedBy(c + 3); }

  @Differentiable({VJP, JVP})
  static Matrix hadamard(@Shape("m, n") Matrix a, @Shape("m, n") Matrix b) { return a.hadamard(b).dividedBy(b.square().plus(1)); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector elements(Vector a) { return a.exp().plus(a.sin()).plus(a.cos().hadamard(a.tanh())).minus(a.sigmoid()).plus(a.softplus()); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector positive(@Between({0.5, 2}) Vector a) { return a.sqrt().plus(a.log()).plus(a.pow(1.5)); }

  @Differentiable({VJP, JVP})
  static Matrix kinked(@Shape("m, n") Matrix a, @Shape("m, n") Matrix b) { return a.abs().plus(a.relu()).plus(a.max(b)).minus(a.min(b)); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector mapped(Vector a, double k) { return a.map(x -> k * x * x + Math.sin(x)); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double reductions(Vector a) { return a.sum() + a.mean() * a.max() - a.min() * a.norm() + a.squaredNorm(); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double dots(@Shape("n") Vector a, @Shape("n") Vector b) { return a.dot(b) * a.squaredDistance(b); }

  @Differentiable({VJP, JVP})
  static Matrix outer(Vector a, Vector b) { return a.outer(b); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double lse(Vector a) { return a.logSumExp() + a.softmax().dot(a) + a.logSoftmax().pick(0); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector slices(@Shape("3") Vector a) { return a.slice(1, 3).times(a.get(0)); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector mv(@Shape("m, n") Matrix a, @Shape("n") Vector x) { return a.times(x); }

  @Differentiable({VJP, JVP})
  static Matrix mm(@Shape("m, n") Matrix a, @Shape("n, k") Matrix b) { return a.times(b); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double mm2(@Shape("m, n") Matrix a, @Shape("n, k") Matrix b) { return a.times(b).tanh().squaredNorm(); }

  @Differentiable({VJP, JVP})
  static Matrix transposed(Matrix a, double c) { return a.transpose().times(c); }

  @Differentiable({VJP, JVP})
  static Matrix rows(@Shape("m, n") Matrix a, @Shape("n") Vector v) { return a.plusEachRow(v).timesEachRow(v); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector sums(@Shape("n, n") Matrix a) { return a.rowSums().plus(a.columnSums()); }

  @Differentiable({VJP, JVP})
  static Matrix soft(Matrix a) { return a.rowSoftmax().plus(a.rowLogSoftmax()); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector rlse(Matrix a) { return a.rowLogSumExp(); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector picked(@Shape("3, 2") Matrix a) { return a.pick(new int[] {0, 1, 0}); }

  @Differentiable({VJP, JVP})
  static Matrix gathered(@Shape("3, 2") Matrix a) { return a.rows(new int[] {2, 1, 2, 0}); }

  @Differentiable({VJP, JVP})
  static Matrix sliced(@Shape("3, 2") Matrix a) { return a.slice(1, 3); }

  @Differentiable({VJP, JVP})
  static Matrix beside(@Shape("m, n") Matrix a, @Shape("m, k") Matrix b) { return a.beside(b); }

  @Differentiable({VJP, JVP})
  static Matrix above(@Shape("m, n") Matrix a, @Shape("k, n") Matrix b) { return a.above(b); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector diag(Matrix a) { return a.diagonal(); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double traced(@Shape("n, n") Matrix a) { return a.trace() * a.sum(); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector solve(@Shape("n, n") Matrix a, @Shape("n") Vector b) { return a.solve(b); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double solve2(@Shape("n, n") Matrix a, @Shape("n, k") Matrix b) { return a.solve(b).squaredNorm(); }

  @Differentiable({VJP, JVP})
  static Matrix inverse(@Shape("n, n") Matrix a) { return a.inverse(); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP, GRADIENT_SUM})
  static double det(@Shape("n, n") Matrix a) { return a.determinant(); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP})
  static double logdet(@Shape("n, n") Matrix a) { return a.times(a.transpose()).plus(Matrix.identity(a.rows())).logDeterminant(); }

  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP})
  static double chol(@Shape("n, n") Matrix a) { return a.times(a.transpose()).plus(Matrix.identity(a.rows())).cholesky().sum(); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector made(double x, double y) { return Vector.of(x, y, x * y).plus(Vector.ones(3)).minus(Vector.unit(3, 1)).plus(Vector.zeros(3)); }

  @Differentiable({VJP, JVP})
  static Matrix made2(Vector v, double x) { Matrix m = Matrix.diagonal(v); m.set(0, 0, x * x); return m; }

  @Differentiable({VJP, JVP})
  static Matrix made3(double x) { return Matrix.of(new double[][] {{x, 1}, {2, x * x}}); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector read(@Shape("3, 2") Matrix m) { return m.row(1).plus(Vector.wrap(new double[] {m.get(0, 0), m.get(2, 1)})).times(m.column(0).get(2)); }

  @Differentiable({VJP, JVP})
  static double[][] arrays(Matrix m, Vector v) { double[][] a = m.toArray(); a[0][0] *= v.toArray()[0]; return a; }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector copies(Vector v) { Vector w = v.copy(); w.set(0, v.get(0) * v.get(1)); return w.plus(v); }

  record Layer(Matrix w, Vector b) {}
  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  static double layer(Layer l, @Shape("2") Vector x, int n) { Vector h = x; for (int i = 0; i < 2; i++) { h = h.times(0.5).plus(x.tanh()); } return h.sum() * l.b().sum() + l.w().squaredNorm(); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector byNumber(double x, double[] y, Vector z, Matrix m) { return z.times(x * y[0]).plus(m.sum()); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static double[] toArray(Vector z, Matrix m) { return z.times(m.squaredNorm()).toArray(); }

  static Vector act(Vector v, boolean t) { if (t) { return v.tanh(); } return v.sigmoid(); }
  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector helper(Vector v) { return act(act(v, true), v.sum() > 0); }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  static double recursion(Vector v, int n) { int k = Math.max(1, Math.min(n, 4)); return rec(v, k).sum(); }

  static Vector rec(Vector v, int n) { return n == 0 ? v : rec(v.tanh().plus(v), n - 1); }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector joined(Vector a, Vector b) {
    return a.concat(b, a.times(2)).concat();
  }

  @Differentiable({VJP, JVP})
  static Matrix ofRows(@Shape("n") Vector a, @Shape("n") Vector b) {
    return Matrix.ofRows(a, b.times(2), a.hadamard(b));
  }
}
