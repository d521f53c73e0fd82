package cotangent.tensor;

import cotangent.Workspace;

/**
 * Computes what takes most of the time, on arrays: for the tensors, and for the code that is
 * generated where they are differentiated. Users have no need of it.
 *
 * <p>The compiler never looks into these methods. What their derivatives are stands in {@code
 * Pullbacks}, in terms of these methods again, so that there are derivatives of any order.
 *
 * <p><b>Shapes.</b> Not checked: see {@link Shapes}. Matrices lie row after row.
 */
public final class Kernels {
  private Kernels() {}

  /**
   * Adds all elements.
   *
   * @param a the elements
   * @return their sum
   */
  public static double sum(double[] a) {
    return Reductions.sum(a, 0, a.length);
  }

  /**
   * Multiplies element by element and adds up.
   *
   * @param a a vector
   * @param b another one of its size
   * @return the scalar product
   */
  public static double dot(double[] a, double[] b) {
    return Reductions.dot(a, 0, b, 0, a.length);
  }

  /**
   * Computes the square root of the sum of squares.
   *
   * <p><b>Special cases.</b> Neither overflows nor underflows on the way.
   *
   * @param a the elements
   * @return the norm
   */
  public static double norm(double[] a) {
    return Reductions.norm(a);
  }

  /**
   * Finds the greatest element.
   *
   * @param a the elements
   * @return NaN if any element is, minus infinity if there are none
   */
  public static double max(double[] a) {
    return Rows.max(a, 0, a.length);
  }

  /**
   * Finds the least element.
   *
   * @param a the elements
   * @return NaN if any element is, infinity if there are none
   */
  public static double min(double[] a) {
    return Rows.min(a, 0, a.length);
  }

  /**
   * Adds up each row of a matrix.
   *
   * @param a the matrix
   * @param rows how many rows it has
   * @param columns how many columns
   * @return an element for each row
   */
  public static double[] rowSums(double[] a, int rows, int columns) {
    double[] sums = new double[rows];
    addRowSums(a, rows, columns, sums);
    return sums;
  }

  /**
   * Adds what {@link #rowSums} gives to an array.
   *
   * @param a the matrix
   * @param rows how many rows it has
   * @param columns how many columns
   * @param sum what is added to
   */
  public static void addRowSums(double[] a, int rows, int columns, double[] sum) {
    for (int i = 0; i < rows; i++) {
      sum[i] += Reductions.sum(a, i * columns, columns);
    }
  }

  /**
   * Exchanges rows and columns.
   *
   * @param a the matrix, row by row
   * @param rows the number of its rows
   * @param columns the number of its columns
   * @return the transpose, row by row
   */
  public static double[] transposed(double[] a, int rows, int columns) {
    double[] result = new double[a.length];
    putTransposed(a, rows, columns, result);
    return result;
  }

  /**
   * Puts what {@link #transposed} gives into an array.
   *
   * @param a the matrix, row by row
   * @param rows the number of its rows
   * @param columns the number of its columns
   * @param result an array of the same length, which is overwritten
   */
  public static void putTransposed(double[] a, int rows, int columns, double[] result) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j * rows + i] = a[i * columns + j];
      }
    }
  }

  /**
   * Multiplies a matrix by a vector.
   *
   * @param a the matrix
   * @param rows how many rows it has
   * @param columns how many columns
   * @param x an element for each column
   * @return an element for each row
   */
  public static double[] times(double[] a, int rows, int columns, double[] x) {
    double[] result = new double[rows];
    addTimes(a, rows, columns, x, result);
    return result;
  }

  /**
   * Adds what {@link #times} gives to an array.
   *
   * @param a the matrix
   * @param rows how many rows it has
   * @param columns how many columns
   * @param x an element for each column
   * @param sum what is added to
   */
  public static void addTimes(double[] a, int rows, int columns, double[] x, double[] sum) {
    VectorProducts.addTimes(a, rows, columns, x, sum);
  }

  /**
   * Multiplies the transpose of a matrix by a vector.
   *
   * @param a the matrix, not transposed
   * @param rows how many rows it has
   * @param columns how many columns
   * @param y an element for each row
   * @return an element for each column
   */
  public static double[] transposedTimes(double[] a, int rows, int columns, double[] y) {
    double[] result = new double[columns];
    addTransposedTimes(a, rows, columns, y, result);
    return result;
  }

  /**
   * Adds what {@link #transposedTimes} gives to an array.
   *
   * @param a the matrix, not transposed
   * @param rows how many rows it has
   * @param columns how many columns
   * @param y an element for each row
   * @param sum what is added to
   */
  public static void addTransposedTimes(
      double[] a, int rows, int columns, double[] y, double[] sum) {
    VectorProducts.addTransposedTimes(a, rows, columns, y, sum);
  }

  /**
   * Multiplies each element of a vector by each of another.
   *
   * @param x an element for each row
   * @param y an element for each column
   * @return the matrix {@code xyᵀ}
   */
  public static double[] outer(double[] x, double[] y) {
    double[] result = new double[Shapes.elements(x.length, y.length)];
    putOuter(x, y, result);
    return result;
  }

  /**
   * Puts what {@link #outer} gives into an array.
   *
   * @param x an element for each row
   * @param y an element for each column
   * @param result what is overwritten
   */
  public static void putOuter(double[] x, double[] y, double[] result) {
    VectorProducts.putOuter(x, y, result);
  }

  /**
   * Adds what {@link #outer} gives to an array.
   *
   * @param x an element for each row
   * @param y an element for each column
   * @param sum what is added to
   */
  public static void addOuter(double[] x, double[] y, double[] sum) {
    VectorProducts.addOuter(x, y, sum);
  }

  /**
   * Multiplies two matrices, either of which may be taken for its transpose.
   *
   * @param a the left matrix as it lies in the array
   * @param rowsOfA how many rows it has there
   * @param columnsOfA how many columns
   * @param transposesA whether its transpose is meant
   * @param b the right matrix as it lies in the array
   * @param rowsOfB how many rows it has there
   * @param columnsOfB how many columns
   * @param transposesB whether its transpose is meant
   * @return the product
   */
  public static double[] product(
      double[] a,
      int rowsOfA,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int rowsOfB,
      int columnsOfB,
      boolean transposesB) {
    int rows = transposesA ? columnsOfA : rowsOfA;
    int columns = transposesB ? rowsOfB : columnsOfB;
    double[] result = new double[Shapes.elements(rows, columns)];
    addProduct(a, rowsOfA, columnsOfA, transposesA, b, rowsOfB, columnsOfB, transposesB, result);
    return result;
  }

  /**
   * Adds what {@link #product} gives to an array.
   *
   * @param a the left matrix as it lies in the array
   * @param rowsOfA how many rows it has there
   * @param columnsOfA how many columns
   * @param transposesA whether its transpose is meant
   * @param b the right matrix as it lies in the array
   * @param rowsOfB how many rows it has there
   * @param columnsOfB how many columns
   * @param transposesB whether its transpose is meant
   * @param sum what is added to
   */
  public static void addProduct(
      double[] a,
      int rowsOfA,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int rowsOfB,
      int columnsOfB,
      boolean transposesB,
      double[] sum) {
    Products.addProduct(
        a, rowsOfA, columnsOfA, transposesA, b, rowsOfB, columnsOfB, transposesB, sum);
  }

  /**
   * Solves {@code AX = B}, or {@code AᵀX = B}.
   *
   * @param operation what is said to have failed
   * @param a a square matrix
   * @param n how many rows and columns it has
   * @param transposes whether its transpose is meant
   * @param b the right-hand sides
   * @param columns how many there are
   * @return X
   * @throws ArithmeticException if the matrix is singular; the message says in which column
   */
  public static double[] solve(
      String operation, double[] a, int n, boolean transposes, double[] b, int columns) {
    return solve(new Workspace(), operation, a, n, transposes, b, columns);
  }

  /**
   * Solves the same with the memory of a workspace.
   *
   * @param workspace where factors are put
   * @param operation what is said to have failed
   * @param a a square matrix
   * @param n how many rows and columns it has
   * @param transposes whether its transpose is meant
   * @param b the right-hand sides
   * @param columns how many there are
   * @return X
   */
  public static double[] solve(
      Workspace workspace,
      String operation,
      double[] a,
      int n,
      boolean transposes,
      double[] b,
      int columns) {
    double[] result = new double[b.length];
    putSolve(workspace, operation, a, n, transposes, b, columns, result);
    return result;
  }

  /**
   * Puts what {@link #solve} gives into an array.
   *
   * @param workspace where factors are put
   * @param operation what is said to have failed
   * @param a a square matrix
   * @param n how many rows and columns it has
   * @param transposes whether its transpose is meant
   * @param b the right-hand sides
   * @param columns how many there are
   * @param result what is overwritten
   */
  public static void putSolve(
      Workspace workspace,
      String operation,
      double[] a,
      int n,
      boolean transposes,
      double[] b,
      int columns,
      double[] result) {
    Lu.factor(workspace, a, n);
    if (transposes) {
      Lu.solveTransposed(workspace, operation, n, b, columns, result);
    } else {
      Lu.solve(workspace, operation, n, b, columns, result);
    }
  }

  /**
   * Computes the determinant of a square matrix.
   *
   * @param a the matrix
   * @param n how many rows and columns it has
   * @return the product of the pivots, with their sign
   */
  public static double determinant(double[] a, int n) {
    return determinant(new Workspace(), a, n);
  }

  /**
   * Computes the same with the memory of a workspace.
   *
   * @param workspace where factors are put
   * @param a the matrix
   * @param n how many rows and columns it has
   * @return the determinant
   */
  public static double determinant(Workspace workspace, double[] a, int n) {
    return Lu.determinant(workspace, a, n);
  }

  /**
   * Computes the logarithm of the determinant of a square matrix.
   *
   * @param a the matrix
   * @param n how many rows and columns it has
   * @return NaN where the determinant is negative, minus infinity where it is zero
   */
  public static double logDeterminant(double[] a, int n) {
    return logDeterminant(new Workspace(), a, n);
  }

  /**
   * Computes the same with the memory of a workspace.
   *
   * @param workspace where factors are put
   * @param a the matrix
   * @param n how many rows and columns it has
   * @return the logarithm of the determinant
   */
  public static double logDeterminant(Workspace workspace, double[] a, int n) {
    return Lu.logDeterminant(workspace, a, n);
  }

  /**
   * Factors a symmetric positive definite matrix.
   *
   * @param a the matrix, of which the lower triangle is read
   * @param n how many rows and columns it has
   * @return a lower triangle; times its transpose it gives the matrix
   * @throws ArithmeticException if a pivot is not positive; the message says which
   */
  public static double[] cholesky(double[] a, int n) {
    double[] root = new double[a.length];
    putCholesky(a, n, root);
    return root;
  }

  /**
   * Puts what {@link #cholesky} gives into an array.
   *
   * @param a the matrix, of which the lower triangle is read
   * @param n how many rows and columns it has
   * @param root what is overwritten
   */
  public static void putCholesky(double[] a, int n, double[] root) {
    Cholesky.factor(a, n, root);
  }
}
