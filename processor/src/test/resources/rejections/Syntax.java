package rejections;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

class Syntax {
  @Differentiable
  static double several(double x) {
    try { // error: [CT040] a try statement
      x = x * 2;
    } finally {
      x = 0;
    }
    synchronized (Syntax.class) { // error: [CT040] a synchronized statement
      x = 1;
    }
    class Local {} // error: [CT040] a local class
    record Pair(double a, double b) {} // error: [CT040] a local record
    enum Colour { RED } // error: [CT040] a local enum
    interface Face {} // error: [CT040] a local interface
    DoubleUnaryOperator f = y -> y;
    DoubleUnaryOperator g = Math::sin;
    Object o = new Object() {};
    boolean b = o instanceof String;
    return x;
  }

  @Differentiable
  static double inHelper(double x) {
    return helper(x) + 1;
  }

  static double helper(double x) {
    double y = x * 2;
    synchronized (Syntax.class) {} // error: [CT040] a synchronized statement
    return y;
  }

  @Differentiable
  static double fine(double x) {
    return x * x;
  }

  SyntaxGrad.FineGradient gradient;
}
