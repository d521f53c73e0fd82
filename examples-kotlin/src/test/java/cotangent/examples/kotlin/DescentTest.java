package cotangent.examples.kotlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescentTest {
  @Test
  void endsAtTheLowestPoint() {
    double[] start = {-1.2, 1};

    double[] end = DescentKt.descend(start, 1e-3, 50_000);

    assertThat(end).contains(new double[] {1, 1}, within(1e-3));
    assertThat(start).containsExactly(-1.2, 1);
  }
}
