package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Derivatives of companions inside of methods that are differentiated again. */
class Nesting {
  @Differentiable({GRADIENT, HVP})
  static double quartic(double x) {
    return x * x * x * x;
  }

  @Differentiable({GRADIENT, HVP})
  static double slope(double x) {
    return NestingGrad.quarticGrad(x).dx();
  }

  @Differentiable({GRADIENT, HVP})
  static double curvature(double x) {
    return NestingGrad.slopeGrad(x).dx();
  }

  @Differentiable({GRADIENT, HVP})
  static double third(double x) {
    return NestingGrad.curvatureGrad(x).dx();
  }

  @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
  static double wave(double x, double a) {
    return Math.sin(x * a) + Math.exp(-a * x * x);
  }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  static double forward(double x, double a) {
    return NestingGrad.waveJvp(x, a, 1, 0.5).tangent() * x;
  }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  static double reverse(double x, double a) {
    var g = NestingGrad.waveGrad(x, a);
    return g.dx() * g.da() + g.value();
  }

  @Differentiable({GRADIENT, HVP})
  static double fourMixes(double x, double a) {
    return NestingGrad.forwardJvp(x, a, 1, 0).tangent()
        + NestingGrad.reverseJvp(x, a, 0.5, 1).tangent()
        + NestingGrad.forwardGrad(x, a).da()
        + NestingGrad.reverseVjp(x, a, 2).dx();
  }

  @Differentiable({GRADIENT, HVP})
  static double determinantOfHessian(double x, double a) {
    double[][] h = NestingGrad.waveHessian(x, a).hessian();
    return h[0][0] * h[1][1] - h[0][1] * h[1][0];
  }

  @Differentiable({GRADIENT, HVP})
  static double potential(double[] q, double k) {
    double energy = 0;
    for (int i = 0; i < q.length; i++) {
      energy += 0.5 * k * q[i] * q[i];
      for (int j = 0; j < i; j++) {
        double d = q[i] - q[j];
        energy += 1 / Math.sqrt(d * d + 0.1);
      }
    }
    return energy;
  }

  /** Integrates in time, with the force as the derivative of the potential. */
  @Differentiable({GRADIENT, HVP})
  @Inputs("q length 3; p length 3; k in [0.5, 1]; dt in [0.02, 0.1]")
  static double leapfrog(double[] q, double[] p, double k, double dt) {
    double[] force = NestingGrad.potentialGrad(q, k).dq();
    for (int step = 0; step < 3; step++) {
      for (int i = 0; i < p.length; i++) p[i] -= 0.5 * dt * force[i];
      for (int i = 0; i < p.length; i++) q[i] += dt * p[i];
      force = NestingGrad.potentialGrad(q, k).dq();
      for (int i = 0; i < p.length; i++) p[i] -= 0.5 * dt * force[i];
    }
    return q[0] * p[1] + q[2];
  }

  @Differentiable(wrt = "w")
  static double misfit(double[] w, double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double r = Math.tanh(w[0] * x[i] + w[1]) - y[i];
      sum += r * r;
    }
    return sum;
  }

  /** Learns the rate of a gradient descent. */
  @Differentiable({GRADIENT, HVP})
  @Inputs("w length 2; x length 3; y length 3")
  static double descent(double rate, double[] w, double[] x, double[] y) {
    for (int step = 0; step < 3; step++) {
      var g = NestingGrad.misfitGrad(w, x, y);
      for (int i = 0; i < w.length; i++) w[i] -= rate * g.dw()[i];
    }
    return misfit(w, x, y);
  }

  @Differentiable(wrt = "x")
  static double cube(double x, double a) {
    return x * x * x - a;
  }

  @Differentiable({GRADIENT, HVP})
  @Inputs("a in [0.5, 2]")
  static double newton(double a) {
    double x = 1;
    while (Math.abs(x * x * x - a) > 1e-13) {
      var g = NestingGrad.cubeGrad(x, a);
      x -= g.value() / g.dx();
    }
    return x;
  }

  @Differentiable({GRADIENT, HVP})
  @Inputs("n in [0, 3]")
  static double recursive(double x, int n) {
    return n == 0 ? x : recursive(NestingGrad.waveGrad(x, 0.5).dx(), n - 1) * x;
  }

  record Point(double a, double[] b) {}

  @Differentiable({GRADIENT, JVP, HVP})
  @Inputs("p.b length 2")
  static double ofPoint(Point p) {
    return p.a() * p.a() * p.b()[0] * Math.sin(p.b()[1]);
  }

  @Differentiable({GRADIENT, HVP})
  @Inputs("p.b length 2")
  static double recordsOfDerivatives(Point p, double scale) {
    Point d = NestingGrad.ofPointGrad(p).dp();
    Point h = NestingGrad.ofPointHvp(p, d).hp();
    return d.a() * scale + d.b()[0] * h.b()[1] + NestingGrad.ofPointJvp(p, h).tangent();
  }

  @Differentiable({GRADIENT, VJP, JVP, HVP})
  static double scaledMaximum(double[] w, double y) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * w[i] * w[i];
    }
    return Math.max(y, -100) * sum;
  }

  @Differentiable({GRADIENT, VJP, JVP})
  @Inputs(value = "w = {1, 2}; y = 0", gradient = {0, 0, 15})
  @Inputs("w = {1, 2}; y = 0.5")
  static double gradientOfMaximum(double[] w, double y) {
    double[] d = NestingGrad.scaledMaximumGrad(w, y).dw();
    return d[0] + d[1];
  }

  /** So long that its second derivatives are parts of parts, in a loop. */
  @Differentiable
  static double relaxed(double v, double z) {
    int k = 0;
    while (++k < 4) {
      double t = 0.5 * Math.cos(Math.atan2(Math.sin(z), 1.5 + Math.cos(v))) + 0.25;
      if (v > 0.2) {
        z = Math.sin(-z);
        t = Math.tanh(-t) + 0.5;
        t = Math.tanh(3 * Math.sin(z)) + 0.5;
      } else if (!(t > 2)) {
        z = v = Math.sin(z + t) * Math.cos(Math.copySign(v, -0.75));
        v = Math.tanh(-z) + 0.5;
      }
      int j = k * 3 - (k ^ 2);
      if (k >= 3) {
        z = Math.atan(z);
        double[] a = {
          Math.sin(v * t) * Math.cos(StrictMath.sin(3)), Math.sinh(Math.sin(z)), 0.5, v + t
        };
        v = Math.sin(-a[k + j & 3]) * Math.cos(v - a[k & 3]);
      } else {
        t = 0.5 * Math.cos(Math.max(2, v)) + 0.25;
        t = 0.5 * Math.cos(Math.acos(0.8 * Math.cos(z))) + 0.25;
      }
    }
    return 0.7 * v + Math.tanh(z - 0.1) + 0.5;
  }

  @Differentiable({GRADIENT, HVP})
  static double slopeOfRelaxed(double y) {
    return Math.atan(NestingGrad.relaxedGrad(y, -0.75).dv());
  }
}
