package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Methods that keep different things in the same places of a workspace. */
class SharedWorkspaces {
  private static double energy(double[] x) {
    double[] y = new double[x.length];
    double[] z = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * Math.sin(x[i]);
    }
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      z[i] = y[i] * y[x.length - 1 - i];
      s += z[i] * y[i];
    }
    return s;
  }

  @Differentiable
  @Inputs("a length 3; q length 3; first length 1")
  static double referencesFirst(double[] a, double[] q, double[] first) {
    first[0] = Math.sin(first[0]);
    double s = first[0];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        s += a[j] * energy(q) * (i + 1);
      }
    }
    return s;
  }

  @Differentiable
  @Inputs("a length 3; q length 3")
  static double productsFirst(double[] a, double[] q) {
    double p = 1;
    for (int i = 0; i < a.length; i++) {
      p = Math.sin(p * a[i]);
    }
    for (int i = 0; i < a.length; i++) {
      p = Math.sin(p * a[i]);
    }
    double s = p;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        s += a[j] * energy(q) * (i + 1);
      }
    }
    return s;
  }

  @Differentiable
  @Inputs("a length 3; q length 3; first length 1")
  static double referencesAgain(double[] a, double[] q, double[] first) {
    first[0] = Math.cos(first[0]);
    double s = first[0] * first[0];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        s += a[i] * energy(q) * (j + 1);
      }
    }
    return s;
  }
}
