package cotangent.benchmarks.objectives;

import cotangent.Differentiable;
import cotangent.Shape;

/** Weighs a signal's power by frequency: a Fourier transform of complex numbers, and of arrays. */
public final class Spectrum {
  private Spectrum() {}

  /** Holds a complex number. */
  record Complex(double re, double im) {
    Complex plus(Complex other) {
      return new Complex(re + other.re, im + other.im);
    }

    Complex minus(Complex other) {
      return new Complex(re - other.re, im - other.im);
    }

    Complex times(Complex other) {
      return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    double squared() {
      return re * re + im * im;
    }
  }

  /**
   * Computes the weighted power.
   *
   * <p><b>Shapes:</b> {@code n} is a power of two.
   */
  @Differentiable
  public static double ofObjects(@Shape("n") double[] signal, @Shape("n") double[] weights) {
    int n = signal.length;
    Complex[] a = new Complex[n];
    int bits = Integer.numberOfTrailingZeros(n);
    for (int i = 0; i < n; i++) {
      a[i] = new Complex(signal[Integer.reverse(i) >>> (32 - bits)], 0);
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        double angle = -Math.PI * k / half;
        Complex root = new Complex(Math.cos(angle), Math.sin(angle));
        for (int i = k; i < n; i += 2 * half) {
          Complex u = a[i];
          Complex v = a[i + half].times(root);
          a[i] = u.plus(v);
          a[i + half] = u.minus(v);
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i] * a[i].squared();
    }
    return sum;
  }

  /**
   * Computes the same in two arrays.
   *
   * <p><b>Shapes:</b> {@code n} is a power of two.
   */
  @Differentiable
  public static double ofArrays(@Shape("n") double[] signal, @Shape("n") double[] weights) {
    int n = signal.length;
    double[] re = new double[n];
    double[] im = new double[n];
    int bits = Integer.numberOfTrailingZeros(n);
    for (int i = 0; i < n; i++) {
      re[i] = signal[Integer.reverse(i) >>> (32 - bits)];
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        double angle = -Math.PI * k / half;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = k; i < n; i += 2 * half) {
          double vre = re[i + half] * cos - im[i + half] * sin;
          double vim = re[i + half] * sin + im[i + half] * cos;
          re[i + half] = re[i] - vre;
          im[i + half] = im[i] - vim;
          re[i] += vre;
          im[i] += vim;
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i] * (re[i] * re[i] + im[i] * im[i]);
    }
    return sum;
  }
}
