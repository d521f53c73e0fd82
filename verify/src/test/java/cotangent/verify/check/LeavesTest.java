package cotangent.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeavesTest {
  record Tree(int word, Tree left, List<Tree> others) {}

  record Weighted(Weighted next, double weight) {}

  @Test
  void aRecordThatHoldsItselfIsDifferentiableByWhatElseItHolds() {
    assertThat(Leaves.differentiable(Tree.class)).isFalse();
    assertThat(Leaves.differentiable(Weighted.class)).isTrue();
  }
}
