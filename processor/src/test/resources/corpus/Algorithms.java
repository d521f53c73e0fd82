package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Numerical methods as they stand in textbooks. */
class Algorithms {
  private static double[][] positiveDefinite(double[][] a) {
    int n = a.length;
    double[][] s = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) s[i][j] += a[i][k] * a[j][k];
      }
      s[i][i] += 1;
    }
    return s;
  }

  private static double[][] cholesky(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
        if (i == j) {
          if (sum <= 0) throw new ArithmeticException("not positive definite");
          l[i][i] = Math.sqrt(sum);
        } else {
          l[i][j] = sum / l[j][j];
        }
      }
    }
    return l;
  }

  @Differentiable
  @Inputs("b length 3")
  static double gaussianLogDensity(double[][] a, double[] b) {
    double[][] l = cholesky(positiveDefinite(a));
    double sum = 0;
    double[] y = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      double t = b[i];
      for (int k = 0; k < i; k++) t -= l[i][k] * y[k];
      y[i] = t / l[i][i];
      sum -= 0.5 * y[i] * y[i] + Math.log(l[i][i]);
    }
    return sum - 0.5 * b.length * Math.log(2 * Math.PI);
  }

  @Differentiable
  static double choleskyInPlace(double[][] m) {
    double[][] a = positiveDefinite(m);
    int n = a.length;
    for (int k = 0; k < n; k++) {
      a[k][k] = Math.sqrt(a[k][k]);
      for (int i = k + 1; i < n; i++) a[i][k] /= a[k][k];
      for (int j = k + 1; j < n; j++) {
        for (int i = j; i < n; i++) a[i][j] -= a[i][k] * a[j][k];
      }
    }
    double logDet = 0;
    for (int i = 0; i < n; i++) logDet += 2 * Math.log(a[i][i]);
    return logDet;
  }

  @Differentiable
  @Inputs("b length 3")
  static double conjugateGradients(double[][] m, double[] b) {
    double[][] a = positiveDefinite(m);
    int n = b.length;
    double[] x = new double[n];
    double[] r = b.clone();
    double[] p = b.clone();
    double rr = dot(r, r);
    for (int step = 0; step < n && rr > 1e-20; step++) {
      double[] ap = new double[n];
      for (int i = 0; i < n; i++) ap[i] = dot(a[i], p);
      double alpha = rr / dot(p, ap);
      for (int i = 0; i < n; i++) {
        x[i] += alpha * p[i];
        r[i] -= alpha * ap[i];
      }
      double next = dot(r, r);
      double beta = next / rr;
      rr = next;
      for (int i = 0; i < n; i++) p[i] = r[i] + beta * p[i];
    }
    return x[0] * x[1] + x[2];
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) sum += u[i] * v[i];
    return sum;
  }

  @Differentiable
  @Inputs("lower length 4; upper length 4; diagonal in [3, 4]")
  static double thomas(double[] lower, double[] diagonal, double[] upper, double[] rhs) {
    int n = diagonal.length;
    for (int i = 1; i < n; i++) {
      double w = lower[i - 1] / diagonal[i - 1];
      diagonal[i] -= w * upper[i - 1];
      rhs[i] -= w * rhs[i - 1];
    }
    rhs[n - 1] /= diagonal[n - 1];
    for (int i = n - 2; i >= 0; i--) rhs[i] = (rhs[i] - upper[i] * rhs[i + 1]) / diagonal[i];
    double sum = 0;
    for (double each : rhs) sum += each * each;
    return sum;
  }

  private static void lotkaVolterra(double[] y, double[] theta, double[] dydt) {
    dydt[0] = theta[0] * y[0] - theta[1] * y[0] * y[1];
    dydt[1] = theta[2] * y[0] * y[1] - theta[3] * y[1];
  }

  @Differentiable
  @Inputs("y length 2; y in [0.5, 1.5]; theta length 4; theta in [0.5, 1.2]; h = 0.1")
  static double rungeKutta(double[] y, double[] theta, double h) {
    int n = y.length;
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    double[] t = new double[n];
    for (int step = 0; step < 10; step++) {
      lotkaVolterra(y, theta, k1);
      for (int i = 0; i < n; i++) t[i] = y[i] + 0.5 * h * k1[i];
      lotkaVolterra(t, theta, k2);
      for (int i = 0; i < n; i++) t[i] = y[i] + 0.5 * h * k2[i];
      lotkaVolterra(t, theta, k3);
      for (int i = 0; i < n; i++) t[i] = y[i] + h * k3[i];
      lotkaVolterra(t, theta, k4);
      for (int i = 0; i < n; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return y[0] * y[0] + y[1];
  }

  @Differentiable
  @Inputs("observations length 6; q in [0.1, 1]; r in [0.1, 1]; f in [0.5, 1]")
  static double kalmanScalar(double[] observations, double f, double q, double r) {
    double x = 0;
    double p = 1;
    double logLikelihood = 0;
    for (double y : observations) {
      x = f * x;
      p = f * f * p + q;
      double s = p + r;
      double e = y - x;
      logLikelihood -= 0.5 * (Math.log(2 * Math.PI * s) + e * e / s);
      double gain = p / s;
      x += gain * e;
      p *= 1 - gain;
    }
    return logLikelihood;
  }

  @Differentiable
  @Inputs("ys length 5; dt = 0.3; q in [0.1, 1]; r in [0.2, 1]")
  static double kalmanOfPositionAndSpeed(double[] ys, double dt, double q, double r) {
    double[] x = {0, 0};
    double[][] p = {{1, 0}, {0, 1}};
    double sum = 0;
    for (double y : ys) {
      x[0] += dt * x[1];
      double p00 = p[0][0] + dt * (p[1][0] + p[0][1]) + dt * dt * p[1][1] + q * dt * dt * dt / 3;
      double p01 = p[0][1] + dt * p[1][1] + q * dt * dt / 2;
      double p11 = p[1][1] + q * dt;
      double s = p00 + r;
      double e = y - x[0];
      sum += Math.log(s) + e * e / s;
      double[] k = {p00 / s, p01 / s};
      x[0] += k[0] * e;
      x[1] += k[1] * e;
      p[0][0] = (1 - k[0]) * p00;
      p[0][1] = p[1][0] = (1 - k[0]) * p01;
      p[1][1] = p11 - k[1] * p01;
    }
    return -0.5 * sum;
  }

  private static void fft(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) j ^= bit;
      j ^= bit;
      if (i < j) {
        double t = re[i];
        re[i] = re[j];
        re[j] = t;
        t = im[i];
        im[i] = im[j];
        im[j] = t;
      }
    }
    for (int len = 2; len <= n; len <<= 1) {
      double angle = -2 * Math.PI / len;
      for (int i = 0; i < n; i += len) {
        for (int k = 0; k < len / 2; k++) {
          double c = Math.cos(angle * k);
          double s = Math.sin(angle * k);
          int a = i + k;
          int b = a + len / 2;
          double tr = re[b] * c - im[b] * s;
          double ti = re[b] * s + im[b] * c;
          re[b] = re[a] - tr;
          im[b] = im[a] - ti;
          re[a] += tr;
          im[a] += ti;
        }
      }
    }
  }

  @Differentiable
  @Inputs("re length 8; im length 8")
  static double powerSpectrum(double[] re, double[] im) {
    fft(re, im);
    double sum = 0;
    for (int i = 0; i < re.length; i++) sum += i * (re[i] * re[i] + im[i] * im[i]);
    return sum;
  }

  private static void fftRecursive(double[] re, double[] im) {
    int n = re.length;
    if (n == 1) return;
    double[] evenRe = new double[n / 2];
    double[] evenIm = new double[n / 2];
    double[] oddRe = new double[n / 2];
    double[] oddIm = new double[n / 2];
    for (int i = 0; i < n / 2; i++) {
      evenRe[i] = re[2 * i];
      evenIm[i] = im[2 * i];
      oddRe[i] = re[2 * i + 1];
      oddIm[i] = im[2 * i + 1];
    }
    fftRecursive(evenRe, evenIm);
    fftRecursive(oddRe, oddIm);
    for (int k = 0; k < n / 2; k++) {
      double c = Math.cos(-2 * Math.PI * k / n);
      double s = Math.sin(-2 * Math.PI * k / n);
      double tr = c * oddRe[k] - s * oddIm[k];
      double ti = c * oddIm[k] + s * oddRe[k];
      re[k] = evenRe[k] + tr;
      im[k] = evenIm[k] + ti;
      re[k + n / 2] = evenRe[k] - tr;
      im[k + n / 2] = evenIm[k] - ti;
    }
  }

  @Differentiable
  @Inputs("re length 8; im length 8")
  static double powerSpectrumRecursive(double[] re, double[] im) {
    fftRecursive(re, im);
    double sum = 0;
    for (int i = 0; i < re.length; i++) sum += Math.sin(i) * (re[i] * re[i] - im[i] * re[1]);
    return sum;
  }

  @Differentiable
  @Inputs(
      "initial length 3; initial in [0.1, 1]; transition in [0.1, 1]; emission length 2 2 2; emission in [0.1, 1];"
          + " symbols = {0, 1, 1, 0, 1, 0, 0}")
  static double hiddenMarkov(
      double[] initial, double[][] transition, double[][] emission, int[] symbols) {
    int n = initial.length;
    double[] alpha = new double[n];
    for (int i = 0; i < n; i++) alpha[i] = initial[i] * emission[i][symbols[0]];
    double logLikelihood = 0;
    for (int t = 1; t < symbols.length; t++) {
      double[] next = new double[n];
      double total = 0;
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += alpha[i] * transition[i][j];
        next[j] = sum * emission[j][symbols[t]];
        total += next[j];
      }
      for (int j = 0; j < n; j++) next[j] /= total;
      logLikelihood += Math.log(total);
      alpha = next;
    }
    return logLikelihood;
  }

  @Differentiable
  @Inputs("knots = {0, 1, 2.5, 4, 5}; x in [0.2, 4.8]")
  static double spline(double[] knots, double[] values, double[] slopes, double x) {
    int low = 0;
    int high = knots.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (knots[middle] > x) high = middle;
      else low = middle;
    }
    double h = knots[high] - knots[low];
    double t = (x - knots[low]) / h;
    double u = 1 - t;
    return values[low] * u * u * (1 + 2 * t)
        + values[high] * t * t * (3 - 2 * t)
        + slopes[low] * h * t * u * u
        - slopes[high] * h * t * t * u;
  }

  @Differentiable
  @Inputs("r length 3; p length 3")
  @Inputs(value = "r = {0, 0, 0}; p = {1, 2, 3}", gradient = {-1, 5, -3, 2, 1, 1})
  static double rodrigues(double[] r, double[] p) {
    double squared = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
    double[] q = new double[3];
    if (squared != 0) {
      double theta = Math.sqrt(squared);
      double c = Math.cos(theta);
      double s = Math.sin(theta);
      double[] w = {r[0] / theta, r[1] / theta, r[2] / theta};
      double[] cross = cross(w, p);
      double along = dot(w, p) * (1 - c);
      for (int i = 0; i < 3; i++) q[i] = p[i] * c + cross[i] * s + w[i] * along;
    } else {
      double[] cross = cross(r, p);
      for (int i = 0; i < 3; i++) q[i] = p[i] + cross[i];
    }
    return 2 * q[0] + q[1] + q[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  @Differentiable
  @Inputs("spot in [90, 110]; strike = 100; rate = 0.03; volatility in [0.1, 0.4]; time = 1.5")
  static double monteCarloOption(
      double spot, double strike, double rate, double volatility, double time) {
    long state = 42;
    double sum = 0;
    int paths = 20;
    int steps = 4;
    double dt = time / steps;
    for (int path = 0; path < paths; path++) {
      double s = spot;
      for (int step = 0; step < steps; step++) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        double u = ((state >>> 11) + 0.5) * 0x1p-53;
        state = state * 6364136223846793005L + 1442695040888963407L;
        double v = ((state >>> 11) + 0.5) * 0x1p-53;
        double z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
        s *= Math.exp((rate - 0.5 * volatility * volatility) * dt + volatility * Math.sqrt(dt) * z);
      }
      sum += Math.max(s - strike, 0);
    }
    return Math.exp(-rate * time) * sum / paths;
  }

  @Differentiable
  @Inputs("spot in [90, 110]; strike in [90, 110]; rate = 0.03; volatility in [0.1, 0.4]; time = 1.5")
  static double blackScholes(
      double spot, double strike, double rate, double volatility, double time) {
    double d1 =
        (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time)
            / (volatility * Math.sqrt(time));
    double d2 = d1 - volatility * Math.sqrt(time);
    return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
  }

  private static double normal(double x) {
    if (x < 0) return 1 - normalOfPositive(-x);
    return normalOfPositive(x);
  }

  private static double normalOfPositive(double x) {
    double k = 1 / (1 + 0.2316419 * x);
    double poly =
        k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
    return 1 - Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * poly;
  }

  @Differentiable
  @Inputs("w length 3 3 3; u length 2 2 2; b length 3; xs length 2 2 2 2; v length 3")
  static double recurrentNetwork(
      double[][] w, double[][] u, double[] b, double[] v, double[][] xs) {
    int n = b.length;
    double[] h = new double[n];
    double loss = 0;
    for (double[] x : xs) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        double t = b[i];
        for (int j = 0; j < n; j++) t += w[i][j] * h[j];
        for (int j = 0; j < x.length; j++) t += u[i][j] * x[j];
        next[i] = Math.tanh(t);
      }
      h = next;
      double y = 0;
      for (int i = 0; i < n; i++) y += v[i] * h[i];
      loss += (y - x[0]) * (y - x[0]);
    }
    return loss;
  }

  @Differentiable
  @Inputs("gates length 4 4 4 4 4 4 4 4; x length 3")
  static double longShortTermMemory(double[][] gates, double[] x) {
    double[] h = new double[2];
    double[] c = new double[2];
    for (double each : x) {
      double[] z = new double[8];
      for (int g = 0; g < 8; g++) {
        double[] row = gates[g];
        z[g] = row[0] * each + row[1] * h[0] + row[2] * h[1] + row[3];
      }
      for (int i = 0; i < 2; i++) {
        double forget = sigmoid(z[i]);
        double input = sigmoid(z[2 + i]);
        double output = sigmoid(z[4 + i]);
        c[i] = forget * c[i] + input * Math.tanh(z[6 + i]);
        h[i] = output * Math.tanh(c[i]);
      }
    }
    return h[0] * h[1] + h[0];
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Differentiable
  @Inputs("x length 5; y = {0, 1, 1, 0}; rows length 5 5 5 5; lambda in [0.1, 1]")
  static double logisticLoss(double[] x, double[][] rows, int[] y, double lambda) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double z = 0;
      for (int j = 0; j < x.length; j++) z += rows[i][j] * x[j];
      sum += z > 0 ? z * (1 - y[i]) + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - y[i] * z;
    }
    double norm = 0;
    for (double each : x) norm += each * each;
    return sum / rows.length + 0.5 * lambda * norm;
  }

  @Differentiable
  static double gradientDescentUnrolled(double[] x, double rate) {
    for (int step = 0; step < 5; step++) {
      double[] g = new double[x.length];
      for (int i = 0; i < x.length; i++) g[i] = 0.1 * x[i] * x[i] * x[i] + Math.sin(x[i]);
      for (int i = 0; i < x.length; i++) x[i] -= 0.3 * rate * g[i];
    }
    return dot(x, x);
  }

  @Differentiable
  @Inputs("positions length 2 2 2; masses length 3; masses in [0.5, 1]")
  static double nBody(double[][] positions, double[] masses) {
    double[][] v = new double[3][2];
    for (int step = 0; step < 4; step++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          if (i == j) continue;
          double dx = positions[j][0] - positions[i][0];
          double dy = positions[j][1] - positions[i][1];
          double r2 = dx * dx + dy * dy + 0.5;
          double f = 0.05 * masses[j] / (r2 * Math.sqrt(r2));
          v[i][0] += f * dx;
          v[i][1] += f * dy;
        }
      }
      for (int i = 0; i < 3; i++) {
        positions[i][0] += 0.1 * v[i][0];
        positions[i][1] += 0.1 * v[i][1];
      }
    }
    double energy = 0;
    for (int i = 0; i < 3; i++) energy += 0.5 * masses[i] * dot(v[i], v[i]);
    return energy;
  }

  @Differentiable
  static double levenshteinSoft(double[] a, double[] b) {
    double[][] d = new double[a.length + 1][b.length + 1];
    for (int i = 1; i <= a.length; i++) d[i][0] = i;
    for (int j = 1; j <= b.length; j++) d[0][j] = j;
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        double cost = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
        d[i][j] = Math.min(d[i - 1][j - 1] + cost, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
      }
    }
    return d[a.length][b.length];
  }

  @Differentiable
  @Inputs("x in [0.5, 3]")
  static double lnGamma(double x) {
    double[] c = {
      76.18009172947146, -86.50532032941677, 24.01409824083091,
      -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5
    };
    double y = x;
    double t = x + 5.5;
    t -= (x + 0.5) * Math.log(t);
    double sum = 1.000000000190015;
    for (double each : c) sum += each / ++y;
    return -t + Math.log(2.5066282746310005 * sum / x);
  }

  @Differentiable
  static double powerIteration(double[][] m) {
    double[][] a = positiveDefinite(m);
    double[] v = {1, 0.5, 0.25};
    double lambda = 0;
    for (int step = 0; step < 8; step++) {
      double[] w = new double[3];
      for (int i = 0; i < 3; i++) w[i] = dot(a[i], v);
      lambda = Math.sqrt(dot(w, w));
      for (int i = 0; i < 3; i++) v[i] = w[i] / lambda;
    }
    return lambda;
  }

  @Differentiable
  @Inputs("x length 3; y length 3")
  static double kMeans(double[][] points, double[] x, double[] y) {
    double sum = 0;
    for (double[] p : points) {
      double best = Double.POSITIVE_INFINITY;
      for (int k = 0; k < x.length; k++) {
        double dx = p[0] - x[k];
        double dy = p[1] - y[k];
        best = Math.min(best, dx * dx + dy * dy);
      }
      sum += best;
    }
    return sum;
  }

  @Differentiable
  @Inputs("x in [0.5, 2]")
  static double continuedFraction(double x) {
    double f = 0;
    for (int i = 10; i > 0; i--) f = i * x / (1 + f + i);
    return f;
  }

  @Differentiable
  @Inputs("alphas length 3; means length 2 2 2; scales length 3; x length 2 2 2 2")
  static double gaussianMixture(double[] alphas, double[][] means, double[] scales, double[][] x) {
    double total = 0;
    double[] terms = new double[alphas.length];
    for (double[] point : x) {
      for (int k = 0; k < alphas.length; k++) {
        double squared = 0;
        for (int d = 0; d < point.length; d++) {
          double delta = (point[d] - means[k][d]) * Math.exp(scales[k]);
          squared += delta * delta;
        }
        terms[k] = alphas[k] + point.length * scales[k] - 0.5 * squared;
      }
      total += logSumExp(terms);
    }
    return total - x.length * logSumExp(alphas);
  }

  private static double logSumExp(double[] a) {
    double max = a[0];
    for (int i = 1; i < a.length; i++) {
      if (a[i] > max) max = a[i];
    }
    double sum = 0;
    for (double each : a) sum += Math.exp(each - max);
    return max + Math.log(sum);
  }
}
