package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.examples.CodeOrProse.Pieces;
import cotangent.examples.CodeOrProse.Trained;
import cotangent.tensor.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeOrProseTest {
  @Test
  void piecesOfDifferentLengthAreToldApart() throws IOException {
    Pieces pieces = Pieces.read(Path.of("../docs"));
    assertThat(pieces.texts().stream().mapToInt(String::length).distinct().count())
        .isGreaterThan(30);

    Trained trained = CodeOrProse.train(pieces.part(true), 1_000, 1);

    assertThat(trained.accuracy(pieces.part(false))).isGreaterThan(0.92);
  }

  @Test
  void theScoreOfTwoLettersIsThatWrittenOut() {
    Recurrent drawn = Recurrent.drawn(3, 2, new Random(1));
    Recurrent net =
        new Recurrent(
            drawn.letters(), drawn.u(), Vector.of(0.1, -0.2), Vector.of(1, 2), Vector.of(3));
    Vector first = net.letters().row(2).plus(net.c()).tanh();
    Vector second = net.u().times(first).plus(net.letters().row(0)).plus(net.c()).tanh();

    assertThat(net.score(new int[] {2, 0}))
        .isCloseTo(net.v().dot(first.plus(second)) / 2 + 3, within(1e-15));
  }
}
