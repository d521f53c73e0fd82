package cotangent.benchmarks.hand;

/** Differentiates the mixture of Gaussians: each point forward and backward in one pass. */
public final class GaussianMixtureByHand {
  private GaussianMixtureByHand() {}

  /** Holds the log posterior and its derivatives. */
  public record Gradient(
      double value, double[] dalpha, double[][] dmu, double[][] dq, double[][] dl) {}

  /** Computes the log posterior and its gradient. */
  public static Gradient gradient(
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
      for (int j = 0; j < d; j++) {
        logDeterminants[c] += q[c][j];
      }
    }

    double logLikelihood = 0;
    double[][] centred = new double[k][d];
    double[][] images = new double[k][d];
    double[] weights = new double[k];
    double[] weightSums = new double[k];
    double[] pulled = new double[d];
    double[][] dmu = new double[k][d];
    double[][][] dfactors = new double[k][d][d];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        subtract(x[i], mu[c], centred[c]);
        multiply(factors[c], centred[c], images[c]);
        weights[c] = alpha[c] + logDeterminants[c] - 0.5 * squaredNorm(images[c]);
      }
      logLikelihood += softmax(weights);
      for (int c = 0; c < k; c++) {
        double weight = weights[c];
        weightSums[c] += weight;
        double[] image = images[c];
        for (int j = 0; j < d; j++) {
          image[j] *= -weight;
        }
        addOuterProduct(image, centred[c], dfactors[c]);
        multiplyTransposed(factors[c], image, pulled);
        double[] dmean = dmu[c];
        for (int j = 0; j < d; j++) {
          dmean[j] -= pulled[j];
        }
      }
    }

    double logPrior = k * wishartConstant(d, gamma, m);
    double[][] dq = new double[k][d];
    double[][] dl = new double[k][d * (d - 1) / 2];
    for (int c = 0; c < k; c++) {
      double squares = 0;
      for (int j = 0; j < d; j++) {
        squares += squaredNorm(factors[c][j]);
      }
      logPrior += m * logDeterminants[c] - 0.5 * gamma * gamma * squares;
      pack(factors[c], dfactors[c], gamma * gamma, weightSums[c] + m, dq[c], dl[c]);
    }

    double[] softmax = alpha.clone();
    double logSum = softmax(softmax);
    double[] dalpha = weightSums;
    for (int c = 0; c < k; c++) {
      dalpha[c] -= n * softmax[c];
    }
    double value = -0.5 * n * d * Math.log(2 * Math.PI) + logLikelihood - n * logSum + logPrior;
    return new Gradient(value, dalpha, dmu, dq, dl);
  }

  private static void unpack(double[] q, double[] l, double[][] columns) {
    int d = q.length;
    int packed = 0;
    for (int j = 0; j < d; j++) {
      columns[j][j] = Math.exp(q[j]);
      System.arraycopy(l, packed, columns[j], j + 1, d - j - 1);
      packed += d - j - 1;
    }
  }

  private static void pack(
      double[][] columns,
      double[][] dcolumns,
      double precision,
      double dlogDeterminant,
      double[] dq,
      double[] dl) {
    int d = dq.length;
    int packed = 0;
    for (int j = 0; j < d; j++) {
      double[] column = columns[j];
      double[] dcolumn = dcolumns[j];
      dq[j] = (dcolumn[j] - precision * column[j]) * column[j] + dlogDeterminant;
      for (int i = j + 1; i < d; i++) {
        dl[packed] = dcolumn[i] - precision * column[i];
        packed++;
      }
    }
  }

  private static void subtract(double[] a, double[] b, double[] difference) {
    for (int j = 0; j < a.length; j++) {
      difference[j] = a[j] - b[j];
    }
  }

  private static void multiply(double[][] columns, double[] v, double[] product) {
    int d = v.length;
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

  private static void addOuterProduct(double[] dproduct, double[] v, double[][] dcolumns) {
    int d = v.length;
    for (int j = 0; j < d; j++) {
      double[] dcolumn = dcolumns[j];
      double vj = v[j];
      for (int i = j; i < d; i++) {
        dcolumn[i] += dproduct[i] * vj;
      }
    }
  }

  /** Multiplies the transpose by {@code v}, four columns side by side; they are 0 above. */
  private static void multiplyTransposed(double[][] columns, double[] v, double[] product) {
    int d = v.length;
    int j = 0;
    for (; j + 3 < d; j += 4) {
      double[] column0 = columns[j];
      double[] column1 = columns[j + 1];
      double[] column2 = columns[j + 2];
      double[] column3 = columns[j + 3];
      double sum0 = 0;
      double sum1 = 0;
      double sum2 = 0;
      double sum3 = 0;
      for (int i = j; i < d; i++) {
        double vi = v[i];
        sum0 += column0[i] * vi;
        sum1 += column1[i] * vi;
        sum2 += column2[i] * vi;
        sum3 += column3[i] * vi;
      }
      product[j] = sum0;
      product[j + 1] = sum1;
      product[j + 2] = sum2;
      product[j + 3] = sum3;
    }
    for (; j < d; j++) {
      double sum = 0;
      for (int i = j; i < d; i++) {
        sum += columns[j][i] * v[i];
      }
      product[j] = sum;
    }
  }

  private static double squaredNorm(double[] v) {
    double sum = 0;
    for (int j = 0; j < v.length; j++) {
      sum += v[j] * v[j];
    }
    return sum;
  }

  /** Turns terms into their softmax, and returns the logarithm of their exponentials' sum. */
  private static double softmax(double[] terms) {
    double largest = terms[0];
    for (int c = 1; c < terms.length; c++) {
      largest = Math.max(largest, terms[c]);
    }
    double sum = 0;
    for (int c = 0; c < terms.length; c++) {
      terms[c] = Math.exp(terms[c] - largest);
      sum += terms[c];
    }
    for (int c = 0; c < terms.length; c++) {
      terms[c] /= sum;
    }
    return largest + Math.log(sum);
  }

  private static double wishartConstant(int d, double gamma, int m) {
    int degrees = d + m + 1;
    double logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
    for (int j = 1; j <= d; j++) {
      int twice = degrees + 1 - j;
      boolean whole = twice % 2 == 0;
      logGamma += whole ? 0 : 0.5 * Math.log(Math.PI);
      for (int step = whole ? 2 : 1; step < twice; step += 2) {
        logGamma += Math.log(step / 2.0);
      }
    }
    return degrees * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
  }
}
