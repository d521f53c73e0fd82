package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Jobs as they come to hand: options, time series, networks, bodies, spectra. */
class MoreJobs {
  private MoreJobs() {}

  record Market(double[] spots, double[] volatilities, double rate) {}

  @Differentiable
  @Inputs("market.spots length 3; market.volatilities length 3; cholesky length 3 3 3; maturity in [0.5, 2]; paths = 4")
  static double price(Market market, double[][] cholesky, double strike, double maturity, int paths, long seed) {
    Random random = new Random(seed);
    int n = market.spots().length;
    double sum = 0;
    for (int p = 0; p < paths; p++) {
      double[] z = new double[n];
      for (int i = 0; i < n; i++) {
        z[i] = random.nextGaussian();
      }
      double basket = 0;
      for (int i = 0; i < n; i++) {
        double w = 0;
        for (int j = 0; j <= i; j++) {
          w += cholesky[i][j] * z[j];
        }
        double vol = market.volatilities()[i];
        double drift = (market.rate() - 0.5 * vol * vol) * maturity;
        basket += market.spots()[i] * Math.exp(drift + vol * Math.sqrt(maturity) * w);
      }
      sum += Math.max(basket / n - strike, 0);
    }
    return Math.exp(-market.rate() * maturity) * sum / paths;
  }

  record Params(double omega, double alpha, double beta) {
    double unconditional() {
      return omega / (1 - alpha - beta);
    }
  }

  static double[] variances(Params p, double[] returns) {
    double[] h = new double[returns.length];
    h[0] = p.unconditional();
    for (int t = 1; t < returns.length; t++) {
      h[t] = p.omega() + p.alpha() * returns[t - 1] * returns[t - 1] + p.beta() * h[t - 1];
    }
    return h;
  }

  @Differentiable(wrt = {"p"})
  @Inputs("p.omega in [0.1, 0.3]; p.alpha in [0.05, 0.2]; p.beta in [0.3, 0.7]; returns length 6")
  static double negLogLikelihood(Params p, double[] returns) {
    double mean = Arrays.stream(returns).average().orElse(0);
    double[] demeaned = Arrays.stream(returns).map(r -> r - mean).toArray();
    double[] h = variances(p, demeaned);
    return -IntStream.range(0, returns.length)
        .mapToDouble(t -> -0.5 * (Math.log(2 * Math.PI) + Math.log(h[t]) + demeaned[t] * demeaned[t] / h[t]))
        .sum();
  }

  record Dense(double[][] weights, double[] bias) {
    double[] apply(double[] in, DoubleUnaryOperator activation) {
      return IntStream.range(0, bias.length)
          .mapToDouble(i -> bias[i] + IntStream.range(0, in.length).mapToDouble(j -> weights[i][j] * in[j]).sum())
          .map(activation)
          .toArray();
    }
  }

  record Model(Dense hidden, Dense out) {
    double[] predict(double[] x) {
      return softmax(out.apply(hidden.apply(x, Math::tanh), z -> z));
    }
  }

  static double[] softmax(double[] z) {
    double max = Arrays.stream(z).max().getAsDouble();
    double[] e = Arrays.stream(z).map(v -> Math.exp(v - max)).toArray();
    double sum = Arrays.stream(e).sum();
    return Arrays.stream(e).map(v -> v / sum).toArray();
  }

  record Sample(double[] x, int label) {}

  @Differentiable(wrt = "model")
  @Inputs("model.hidden.weights length 2 2 2; model.hidden.bias length 3; model.out.weights length 3 3; model.out.bias length 2; xs length 2 2 2 2; labels = {0, 1, 1, 0}")
  static double crossEntropy(Model model, double[][] xs, int[] labels) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      samples.add(new Sample(xs[i], labels[i]));
    }
    return samples.stream().mapToDouble(s -> -Math.log(model.predict(s.x())[s.label()])).average().orElse(0);
  }

  @Differentiable(wrt = "model")
  @Inputs("model.hidden.weights length 2 2 2; model.hidden.bias length 3; model.out.weights length 3 3; model.out.bias length 2; xs length 2 2 2 2; labels = {0, 1, 1, 0}")
  static double byLoop(Model model, double[][] xs, int[] labels) {
    double loss = 0;
    for (int k = 0; k < xs.length; k++) {
      double[] p = model.predict(xs[k]);
      loss -= Math.log(p[labels[k]]);
    }
    return loss / xs.length;
  }

  static class Vec3 {
    final double x, y, z;

    Vec3(double x, double y, double z) {
      this.x = x;
      this.y = y;
      this.z = z;
    }

    Vec3 plus(Vec3 o) {
      return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    Vec3 minus(Vec3 o) {
      return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    Vec3 times(double s) {
      return new Vec3(x * s, y * s, z * s);
    }

    double dot(Vec3 o) {
      return x * o.x + y * o.y + z * o.z;
    }
  }

  static class Body {
    Vec3 position;
    Vec3 velocity;
    double mass;

    Body(Vec3 position, Vec3 velocity, double mass) {
      this.position = position;
      this.velocity = velocity;
      this.mass = mass;
    }
  }

  @Differentiable
  @Inputs("positions length 9; velocities length 9; masses length 3; steps = 3; dt in [0.01, 0.1]")
  static double energy(double[] positions, double[] velocities, double[] masses, int steps, double dt) {
    Body[] bodies = new Body[masses.length];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] =
          new Body(
              new Vec3(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]),
              new Vec3(velocities[3 * i], velocities[3 * i + 1], velocities[3 * i + 2]),
              masses[i]);
    }
    for (int s = 0; s < steps; s++) {
      for (Body a : bodies) {
        Vec3 force = new Vec3(0, 0, 0);
        for (Body b : bodies) {
          if (a != b) {
            Vec3 d = b.position.minus(a.position);
            double r2 = d.dot(d) + 0.01;
            force = force.plus(d.times(b.mass / (r2 * Math.sqrt(r2))));
          }
        }
        a.velocity = a.velocity.plus(force.times(dt));
      }
      for (Body a : bodies) {
        a.position = a.position.plus(a.velocity.times(dt));
      }
    }
    double e = 0;
    for (Body a : bodies) {
      e += 0.5 * a.mass * a.velocity.dot(a.velocity);
    }
    return e;
  }

  record Complex(double re, double im) {
    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    double abs2() {
      return re * re + im * im;
    }

    Complex plus(Complex o) {
      return new Complex(re + o.re, im + o.im);
    }

    Complex minus(Complex o) {
      return new Complex(re - o.re, im - o.im);
    }
  }

  /** Recursive, as in Sedgewick's book. */
  static Complex[] fft(Complex[] x) {
    int n = x.length;
    if (n == 1) return new Complex[] {x[0]};
    if (n % 2 != 0) throw new IllegalArgumentException("n is not a power of 2");
    Complex[] even = new Complex[n / 2];
    for (int k = 0; k < n / 2; k++) even[k] = x[2 * k];
    Complex[] evenFFT = fft(even);
    Complex[] odd = even;
    for (int k = 0; k < n / 2; k++) odd[k] = x[2 * k + 1];
    Complex[] oddFFT = fft(odd);
    Complex[] y = new Complex[n];
    for (int k = 0; k < n / 2; k++) {
      double kth = -2 * k * Math.PI / n;
      Complex wk = new Complex(Math.cos(kth), Math.sin(kth));
      y[k] = evenFFT[k].plus(wk.times(oddFFT[k]));
      y[k + n / 2] = evenFFT[k].minus(wk.times(oddFFT[k]));
    }
    return y;
  }

  @Differentiable
  @Inputs("signal length 4; weights length 4")
  static double power(double[] signal, double[] weights) {
    Complex[] x = new Complex[signal.length];
    for (int i = 0; i < signal.length; i++) x[i] = new Complex(signal[i], 0);
    Complex[] f = fft(x);
    double sum = 0;
    for (int i = 0; i < f.length; i++) sum += weights[i] * f[i].abs2();
    return sum;
  }

  static void inPlace(Complex[] a) {
    int n = a.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) j ^= bit;
      j ^= bit;
      if (i < j) {
        Complex t = a[i];
        a[i] = a[j];
        a[j] = t;
      }
    }
    for (int len = 2; len <= n; len <<= 1) {
      double angle = -2 * Math.PI / len;
      for (int i = 0; i < n; i += len) {
        for (int k = 0; k < len / 2; k++) {
          Complex w = new Complex(Math.cos(angle * k), Math.sin(angle * k));
          Complex u = a[i + k];
          Complex v = a[i + k + len / 2].times(w);
          a[i + k] = u.plus(v);
          a[i + k + len / 2] = u.minus(v);
        }
      }
    }
  }

  @Differentiable
  @Inputs("signal length 8; weights length 8")
  static double powerInPlace(double[] signal, double[] weights) {
    Complex[] x = new Complex[signal.length];
    for (int i = 0; i < signal.length; i++) x[i] = new Complex(signal[i], 0);
    inPlace(x);
    double sum = 0;
    for (int i = 0; i < x.length; i++) sum += weights[i] * x[i].abs2();
    return sum;
  }

  @Differentiable
  @Inputs("x length 4")
  static Complex[] spectrum(Complex[] x) {
    return fft(x);
  }
}
