package rejections;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

/** Functions that are handed on, and called so often that no graph could hold all calls. */
class ManyCalls {
  static double twice(DoubleUnaryOperator f, double x) {
    return f.applyAsDouble(x) + f.applyAsDouble(1 + x);
  }

  @Differentiable
  static double tooOften(double x) {
    DoubleUnaryOperator f0 = Math::sin;
    DoubleUnaryOperator f1 = y -> twice(f0, y); // error: [CT091] twice calls itself, or so many others
    DoubleUnaryOperator f2 = y -> twice(f1, y); // error: [CT091] twice calls itself, or so many others
    DoubleUnaryOperator f3 = y -> twice(f2, y);
    DoubleUnaryOperator f4 = y -> twice(f3, y); // error: [CT091] twice calls itself, or so many others
    DoubleUnaryOperator f5 = y -> twice(f4, y); // error: [CT091] twice calls itself, or so many others
    DoubleUnaryOperator f6 = y -> twice(f5, y);
    DoubleUnaryOperator f7 = y -> twice(f6, y);
    DoubleUnaryOperator f8 = y -> twice(f7, y);
    DoubleUnaryOperator f9 = y -> twice(f8, y);
    DoubleUnaryOperator f10 = y -> twice(f9, y);
    DoubleUnaryOperator f11 = y -> twice(f10, y); // error: [CT091] twice calls itself, or so many others
    DoubleUnaryOperator f12 = y -> twice(f11, y); // error: [CT091] twice calls itself, or so many others
    DoubleUnaryOperator f13 = y -> twice(f12, y); // error: [CT091] twice calls itself, or so many others
    return twice(f13, x);
  }
}
