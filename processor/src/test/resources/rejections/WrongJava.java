package rejections;

import cotangent.Differentiable;

class WrongJava {
  @Differentiable
  static double unknownVariable(double x) {
    return y; // error: cannot find symbol
  }

  @Differentiable
  static double unknownType(double x) {
    Missing y = null; // error: cannot find symbol
    return x;
  }

  @Differentiable
  static double unknownMethod(double x) {
    return g(x); // error: cannot find symbol
  }

  @Differentiable
  static double wrongArguments(double x) {
    return Math.sin(x, x); // error: method sin in class
  }

  @Differentiable
  static double wrongTypes(double x) {
    int i = x; // error: possible lossy conversion
    return i;
  }

  @Differentiable
  static double unknownTarget(double x) {
    y = x; // error: cannot find symbol
    return x;
  }

  static double user() {
    return WrongJavaGrad.fGrad(3).value();
  }

  @Differentiable
  static double f(double x) {
    return x;
  }
}
