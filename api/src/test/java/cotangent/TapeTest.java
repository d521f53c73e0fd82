package cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape tape = new Tape();

  @Test
  void everyKindComesBackInReverseOrderHoweverTheyAreMixed() {
    for (int i = 0; i < 100; i++) {
      tape.push(i + 0.5);
      tape.push(i + 0.25f);
      tape.push((long) i << 40);
      tape.push(i);
      tape.push(i % 3 == 0);
      tape.push(new double[] {i});
    }
    for (int i = 99; i >= 0; i--) {
      assertThat(tape.popReference()).isEqualTo(new double[] {i});
      assertThat(tape.popBoolean()).isEqualTo(i % 3 == 0);
      assertThat(tape.popInt()).isEqualTo(i);
      assertThat(tape.popLong()).isEqualTo((long) i << 40);
      assertThat(tape.popFloat()).isEqualTo(i + 0.25f);
      assertThat(tape.popDouble()).isEqualTo(i + 0.5);
    }
  }

  @Test
  void referencesAreKeptNotCopied() {
    double[] array = {1};
    tape.push(array);
    tape.push((Object) null);
    assertThat(tape.popReference()).isNull();
    assertThat(tape.popReference()).isSameAs(array);
  }

  @Test
  void anEmptyTapeHasNothingToPop() {
    tape.push(1);
    assertThatThrownBy(tape::popDouble).isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  @Test
  void aWorkspaceHandsOutItsTapesEmpty() {
    Workspace workspace = new Workspace();
    Tape first = workspace.tape(1);
    first.push(1);
    first.push(new double[1]);
    assertThat(workspace.tape(0)).isNotSameAs(first);
    assertThat(workspace.tape(1)).isSameAs(first);
    first.push(2);
    assertThat(first.popInt()).isEqualTo(2);
    assertThatThrownBy(first::popInt).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    assertThat(workspace.tape(1)).isSameAs(first);
    assertThatThrownBy(first::popReference).isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }
}
