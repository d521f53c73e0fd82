package user;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Workspace;
import library.Force;
import library.ForceGrad;
import library.Special;

public class Uses {
  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  public static double energy(double x, double y, double[] w) {
    return Force.potential(x * y, y, w) * x;
  }

  @Differentiable({GRADIENT, JVP})
  public static double plainly(double x, double k) {
    return Force.gradientOnly(x * x, k) * x;
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  public static double throughHvp(double[][] m, float f) {
    return Force.hvpOnly(m, f) * m[0][0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  public static double pushed(double x, double y) {
    return Force.pushedNumber(x * y, y);
  }

  @Differentiable({GRADIENT, JVP})
  public static double onlyPushed(double x, double y) {
    return Force.onlyPushed(x * y, 3, y);
  }

  @Differentiable({GRADIENT, HESSIAN})
  public static double byTheFirst(double x, double k) {
    return Force.byTheFirst(x * k, 2) * k + Force.byTheFirst(0.5, x, 3);
  }

  @Differentiable({GRADIENT, JVP})
  public static double overwritten(double[] z, double t) {
    double[] p = Force.softmax(z);
    z[0] = t * p[1];
    double[] q = Force.softmax(z);
    p[0] = q[1] * t;
    double s = 0;
    for (int i = 0; i < p.length; i++) {
      s += p[i] * q[i] * (i + 1);
    }
    return s;
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  public static double[] twice(double[] z, double t) {
    double[] y = Force.softmax(z);
    for (int i = 0; i < 3; i++) {
      y = Force.softmax(Special.scaled(y, t));
    }
    return y;
  }

  @Differentiable
  public static double outer(double[] a, double[] b) {
    double[][] m = Force.outer(a, b);
    m[1][0] *= m[0][1];
    double s = 0;
    for (double[] row : m) {
      for (double v : row) {
        s += v * v;
      }
    }
    return s;
  }

  @Differentiable({GRADIENT, JVP})
  public static double records(double x, double y, double angle) {
    Force.Point p = Force.turned(pointOf(x, y), angle * x);
    return Force.norm(p, y) * p.x();
  }

  private static Force.Point pointOf(double x, double y) {
    return Force.turned(new Start(x, y).point(), 0.25);
  }

  record Start(double x, double y) {
    Force.Point point() {
      var g = ForceGrad.normGrad(ForceGrad.turned(Uses.FIXED, x), y);
      return g.dp();
    }
  }

  static final Force.Point FIXED = new Force.Point(0.4, 0.8);

  @Differentiable({GRADIENT, JVP})
  public static double onObject(double x, double y) {
    return new Force(1.5).scaled(x * x, y) * y;
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  public static double erf(double x) {
    return Special.erf(x) * x;
  }

  @Differentiable({GRADIENT, JVP})
  public static double erfOfBoth(double x, double s) {
    return Special.erf(Special.erf(x, s) * x, x);
  }

  @Differentiable({GRADIENT, JVP})
  public static double nested(double x, double y, double[] w) {
    var g = ForceGrad.potentialGrad(x * y, y, w);
    var h = ForceGrad.potentialGrad(new Workspace(), x, y * y, w);
    return g.dx() * g.dy() + g.value() * g.dw()[0] + h.dw()[1] * ForceGrad.potential(x, y, w);
  }

  @Differentiable({GRADIENT, JVP})
  public static double newton(double x0, double[] w) {
    double x = x0;
    for (int i = 0; i < 4; i++) {
      x -= 0.01 * ForceGrad.potentialGrad(x, 0.5, w).dx();
    }
    return x * x;
  }

  private static double recursive(double[] a, double x, int n) {
    return n == 0 ? Special.erf(x) : Math.sin(recursive(a, Force.softmax(a)[n] * x, n - 1)) * x;
  }

  @Differentiable({GRADIENT, JVP})
  public static double recursion(double[] a, double x) {
    return recursive(a, x, 3);
  }

  @Differentiable({GRADIENT, HVP})
  public static double notActive(double x) {
    double[] a = {1, 2};
    double held = Force.inPlace(a) + ForceGrad.gradientOnlyGrad(2, 3).dk();
    return x * x * held * a[1] * Force.same(a)[0];
  }
}
