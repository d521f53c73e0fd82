package cotangent.tensor;

/**
 * Says why shapes do not fit, in the same way for all operations: for the tensors, and for the code
 * that is generated where they are differentiated. Users have no need of it.
 */
public final class Shapes {
  private Shapes() {}

  /**
   * Throws unless two vectors have one size.
   *
   * @param operation what is to be computed
   * @param left the size of one
   * @param right the size of the other
   */
  public static void same(String operation, int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          operation + " needs two of one shape, not " + vector(left) + " and " + vector(right));
    }
  }

  /**
   * Throws unless two matrices have one shape.
   *
   * @param operation what is to be computed
   * @param rows the rows of the matrix
   * @param columns the columns of the matrix
   * @param otherRows the rows of the other
   * @param otherColumns the columns of the other
   */
  public static void same(
      String operation, int rows, int columns, int otherRows, int otherColumns) {
    if (rows != otherRows || columns != otherColumns) {
      throw new IllegalArgumentException(
          operation
              + " needs two of one shape, not "
              + matrix(rows, columns)
              + " and "
              + matrix(otherRows, otherColumns));
    }
  }

  /**
   * Throws unless a vector has the size that goes with a matrix.
   *
   * @param operation what is to be computed
   * @param rows the rows of the matrix
   * @param columns the columns of the matrix
   * @param needed what is needed
   * @param size what there is
   */
  public static void needs(String operation, int rows, int columns, int needed, int size) {
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

  /**
   * Throws unless a matrix has the rows that go with another one.
   *
   * @param operation what is to be computed
   * @param rows the rows of the matrix
   * @param columns the columns of the matrix
   * @param needed what is needed
   * @param otherRows the rows of the other
   * @param otherColumns the columns of the other
   */
  public static void needsRows(
      String operation, int rows, int columns, int needed, int otherRows, int otherColumns) {
    if (needed != otherRows) {
      throw misfit(
          operation,
          rows,
          columns,
          needed,
          needed == 1 ? " row" : " rows",
          otherRows,
          otherColumns);
    }
  }

  /**
   * Throws unless a matrix has the columns that go with another one.
   *
   * @param operation what is to be computed
   * @param rows the rows of the matrix
   * @param columns the columns of the matrix
   * @param needed what is needed
   * @param otherRows the rows of the other
   * @param otherColumns the columns of the other
   */
  public static void needsColumns(
      String operation, int rows, int columns, int needed, int otherRows, int otherColumns) {
    if (needed != otherColumns) {
      throw misfit(
          operation,
          rows,
          columns,
          needed,
          needed == 1 ? " column" : " columns",
          otherRows,
          otherColumns);
    }
  }

  private static IllegalArgumentException misfit(
      String operation,
      int rows,
      int columns,
      int needed,
      String what,
      int otherRows,
      int otherColumns) {
    return new IllegalArgumentException(
        operation
            + " of "
            + matrix(rows, columns)
            + " needs "
            + needed
            + what
            + ", not "
            + matrix(otherRows, otherColumns));
  }

  /**
   * Throws unless a matrix is square.
   *
   * @param operation what is to be computed
   * @param rows the rows of the matrix
   * @param columns the columns of the matrix
   * @return how many rows and columns it has
   */
  public static int square(String operation, int rows, int columns) {
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

  /**
   * Throws where a size is negative.
   *
   * @param what what is counted
   * @param size what there is
   * @return the size
   */
  public static int size(String what, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("a number of " + what + " is never " + size);
    }
    return size;
  }

  /**
   * Returns the number of elements of a matrix, and throws where no array can hold them.
   *
   * @param rows the rows of the matrix
   * @param columns the columns of the matrix
   * @return that number
   */
  public static int elements(int rows, int columns) {
    long elements = (long) size("rows", rows) * size("columns", columns);
    if (elements > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(rows + " × " + columns + " is more than an array holds");
    }
    return (int) elements;
  }

  /**
   * Throws unless {@code from} to {@code to} is a range within the given size.
   *
   * @param what what is counted
   * @param from where the part begins
   * @param to where it ends
   * @param size what there is
   */
  public static void part(String what, int from, int to, int size) {
    if (from < 0 || from > to || to > size) {
      throw new IllegalArgumentException(
          "slice from " + from + " to " + to + " of " + size + " " + what);
    }
  }

  /**
   * Says that there is no such row or column.
   *
   * @param index which one was asked for
   * @param size how many there are
   * @return the exception to throw
   */
  public static IndexOutOfBoundsException outside(int index, int size) {
    return new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + size);
  }

  /**
   * Throws where there are no elements.
   *
   * @param operation what is to be computed
   * @param size what there is
   * @return how many there are
   */
  public static int atLeastOne(String operation, int size) {
    if (size == 0) {
      throw new IllegalArgumentException(operation + " of no elements");
    }
    return size;
  }

  /**
   * Throws unless a row has the size of the first one.
   *
   * @param row which one, counted from zero
   * @param size how many elements it has
   * @param needed how many the first one has
   */
  public static void row(int row, int size, int needed) {
    if (size != needed) {
      throw new IllegalArgumentException(
          "row " + row + " has " + size + " elements, row 0 has " + needed);
    }
  }
}
