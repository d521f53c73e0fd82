package rejections;

import cotangent.Checkpoint;
import cotangent.Differentiable;
import java.util.Random;

class Checkpoints {
  @Differentiable
  static double endsEarly(double x, int n) {
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) { // error: [CT100]
      y = Math.sin(y);
      if (y < 0.1) {
        break;
      }
    }
    return y;
  }

  @Differentiable
  static double noLoop(double x) {
    @Checkpoint int n = 3; // error: [CT100]
    return n * x;
  }

  @Differentiable
  @Checkpoint
  static double general(double x) {
    double y = x;
    while (y < 10) { // error: [CT100]
      y = y * x;
    }
    return y;
  }

  @Differentiable
  static double noNumber(double x, int n) {
    double y = x;
    for (@Checkpoint(-2) int i = 0; i < n; i++) { // error: [CT101] @Checkpoint(-2)
      y = Math.sin(y);
    }
    return y;
  }

  @Differentiable
  static double random(double x, int n, Random random) {
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) {
      y = Math.sin(y) + random.nextGaussian(); // error: [CT102] nextGaussian
    }
    return y;
  }

  @Differentiable
  static double swapped(double[][] rows, int n) {
    for (@Checkpoint int i = 0; i < n; i++) {
      double[] first = rows[0];
      rows[0] = rows[1]; // error: [CT103]
      rows[1] = first;
      rows[0][0] *= rows[1][0];
    }
    return rows[0][0];
  }

  @Differentiable
  static double recursive(double x, int n) {
    double y = x;
    for (@Checkpoint int i = 0; i < n; i++) {
      y = Math.sin(deep(y, 3)); // error: [CT103]
    }
    return y;
  }

  private static double deep(double x, int n) {
    return n == 0 ? x : Math.sin(deep(x, n - 1)) * x;
  }
}
