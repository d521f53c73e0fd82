package cotangent.verify;

import cotangent.Sizes;
import cotangent.Workspace;
import java.util.Arrays;

/**
 * A companion as it is generated, written by hand so that {@link SpoiledTest} can spoil its text.
 */
final class BowlGrad {
  private BowlGrad() {}

  public static double bowl(double[] x, double[] y, double a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += a * x[i] * x[i] * y[i] + y[i] * y[i] * y[i];
    }
    if (a > 1.9) {
      throw new IllegalStateException("too steep: " + a);
    }
    return sum;
  }

  public static BowlGradient bowlGrad(double[] x, double[] y, double a) {
    return bowlGradAddTo(x, y, a, new double[x.length], new double[y.length]);
  }

  public static BowlGradient bowlGrad(Workspace workspace, double[] x, double[] y, double a) {
    return bowlGradAddTo(workspace, x, y, a, new double[x.length], new double[y.length]);
  }

  public static BowlGradient bowlGradAddTo(
      double[] x, double[] y, double a, double[] dx, double[] dy) {
    return bowlGradAddTo(new Workspace(), x, y, a, dx, dy);
  }

  public static BowlGradient bowlGradAddTo(
      Workspace workspace, double[] x, double[] y, double a, double[] dx, double[] dy) {
    if (!Sizes.fit(y, x.length)) {
      throw Sizes.misfit("x", "n", x, "y", "n", y);
    }
    double value = bowl(x, y, a);
    double[] squares = workspace.zeros(0, x.length);
    for (int i = 0; i < x.length; i++) {
      squares[i] += x[i] * x[i];
    }
    double da = 0;
    for (int i = 0; i < x.length; i++) {
      dx[i] += 2 * a * x[i] * y[i];
      dy[i] += a * squares[i] + 3 * y[i] * y[i];
      da += squares[i] * y[i];
    }
    return new BowlGradient(value, dx, dy, da);
  }

  public static BowlVjp bowlVjp(double[] x, double[] y, double a, double seed) {
    BowlGradient g = bowlGrad(x, y, a);
    double[] dx = g.dx();
    double[] dy = g.dy();
    for (int i = 0; i < x.length; i++) {
      dx[i] *= seed;
      dy[i] *= seed;
    }
    return new BowlVjp(g.value(), dx, dy, seed * g.da());
  }

  public static BowlJvp bowlJvp(
      double[] x, double[] y, double a, double[] tx, double[] ty, double ta) {
    BowlGradient g = bowlGrad(x, y, a);
    double tangent = g.da() * ta;
    for (int i = 0; i < x.length; i++) {
      tangent += g.dx()[i] * tx[i] + g.dy()[i] * ty[i];
    }
    return new BowlJvp(g.value(), tangent);
  }

  public static BowlHvp bowlHvp(
      double[] x, double[] y, double a, double[] tx, double[] ty, double ta) {
    BowlGradient g = bowlGrad(x, y, a);
    double[] hx = new double[x.length];
    double[] hy = new double[y.length];
    double ha = 0;
    for (int i = 0; i < x.length; i++) {
      hx[i] = 2 * (a * y[i] * tx[i] + a * x[i] * ty[i] + x[i] * y[i] * ta);
      hy[i] = 2 * a * x[i] * tx[i] + 6 * y[i] * ty[i] + x[i] * x[i] * ta;
      ha += 2 * x[i] * y[i] * tx[i] + x[i] * x[i] * ty[i];
    }
    return new BowlHvp(g.value(), g.dx(), g.dy(), g.da(), hx, hy, ha);
  }

  public static BowlHessian bowlHessian(double[] x, double[] y, double a) {
    int n = 2 * x.length + 1;
    double[][] hessian = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] t = new double[n];
      t[j] = 1;
      double[] tx = Arrays.copyOf(t, x.length);
      double[] ty = Arrays.copyOfRange(t, x.length, 2 * x.length);
      BowlHvp column = bowlHvp(x, y, a, tx, ty, t[n - 1]);
      for (int i = 0; i < x.length; i++) {
        hessian[i][j] = column.hx()[i];
        hessian[x.length + i][j] = column.hy()[i];
      }
      hessian[n - 1][j] = column.ha();
    }
    BowlGradient g = bowlGrad(x, y, a);
    double[] gradient = new double[n];
    System.arraycopy(g.dx(), 0, gradient, 0, x.length);
    System.arraycopy(g.dy(), 0, gradient, x.length, x.length);
    gradient[n - 1] = g.da();
    return new BowlHessian(g.value(), gradient, hessian);
  }

  public record BowlGradient(double value, double[] dx, double[] dy, double da) {}

  public record BowlVjp(double value, double[] dx, double[] dy, double da) {}

  public record BowlJvp(double value, double tangent) {}

  public record BowlHvp(
      double value, double[] dx, double[] dy, double da, double[] hx, double[] hy, double ha) {}

  public record BowlHessian(double value, double[] gradient, double[][] hessian) {}
}
