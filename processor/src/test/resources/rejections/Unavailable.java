package rejections;

import cotangent.Derivative;
import cotangent.Differentiable;

class Unavailable {
  @Differentiable(Derivative.HESSIAN) // error: [CT020] HESSIAN cannot be generated yet @ Derivative.HESSIAN
  static double hessian(double x) {
    return x;
  }
}
