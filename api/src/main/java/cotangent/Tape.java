package cotangent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, last in first out, what the backward half of a recursive method needs of the forward
 * half. Used by generated code.
 *
 * <p>Each kind of value has a stack of its own, so that nothing is boxed; what is pushed as one
 * kind is popped as the same kind. A {@code byte}, {@code short} or {@code char} is kept as an
 * {@code int}.
 *
 * <p><b>Cost.</b> A few instructions for a push or a pop; stacks double when they are full.
 *
 * <p><b>Errors.</b> Popping from an empty stack throws {@link ArrayIndexOutOfBoundsException}.
 */
@SuppressWarnings("exports") // JSpecify's annotations are for tools; users need not have them
public final class Tape {
  private static final int FIRST_CAPACITY = 16;

  private double[] doubles = new double[FIRST_CAPACITY];
  private float[] floats = new float[FIRST_CAPACITY];
  private long[] longs = new long[FIRST_CAPACITY];
  private int[] ints = new int[FIRST_CAPACITY];
  private boolean[] booleans = new boolean[FIRST_CAPACITY];
  private @Nullable Object[] references = new Object[FIRST_CAPACITY];

  private int doubleCount;
  private int floatCount;
  private int longCount;
  private int intCount;
  private int booleanCount;
  private int referenceCount;

  /** Creates an empty tape. */
  public Tape() {}

  /**
   * Pushes a value.
   *
   * @param value what to remember
   */
  public void push(double value) {
    if (doubleCount == doubles.length) {
      doubles = Arrays.copyOf(doubles, 2 * doubleCount);
    }
    doubles[doubleCount++] = value;
  }

  /**
   * Pops the double that was pushed last.
   *
   * @return what was remembered
   */
  public double popDouble() {
    return doubles[--doubleCount];
  }

  /**
   * Pushes a value.
   *
   * @param value what to remember
   */
  public void push(float value) {
    if (floatCount == floats.length) {
      floats = Arrays.copyOf(floats, 2 * floatCount);
    }
    floats[floatCount++] = value;
  }

  /**
   * Pops the float that was pushed last.
   *
   * @return what was remembered
   */
  public float popFloat() {
    return floats[--floatCount];
  }

  /**
   * Pushes a value.
   *
   * @param value what to remember
   */
  public void push(long value) {
    if (longCount == longs.length) {
      longs = Arrays.copyOf(longs, 2 * longCount);
    }
    longs[longCount++] = value;
  }

  /**
   * Pops the long that was pushed last.
   *
   * @return what was remembered
   */
  public long popLong() {
    return longs[--longCount];
  }

  /**
   * Pushes a value.
   *
   * @param value what to remember
   */
  public void push(int value) {
    if (intCount == ints.length) {
      ints = Arrays.copyOf(ints, 2 * intCount);
    }
    ints[intCount++] = value;
  }

  /**
   * Pops the int that was pushed last.
   *
   * @return what was remembered
   */
  public int popInt() {
    return ints[--intCount];
  }

  /**
   * Pushes a value.
   *
   * @param value what to remember
   */
  public void push(boolean value) {
    if (booleanCount == booleans.length) {
      booleans = Arrays.copyOf(booleans, 2 * booleanCount);
    }
    booleans[booleanCount++] = value;
  }

  /**
   * Pops the boolean that was pushed last.
   *
   * @return what was remembered
   */
  public boolean popBoolean() {
    return booleans[--booleanCount];
  }

  /**
   * Pushes an array or another object; the tape keeps the reference, not a copy.
   *
   * @param value what to remember
   */
  public void push(@Nullable Object value) {
    if (referenceCount == references.length) {
      references = Arrays.copyOf(references, 2 * referenceCount);
    }
    references[referenceCount++] = value;
  }

  /**
   * Pops the object that was pushed last, and lets go of it.
   *
   * @return what was remembered
   */
  public @Nullable Object popReference() {
    Object value = references[--referenceCount];
    references[referenceCount] = null;
    return value;
  }

  /** Forgets everything, as a call must after one that ended in an exception. */
  public void clear() {
    doubleCount = 0;
    floatCount = 0;
    longCount = 0;
    intCount = 0;
    booleanCount = 0;
    Arrays.fill(references, 0, referenceCount, null);
    referenceCount = 0;
  }
}
