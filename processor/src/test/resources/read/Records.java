import cotangent.Differentiable;

public class Records {
  @Differentiable
  static double identity(double x) {
    return x;
  }
}
