package rejections;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
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

  /** Of what the elements are, nobody knows: they can't be held in an array of their own. */
  @Differentiable
  static <E extends Comparable<E>> double sorted(List<E> all, double x) {
    List<E> copy = new ArrayList<>(all);
    copy.sort((a, b) -> b.compareTo(a)); // error: [CT090] a function goes where it cannot be looked into @ (a, b) -> b.compareTo(a)
    return copy.size() * x * x;
  }

  @Differentiable
  static double sortedObjects(List<Object> all, double x) {
    all.sort((a, b) -> a.hashCode() - b.hashCode()); // error: [CT090] a function goes where it cannot be looked into @ (a, b) -> a.hashCode() - b.hashCode()
    return all.size() * x * x;
  }
}
