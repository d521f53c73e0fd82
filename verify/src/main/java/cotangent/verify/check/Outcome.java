package cotangent.verify.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call led to.
 *
 * @param value the result, null after a failure
 * @param failure the exception, null after a success
 * @param arguments the arguments as the call left them
 */
public record Outcome(
    @Nullable Object value, @Nullable Throwable failure, @Nullable Object[] arguments) {
  /** Whether results and arguments are the same bit for bit, and so are failures. */
  public boolean same(Outcome other) {
    return Same.same(value, other.value)
        && Same.same(arguments, other.arguments)
        && sameFailure(other);
  }

  /** Whether both ended in the same exception, or in none. */
  boolean sameFailure(Outcome other) {
    return describe(failure).equals(describe(other.failure))
        || isBare(failure) && isSameClass(other)
        || isBare(other.failure) && isSameClass(other)
        || failure instanceof IndexOutOfBoundsException own
            && other.failure instanceof IndexOutOfBoundsException general
            && isOfArray(own, general);
  }

  /**
   * Whether the first says of an array what the second says of a list: Java's own lists throw the
   * one or the other.
   */
  private static boolean isOfArray(IndexOutOfBoundsException one, IndexOutOfBoundsException other) {
    return one.getClass() == ArrayIndexOutOfBoundsException.class
        && other.getClass() == IndexOutOfBoundsException.class
        && Objects.equals(one.getMessage(), other.getMessage());
  }

  private boolean isSameClass(Outcome other) {
    return failure != null
        && other.failure != null
        && failure.getClass() == other.failure.getClass();
  }

  /** Where the machine has thrown an exception often, it leaves out text and stack. */
  private static boolean isBare(@Nullable Throwable failure) {
    return failure != null && failure.getMessage() == null && failure.getStackTrace().length == 0;
  }

  /** The messages of the virtual machine's own exceptions name variables. */
  static String describe(@Nullable Throwable failure) {
    if (failure == null) {
      return "no exception";
    }
    boolean byMachine =
        failure instanceof NullPointerException || failure instanceof StackOverflowError;
    return byMachine ? failure.getClass().getName() : failure.toString();
  }

  @Override
  public String toString() {
    return failure == null ? Same.show(value) : failure.toString();
  }
}
