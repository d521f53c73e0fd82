package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.function.DoubleUnaryOperator;
/** Arrays of objects that were made in sight: one array for each field. */
class ObjectArrays {
  static final class Complex {
    final double re; final double im;
    Complex(double re, double im) { this.re = re; this.im = im; }
    Complex times(Complex o) { return new Complex(re * o.re - im * o.im, re * o.im + im * o.re); }
    Complex plus(Complex o) { return new Complex(re + o.re, im + o.im); }
    Complex minus(Complex o) { return new Complex(re - o.re, im - o.im); }
    double squaredNorm() { return re * re + im * im; }
  }
  static Complex[] dft(Complex[] x) {
    int n = x.length;
    Complex[] y = new Complex[n];
    for (int k = 0; k < n; k++) {
      Complex sum = new Complex(0, 0);
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * j * k / n;
        sum = sum.plus(x[j].times(new Complex(Math.cos(angle), Math.sin(angle))));
      }
      y[k] = sum;
    }
    return y;
  }
  @Differentiable
  static double power(double[] a) {
    Complex[] x = new Complex[a.length];
    for (int i = 0; i < a.length; i++) { x[i] = new Complex(a[i], 0); }
    double s = 0;
    for (Complex z : dft(x)) { s += z.squaredNorm() * z.re; }
    return s;
  }
  @Differentiable
  static double swapped(double x, double y) {
    Complex[] p = {new Complex(x, y), new Complex(y, 1), new Complex(1, x)};
    for (int i = 0; i < 5; i++) { int a = i % 3, b = (i + 1) % 3; Complex t = p[a]; p[a] = p[b].times(t); p[b] = t; }
    return p[0].re + p[1].im * p[2].re;
  }
  @Differentiable
  static double nullable(double x, double y, int n) {
    Complex[] p = new Complex[5];
    for (int i = 0; i < 5; i += 2) { p[i] = new Complex(x * i, y); }
    double s = 0;
    for (int i = 0; i < 5; i++) { if (p[i] != null) { s += p[i].squaredNorm(); } else { s += x; } }
    return s;
  }
  interface Layer { double apply(double x); }
  record Scale(double f) implements Layer { public double apply(double x) { return f * x; } }
  static final class Shift implements Layer { final double by; Shift(double by) { this.by = by; } public double apply(double x) { return x + by; } }
  @Differentiable
  static double layers(double a, double b, double x) {
    Layer[] all = {new Scale(a), new Shift(b), new Scale(b), v -> v * v * a};
    double h = x;
    for (Layer l : all) { h = l.apply(h); }
    return h;
  }
  @Differentiable
  static double functions(double a, double x) {
    DoubleUnaryOperator[] fs = {Math::sin, v -> v * a, v -> v * v};
    double h = x;
    for (int i = 0; i < 4; i++) { h = fs[i % fs.length].applyAsDouble(h); }
    return h;
  }
  static Complex[] fft(Complex[] x) {
    int n = x.length;
    if (n == 1) { return new Complex[] {x[0]}; }
    Complex[] even = new Complex[n / 2];
    for (int k = 0; k < n / 2; k++) { even[k] = x[2 * k]; }
    Complex[] e = fft(even);
    Complex[] odd = even;
    for (int k = 0; k < n / 2; k++) { odd[k] = x[2 * k + 1]; }
    Complex[] o = fft(odd);
    Complex[] y = new Complex[n];
    for (int k = 0; k < n / 2; k++) {
      double kth = -2 * k * Math.PI / n;
      Complex wk = new Complex(Math.cos(kth), Math.sin(kth));
      y[k] = e[k].plus(wk.times(o[k]));
      y[k + n / 2] = e[k].minus(wk.times(o[k]));
    }
    return y;
  }
  @Differentiable
  static double fftPower(double[] a) {
    Complex[] x = new Complex[8];
    for (int i = 0; i < 8; i++) { x[i] = new Complex(a[i % a.length], i); }
    double s = 0;
    for (Complex z : fft(x)) { s += z.squaredNorm() * z.re; }
    return s;
  }
}
