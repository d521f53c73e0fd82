package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.verify.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All derivatives that are generated here are verified, as a user's build does it. */
class VerifiedTest {
  @Test
  void nothingIsWrong(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Path page = folder.resolve("gradients.html");
    int code =
        Main.run(
            new String[] {"--html", page.toString(), "target/classes"},
            new PrintStream(said, true, StandardCharsets.UTF_8));
    String table = said.toString(StandardCharsets.UTF_8);
    assertThat(code).as(table).isZero();
    assertThat(table).contains("Rosenbrock.valleyGrad").contains("annotated methods: ");
    assertThat(page).content().contains("<table>", "lossGrad");
  }
}
