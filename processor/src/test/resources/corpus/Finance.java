package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Prices and curves. */
class Finance {
  @Differentiable
  @Inputs(
      "f in [0.9, 1]; k in [1.05, 1.3]; t in [0.5, 2]; alpha in [0.2, 0.4]; beta in [0.4, 0.6];"
          + " rho in [-0.5, 0.5]; nu in [0.3, 0.5]")
  static double sabr(
      double f, double k, double t, double alpha, double beta, double rho, double nu) {
    double b = 1 - beta;
    if (Math.abs(f - k) < 1e-12) {
      return alpha / Math.pow(f, b);
    }
    double log = Math.log(f / k);
    double fk = Math.pow(f * k, b / 2);
    double z = nu / alpha * fk * log;
    double x = Math.log((Math.sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
    double corrected =
        1
            + (b * b / 24 * alpha * alpha / (fk * fk)
                    + 0.25 * rho * beta * nu * alpha / fk
                    + (2 - 3 * rho * rho) / 24 * nu * nu)
                * t;
    double below = fk * (1 + b * b / 24 * log * log + Math.pow(b * log, 4) / 1920);
    return alpha * corrected / below * z / x;
  }

  record Complex(double re, double im) {
    Complex plus(Complex o) {
      return new Complex(re + o.re, im + o.im);
    }

    Complex minus(Complex o) {
      return new Complex(re - o.re, im - o.im);
    }

    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex times(double s) {
      return new Complex(re * s, im * s);
    }

    Complex over(Complex o) {
      double n = o.re * o.re + o.im * o.im;
      return new Complex((re * o.re + im * o.im) / n, (im * o.re - re * o.im) / n);
    }

    Complex exp() {
      double e = Math.exp(re);
      return new Complex(e * Math.cos(im), e * Math.sin(im));
    }

    Complex log() {
      return new Complex(Math.log(Math.hypot(re, im)), Math.atan2(im, re));
    }

    Complex sqrt() {
      double s = Math.sqrt((Math.hypot(re, im) + Math.abs(re)) / 2);
      return re >= 0
          ? new Complex(s, im / (2 * s))
          : new Complex(Math.abs(im) / (2 * s), Math.copySign(s, im));
    }
  }

  record Heston(double kappa, double theta, double sigma, double rho, double variance) {}

  private static Complex characteristic(Complex u, Heston h, double t) {
    Complex one = new Complex(1, 0);
    Complex iu = new Complex(-u.im(), u.re());
    Complex b = new Complex(h.kappa(), 0).minus(iu.times(h.rho() * h.sigma()));
    double square = h.sigma() * h.sigma();
    Complex d = b.times(b).plus(iu.plus(u.times(u)).times(square)).sqrt();
    Complex g = b.minus(d).over(b.plus(d));
    Complex e = d.times(-t).exp();
    Complex bent = one.minus(g.times(e));
    Complex log = bent.over(one.minus(g)).log();
    Complex drift = b.minus(d).times(t).minus(log.times(2)).times(h.kappa() * h.theta() / square);
    Complex moved = b.minus(d).times(h.variance() / square).times(one.minus(e).over(bent));
    return drift.plus(moved).exp();
  }

  @Differentiable
  @Inputs(
      "h.kappa in [1, 2]; h.theta in [0.03, 0.05]; h.sigma in [0.3, 0.5]; h.rho in [-0.7, -0.3];"
          + " h.variance in [0.03, 0.06]; k in [-0.2, 0.2]; t in [0.8, 1.2]")
  static double heston(Heston h, double k, double t) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double u = i + 0.5;
      Complex phi = characteristic(new Complex(u, -0.5), h, t);
      sum += phi.times(new Complex(0, -u * k).exp()).re() / (u * u + 0.25);
    }
    return 1 - Math.exp(k / 2) / Math.PI * sum;
  }

  @Differentiable
  @Inputs(
      "s = 100; k = 103; sigma in [0.2, 0.3]; r in [0.02, 0.05]; n in [3, 4]")
  static double americanPut(double s, double k, double sigma, double r, int n) {
    double dt = 1.0 / n;
    double u = Math.exp(sigma * Math.sqrt(dt));
    double p = (Math.exp(r * dt) - 1 / u) / (u - 1 / u);
    double discount = Math.exp(-r * dt);
    double[] v = new double[n + 1];
    for (int i = 0; i <= n; i++) v[i] = Math.max(k - s * Math.pow(u, 2 * i - n), 0);
    for (int step = n - 1; step >= 0; step--) {
      for (int i = 0; i <= step; i++) {
        double hold = discount * (p * v[i + 1] + (1 - p) * v[i]);
        double exercise = k - s * Math.pow(u, 2 * i - step);
        v[i] = hold > exercise ? hold : exercise;
      }
    }
    return v[0];
  }

  @Differentiable
  @Inputs("spot = 100; sigma in [0.2, 0.4]; normals = {{0.3, -1, 0.5}, {2, 1.5, 1}, {-0.2, 0.9, 0.1}}")
  static double barrierAsian(double spot, double strike, double sigma, double[][] normals) {
    double sum = 0;
    paths:
    for (double[] path : normals) {
      double s = spot;
      double average = 0;
      for (double z : path) {
        s *= Math.exp(-0.5 * sigma * sigma + sigma * z);
        if (s > 1.9 * spot) continue paths;
        average += s / path.length;
      }
      sum += Math.max(average - strike, 0);
    }
    return sum / normals.length;
  }

  private static double normal(double x) {
    double t = 1 / (1 + 0.2316419 * Math.abs(x));
    double polynomial = t * (0.31938153 + t * (-0.356563782 + t * 1.781477937));
    double tail = 0.3989422804014327 * Math.exp(-x * x / 2) * polynomial;
    return x > 0 ? 1 - tail : tail;
  }

  private static double call(double s, double k, double sigma, double t) {
    double d = (Math.log(s / k) + sigma * sigma / 2 * t) / (sigma * Math.sqrt(t));
    return s * normal(d) - k * normal(d - sigma * Math.sqrt(t));
  }

  @Differentiable
  @Inputs("price in [0.2, 0.3]; s in [1, 1.05]; k in [1, 1.1]; t in [0.9, 1.1]")
  static double impliedVolatility(double price, double s, double k, double t) {
    double low = 0.01;
    double high = 2;
    for (int i = 0; i < 4; i++) {
      double middle = 0.5 * (low + high);
      if (call(s, k, middle, t) < price) low = middle;
      else high = middle;
    }
    double sigma = (low + high) / 2;
    for (int i = 0; ; i++) {
      double error = call(s, k, sigma, t) - price;
      double d = (Math.log(s / k) + sigma * sigma / 2 * t) / (sigma * Math.sqrt(t));
      sigma -= error / (s * Math.sqrt(t) * 0.4 * Math.exp(-d * d / 2));
      if (i == 3) return sigma;
    }
  }

  @Differentiable
  @Inputs("rates in [0.01, 0.05]; rates length 4")
  static double bootstrappedCurve(double[] rates) {
    double[] discounts = new double[rates.length];
    double annuity = 0;
    for (int i = 0; i < rates.length; i++) {
      annuity += discounts[i] = (1 - rates[i] * annuity) / (1 + rates[i]);
    }
    double sum = 0;
    for (int i = 0; i < rates.length; i++) sum -= Math.log(discounts[i]) / (i + 1);
    return sum;
  }
}
