package rejections;

import cotangent.Differentiable;
import cotangent.Shape;

/** Where a type is wrong, nothing is said of its shape. */
class WrongShapes {
  @Differentiable
  static double unknown(double x, @Shape("k, n") Missing[] xs) { // error: cannot find symbol
    return x;
  }
}
