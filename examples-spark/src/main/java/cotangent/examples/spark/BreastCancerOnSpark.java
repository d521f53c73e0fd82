package cotangent.examples.spark;

import cotangent.examples.BreastCancer.Model;
import cotangent.examples.Dataset;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Trains the classifier of {@link cotangent.examples.BreastCancer} on data that Spark has split
 * into four parts: the driver runs Hipparchus' conjugate gradients, the executors add up the
 * generated gradient.
 */
public final class BreastCancerOnSpark {
  private static final int PARTITIONS = 4;
  private static final double GRADIENT_AT_MINIMUM = 1e-6;

  private BreastCancerOnSpark() {}

  /**
   * Trains on all samples and prints how small the loss has become.
   *
   * @param arguments none
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Dataset raw = Dataset.read("breast_cancer.csv");
    Dataset data = raw.standardisedBy(raw);
    try (JavaSparkContext spark = local()) {
      Model model = train(spark, distributed(spark, data));
      System.out.printf("loss  %.6f%n", model.loss(data));
    }
  }

  /**
   * Starts Spark in this process, with an executor of four threads. What driver and executors send
   * each other is serialized as on a cluster.
   */
  static JavaSparkContext local() {
    return new JavaSparkContext(
        new SparkConf()
            .setMaster("local[" + PARTITIONS + ",2]") // each task may fail once
            .setAppName("Cotangent")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1"));
  }

  static JavaRDD<Sample> distributed(JavaSparkContext spark, Dataset data) {
    List<Sample> samples =
        IntStream.range(0, data.y().length)
            .mapToObj(i -> new Sample(data.x()[i], data.y()[i]))
            .toList();
    return spark.parallelize(samples, PARTITIONS).cache();
  }

  static Model train(JavaSparkContext spark, JavaRDD<Sample> samples) {
    Objective objective = new Objective(spark, samples);
    var optimizer =
        new NonLinearConjugateGradientOptimizer(
            Formula.POLAK_RIBIERE,
            (iteration, previous, current) ->
                norm(objective.gradient(current.getPoint())) < GRADIENT_AT_MINIMUM,
            1e-8,
            1e-8,
            1);
    var optimum =
        optimizer.optimize(
            GoalType.MINIMIZE,
            new ObjectiveFunction(objective::value),
            new ObjectiveFunctionGradient(objective::gradient),
            new InitialGuess(new double[samples.first().x().length + 1]),
            new MaxEval(100_000));
    return Model.of(optimum.getPoint());
  }

  private static double norm(double[] a) {
    return Math.sqrt(Arrays.stream(a).map(x -> x * x).sum());
  }
}
