package cotangent.benchmarks.ratio;

import cotangent.Workspace;
import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.objectives.GaussianMixture;
import cotangent.benchmarks.objectives.GaussianMixtureGrad;
import cotangent.benchmarks.objectives.GaussianMixtureGrad.LogPosteriorGradient;
import cotangent.benchmarks.objectives.GaussianMixtureGrad.LogPosteriorSum;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A mixture of Gaussians and points, whose gradient is computed on one core or on all. Each part of
 * the points would count the prior once more, so that the derivatives of the parts are summed up
 * and those of the prior, which needs no points, are taken away as often as they are too many.
 */
public final class Mixture {
  /** Of a hundred points or more, beside which what each part computes once does not count. */
  private static final int PARTS = 64;

  private final double[] alpha;
  private final double[][] mu;
  private final double[][] q;
  private final double[][] l;
  private final double[][] x;
  private final List<double[][]> parts;
  private final double prior;
  private final Workspace workspace = new Workspace();

  /** Draws a mixture of {@code k} Gaussians and {@code n} points in {@code d} dimensions. */
  public Mixture(int n, int d, int k) {
    Inputs in = new Inputs(7);
    x = in.normal(n, d);
    alpha = in.normal(k);
    mu = in.uniform(k, d);
    q = in.normal(k, d);
    l = in.normal(k, d * (d - 1) / 2);
    parts =
        IntStream.range(0, PARTS)
            .mapToObj(i -> Arrays.copyOfRange(x, i * n / PARTS, (i + 1) * n / PARTS))
            .toList();
    prior = GaussianMixture.logPosterior(alpha, mu, q, l, new double[0][], 1, 0);
  }

  /** Computes value and gradient in one call, on one core. */
  public LogPosteriorGradient onOneCore() {
    return GaussianMixtureGrad.logPosteriorGrad(workspace, alpha, mu, q, l, x, 1, 0);
  }

  /** Adds up values and gradients of all parts, on all cores. */
  public LogPosteriorSum onAllCores() {
    return sum(parts.parallelStream());
  }

  /** Adds up the same parts, one after the other. */
  public LogPosteriorSum inParts() {
    return sum(parts.stream());
  }

  private LogPosteriorSum sum(Stream<double[][]> points) {
    return points.collect(
        GaussianMixtureGrad::logPosteriorSum,
        (sum, part) -> sum.add(alpha, mu, q, l, part, 1, 0),
        LogPosteriorSum::merge);
  }

  /** Returns the value over all points that a sum over the parts stands for. */
  public double value(LogPosteriorSum sum) {
    return sum.value() - (PARTS - 1) * prior;
  }
}
