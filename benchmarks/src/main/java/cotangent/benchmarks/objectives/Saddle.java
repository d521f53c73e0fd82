package cotangent.benchmarks.objectives;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;

/** Minimises a maximum, by gradients inside gradients: GradBench's {@code saddle}. */
public final class Saddle {
  private Saddle() {}

  /**
   * Computes the height at (p, y) of a surface with a saddle at the origin.
   *
   * <p><b>Shapes:</b> {@code p} and {@code y} are {@code [2]}.
   *
   * <p><b>Source:</b> GradBench, eval {@code saddle}.
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = "y")
  public static double height(double[] p, double[] y) {
    return (p[0] * p[0] + p[1] * p[1]) - (y[0] * y[0] + y[1] * y[1]);
  }

  /**
   * Computes the largest height over y, found by ascent from {@code start} with gradients in
   * reverse mode.
   *
   * <p><b>Shapes:</b> {@code p} and {@code start} are {@code [2]}.
   *
   * <p><b>Source:</b> GradBench, eval {@code saddle}, functions {@code fr} and {@code rr}.
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = "p")
  public static double highestByReverse(double[] p, double[] start) {
    return height(p, argmaxByReverse(p, start));
  }

  /**
   * Computes the same as {@link #highestByReverse}, with derivatives in forward mode.
   *
   * <p><b>Source:</b> GradBench, eval {@code saddle}, functions {@code ff} and {@code rf}.
   */
  @Differentiable(
      value = {GRADIENT, JVP},
      wrt = "p")
  public static double highestByForward(double[] p, double[] start) {
    return height(p, argmaxByForward(p, start));
  }

  /** Ascends in y from {@code start}, by the rules of {@link Descent#argmin}. */
  public static double[] argmaxByReverse(double[] p, double[] start) {
    double[] y = start.clone();
    double[] slope = SaddleGrad.heightGrad(p, y).dy().clone();
    double highest = height(p, y);
    double rate = Descent.FIRST_RATE;
    int successes = 0;
    double[] next = new double[2];
    while (Descent.norm(slope) > Descent.TOLERANCE) {
      if (successes == Descent.SUCCESSES) {
        rate *= 2;
        successes = 0;
      }
      step(y, rate, slope, next);
      if (Descent.distance(y, next) <= Descent.TOLERANCE) {
        break;
      }
      double nextHeight = height(p, next);
      if (nextHeight > highest) {
        copy(next, y);
        highest = nextHeight;
        copy(SaddleGrad.heightGrad(p, y).dy(), slope);
        successes++;
      } else {
        rate /= 2;
        successes = 0;
      }
    }
    return y;
  }

  /** Does the same as {@link #argmaxByReverse}, with derivatives in forward mode. */
  public static double[] argmaxByForward(double[] p, double[] start) {
    double[] y = start.clone();
    double[] slope = new double[2];
    slopeByForward(p, y, slope);
    double highest = height(p, y);
    double rate = Descent.FIRST_RATE;
    int successes = 0;
    double[] next = new double[2];
    while (Descent.norm(slope) > Descent.TOLERANCE) {
      if (successes == Descent.SUCCESSES) {
        rate *= 2;
        successes = 0;
      }
      step(y, rate, slope, next);
      if (Descent.distance(y, next) <= Descent.TOLERANCE) {
        break;
      }
      double nextHeight = height(p, next);
      if (nextHeight > highest) {
        copy(next, y);
        highest = nextHeight;
        slopeByForward(p, y, slope);
        successes++;
      } else {
        rate /= 2;
        successes = 0;
      }
    }
    return y;
  }

  private static void slopeByForward(double[] p, double[] y, double[] slope) {
    double[] alongFirst = {1, 0};
    double[] alongSecond = {0, 1};
    slope[0] = SaddleGrad.heightJvp(p, y, alongFirst).tangent();
    slope[1] = SaddleGrad.heightJvp(p, y, alongSecond).tangent();
  }

  private static void step(double[] y, double rate, double[] slope, double[] next) {
    for (int i = 0; i < y.length; i++) {
      next[i] = y[i] + rate * slope[i];
    }
  }

  private static void copy(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i];
    }
  }
}
