package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Verifies random programs. {@code -Dfuzz.programs=100000 -Dfuzz.seed=1} runs more of them, or
 * others; what fails is printed with its seed, made as small as time allows.
 */
class FuzzTest {
  private static final int PROGRAMS = Integer.getInteger("fuzz.programs", 80);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final int CHUNK = 500;

  @Test
  void randomProgramsHaveTheRightGradient() {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    int compared = 0;
    for (int done = 0; done < PROGRAMS; done += CHUNK) {
      List<Fuzzer.Verdict> verdicts =
          Fuzzer.run(SEED + done, Math.min(CHUNK, PROGRAMS - done), features);
      List<Fuzzer.Verdict> failures =
          verdicts.stream().filter(verdict -> verdict.failure() != null).toList();
      if (!failures.isEmpty()) {
        throw new AssertionError(
            failures.size()
                + " of "
                + verdicts.size()
                + " programs failed, among them: "
                + failures.stream().limit(20).map(each -> each.program().name()).toList()
                + "\n"
                + describe(Fuzzer.shrink(failures.get(0), 20_000)));
      }
      compared += verdicts.stream().filter(verdict -> verdict.sharp() > 0).count();
    }
    assertThat(compared).isGreaterThanOrEqualTo(PROGRAMS * 95 / 100);
  }

  private static String describe(Fuzzer.Verdict verdict) {
    return verdict.program().source().text() + "\n" + verdict.failure();
  }
}
