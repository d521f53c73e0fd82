import cotangent.Differentiable;

public class Calls {
  @Differentiable
  static double identity(double x) {
    return x;
  }
}
