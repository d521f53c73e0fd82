package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the arms of branches hand out for the backward half. */
class HandedOutTest {

  /** Returns the gradient of a method that distinguishes cases; each keeps two arrays. */
  private static String gradient(int cases) {
    String body =
        """
        zero = 0
        bound = 1.0
        %s
        y = exp(r0)
        z = mul(y, x)
        yield z
        """
            .formatted(cases(0, cases));
    return Reversed.of("double x, int n", body);
  }

  private static String cases(int k, int count) {
    if (k == count) {
      return "r%d = sin(x)".formatted(k);
    }
    return """
        x%1$d = mul(x, bound)
        c%1$d = lt(x%1$d, bound)
        double r%1$d = if c%1$d {
          p%1$d = loop i%1$d from zero to n step 1 (double s%1$d = x) {
            e%1$d = exp(s%1$d)
            m%1$d = mul(e%1$d, s%1$d)
            yield m%1$d
          }
          yield p%1$d
        } else {
          %2$s
          yield r%3$d
        }
        """
        .formatted(k, cases(k + 1, count), k + 1);
  }

  @Test
  void aFewValuesKeepTheirNames() {
    assertThat(gradient(2)).contains("keptE0", "keptE1", "keptS0", "keptS1");
  }

  @Test
  void onlyAsManyAreHandedOutAsOneCaseNeeds() {
    long few = lines(gradient(12)) - lines(gradient(10));
    long many = lines(gradient(40)) - lines(gradient(38));
    assertThat(many).isEqualTo(few);
  }

  private static long lines(String text) {
    return text.lines().count();
  }
}
