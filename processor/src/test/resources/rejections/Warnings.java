package rejections;

import cotangent.Differentiable;

class Warnings {
  @Differentiable // warning: [CT018] the result of unused does not depend on y @ @Differentiable
  static double unused(double x, double y) {
    return x;
  }

  @Differentiable // warning: [CT018] the result of rounded does not depend on x
  static double rounded(double x) {
    return Math.floor(x) + (int) x;
  }

  @Differentiable
  @SuppressWarnings("cotangent")
  static double silenced(double x, double y) {
    return x;
  }

  @SuppressWarnings({"unchecked", "cotangent"})
  static class Silenced {
    @Differentiable
    static double silenced(double x, double y) {
      return x;
    }
  }
}
