package cotangent.examples;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/**
 * Explains numbers by a smooth function of which nothing is known but how far its values resemble
 * each other: Gaussian process regression.
 *
 * <p><b>Source.</b> C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine Learning,
 * 2006, sections 2.2 and 5.4.
 */
public final class GaussianProcess {
  private GaussianProcess() {}

  /**
   * How similar the function is at two points. All are logarithms, so that any numbers will do.
   *
   * @param lengths how far it stays similar, along each feature
   * @param size how large it is
   * @param noise how far off what was measured is
   */
  public record Kernel(
      @Shape("features") @Between({-1, 1}) Vector lengths,
      @Between({-1, 1}) double size,
      @Between({-2, 0}) double noise) {

    /**
     * Computes how similar the function is at each pair of points.
     *
     * @param x points, one in each row
     * @param other points
     * @return a row for each point, a column for each other
     */
    public Matrix between(Matrix x, Matrix other) {
      Vector scale = lengths.negated().exp();
      Matrix a = x.timesEachRow(scale);
      Matrix b = other.timesEachRow(scale);
      Matrix squares =
          a.times(b.transpose())
              .times(-2)
              .plusEachRow(b.square().rowSums())
              .transpose()
              .plusEachRow(a.square().rowSums())
              .transpose();
      return squares.times(-0.5).plus(2 * size).exp();
    }

    /**
     * Computes the covariance of what is measured.
     *
     * @param x where it is measured, a point in each row
     * @return a row and a column for each point
     */
    public Matrix measured(Matrix x) {
      return between(x, x).plus(Matrix.identity(x.rows()).times(Math.exp(2 * noise)));
    }
  }

  /**
   * Computes how unlikely what was measured is, whatever the function is.
   *
   * @param kernel how similar the function is at two points
   * @param x where it was measured, a point in each row
   * @param y what was measured
   * @return minus the logarithm of the marginal likelihood
   */
  @Differentiable(wrt = "kernel")
  public static double surprise(
      Kernel kernel, @Shape("n, features") Matrix x, @Shape("n") Vector y) {
    Matrix root = kernel.measured(x).cholesky();
    double misfit = root.solve(y).squaredNorm() / 2;
    return misfit + root.diagonal().log().sum() + y.size() * Math.log(2 * Math.PI) / 2;
  }

  /**
   * Computes what is to be expected elsewhere.
   *
   * @param kernel how similar the function is at two points
   * @param x where it was measured
   * @param y what was measured
   * @param elsewhere points, one in each row
   * @return the mean of the function there
   */
  public static Vector expected(Kernel kernel, Matrix x, Vector y, Matrix elsewhere) {
    return kernel.between(elsewhere, x).times(kernel.measured(x).solve(y));
  }
}
