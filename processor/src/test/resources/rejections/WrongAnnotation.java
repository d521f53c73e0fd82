package rejections;

import cotangent.Differentiable;

class WrongAnnotation {
  @Differentiable(wrt = 5) // error: incompatible types
  static double wrongAnnotation(double x) {
    return x;
  }

  @Differentiable(wert = "x") // error: cannot find symbol
  static double wrongElement(double x) {
    return x;
  }
}
