package rejections;

import cotangent.Differentiable;
import java.util.function.UnaryOperator;

class GivenUp {
  @Differentiable
  static double bothBounds(double x) {
    return x * weight(new Weight());
  }

  @Differentiable
  static double generatedInSpite(double x) {
    return x * x;
  }

  static double user() {
    return GivenUpGrad.generatedInSpite(2);
  }

  static <T extends Comparable<T> & HasWeight> int weight(T t) {
    return t.weight(); // error: [CT030] Cotangent cannot tell what t.weight() refers to @ t.weight()
  }

  @Differentiable
  static double unknownResult(double x) {
    UnaryOperator<double[]> twice =
        v -> {
          v[0] *= 2;
          return v;
        };
    double[] v =
        twice.andThen(w -> { w[0] += x; return w; }).apply(new double[] {x}); // error: [CT030] Cotangent cannot tell what twice.andThen @ twice.andThen(w -> { w[0] += x; return w; }).apply(new double[] {x})
    return v[0];
  }

  interface HasWeight {
    int weight();
  }

  static final class Weight implements HasWeight, Comparable<Weight> {
    @Override
    public int weight() {
      return 1;
    }

    @Override
    public int compareTo(Weight other) {
      return 0;
    }
  }
}
