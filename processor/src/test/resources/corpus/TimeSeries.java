package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;

/** Likelihoods, filters and alignments of series. */
class TimeSeries {
  record State(double level, double trend, double[] season) {}

  private static State next(State s, double y, int t, double alpha, double beta, double gamma) {
    int m = s.season().length;
    double old = s.season()[t % m];
    double level = alpha * (y - old) + (1 - alpha) * (s.level() + s.trend());
    double trend = beta * (level - s.level()) + (1 - beta) * s.trend();
    double[] season = s.season().clone();
    season[t % m] = gamma * (y - level) + (1 - gamma) * old;
    return new State(level, trend, season);
  }

  @Differentiable
  @Inputs("y length 5; start.season length 2; alpha in [0.1, 0.5]")
  static double holtWinters(double alpha, double beta, double gamma, double[] y, State start) {
    State s = start;
    double squares = 0;
    for (int t = 0; t < y.length; t++) {
      double e = y[t] - (s.level() + s.trend() + s.season()[t % s.season().length]);
      squares += e * e;
      s = next(s, y[t], t, alpha, beta, gamma);
    }
    return squares;
  }

  @Differentiable
  @Inputs("omega in [0.1, 0.3]; alpha in [0.1, 0.2]; beta in [0.4, 0.7]")
  static double garch(double omega, double alpha, double beta, double mean, double[] returns) {
    double variance = omega / (1 - alpha - beta);
    double sum = 0;
    for (double each : returns) {
      double e = each - mean;
      sum += 0.5 * (Math.log(2 * Math.PI * variance) + e * e / variance);
      variance = omega + alpha * e * e + beta * variance;
    }
    return sum;
  }

  private static double logSumExp(double[] a) {
    double most = Double.NEGATIVE_INFINITY;
    for (double each : a) most = Math.max(most, each);
    if (most == Double.NEGATIVE_INFINITY) return most;
    double sum = 0;
    for (double each : a) sum += Math.exp(each - most);
    return most + Math.log(sum);
  }

  @Differentiable
  @Inputs(
      "initial length 2; transition length 2 2; emission length 2 2; seen = {0, 1, 1, 0}")
  static double hiddenMarkovInLogarithms(
      double[] initial, double[][] transition, double[][] emission, int[] seen) {
    int n = initial.length;
    double[] alpha = new double[n];
    for (int i = 0; i < n; i++) alpha[i] = initial[i] + emission[i][seen[0]];
    for (int t = 1; t < seen.length; t++) {
      double[] next = new double[n];
      double[] terms = new double[n];
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) terms[i] = alpha[i] + transition[i][j];
        next[j] = logSumExp(terms) + emission[j][seen[t]];
      }
      alpha = next;
    }
    return logSumExp(alpha);
  }

  @Differentiable
  @Inputs("initial length 3; emission length 2 2 2; seen = {0, 1, 1, 0}")
  static double viterbi(
      double[] initial, double[][] transition, double[][] emission, int[] seen) {
    int n = initial.length;
    double[][] v = new double[seen.length][n];
    int[][] back = new int[seen.length][n];
    for (int i = 0; i < n; i++) v[0][i] = initial[i] + emission[i][seen[0]];
    for (int t = 1; t < seen.length; t++) {
      for (int j = 0; j < n; j++) {
        int from = 0;
        double best = v[t - 1][0] + transition[0][j];
        for (int i = 1; i < n; i++) {
          double candidate = v[t - 1][i] + transition[i][j];
          if (candidate > best) {
            best = candidate;
            from = i;
          }
        }
        v[t][j] = best + emission[j][seen[t]];
        back[t][j] = from;
      }
    }
    int last = seen.length - 1;
    int state = 0;
    for (int i = 1; i < n; i++) if (v[last][i] > v[last][state]) state = i;
    double sum = v[last][state];
    for (int t = last; t > 0; t--) {
      int before = back[t][state];
      sum += transition[before][state] * transition[before][state];
      state = before;
    }
    return sum;
  }

  @Differentiable
  @Inputs("a length 4; b length 3")
  static double dynamicTimeWarping(double[] a, double[] b) {
    double[][] d = new double[a.length + 1][b.length + 1];
    for (double[] row : d) Arrays.fill(row, Double.POSITIVE_INFINITY);
    d[0][0] = 0;
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        double e = a[i - 1] - b[j - 1];
        d[i][j] = e * e + Math.min(d[i - 1][j - 1], Math.min(d[i - 1][j], d[i][j - 1]));
      }
    }
    return Math.sqrt(d[a.length][b.length]);
  }

  private static double aligned(
      int i, int j, double[] a, double[] b, double[][] known, double gap) {
    if (!Double.isNaN(known[i][j])) return known[i][j];
    double best;
    if (i == 0 && j == 0) best = 0;
    else if (i == 0) best = aligned(i, j - 1, a, b, known, gap) + gap;
    else if (j == 0) best = aligned(i - 1, j, a, b, known, gap) + gap;
    else {
      double e = a[i - 1] - b[j - 1];
      double skipped =
          Math.min(
              aligned(i - 1, j, a, b, known, gap), aligned(i, j - 1, a, b, known, gap));
      best = Math.min(aligned(i - 1, j - 1, a, b, known, gap) + e * e, skipped + gap);
    }
    return known[i][j] = best;
  }

  @Differentiable
  @Inputs("a length 3; b length 2; gap in [0.5, 0.9]")
  static double alignmentByMemory(double[] a, double[] b, double gap) {
    double[][] known = new double[a.length + 1][b.length + 1];
    for (double[] row : known) Arrays.fill(row, Double.NaN);
    return aligned(a.length, b.length, a, b, known, gap);
  }

  private static long next(long state) {
    return (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
  }

  @Differentiable
  @Inputs("phi in [0.5, 0.9]; seed = 42")
  static double stochasticVolatility(double mu, double phi, double eta, long seed) {
    double h = mu;
    double sum = 0;
    long state = seed ^ 0x5DEECE66DL;
    for (int i = 0; i < 5; i++) {
      double u = ((state = next(state)) >>> 16) / (double) (1L << 32);
      double v = ((state = next(state)) >>> 16) / (double) (1L << 32);
      double z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
      h = mu + phi * (h - mu) + eta * z;
      sum += Math.exp(h / 2);
    }
    return sum;
  }
}
