package rejections;

import cotangent.Differentiable;

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
