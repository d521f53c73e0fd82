package rejections;

import cotangent.Differentiable;

class WrongSignature {
  @Differentiable
  static double unknownParameterType(Missing x) { // error: cannot find symbol
    return 1;
  }

  @Differentiable
  static Missing unknownResultType(double x) { // error: cannot find symbol
    return null;
  }

  @Differentiable
  static double f(double x) {
    return x;
  }

  WrongSignatureGrad.FGradient gradient;
}
