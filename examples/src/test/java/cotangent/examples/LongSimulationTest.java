package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongSimulationTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @Test
  void agreesWithDifferences() {
    var g = LongSimulationGrad.velocityGrad(0.5, 0.4, 0.3, 3000);
    double h = 1e-5;
    double above = LongSimulation.velocity(0.5, 0.4 + h, 0.3, 3000);
    double below = LongSimulation.velocity(0.5, 0.4 - h, 0.3, 3000);
    assertThat(g.ddamping()).isCloseTo((above - below) / (2 * h), within(1e-8));
  }

  /** All rounds kept would be more than 24 MB for each number that is kept. */
  @Test
  void threeMillionStepsNeedFewMegabytes() throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                List.of(
                    JAVA,
                    "-Xmx20m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath,
                    LongSimulation.class.getName(),
                    "3000000"))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).startsWith("velocity ");
  }
}
