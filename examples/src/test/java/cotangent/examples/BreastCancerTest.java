package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BreastCancerTest {
  private final Dataset raw = Dataset.read("breast_cancer.csv");
  private final Dataset data = raw.standardisedBy(raw);

  BreastCancerTest() throws IOException {}

  @Test
  void theDataIsComplete() {
    assertThat(data.x()).hasDimensions(569, 30);
    assertThat(data.y()).hasSize(569).containsOnly(-1, 1);
  }

  @Test
  void theGradientAgreesWithTheFormula() {
    double[] w = new double[30];
    for (int j = 0; j < w.length; j++) {
      w[j] = Math.sin(j);
    }
    double b = 0.3;
    double lambda = 0.1;
    double[] expected = new double[30];
    double expectedOffset = 0;
    for (int i = 0; i < data.y().length; i++) {
      double y = data.y()[i];
      double score = LogisticRegression.score(w, b, data.x()[i]);
      double weight = -y / (1 + Math.exp(y * score)) / data.y().length;
      for (int j = 0; j < expected.length; j++) {
        expected[j] += weight * data.x()[i][j];
      }
      expectedOffset += weight;
    }
    for (int j = 0; j < expected.length; j++) {
      expected[j] += lambda * w[j];
    }

    var g = LogisticRegressionGrad.lossGrad(w, b, data.x(), data.y(), lambda);

    assertThat(g.value()).isEqualTo(LogisticRegression.loss(w, b, data.x(), data.y(), lambda));
    assertThat(g.dw()).containsExactly(expected, within(1e-13));
    assertThat(g.db()).isCloseTo(expectedOffset, within(1e-13));
  }

  @Test
  void trainingFindsTheMinimumAndClassifiesWell() {
    Dataset rawTraining = raw.where(i -> i % 5 != 0);
    Dataset training = rawTraining.standardisedBy(rawTraining);
    Dataset heldOut = raw.where(i -> i % 5 == 0).standardisedBy(rawTraining);

    BreastCancer.Model model = BreastCancer.train(training);

    assertThat(model.gradientNorm(training)).isLessThan(1e-6);
    assertThat(model.accuracy(heldOut)).isGreaterThan(0.95);
  }

  @Test
  void theProgramPrintsItsReport() throws IOException {
    PrintStream console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      BreastCancer.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("loss", "gradient norm", "accuracy held out", "time per gradient");
  }
}
