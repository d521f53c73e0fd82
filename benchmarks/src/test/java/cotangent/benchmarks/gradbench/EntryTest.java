package cotangent.benchmarks.gradbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is handed in to GradBench says what the tool can do, in the order that it asks for. */
class EntryTest {
  private static final Path ENTRY = Path.of("gradbench-entry");

  @Test
  void listsAllEvals() throws IOException {
    assertThat(Files.readAllLines(ENTRY.resolve("evals.txt")))
        .containsExactlyElementsOf(Evals.all().keySet().stream().sorted().toList());
  }

  @Test
  void startsTheTool() throws IOException {
    assertThat(Files.readAllLines(ENTRY.resolve("Dockerfile")))
        .endsWith("LABEL org.opencontainers.image.source=https://github.com/gradbench/gradbench")
        .anyMatch(
            line -> line.startsWith("ENTRYPOINT") && line.contains(GradBench.class.getName()));
  }
}
