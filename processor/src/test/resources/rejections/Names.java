package rejections;

import cotangent.Differentiable;

class Names {
  @Differentiable
  static double uncertainType(double x) {
    return x * pick(1, 2.0).intValue(); // error: [CT031] Cotangent cannot tell which method pick(...) is called @ pick(1, 2.0)
  }

  static <T> T pick(T one, T other) {
    return one;
  }
}
