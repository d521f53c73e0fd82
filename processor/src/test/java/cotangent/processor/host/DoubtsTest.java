package cotangent.processor.host;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.report.Defects;
import cotangent.processor.report.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where javac finds another program than the one that was read. */
class DoubtsTest {
  @TempDir Path directory;

  private final List<String> said = new ArrayList<>();

  @Test
  void blamesTheOrderOfProcessorsOnceWhereLombokFollows() {
    Doubts doubts = doubts(true);
    doubts.givenUp(Position.NONE, "point.getX()");
    doubts.misread(Position.NONE, "lombok.val", "double");
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).startsWith("[CT005]").contains("put lombok before");
  }

  @Test
  void asksForAnotherSpellingOrAReportElse() {
    Doubts doubts = doubts(false);
    doubts.givenUp(Position.NONE, "point.getX()");
    doubts.misread(Position.NONE, "float", "double");
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).startsWith("[CT030]").contains("point.getX()");
    assertThat(said.get(1)).startsWith("[CT001]");
  }

  private Doubts doubts(boolean lombokFollows) {
    Defects defects = new Defects(directory);
    return new Doubts(defects, (severity, message, position) -> said.add(message), lombokFollows);
  }
}
