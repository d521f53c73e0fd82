package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Choices by class, and helpers that are given objects, each made in several places. */
class RepeatedChoices {
  interface Law {
    double below(double x);

    default double between(double a, double b) {
      double low = below(a);
      double high = below(b);
      return high > low ? high - low : (high - low) * Math.exp(low - high);
    }
  }

  static final class Logistic implements Law {
    final double scale;

    Logistic(double scale) {
      this.scale = scale;
    }

    @Override
    public double below(double x) {
      double z = x / (1 + scale * scale);
      double e = Math.exp(-z);
      return z > 3 ? 1 - e * e / (1 + e) : 1 / (1 + e) + z * e * 0.125;
    }
  }

  static final class Ramp implements Law {
    final double from, to;

    Ramp(double from, double to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public double below(double x) {
      double width = 1 + Math.abs(to - from);
      double t = (x - from) / width;
      return t * t * (3 - 2 * t) + Math.sin(t) * width;
    }
  }

  record Steps(double[] at) {
    double below(double x) {
      double sum = 0;
      for (double each : at) {
        sum += Math.tanh(x - each) * x;
      }
      return sum;
    }
  }

  static final class Sums implements Law {
    final Steps steps;
    int calls;

    Sums(Steps steps) {
      this.steps = steps;
    }

    @Override
    public double below(double x) {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        sum += steps.below(x + i) * (i + 1) - Math.cos(sum);
      }
      return sum / 10;
    }
  }

  static final Law[] LAWS = {
    new Logistic(0.5), new Ramp(-0.25, 1.5), new Sums(new Steps(new double[] {0.1, 0.7}))
  };

  static double root(Law law, double wanted, double a, double b) {
    double fa = law.below(a) - wanted;
    double fb = law.below(b) - wanted;
    for (int i = 0; i < 4; i++) {
      double m = Math.abs(fa - fb) < 1e-3 ? 0.5 * (a + b) : a - 0.1 * fa * (b - a) / (fb - fa);
      double fm = law.below(m) - wanted;
      if (fm * fa > 0) {
        a = m;
        fa = law.below(m) - wanted * 0.5;
      } else {
        b = m;
        fb = fm + 0.25 * law.below(a);
      }
    }
    return a * fb - b * fa;
  }

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 2")
  static double solved(double p, double q, int i) {
    Law law = LAWS[i];
    double first = root(law, p, 0.25, 2 + q * q);
    return first + root(law, q, -1, 1 + Math.abs(p)) * law.below(p);
  }

  @Differentiable
  @Inputs("i = 0; j = 1")
  @Inputs("i = 1; j = 2")
  @Inputs("i = 2; j = 0")
  static double betweenAll(double[] x, int i, int j) {
    Law law = LAWS[i];
    Law other = LAWS[j];
    double sum = 0;
    for (int k = 1; k < x.length; k++) {
      Law one = x[k] > x[k - 1] ? law : other;
      sum += one.between(x[k - 1], x[k]) + law.between(x[k], 1) * other.between(0, x[k - 1]);
    }
    return sum;
  }

  static double misses(Law law, double[] x, double[] into) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      into[i] = law.below(x[i]) - (i + 0.5) / x.length;
      sum += into[i] * into[i];
    }
    return Math.sqrt(1 + sum) + Math.log(2 + sum) * Math.exp(-sum) + sum / (1 + sum * sum);
  }

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 2")
  static double missed(double[] x, int i) {
    Law law = LAWS[i];
    double[] into = new double[x.length];
    double first = misses(law, x, into);
    double second = misses(law, into, new double[x.length]);
    return first * second + misses(law, into, into);
  }
}
