package rejections;

import cotangent.Differentiable;
import java.util.function.Supplier;

class GenericHelpers {
  interface Named {
    default int length() {
      return 4;
    }
  }

  interface Curve {
    double at(double x);
  }

  record Line(double slope) implements Curve, Named {
    @Override
    public double at(double x) {
      return slope * x;
    }
  }

  record Square(double factor) implements Curve, Named {
    @Override
    public double at(double x) {
      return factor * x * x;
    }
  }

  static <T> T either(boolean first, Supplier<T> one, Supplier<T> other) {
    return first ? one.get() : other.get();
  }

  @Differentiable
  static double severalTypes(double x) {
    return either(x > 1, () -> new Line(x), () -> new Square(x)).at(x); // error: [CT031] Cotangent cannot tell which method either(...) is called here @ either(x > 1, () -> new Line(x), () -> new Square(x))
  }
}
