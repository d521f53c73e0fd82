package cotangent.tensor;

/**
 * Multiplies large matrices faster than plain Java does. The tensors ask {@link
 * java.util.ServiceLoader} for one, so that an artifact such as {@code cotangent-blas} only has to
 * be there; without one they multiply by themselves.
 *
 * <p><b>Shapes.</b> Checked by who calls. Matrices lie row after row.
 *
 * <p><b>Cost.</b> Never asked where there are few multiplications.
 */
public interface MatrixProducts {

  /**
   * Returns whether there is what it needs, such as a native library. If not, it is never called.
   *
   * @return whether it can multiply, and does so fast
   */
  boolean isAvailable();

  /**
   * Adds the product of two matrices to a third one.
   *
   * @param a the left matrix as it lies in the array
   * @param columnsOfA how many columns it has there
   * @param transposesA whether its transpose is meant
   * @param b the right matrix as it lies in the array
   * @param columnsOfB how many columns it has there
   * @param transposesB whether its transpose is meant
   * @param inner how many products are added for each element
   * @param sum what is added to
   * @param rows how many rows that has
   * @param columns how many columns
   */
  void addProduct(
      double[] a,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int columnsOfB,
      boolean transposesB,
      int inner,
      double[] sum,
      int rows,
      int columns);

  /**
   * Adds the product of a matrix and a vector to a vector.
   *
   * @param a the matrix as it lies in the array
   * @param rows how many rows it has there
   * @param columns how many columns
   * @param transposes whether its transpose is meant
   * @param x the vector
   * @param sum what is added to
   */
  void addTimes(double[] a, int rows, int columns, boolean transposes, double[] x, double[] sum);

  /**
   * Adds the product of each element of a vector and each of another one to a matrix.
   *
   * @param x an element for each row
   * @param y an element for each column
   * @param sum what is added to
   */
  void addOuter(double[] x, double[] y, double[] sum);
}
