import cotangent.Differentiable;

public class Jumps {
  @Differentiable
  static double identity(double x) {
    return x;
  }
}
