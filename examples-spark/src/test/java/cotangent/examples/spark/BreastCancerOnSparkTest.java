package cotangent.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cotangent.examples.BreastCancer;
import cotangent.examples.BreastCancer.Model;
import cotangent.examples.Dataset;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BreastCancerOnSparkTest {
  private static final AtomicInteger ATTEMPTS_THAT_FAILED = new AtomicInteger();

  private static JavaSparkContext spark;
  private static Dataset data;
  private static JavaRDD<Sample> samples;

  @BeforeAll
  static void start() throws IOException {
    Dataset raw = Dataset.read("breast_cancer.csv");
    data = raw.standardisedBy(raw);
    spark = BreastCancerOnSpark.local();
    samples = BreastCancerOnSpark.distributed(spark, data);
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  private static Model somewhere() {
    double[] w = new double[30];
    Arrays.setAll(w, j -> Math.sin(j) / 3);
    return new Model(w, 0.25);
  }

  private static SampleGrad.LossSum onOneCore(Model model) {
    var sum = SampleGrad.lossSum();
    for (int i = 0; i < data.y().length; i++) {
      sum.add(model.w(), model.b(), data.x()[i], data.y()[i]);
    }
    return sum;
  }

  private static void expectSame(SampleGrad.LossSum expected, SampleGrad.LossSum sum) {
    assertThat(sum.count()).isEqualTo(expected.count());
    assertThat(sum.value()).isCloseTo(expected.value(), within(1e-10));
    assertThat(sum.dw()).containsExactly(expected.dw(), within(1e-10));
    assertThat(sum.db()).isCloseTo(expected.db(), within(1e-10));
  }

  @Test
  void findsTheMinimumThatOneCoreFinds() {
    assertThat(samples.getNumPartitions()).isEqualTo(4);
    Model model = BreastCancerOnSpark.train(spark, samples);
    double expected = BreastCancer.train(data).loss(data);
    assertThat(model.loss(data)).isCloseTo(expected, within(1e-8));
  }

  @Test
  void addsUpWhatOneCoreAddsUp() {
    expectSame(onOneCore(somewhere()), Objective.sum(spark, samples, somewhere()));
  }

  @Test
  void aSampleOfTheWrongLengthFailsTheJobAndNamesTheParameter() {
    JavaRDD<Sample> spoilt =
        samples.union(spark.parallelize(Arrays.asList(new Sample(new double[29], 1))));
    assertThatThrownBy(() -> Objective.sum(spark, spoilt, somewhere()))
        .isInstanceOf(SparkException.class)
        .hasMessageContaining("x has length 29, but w has length 30");
  }

  /** Spark runs a task that failed again, from an empty sum: nothing may count twice. */
  @Test
  void aTaskThatFailedAndRanAgainIsNotCountedTwice() {
    JavaRDD<Sample> failing =
        samples.mapPartitions(
            part -> {
              TaskContext task = TaskContext.get();
              boolean fails = task.partitionId() == 2 && task.attemptNumber() == 0;
              return new FailingAtTheEnd<>(part, fails, ATTEMPTS_THAT_FAILED);
            });
    var sum = Objective.sum(spark, failing, somewhere());
    assertThat(ATTEMPTS_THAT_FAILED).hasValue(1);
    expectSame(onOneCore(somewhere()), sum);
  }
}
