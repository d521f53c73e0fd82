package cotangent.benchmarks.objectives;

import static cotangent.Derivative.GRADIENT_SUM;

import cotangent.Differentiable;

/** Scores a mixture of Gaussians against data: GradBench's {@code gmm}. */
public final class GaussianMixture {
  private GaussianMixture() {}

  /**
   * Computes the log posterior of a mixture of k Gaussians, given n points in d dimensions and a
   * Wishart prior on the precisions.
   *
   * <p>Gaussian c has weight softmax(alpha)[c], mean {@code mu[c]}, and precision QᵀQ, where the
   * lower triangular Q has diagonal {@code exp(q[c][j])} and, below it, {@code l[c]}, column by
   * column.
   *
   * <p><b>Shapes:</b> {@code alpha} is {@code [k]}, {@code mu} and {@code q} are {@code [k][d]},
   * {@code l} is {@code [k][d(d-1)/2]}, {@code x} is {@code [n][d]}; gamma &gt; 0, m ≥ 0.
   *
   * <p><b>Cost:</b> O(nkd²), with k + 1 dear operations a point.
   *
   * <p><b>Source:</b> GradBench, eval {@code gmm}.
   */
  @Differentiable(
      value = GRADIENT_SUM,
      wrt = {"alpha", "mu", "q", "l"})
  public static double logPosterior(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      double[][] x,
      double gamma,
      int m) {
    int n = x.length;
    int k = alpha.length;
    int d = mu[0].length;
    double[][][] factors = new double[k][d][d];
    double[] logDeterminants = new double[k];
    for (int c = 0; c < k; c++) {
      unpack(q[c], l[c], factors[c]);
      logDeterminants[c] = sum(q[c]);
    }

    double logLikelihood = 0;
    double[] centred = new double[d];
    double[] image = new double[d];
    double[] terms = new double[k];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        subtract(x[i], mu[c], centred);
        multiply(factors[c], centred, image);
        terms[c] = alpha[c] + logDeterminants[c] - 0.5 * squaredNorm(image);
      }
      logLikelihood += LogSumExp.logSumExp(terms);
    }

    double logPrior = k * wishartConstant(d, gamma, m);
    for (int c = 0; c < k; c++) {
      logPrior += m * logDeterminants[c] - 0.5 * gamma * gamma * squaredNorm(factors[c]);
    }
    return -0.5 * n * d * Math.log(2 * Math.PI)
        + logLikelihood
        - n * LogSumExp.logSumExp(alpha)
        + logPrior;
  }

  /** Writes the columns of the lower triangular factor, from the diagonal down, into a square. */
  private static void unpack(double[] q, double[] l, double[][] columns) {
    int d = q.length;
    int packed = 0;
    for (int j = 0; j < d; j++) {
      double[] column = columns[j];
      column[j] = Math.exp(q[j]);
      for (int i = j + 1; i < d; i++) {
        column[i] = l[packed];
        packed++;
      }
    }
  }

  private static void subtract(double[] a, double[] b, double[] difference) {
    for (int j = 0; j < difference.length; j++) {
      difference[j] = a[j] - b[j];
    }
  }

  /** Multiplies the lower triangular matrix with these columns by {@code v}. */
  private static void multiply(double[][] columns, double[] v, double[] product) {
    int d = product.length;
    for (int i = 0; i < d; i++) {
      product[i] = 0;
    }
    for (int j = 0; j < d; j++) {
      double[] column = columns[j];
      double vj = v[j];
      for (int i = j; i < d; i++) {
        product[i] += column[i] * vj;
      }
    }
  }

  private static double sum(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j];
    }
    return sum;
  }

  private static double squaredNorm(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j] * v[j];
    }
    return sum;
  }

  private static double squaredNorm(double[][] rows) {
    double sum = 0;
    for (int j = 0; j < rows.length; j++) {
      sum += squaredNorm(rows[j]);
    }
    return sum;
  }

  /** Computes the logarithm of the Wishart prior's normalisation, which no parameter changes. */
  private static double wishartConstant(int d, double gamma, int m) {
    int degrees = d + m + 1;
    double logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 1; j <= d; j++) {
      logGamma += logGammaOfHalf(degrees + 1 - j);
    }
    return degrees * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
  }

  /** Computes log Γ(twice / 2) for a whole {@code twice} ≥ 1, by Γ(z + 1) = z Γ(z). */
  private static double logGammaOfHalf(int twice) {
    double logGamma = twice % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
    for (int step = twice % 2 == 0 ? 2 : 1; step < twice; step += 2) {
      logGamma += Math.log(step / 2.0);
    }
    return logGamma;
  }
}
