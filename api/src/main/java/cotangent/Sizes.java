package cotangent;

import cotangent.tensor.Matrix;
import cotangent.tensor.Tensor;
import cotangent.tensor.Vector;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Compares the sizes of arrays with what {@link Shape} says of them. Used by generated code: only
 * the comparison of lengths has to be fast, and allocates nothing; what is wrong is explained
 * afterwards.
 *
 * <p><b>Shapes.</b> Arrays of any rank and of any elements, vectors and matrices. What is null says
 * nothing.
 *
 * <p><b>Cost.</b> One comparison for each array and for each row.
 */
@SuppressWarnings("exports") // users don't have the annotations for null checks
public final class Sizes {
  /** Stands for a size of which nothing is known. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  private static final String EACH = "[]";

  private Sizes() {}

  /**
   * Returns how long an array is in a dimension; of rows, the first one that isn't null counts.
   *
   * @param array the array, or null
   * @param dimension which, counted from zero
   * @return the length, or {@link #UNKNOWN}
   */
  public static int of(@Nullable Object array, int dimension) {
    if (array == null) {
      return UNKNOWN;
    } else if (array instanceof Matrix matrix) {
      return dimension == 0 ? matrix.rows() : matrix.columns();
    } else if (dimension == 0) {
      return array instanceof Vector vector ? vector.size() : Array.getLength(array);
    }
    for (Object row : (Object[]) array) {
      int length = of(row, dimension - 1);
      if (length != UNKNOWN) {
        return length;
      }
    }
    return UNKNOWN;
  }

  /**
   * Returns the first of two sizes, unless only the other is known.
   *
   * @param first a size
   * @param second a size
   * @return a size, or {@link #UNKNOWN}
   */
  public static int either(int first, int second) {
    return first != UNKNOWN ? first : second;
  }

  /**
   * Returns whether an array has a length.
   *
   * @param array the array, or null
   * @param length how long it should be, or {@link #UNKNOWN}
   * @return whether nothing is wrong
   */
  public static boolean fit(@Nullable Object array, int length) {
    return array == null || length == UNKNOWN || of(array, 0) == length;
  }

  /**
   * Returns whether an array has a number of rows, and each row a length.
   *
   * @param array the array, or null
   * @param rows how many rows there should be, or {@link #UNKNOWN}
   * @param columns how long each should be, or {@link #UNKNOWN}
   * @return whether nothing is wrong
   */
  public static boolean fit(@Nullable Object array, int rows, int columns) {
    if (!fit(array, rows)) {
      return false;
    } else if (array instanceof Matrix matrix) {
      return columns == UNKNOWN || matrix.columns() == columns;
    }
    if (array != null && columns != UNKNOWN) {
      for (Object row : (Object[]) array) {
        if (!fit(row, columns)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns whether an array of three dimensions or more has the sizes that it should have.
   *
   * @param array the array, or null
   * @param sizes the size of each dimension, or {@link #UNKNOWN}
   * @return whether nothing is wrong
   */
  public static boolean fit(@Nullable Object array, int... sizes) {
    return fits(array, sizes, 0);
  }

  private static boolean fits(@Nullable Object array, int[] sizes, int from) {
    if (sizes.length - from == 2) {
      return fit(array, sizes[from], sizes[from + 1]);
    } else if (!fit(array, sizes[from])) {
      return false;
    }
    if (array != null && from + 1 < sizes.length) {
      for (Object row : (Object[]) array) {
        if (!fits(row, sizes, from + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Rejects an array that does not have the lengths of another one.
   *
   * @param name how the caller knows it; {@code []} stands for each of its elements, if it has a
   *     part of each
   * @param array the array, such as a tangent, or null
   * @param like how the caller knows the other one
   * @param other the other array, or null
   * @throws IllegalArgumentException if both are there and differ in a length
   */
  public static void requireSame(
      String name, @Nullable Object array, String like, @Nullable Object other) {
    if (array == null || other == null) {
      return;
    }
    if (!isOfSize(array, other)) {
      int rank = array instanceof Matrix ? 2 : 1;
      throw differing(name, Misfit.size(array, rank), like, Misfit.size(other, rank));
    }
    if (array instanceof Object[] rows && other instanceof Object[] others) {
      for (int i = 0; i < rows.length; i++) {
        if (isMisfit(rows[i], others[i])) {
          requireSame(element(name, i), rows[i], element(like, i), others[i]);
        }
      }
    }
  }

  /**
   * Rejects the same for an array of numbers. It usually fits, which has to be seen fast.
   *
   * @param name how the caller knows it
   * @param array the array, or null
   * @param like how the caller knows the other one
   * @param other the other array, or null
   * @throws IllegalArgumentException if both are there and differ in length
   */
  public static void requireSame(
      String name, double @Nullable [] array, String like, double @Nullable [] other) {
    if (array != null && other != null && array.length != other.length) {
      requireSame(name, (Object) array, like, (Object) other);
    }
  }

  /**
   * Rejects the same for an array of numbers of which only the length is known.
   *
   * @param name how the caller knows it
   * @param length its length
   * @param like how the caller knows the other one
   * @param other the other array, or null
   * @throws IllegalArgumentException if the other one is there and has another length
   */
  public static void requireSame(String name, int length, String like, double @Nullable [] other) {
    if (other != null && length != other.length) {
      throw differing(name, "has length " + length, like, "has length " + other.length);
    }
  }

  /**
   * Rejects a record that is null where another one isn't, or the other way round.
   *
   * @param name how the caller knows it
   * @param isThere whether it isn't null
   * @param like how the caller knows the other one
   * @param otherIsThere whether that isn't null
   * @throws IllegalArgumentException if only one of them is null
   */
  public static void requireSame(String name, boolean isThere, String like, boolean otherIsThere) {
    if (isThere != otherIsThere) {
      String is = isThere ? "is not null" : "is null";
      throw differing(name, is, like, otherIsThere ? "is not null" : "is null");
    }
  }

  /**
   * Rejects records in an array or list of which one is null where that of another array isn't, or
   * the other way round.
   *
   * @param name how the caller knows them; {@code []} stands for each
   * @param kinds a number for each, which is 0 for null; null where there is no array
   * @param like how the caller knows the others
   * @param others the same of the others
   * @throws IllegalArgumentException if only one of two is null
   */
  public static void requireSame(
      String name, int @Nullable [] kinds, String like, int @Nullable [] others) {
    if (kinds == null || others == null || kinds.length != others.length) {
      return;
    }
    for (int i = 0; i < kinds.length; i++) {
      requireSame(element(name, i), kinds[i] != 0, element(like, i), others[i] != 0);
    }
  }

  /**
   * Rejects a matrix that does not have the shape of another one.
   *
   * @param name how the caller knows it
   * @param rows its rows
   * @param columns its columns
   * @param like how the caller knows the other one
   * @param otherRows the rows of that
   * @param otherColumns the columns of that
   * @throws IllegalArgumentException if the shapes differ
   */
  public static void requireSame(
      String name, int rows, int columns, String like, int otherRows, int otherColumns) {
    if (rows != otherRows || columns != otherColumns) {
      throw differing(
          name, "is " + rows + " × " + columns, like, "is " + otherRows + " × " + otherColumns);
    }
  }

  /**
   * Rejects matrices, of which sizes and elements are in arrays of their own, that do not have the
   * shapes of others.
   *
   * @param name how the caller knows them; {@code []} stands for each
   * @param rows their rows: numbers, or arrays of arrays of them
   * @param columns their columns
   * @param values their elements; null where there is no matrix
   * @param like how the caller knows the others
   * @param otherRows the rows of those
   * @param otherColumns the columns of those
   * @param others the elements of those
   * @throws IllegalArgumentException if their numbers differ, or the shapes of two
   */
  public static void requireSame(
      String name,
      @Nullable Object rows,
      @Nullable Object columns,
      Object @Nullable [] values,
      String like,
      @Nullable Object otherRows,
      @Nullable Object otherColumns,
      Object @Nullable [] others) {
    if (values == null || others == null) {
      return;
    }
    if (values.length != others.length) {
      throw differing(name, Misfit.size(values, 1), like, Misfit.size(others, 1));
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Object[] inside) {
        requireSame(
            element(name, i),
            row(rows, i),
            row(columns, i),
            inside,
            element(like, i),
            row(otherRows, i),
            row(otherColumns, i),
            (Object[]) others[i]);
      } else if (values[i] != null && others[i] != null) {
        int m = Array.getInt(rows, i);
        int n = Array.getInt(columns, i);
        int otherM = Array.getInt(otherRows, i);
        int otherN = Array.getInt(otherColumns, i);
        if (m != otherM || n != otherN) {
          requireSame(element(name, i), m, n, element(like, i), otherM, otherN);
        }
      }
    }
  }

  private static @Nullable Object row(@Nullable Object array, int i) {
    return array == null ? null : Array.get(array, i);
  }

  private static IllegalArgumentException differing(
      String name, String is, String like, String other) {
    return new IllegalArgumentException(
        whole(name) + " " + is + ", but " + whole(like) + " " + other);
  }

  private static String element(String name, int i) {
    String index = "[" + i + "]";
    int place = name.indexOf(EACH);
    return place < 0 ? name + index : name.substring(0, place) + index + name.substring(place + 2);
  }

  /** Returns what the elements are in. */
  private static String whole(String name) {
    int place = name.indexOf(EACH);
    return place < 0 ? name : name.substring(0, place);
  }

  /**
   * Rejects an array that derivatives can't be added to: it is missing, is the argument itself, or
   * doesn't have its lengths.
   *
   * @param name how the caller knows it
   * @param target the array, or null where the other one is null
   * @param like how the caller knows the other one
   * @param other the array that the derivatives are by, or null
   * @throws IllegalArgumentException if it is one of these, or if a row or an element is
   */
  public static void requireTarget(
      String name, @Nullable Object target, String like, @Nullable Object other) {
    requireSame(name, target, like, other);
    requireApart(name, target, like, other);
  }

  /**
   * Rejects the same for an array of numbers. It usually fits, which has to be seen fast.
   *
   * @param name how the caller knows it
   * @param target the array, or null where the other one is null
   * @param like how the caller knows the other one
   * @param other the array that the derivatives are by, or null
   * @throws IllegalArgumentException if derivatives can't be added to it
   */
  public static void requireTarget(
      String name, double @Nullable [] target, String like, double @Nullable [] other) {
    boolean fits =
        other == null || target != null && target != other && target.length == other.length;
    if (!fits) {
      requireTarget(name, (Object) target, like, (Object) other);
    }
  }

  private static void requireApart(
      String name, @Nullable Object target, String like, @Nullable Object other) {
    if (other == null) {
      return;
    } else if (target == null || isOne(target, other)) {
      if (of(other, 0) != 0) {
        throw new IllegalArgumentException(
            target == null
                ? name + " is null, but " + like + " is not: derivatives are added to it"
                : name + " and " + like + " are one: what is added would change the argument");
      }
    } else if (target instanceof Object[] rows && other instanceof Object[] others) {
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] == null || isOne(rows[i], others[i]) || rows[i] instanceof Object[]) {
          requireApart(name + "[" + i + "]", rows[i], like + "[" + i + "]", others[i]);
        }
      }
    }
  }

  /** Whether what is added to one changes the other: tensors may share an array. */
  private static boolean isOne(Object target, @Nullable Object other) {
    return target == other
        || target instanceof Tensor<?> one
            && other instanceof Tensor<?> two
            && one.values() == two.values();
  }

  /** Returns whether two rows have to be looked at again. Usually not, so this has to be fast. */
  private static boolean isMisfit(@Nullable Object row, @Nullable Object other) {
    return row != null && other != null && (row instanceof Object[] || !isOfSize(row, other));
  }

  private static boolean isOfSize(Object array, Object other) {
    return of(array, 0) == of(other, 0)
        && (!(array instanceof Matrix) || of(array, 1) == of(other, 1));
  }

  /**
   * Explains which array does not fit, once one is known not to.
   *
   * @param namesShapesAndValues three by three, in the order in which names are bound: how the
   *     caller knows an array, its shape as the annotation says it, and the array; or the name of a
   *     number, null, and the number
   * @return the exception to throw
   */
  public static IllegalArgumentException misfit(@Nullable Object... namesShapesAndValues) {
    return new Misfit(namesShapesAndValues).exception();
  }
}
