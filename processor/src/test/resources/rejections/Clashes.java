package rejections;

import cotangent.Differentiable;

class Clashes {
  @Differentiable
  static double f(double x) {
    return x * x;
  }

  @Differentiable // error: [CT015] f(double) and fGrad(double) both generate fGrad(double) @ @Differentiable
  static double fGrad(double x) {
    return x;
  }

  @Differentiable
  static double f(double x, double y) {
    return x * y;
  }

  @Differentiable
  static double fGrad(double x, float y) {
    return x * y;
  }

  @Differentiable // error: [CT015] f(double) and F(double) both generate FGradient @ @Differentiable
  static double F(double x) {
    return x;
  }

  @Differentiable
  static double sum(cotangent.Workspace workspace, double[] x) {
    return x[0] + x[1];
  }

  @Differentiable // error: [CT015] sum(cotangent.Workspace,double[]) and sum(double[]) both generate sumGrad(cotangent.Workspace, double[])
  static double sum(double[] x) {
    return x[0] + x[1];
  }

  @Differentiable(cotangent.Derivative.GRADIENT_SUM)
  static double sums(double x) {
    return x * x;
  }

  @Differentiable(cotangent.Derivative.GRADIENT_SUM) // error: [CT015] sums(double) and Sums(double) both generate SumsGradient
  static double Sums(double x) {
    return x;
  }

  static class Inner {
    @Differentiable
    static double f(double x) {
      return x;
    }
  }
}

class Clashes_Inner { // error: [CT015] rejections.Clashes.Inner and rejections.Clashes_Inner both generate rejections.Clashes_InnerGrad
  @Differentiable
  static double f(double x) {
    return x;
  }
}

class Exists { // error: [CT020] there is already a class rejections.ExistsGrad
  @Differentiable
  static double f(double x) {
    return x;
  }
}

class ExistsGrad {}
