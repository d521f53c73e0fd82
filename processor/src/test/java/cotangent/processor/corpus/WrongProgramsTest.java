package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compiles programs with one thing wrong: each ends in a diagnostic of javac's or ours, or compiles
 * after all; never in an exception, and never in an error inside generated code. {@code
 * -Dfuzz.wrong=10000 -Dfuzz.seed=1} runs more of them, or others.
 */
@Tag("once")
class WrongProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("fuzz.wrong", 60);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  @Test
  void whatIsWrongIsSaidOfTheSource() {
    List<String> failures = new ArrayList<>();
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      WrongProgram program = WrongProgram.of(seed);
      String failure = program.failure();
      if (failure != null) {
        failures.add(program.name() + ", " + program.spoilt() + "\n" + failure);
      }
    }
    assertThat(failures).as("of " + PROGRAMS).isEmpty();
  }
}
