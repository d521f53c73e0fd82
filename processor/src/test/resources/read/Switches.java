import cotangent.Differentiable;

public class Switches {
  @Differentiable
  static double identity(double x) {
    return x;
  }
}
