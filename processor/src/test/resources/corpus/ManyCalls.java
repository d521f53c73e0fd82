package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Helpers that are called in so many places that they become functions of their own. */
class ManyCalls {
  record Pair(double a, double b) {}

  record Named(double[] values, double scale) {}

  private static double twoArms(double x, double k) {
    double r;
    if (x > k) {
      double d = x - k;
      r = Math.log(1 + d * d) * k + Math.sin(d * k) / (1 + d * d);
    } else {
      double d = k - x;
      r = Math.exp(-d) * k - d * d * Math.cos(k + d) / (2 + k * k);
    }
    return Math.tanh(r) + x * k / 10;
  }

  private static double steps(double x, int n) {
    double sum = 0.1 * x;
    for (int i = 1; i <= n; i++) {
      sum = Math.sin(sum) * x + 1.0 / i;
    }
    double guard = sum > 0 ? Math.sqrt(sum) : -sum * sum;
    return guard + Math.atan2(x, 2 + n) * sum - x / (1 + x * x);
  }

  private static double until(double x, double limit) {
    double y = 1 + x * x;
    while (y < limit) {
      y = y * 1.5 + 0.1 * Math.cos(x * y);
    }
    return Math.log(y) + x * y / (1 + y * y) - Math.exp(-x * x) * limit / 7;
  }

  private static Pair turned(Pair p, double angle) {
    double c = Math.cos(angle + p.a() * 0.1);
    double s = Math.sin(angle - p.b() * 0.2);
    double norm = Math.hypot(p.a() + 2, p.b() + 3);
    return new Pair((c * p.a() - s * p.b()) / norm, (s * p.a() + c * p.b()) / norm + c * s);
  }

  private static double outer(double x, double y) {
    double inner = twoArms(x * y, 0.5) + twoArms(y, x);
    return inner * Math.exp(-y * y / 8) + (x > y ? x - y : y * x) + x / (2 + inner * inner);
  }

  private static void smooth(double[] a, double w, double[] out) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      double left = i > 0 ? a[i - 1] : a[i];
      double right = i < n - 1 ? a[i + 1] : a[i] * 0.5;
      double mean = (left + a[i] * 2 + right) / 4;
      out[i] = a[i] * (1 - w) + mean * w + Math.sin(left * right) * 0.1 * w;
    }
    for (int i = n - 1; i > 0; i--) {
      out[i] += out[i - 1] * w * 0.3 - out[i] * out[i - 1] * 0.05;
    }
  }

  private static double[] mapped(double[] a, double w, int mode) {
    double[] b = new double[a.length];
    double carry = w;
    for (int i = 0; i < a.length; i++) {
      if (mode == 0) {
        b[i] = Math.tanh(a[i] * carry) + a[i] * w;
      } else {
        b[i] = a[i] * a[i] * carry - Math.cos(a[i]) * w;
      }
      carry = carry * 0.9 + b[i] * 0.1;
    }
    b[0] += carry;
    return b;
  }

  private static double energy(double[] a, double w) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = a[i] - w;
      sum += Math.exp(-d * d) * a[i] + Math.sqrt(1 + d * d) * w;
    }
    double product = 1;
    for (int i = 0; i < a.length; i++) {
      product *= 1 + 0.1 * Math.sin(a[i] * w);
    }
    return sum * product + Math.log(1 + sum * sum) - w * product;
  }

  private static void added(double[] from, double[] to, double w) {
    int n = Math.min(from.length, to.length);
    for (int i = 0; i < n; i++) {
      double t = to[i];
      to[i] = t * 0.8 + from[n - 1 - i] * w + Math.sin(t * w) * from[i] * 0.3;
      to[i] = to[i] / (1 + 0.1 * to[i] * to[i]);
    }
    to[0] = to[0] * w - from[n - 1] * to[n - 1] * 0.2;
  }

  private static double last(Named named) {
    double[] v = named.values();
    double s = 0;
    for (int i = 0; i < v.length; i++) {
      s = s * 0.7 + v[i] * named.scale() + Math.cos(s) * 0.1;
    }
    double t = v[v.length - 1] / (1 + s * s);
    return t * Math.exp(-named.scale() * named.scale()) + Math.atan(s * t) + named.scale() * s;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP, Derivative.JVP})
  static double sixPlaces(double a, double b, double c, double d) {
    double u = twoArms(a, b);
    double v = twoArms(b * u, c);
    double w = twoArms(c + v, d);
    double p = twoArms(u * v, w);
    double q = twoArms(w, p + a);
    return twoArms(q * p, u + v);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  static double constantArguments(double a, double b) {
    return twoArms(a, 0.3) * twoArms(0.7, b) + twoArms(0.1, 0.2) * twoArms(a, b);
  }

  @Differentiable(wrt = "a")
  static double activeAndInactive(double a, double b, double k) {
    return twoArms(a, k) + twoArms(b, k) * twoArms(k, b) + twoArms(b, a) * a;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  static double loopsInside(double a, double b) {
    return steps(a, 3) * steps(b, 5) + steps(a * b, 0) + until(a, 4) * until(b, 9) + until(a - b, 2);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  static double helpersInHelpers(double a, double b, double c) {
    return outer(a, b) * outer(b, c) - outer(outer(a, c), 0.2) + twoArms(a, c);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  @Inputs("x length 5")
  static double inALoop(double a, double[] x) {
    double state = a;
    for (int i = 0; i < x.length; i++) {
      state = twoArms(state, x[i]) + twoArms(x[i], state) * 0.5;
    }
    return state + twoArms(state, a);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  @Inputs("x length 5")
  static double summedInALoop(double a, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += twoArms(a, x[i]) + twoArms(x[i], a) * 0.5;
    }
    return sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
  static double inAWhile(double a, double b) {
    double state = a;
    int n = 0;
    while (state < 3 && n < 6) {
      state += 0.3 + Math.abs(twoArms(state, b));
      n++;
    }
    return twoArms(state, b) * n + outer(state, a);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  static double inBranches(double a, double b) {
    double r = a;
    if (a > b) {
      r = twoArms(a, b);
    } else if (a * b > 0.1) {
      r = twoArms(b, a) + steps(a, 2);
    }
    return Math.max(r, twoArms(r, b)) + (b > 0 ? steps(b, 1) : until(b, 3) + until(a, 3));
  }

  @Differentiable(Derivative.GRADIENT)
  static double notChosen(double a, double b) {
    double x = steps(a, 2) + 4;
    double y = steps(b, 2) - 4;
    return Math.max(x, y) * b;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  static double records(double a, double b, double angle) {
    Pair p = turned(new Pair(a, b), angle);
    Pair q = turned(p, a * 0.5);
    Pair r = turned(new Pair(q.b(), p.a()), 0.3);
    return r.a() * q.b() - r.b() * p.a();
  }

  @Differentiable({Derivative.VJP, Derivative.JVP})
  static Pair recordIn(Pair p, double angle) {
    return turned(turned(turned(p, angle), 0.2), p.a());
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @Inputs("x length 4")
  static double filled(double[] x, double w) {
    double[] a = new double[x.length];
    double[] b = new double[x.length];
    smooth(x, w, a);
    smooth(a, w * 0.5, b);
    smooth(b, 0.1, a);
    smooth(a, w * w, b);
    smooth(x, 0.2, a);
    smooth(b, 0.3, b);
    smooth(b, w, b);
    smooth(a, 0.7, b);
    smooth(b, w, a);
    smooth(a, a[0], a);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * (i + 1) + b[i] * b[i];
    }
    return sum;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @Inputs("x length 4")
  static double returned(double[] x, double w) {
    double[] a = mapped(x, w, 0);
    a = mapped(a, 0.5, 1);
    a = mapped(a, w, 0);
    double[] b = mapped(a, a[1], 0);
    b = mapped(b, 0.3, 1);
    b = mapped(b, 0.2, 0);
    a = mapped(a, b[0] * 0.1, 1);
    a = mapped(a, 0.1, 0);
    b = mapped(b, w, 1);
    b = mapped(a, w, 0);
    b = mapped(b, 0.4, 0);
    b = mapped(b, 0.5, 0);
    return a[0] * b[1] + a[3] * b[2];
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  @Inputs("x length 3; y length 3")
  static double read(double[] x, double[] y, double w) {
    double e = energy(x, w) * energy(y, 0.3) + energy(x, energy(y, w) * 0.1);
    e += energy(y, 0.1) - energy(x, 0.2) * energy(y, 0.4);
    x[1] = e * 0.01;
    e += energy(x, 0.5) + energy(x, w) * 0.5;
    double[] swapped = {x[2], y[0], w};
    e += energy(swapped, 0.2) - energy(swapped, w);
    return e + energy(y, 0.6) + energy(x, 0.7) + energy(y, w * w);
  }

  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @Inputs("x length 4")
  static double aliasing(double[] x, double w) {
    double[] a = x.clone();
    double[] b = w > 0.5 ? a : x.clone();
    added(a, b, w);
    added(b, a, 0.3);
    added(a, a, 0.2);
    added(x, a, w);
    double[] c = a;
    added(c, b, 0.4);
    added(b, c, 0.1);
    added(c, c, w * 0.5);
    added(x, c, 0.9);
    added(a, b, b[1] * 0.1);
    added(b, x, 0.2);
    added(x, b, w);
    return a[0] * b[1] + c[2] * x[3];
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HVP})
  static double rows(double[][] m, double w) {
    double[] sum = new double[4];
    for (int i = 0; i < m.length; i++) {
      added(m[i], sum, w);
      added(sum, m[i], 0.2);
    }
    added(m[0], m[2], 0.5);
    added(m[1], m[1], 0.5);
    double[] first = m[0];
    m[0] = m[2];
    m[2] = first;
    added(m[0], sum, 0.1);
    added(m[2], sum, w);
    added(first, m[1], 0.3);
    added(sum, first, 0.6);
    added(m[1], sum, 0.7);
    added(first, sum, 0.7);
    return sum[0] + sum[1] * sum[3] + m[0][2] * first[1];
  }

  @Differentiable(wrt = "w")
  @Inputs("scratch length 4; w in [0.1, 0.9]")
  static double workspaceArgument(double[] scratch, double w) {
    smooth(scratch, 0.1, scratch);
    for (int k = 0; k < 3; k++) {
      scratch[k] = w * k;
      smooth(scratch, w, scratch);
      smooth(scratch, 0.2, scratch);
    }
    smooth(scratch, 0.3, scratch);
    smooth(scratch, w, scratch);
    smooth(scratch, 0.4, scratch);
    smooth(scratch, 0.5, scratch);
    smooth(scratch, 0.6, scratch);
    smooth(scratch, w, scratch);
    return scratch[0] + scratch[3] * w;
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN})
  @Inputs("x length 3")
  static double recordOfArray(double[] x, double w) {
    double sum = 0;
    Named n = new Named(x, w);
    sum += last(n) * last(new Named(x, 0.5)) + last(new Named(x, w * w));
    x[0] = sum;
    sum -= last(n) + last(new Named(x, 0.1)) * last(new Named(x, 0.2));
    x[2] = w;
    sum += last(n) + last(new Named(new double[] {w, x[1]}, 0.3));
    return sum + last(new Named(x, 0.6)) + last(new Named(x, 0.7)) + last(new Named(x, 0.8))
        + last(n) * last(new Named(x, 0.9));
  }

  @Differentiable({Derivative.VJP, Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("x length 3")
  static double[] arrayResult(double[] x, double w) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = twoArms(x[i], w) + twoArms(w, x[(i + 1) % x.length]);
    }
    return out;
  }

  @Differentiable({Derivative.VJP, Derivative.JVP, Derivative.JACOBIAN})
  @Inputs("x length 6")
  static double[] fewRows(double[] x) {
    return new double[] {
      twoArms(x[0], x[1]) + twoArms(x[2], x[3]), twoArms(x[4], x[5]) * twoArms(x[0], x[5])
    };
  }
}
