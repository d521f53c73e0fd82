package cotangent.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
  private static final List<String> NAMES = List.of("da", "db");

  @ParameterizedTest
  @CsvSource({
    "2,  0,         ': nothing arrives there'",
    "2,  5,         ': it is what db should be'",
    "2, -2,         ': the sign is wrong'",
    "2,  6,         ': it is counted 3 times'",
    "2,  2.5,       ''",
    "0, -0.0000001, ''",
  })
  void saysWhatNumbersGiveAway(double wanted, double got, String guess) {
    double[] all = {wanted, 5};
    assertThat(Guess.of(NAMES, all, new double[] {got, 5}, 0)).isEqualTo(guess);
  }
}
