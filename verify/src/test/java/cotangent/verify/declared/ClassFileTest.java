package cotangent.verify.declared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests what is read from class files. */
class ClassFileTest {
  private static final class Initialised {
    static int count = Integer.parseInt("3");
  }

  private static final class Shared {
    static int count;

    void next() {
      count++;
    }
  }

  private static final class Kept {
    private static final double[] LAST = {0};

    double kept(double x) {
      LAST[0] = x;
      return LAST[0];
    }
  }

  @Test
  void knowsWhoWritesWhatThreadsShare() {
    assertThat(ClassFile.of(Shared.class).sharesState()).isTrue();
    assertThat(ClassFile.of(Kept.class).sharesState()).isTrue();
    assertThat(ClassFile.of(Initialised.class).sharesState()).isFalse();
  }
}
