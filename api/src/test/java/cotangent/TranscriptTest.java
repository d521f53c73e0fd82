package cotangent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript transcript = new Transcript();

  @Test
  void givesBackEachKindInItsOrder() {
    transcript.add(-0.0);
    transcript.add(true);
    transcript.add("one");
    transcript.add(Long.MIN_VALUE);
    transcript.add(1.5f);
    transcript.add((Object) null);
    transcript.add('x');

    for (int run = 0; run < 2; run++) {
      transcript.restart();
      assertThat(transcript.nextDouble()).isEqualTo(-0.0);
      assertThat(transcript.nextBoolean()).isTrue();
      assertThat(transcript.<String>nextReference()).isEqualTo("one");
      assertThat(transcript.nextLong()).isEqualTo(Long.MIN_VALUE);
      assertThat(transcript.nextFloat()).isEqualTo(1.5f);
      assertThat(transcript.<Object>nextReference()).isNull();
      assertThat((char) transcript.nextInt()).isEqualTo('x');
    }
  }

  @Test
  void keepsWhatIsNotANumberBitForBit() {
    double odd = Double.longBitsToDouble(0x7ff0000000000abcL);
    transcript.add(odd);

    assertThat(Double.doubleToRawLongBits(transcript.nextDouble()))
        .isEqualTo(Double.doubleToRawLongBits(odd));
  }

  @Test
  void grows() {
    for (int i = 0; i < 1000; i++) {
      transcript.add(i);
      transcript.add(Integer.valueOf(i));
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(transcript.nextInt()).isEqualTo(i);
      assertThat(transcript.<Integer>nextReference()).isEqualTo(i);
    }
  }
}
