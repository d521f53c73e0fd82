package cotangent.tensor;

import java.util.Objects;

/** Says in one way for all operations why shapes do not fit. */
final class Shapes {
  private Shapes() {}

  /** Throws unless two vectors have one size. */
  static void same(String operation, int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          operation + " needs two of one shape, not " + vector(left) + " and " + vector(right));
    }
  }

  /** Throws unless two matrices have one shape. */
  static void same(String operation, int rows, int columns, int otherRows, int otherColumns) {
    if (rows != otherRows || columns != otherColumns) {
      throw new IllegalArgumentException(
          operation
              + " needs two of one shape, not "
              + matrix(rows, columns)
              + " and "
              + matrix(otherRows, otherColumns));
    }
  }

  /** Throws unless a vector has the size that goes with a matrix. */
  static void needs(String operation, int rows, int columns, int needed, int size) {
    if (needed != size) {
      throw new IllegalArgumentException(
          operation
              + " of "
              + matrix(rows, columns)
              + " needs "
              + needed
              + ", not "
              + vector(size));
    }
  }

  /** Throws unless a matrix has the rows that go with another one. */
  static void needsRows(
      String operation, int rows, int columns, int needed, int otherRows, int otherColumns) {
    if (needed != otherRows) {
      throw misfit(operation, rows, columns, needed, otherRows, otherColumns);
    }
  }

  /** Throws unless a matrix has the columns that go with another one. */
  static void needsColumns(
      String operation, int rows, int columns, int needed, int otherRows, int otherColumns) {
    if (needed != otherColumns) {
      throw misfit(operation, rows, columns, needed, otherRows, otherColumns);
    }
  }

  private static IllegalArgumentException misfit(
      String operation, int rows, int columns, int needed, int otherRows, int otherColumns) {
    return new IllegalArgumentException(
        operation
            + " of "
            + matrix(rows, columns)
            + " needs "
            + needed
            + ", not "
            + matrix(otherRows, otherColumns));
  }

  static int square(String operation, int rows, int columns) {
    if (rows != columns) {
      throw new IllegalArgumentException(
          operation + " needs a square matrix, not " + matrix(rows, columns));
    }
    return rows;
  }

  private static String vector(int size) {
    return size == 1 ? "1 element" : size + " elements";
  }

  private static String matrix(int rows, int columns) {
    return rows + " × " + columns;
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
