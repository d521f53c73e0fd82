package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.examples.Characters.Text;
import cotangent.tensor.Matrix;
import cotangent.verify.Gradients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharactersTest {
  private final Text text = Text.read(Path.of("../docs"));

  CharactersTest() throws IOException {}

  /** The program takes six times as many steps, and gets further. */
  @Test
  void aFewStepsBeatCountingPairsAndTriples() {
    Attention model = Characters.train(text, 1_000, 1);

    double bits = Characters.bits(model, text.heldOut());
    assertThat(bits).isLessThan(text.bitsOfCounting(1)).isLessThan(text.bitsOfCounting(2));
    assertThat(Characters.sample(model, text, 50, 1)).hasSize(50);
  }

  @Test
  void theGradientIsRight() {
    Attention model = Attention.drawn(5, 6, 4, 2, new Random(1));
    int[][] texts = {{0, 1, 2, 3, 4, 0, 1}, {3, 3, 2}};

    Gradients.of(Attention.class).method("loss").at(model, texts).points(2).verify();
  }

  @Test
  void whatComesLaterIsNotSeen() {
    Attention model = Attention.drawn(5, 6, 4, 2, new Random(1));
    Matrix scores = model.scores(new int[] {0, 1, 2, 3, 4, 0});
    Matrix others = model.scores(new int[] {0, 1, 2, 3, 1, 2});

    assertThat(others.slice(0, 4)).isEqualTo(scores.slice(0, 4));
    assertThat(others.row(4)).isNotEqualTo(scores.row(4));
  }

  @Test
  void countingPredictsWhatItHasSeen() {
    int[] letters = new int[300];
    Arrays.setAll(letters, i -> i % 3);

    assertThat(new LetterCounts(letters, 4, 0).bits(letters))
        .isCloseTo(Math.log(3) / Math.log(2), within(0.05));
    assertThat(new LetterCounts(letters, 4, 1).bits(letters)).isLessThan(0.1);
    assertThat(new LetterCounts(letters, 4, 2).bits(new int[] {2, 1, 0})).isGreaterThan(1);
  }
}
