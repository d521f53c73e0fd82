package cotangent.examples;

import cotangent.examples.GaussianProcess.Kernel;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.io.IOException;
import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Predicts how strong a wine is from twelve other measurements: Gaussian process regression, whose
 * kernel is fitted by Hipparchus' conjugate gradients with the generated gradient.
 */
public final class Wine {
  private Wine() {}

  /**
   * Wines.
   *
   * @param x measurements but alcohol, a wine in each row
   * @param y alcohol
   */
  public record Wines(Matrix x, Vector y) {
    /**
     * Reads the wines, with each measurement shifted and scaled to mean 0 and variance 1.
     *
     * @param heldOut whether to read every fifth, or the others
     * @return those
     * @throws IOException if the data cannot be read
     */
    public static Wines read(boolean heldOut) throws IOException {
      Dataset all = Dataset.read("wine.csv");
      Dataset scaled = all.standardisedBy(all);
      double[][] rows = scaled.where(i -> i % 5 == 0 == heldOut).x();
      double[][] x =
          Arrays.stream(rows)
              .map(row -> Arrays.copyOfRange(row, 1, row.length))
              .toArray(double[][]::new);
      double[] y = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
      return new Wines(Matrix.of(x), Vector.wrap(y));
    }
  }

  /**
   * Fits the kernel on four fifths of the wines and prints how well it predicts the rest.
   *
   * @param arguments none
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Wines wines = Wines.read(false);
    Wines heldOut = Wines.read(true);
    Kernel first = kernel(new double[wines.x().columns() + 2]);
    long start = System.nanoTime();
    Kernel kernel = fit(wines);
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf("surprise at first  %.2f%n", surprise(first, wines));
    System.out.printf("surprise           %.2f%n", surprise(kernel, wines));
    System.out.printf("explained          %.1f %%%n", 100 * explained(kernel, wines, heldOut));
    System.out.printf("explained, linear  %.1f %%%n", 100 * explainedByLines(wines, heldOut));
    System.out.printf("seconds            %.1f%n", seconds);
  }

  /**
   * Finds the kernel by which the wines are least of a surprise.
   *
   * @param wines wines
   * @return the kernel
   */
  public static Kernel fit(Wines wines) {
    var optimum =
        new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-6, 1e-6))
            .optimize(
                GoalType.MINIMIZE,
                new ObjectiveFunction(point -> surprise(kernel(point), wines)),
                new ObjectiveFunctionGradient(point -> gradient(kernel(point), wines)),
                new InitialGuess(new double[wines.x().columns() + 2]),
                new MaxEval(10_000));
    return kernel(optimum.getPoint());
  }

  /** Takes apart a point that an optimizer sees: the lengths, the size, and then the noise. */
  private static Kernel kernel(double[] point) {
    int features = point.length - 2;
    return new Kernel(Vector.wrap(point).slice(0, features), point[features], point[features + 1]);
  }

  static double surprise(Kernel kernel, Wines wines) {
    return GaussianProcess.surprise(kernel, wines.x(), wines.y());
  }

  static double[] gradient(Kernel kernel, Wines wines) {
    Kernel by = GaussianProcessGrad.surpriseGrad(kernel, wines.x(), wines.y()).dkernel();
    return by.lengths().concat(Vector.of(by.size(), by.noise())).values();
  }

  /**
   * Computes which part of the variance of the alcohol is explained.
   *
   * @param kernel a kernel
   * @param wines the wines that are known
   * @param others the wines whose alcohol is predicted
   * @return 1 for all of it
   */
  public static double explained(Kernel kernel, Wines wines, Wines others) {
    Vector expected = GaussianProcess.expected(kernel, wines.x(), wines.y(), others.x());
    return 1 - expected.squaredDistance(others.y()) / variation(others.y());
  }

  /** Computes the same for the straight lines of least squares. */
  static double explainedByLines(Wines wines, Wines others) {
    Matrix x = wines.x().beside(ones(wines.x().rows()));
    Vector lines = x.transpose().times(x).solve(x.transpose().times(wines.y()));
    Vector expected = others.x().beside(ones(others.x().rows())).times(lines);
    return 1 - expected.squaredDistance(others.y()) / variation(others.y());
  }

  private static Matrix ones(int rows) {
    return Matrix.zeros(rows, 1).plus(1);
  }

  private static double variation(Vector y) {
    return y.minus(y.mean()).squaredNorm();
  }
}
