package cotangent.examples;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Learns to tell benign from malignant cells: a logistic regression on the Wisconsin breast-cancer
 * data, trained by Hipparchus' conjugate gradients with the generated gradient.
 */
public final class BreastCancer {
  /** How strong the penalty on weights is. */
  public static final double LAMBDA = 0.01;

  private static final double GRADIENT_AT_MINIMUM = 1e-6;

  private BreastCancer() {}

  /**
   * A trained classifier.
   *
   * @param w weights, one for each feature
   * @param b offset
   */
  public record Model(double[] w, double b) {
    /**
     * Takes apart a point that an optimizer sees: the weights, and then the offset.
     *
     * @param point coordinates
     * @return the classifier
     */
    public static Model of(double[] point) {
      int features = point.length - 1;
      return new Model(Arrays.copyOf(point, features), point[features]);
    }

    /**
     * Computes the loss that training makes small.
     *
     * @param data samples with standardised features
     * @return mean log-loss and penalty
     */
    public double loss(Dataset data) {
      return LogisticRegression.loss(w, b, data.x(), data.y(), LAMBDA);
    }

    /** Computes the gradient of the loss, laid out as the optimizer's points are. */
    double[] gradient(Dataset data) {
      var gradient = LogisticRegressionGrad.lossGrad(w, b, data.x(), data.y(), LAMBDA);
      double[] point = Arrays.copyOf(gradient.dw(), w.length + 1);
      point[w.length] = gradient.db();
      return point;
    }

    double gradientNorm(Dataset data) {
      return Math.sqrt(Arrays.stream(gradient(data)).map(d -> d * d).sum());
    }

    double accuracy(Dataset data) {
      return IntStream.range(0, data.y().length)
              .filter(i -> LogisticRegression.score(w, b, data.x()[i]) * data.y()[i] > 0)
              .count()
          / (double) data.y().length;
    }
  }

  /**
   * Trains on four fifths of the samples and prints how well the rest is classified.
   *
   * @param arguments none
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Dataset all = Dataset.read("breast_cancer.csv");
    Dataset raw = all.where(i -> i % 5 != 0);
    Dataset train = raw.standardisedBy(raw);
    Dataset heldOut = all.where(i -> i % 5 == 0).standardisedBy(raw);

    Model model = train(train);

    System.out.printf("samples            %d, held out %d%n", train.y().length, heldOut.y().length);
    System.out.printf("loss               %.6f%n", model.loss(train));
    System.out.printf("gradient norm      %.1e%n", model.gradientNorm(train));
    System.out.printf("accuracy           %.1f %%%n", 100 * model.accuracy(train));
    System.out.printf("accuracy held out  %.1f %%%n", 100 * model.accuracy(heldOut));
    printTimes(model, train);
  }

  /**
   * Trains on one core.
   *
   * @param data samples with standardised features
   * @return the classifier of least loss
   */
  public static Model train(Dataset data) {
    var optimizer =
        new NonLinearConjugateGradientOptimizer(
            Formula.POLAK_RIBIERE,
            (iteration, previous, current) ->
                Model.of(current.getPoint()).gradientNorm(data) < GRADIENT_AT_MINIMUM,
            1e-8,
            1e-8,
            1);
    var optimum =
        optimizer.optimize(
            GoalType.MINIMIZE,
            new ObjectiveFunction(point -> Model.of(point).loss(data)),
            new ObjectiveFunctionGradient(point -> Model.of(point).gradient(data)),
            new InitialGuess(new double[data.x()[0].length + 1]),
            new MaxEval(100_000));
    return Model.of(optimum.getPoint());
  }

  /** Times loss and gradient in turns, so that whatever disturbs the one disturbs the other. */
  private static void printTimes(Model model, Dataset data) {
    int rounds = 4_000;
    double[] loss = new double[rounds];
    double[] gradient = new double[rounds];
    double sink = 0;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      sink += model.loss(data);
      long between = System.nanoTime();
      sink += model.gradient(data)[0];
      loss[i] = (between - start) * 1e-3;
      gradient[i] = (System.nanoTime() - between) * 1e-3;
    }
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("The loss is not a number");
    }
    double medianLoss = median(loss);
    double medianGradient = median(gradient);
    System.out.printf("time per loss      %.1f µs%n", medianLoss);
    System.out.printf(
        "time per gradient  %.1f µs, %.2f times a loss%n",
        medianGradient, medianGradient / medianLoss);
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }
}
