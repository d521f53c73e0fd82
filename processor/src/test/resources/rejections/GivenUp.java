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

  @SuppressWarnings("static")
  static <T extends Comparable<T> & HasWeight> int weight(T t) {
    return t.WEIGHT; // error: [CT030] Cotangent cannot tell what t.WEIGHT refers to @ t.WEIGHT
  }

  interface HasWeight {
    int WEIGHT = 1;
  }

  static final class Weight implements HasWeight, Comparable<Weight> {
    @Override
    public int compareTo(Weight other) {
      return 0;
    }
  }
}
