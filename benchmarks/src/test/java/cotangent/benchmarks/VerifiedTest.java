package cotangent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.benchmarks.objectives.HandTracking;
import cotangent.benchmarks.objectives.Lstm;
import cotangent.verify.Gradients;
import cotangent.verify.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All derivatives that are generated here are verified; where a tree of bones or the rows of a
 * network can't be drawn by kind, at inputs of the benchmarks' own.
 */
@Tag("once")
class VerifiedTest {
  @Test
  void nothingIsWrong() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        Main.run(
            new String[] {"target/classes"}, new PrintStream(said, true, StandardCharsets.UTF_8));
    String table = said.toString(StandardCharsets.UTF_8);
    assertThat(code).as(table).isZero();
    assertThat(table).contains("GaussianMixture.logPosteriorGrad");
  }

  @Test
  void recurrentNetwork() {
    Inputs in = new Inputs(1);
    Gradients.of(Lstm.class)
        .method("loss")
        .at(in.normal(4, 12), in.normal(3, 3), in.normal(4, 3), in.normal(4, 3))
        .verify();
  }

  @Test
  void hand() {
    Inputs in = new Inputs(12);
    var hand = in.hand(12, 20);
    double[][] points = in.normal(2, 3);
    double[] theta = in.normal(26);
    Gradients.of(HandTracking.class)
        .method("vertexResiduals")
        .at(theta, hand, new int[] {3, 8}, points)
        .verify();
    Gradients.of(HandTracking.class)
        .method("triangleResiduals")
        .at(theta, new double[2], in.uniform(2, 2), hand, new int[] {3, 17}, points)
        .verify();
  }
}
