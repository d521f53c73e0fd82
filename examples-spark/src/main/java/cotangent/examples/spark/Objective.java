package cotangent.examples.spark;

import cotangent.examples.BreastCancer;
import cotangent.examples.BreastCancer.Model;
import cotangent.examples.spark.SampleGrad.LossSum;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Computes the mean loss over samples that lie on a cluster, and its gradient, in one pass over the
 * data. The optimizer asks for both one after the other, so the last answer is kept.
 */
final class Objective {
  private final JavaSparkContext spark;
  private final JavaRDD<Sample> samples;
  private double[] point = {};
  private double value;
  private double[] gradient = {};

  Objective(JavaSparkContext spark, JavaRDD<Sample> samples) {
    this.spark = spark;
    this.samples = samples;
  }

  double value(double[] at) {
    evaluate(at);
    return value;
  }

  double[] gradient(double[] at) {
    evaluate(at);
    return gradient;
  }

  private void evaluate(double[] at) {
    if (!Arrays.equals(point, at)) {
      var mean = sum(spark, samples, Model.of(at)).mean();
      point = at.clone();
      value = mean.value();
      gradient = Arrays.copyOf(mean.dw(), at.length);
      for (int j = 0; j < mean.dw().length; j++) {
        value += BreastCancer.LAMBDA / 2 * at[j] * at[j];
        gradient[j] += BreastCancer.LAMBDA * at[j];
      }
      gradient[at.length - 1] = mean.db();
    }
  }

  /** Adds up value and gradient over all samples, each partition where it lies. */
  static LossSum sum(JavaSparkContext spark, JavaRDD<Sample> samples, Model model) {
    Broadcast<double[]> w = spark.broadcast(model.w());
    double b = model.b();
    try {
      return samples.treeAggregate(
          SampleGrad.lossSum(), (sum, s) -> sum.add(w.value(), b, s.x(), s.y()), LossSum::merge);
    } finally {
      w.destroy();
    }
  }
}
