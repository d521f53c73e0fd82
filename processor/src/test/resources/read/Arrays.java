import cotangent.Differentiable;

public class Arrays {
  @Differentiable
  static double identity(double x) {
    return x;
  }
}
