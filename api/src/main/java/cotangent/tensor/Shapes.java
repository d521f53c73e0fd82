package cotangent.tensor;

import java.util.Objects;

/** Says in one way for all operations why shapes do not fit. */
final class Shapes {
  private Shapes() {}

  static IllegalArgumentException unequal(String operation, Tensor<?> left, Tensor<?> right) {
    return new IllegalArgumentException(
        operation + " needs two of one shape, not " + left.shape() + " and " + right.shape());
  }

  /** Throws unless a dimension is what an operation needs. */
  static void needs(String operation, Tensor<?> left, Tensor<?> right, int needed, int actual) {
    if (needed != actual) {
      throw new IllegalArgumentException(
          operation + " of " + left.shape() + " needs " + needed + ", not " + right.shape());
    }
  }

  static int square(String operation, Matrix matrix) {
    if (matrix.rows() != matrix.columns()) {
      throw new IllegalArgumentException(
          operation + " needs a square matrix, not " + matrix.shape());
    }
    return matrix.rows();
  }

  static int size(String what, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("a number of " + what + " is never " + size);
    }
    return size;
  }

  /** Returns the number of elements of a matrix, if an array can hold them. */
  static int elements(int rows, int columns) {
    long elements = (long) size("rows", rows) * size("columns", columns);
    if (elements > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(rows + " × " + columns + " is more than an array holds");
    }
    return (int) elements;
  }

  /** Throws unless {@code from} to {@code to} is a part of what has the given size. */
  static void part(String what, int from, int to, int size) {
    if (from < 0 || from > to || to > size) {
      throw new IllegalArgumentException(
          "slice from " + from + " to " + to + " of " + size + " " + what);
    }
  }

  static int index(int index, int size) {
    return Objects.checkIndex(index, size);
  }
}
