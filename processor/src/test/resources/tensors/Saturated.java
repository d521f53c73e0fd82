package tensors;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JACOBIAN;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Derivatives of which almost all cancels: what is left of them is rounding. */
class Saturated {
  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector softmax(@Between({-50, 50}) Vector x) {
    return x.softmax();
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector logSoftmax(@Between({-50, 50}) Vector x) {
    return x.logSoftmax();
  }

  @Differentiable({GRADIENT, HVP, HESSIAN})
  static double crossEntropy(@Between({-50, 50}) Vector x) {
    return x.size() == 0 ? 0 : -Math.log(x.softmax().get(0) + 1e-12);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double attention(
      @Between({-9, 9}) @Shape("m, n") Matrix q,
      @Between({-9, 9}) @Shape("m, n") Matrix k,
      @Shape("m, n") Matrix v) {
    return q.times(k.transpose()).rowSoftmax().times(v).square().sum();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double gates(
      @Between({-40, 40}) @Shape("h, i") Matrix forget,
      @Between({-40, 40}) @Shape("h, i") Matrix in,
      @Between({-3, 3}) @Shape("t, i") Matrix xs) {
    Vector h = Vector.zeros(forget.rows());
    for (int t = 0; t < xs.rows(); t++) {
      Vector x = xs.row(t);
      Vector gate = forget.times(x).sigmoid();
      h = gate.hadamard(h).plus(in.times(x).tanh().hadamard(gate.negated().plus(1)));
    }
    return h.squaredNorm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double centred(Vector x) {
    return x.minus(x.mean()).sum();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double centredRows(Matrix x) {
    return x.minus(x.mean()).sum() * 2;
  }
}
