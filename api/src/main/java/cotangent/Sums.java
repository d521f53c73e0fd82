package cotangent;

import cotangent.tensor.Matrix;
import cotangent.tensor.Tensor;
import cotangent.tensor.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds up derivatives. Generated sums are made of this; users have no need of it.
 *
 * <p><b>Shapes.</b> Derivatives that are arrays: {@code double[]}, {@code float[]}, and arrays of
 * any rank of them, ragged or not. What is {@code null} has {@code null} for its derivative.
 */
@SuppressWarnings("exports") // JSpecify's annotations are for tools only
public final class Sums {
  private Sums() {}

  /**
   * Checks that a sum can take one more derivative.
   *
   * <p><b>Errors.</b> Another shape is an {@link IllegalArgumentException}.
   *
   * @param sum the sum so far
   * @param more the derivative, or what it is a derivative by
   * @param name what that is called
   */
  public static void requireShape(@Nullable Object sum, @Nullable Object more, String name) {
    if (sum == null || more == null) {
      areThere(sum, more, name);
    } else if (sum instanceof Matrix) {
      Sizes.requireSame(name, more, "the sum so far", sum);
    } else if (length(sum) != length(more)) {
      throw new IllegalArgumentException(
          name + " has length " + length(more) + ", but " + length(sum) + " in the sum so far");
    } else if (sum instanceof Object[] rows) {
      Object[] others = (Object[]) more;
      for (int i = 0; i < rows.length; i++) {
        requireShape(rows[i], others[i], name + "[" + i + "]");
      }
    }
  }

  /**
   * Returns whether there is a derivative, as there must be if and only if there was one before.
   *
   * <p><b>Errors.</b> Where only one of them is {@code null}, an {@link IllegalArgumentException}.
   *
   * @param sum the sum so far
   * @param more the derivative, or what it is a derivative by
   * @param name what that is called
   * @return whether both are there; otherwise neither is
   */
  public static boolean areThere(@Nullable Object sum, @Nullable Object more, String name) {
    if ((sum == null) != (more == null)) {
      String now = more == null ? " is null, but was not" : " is not null, as it was";
      throw new IllegalArgumentException(name + now + " in the sum so far");
    }
    return sum != null;
  }

  private static int length(Object array) {
    if (array instanceof double[] numbers) {
      return numbers.length;
    } else if (array instanceof float[] numbers) {
      return numbers.length;
    }
    return array instanceof Vector vector ? vector.size() : ((Object[]) array).length;
  }

  /**
   * Adds a derivative to a sum, in place.
   *
   * @param <A> the type of both
   * @param sum the sum so far; {@code null} where nothing was added yet
   * @param more the derivative, of the same shape
   * @return the sum, or a copy of {@code more} where there was none
   */
  public static <A> @Nullable A plus(@Nullable A sum, @Nullable A more) {
    if (sum == null) {
      return dividedBy(more, 1);
    } else if (more != null) {
      add(sum, more);
    }
    return sum;
  }

  private static void add(Object sum, Object more) {
    if (sum instanceof double[] numbers) {
      double[] others = (double[]) more;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] += others[i];
      }
    } else if (sum instanceof float[] numbers) {
      float[] others = (float[]) more;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] += others[i];
      }
    } else if (sum instanceof Tensor<?> tensor) {
      add(tensor.values(), ((Tensor<?>) more).values());
    } else {
      Object[] rows = (Object[]) sum;
      Object[] others = (Object[]) more;
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] != null) {
          add(rows[i], others[i]);
        }
      }
    }
  }

  /**
   * Divides a derivative by a number.
   *
   * @param <A> its type
   * @param derivative an array, which is not changed, or {@code null}
   * @param divisor the number; with 1 the result is a copy
   * @return a new array
   */
  @SuppressWarnings("unchecked") // it is of the type of the argument
  public static <A> @Nullable A dividedBy(@Nullable A derivative, long divisor) {
    return derivative == null ? null : (A) divided(derivative, divisor);
  }

  private static Object divided(Object derivative, long divisor) {
    if (derivative instanceof double[] numbers) {
      double[] quotients = new double[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        quotients[i] = numbers[i] / divisor;
      }
      return quotients;
    } else if (derivative instanceof float[] numbers) {
      float[] quotients = new float[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        quotients[i] = numbers[i] / divisor;
      }
      return quotients;
    }
    if (derivative instanceof Tensor<?> tensor) {
      return tensor.dividedBy((double) divisor);
    }
    Object[] rows = (Object[]) derivative;
    Object[] quotients = Arrays.copyOf(rows, rows.length);
    for (int i = 0; i < rows.length; i++) {
      quotients[i] = dividedBy(rows[i], divisor);
    }
    return quotients;
  }
}
