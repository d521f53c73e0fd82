package cotangent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, first in first out, what a method was told by code that isn't differentiated, so that
 * a derivative which runs the method several times calls such code once. Used by generated code.
 *
 * <p><b>Cost.</b> A few instructions for each value; numbers aren't boxed.
 *
 * <p><b>Errors.</b> Asking for more than was added throws {@link ArrayIndexOutOfBoundsException}.
 */
@SuppressWarnings("exports") // JSpecify's annotations are for tools; users need not have them
public final class Transcript {
  private static final int FIRST_CAPACITY = 16;

  private long[] numbers = new long[FIRST_CAPACITY];
  private @Nullable Object[] references = new Object[FIRST_CAPACITY];
  private int numberCount;
  private int referenceCount;
  private int nextNumber;
  private int nextReference;

  /** Creates an empty transcript. */
  public Transcript() {}

  /**
   * Adds a value.
   *
   * @param value what the method was told
   */
  public void add(double value) {
    add(Double.doubleToRawLongBits(value));
  }

  /**
   * Adds a value.
   *
   * @param value what the method was told
   */
  public void add(float value) {
    add((double) value);
  }

  /**
   * Adds a value.
   *
   * @param value what the method was told
   */
  public void add(long value) {
    if (numberCount == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numberCount);
    }
    numbers[numberCount++] = value;
  }

  /**
   * Adds a value.
   *
   * @param value what the method was told
   */
  public void add(int value) {
    add((long) value);
  }

  /**
   * Adds a value.
   *
   * @param value what the method was told
   */
  public void add(boolean value) {
    add(value ? 1L : 0L);
  }

  /**
   * Adds an object; the transcript keeps the reference, not a copy.
   *
   * @param value what the method was told
   */
  public void add(@Nullable Object value) {
    if (referenceCount == references.length) {
      references = Arrays.copyOf(references, 2 * referenceCount);
    }
    references[referenceCount++] = value;
  }

  /** Begins again with what was added first. */
  public void restart() {
    nextNumber = 0;
    nextReference = 0;
  }

  /**
   * Takes the next number.
   *
   * @return what was added
   */
  public double nextDouble() {
    return Double.longBitsToDouble(nextLong());
  }

  /**
   * Takes the next number.
   *
   * @return what was added
   */
  public float nextFloat() {
    return (float) nextDouble();
  }

  /**
   * Takes the next number.
   *
   * @return what was added
   */
  public long nextLong() {
    return numbers[nextNumber++];
  }

  /**
   * Takes the next number.
   *
   * @return what was added
   */
  public int nextInt() {
    return (int) nextLong();
  }

  /**
   * Takes the next truth value.
   *
   * @return what was added
   */
  public boolean nextBoolean() {
    return nextLong() != 0;
  }

  /**
   * Takes the next object.
   *
   * @param <T> the type that it was added as
   * @return what was added
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // whoever asks has added it
  public <T> @Nullable T nextReference() {
    return (T) references[nextReference++];
  }
}
