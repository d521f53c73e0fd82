package corpus;

import cotangent.Differentiable;
import java.util.Arrays;

/** Arrays that a function fills. */
class SetAll {
  record Ev(double t, double w, int kind) {}
  static class P { double v; P(double v) { this.v = v; } }
  @Differentiable static double objects(double[] x) { P[] p = new P[x.length]; Arrays.setAll(p, i -> new P(x[i] * i)); double s = 0; for (P q : p) { q.v *= 2; s += q.v; } return s; }
  @Differentiable static double numbers(double[] x) { double[] p = new double[x.length]; Arrays.setAll(p, i -> x[i] * i); double s = 0; for (double q : p) { s += q * q; } return s; }
  @Differentiable static double records(double[] x) { Ev[] p = new Ev[x.length]; Arrays.setAll(p, i -> new Ev(x[i] * i, 1, i)); double s = 0; for (Ev q : p) { s += q.t() * q.t(); } return s; }
  @Differentiable static double rows(double[] x) { double[][] p = new double[x.length][]; Arrays.setAll(p, i -> new double[] {x[i], i}); double s = 0; for (double[] q : p) { s += q[0] * q[1]; } return s; }
  @Differentiable static double inPlace(double[] x) { double[] y = x.clone(); Arrays.setAll(y, i -> x[i] * i + y[i]); double s = 0; for (double v : y) s += v * v; return s; }
}
