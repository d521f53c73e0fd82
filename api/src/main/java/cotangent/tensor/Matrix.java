package cotangent.tensor;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Holds numbers in rows and columns: {@code A} in {@code xᵀAx + b·x + c}.
 *
 * <pre>{@code
 * Matrix a = Matrix.of(new double[][] {{1, 2}, {3, 4}});
 * Vector y = a.times(Vector.of(5, 6));
 * }</pre>
 *
 * <p>Two matrices are equal if they have the same shape and their elements are equal, bit for bit.
 *
 * <p><b>Shapes.</b> m × n is m rows of n columns; either may be zero.
 *
 * <p><b>Cost.</b> One array of doubles, row after row, and one object.
 */
public final class Matrix extends Tensor<Matrix> implements Serializable {
  private static final long serialVersionUID = 1;

  /** How many rows there are. */
  private final int rows;

  /** How many columns there are. */
  private final int columns;

  Matrix(int rows, int columns, double[] values) {
    super(values);
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Creates a matrix of given rows.
   *
   * @param rows the rows, which are copied; all of one length
   * @return a matrix that holds them
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static Matrix of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    Matrix matrix = zeros(rows.length, columns);
    for (int i = 0; i < rows.length; i++) {
      matrix.setRow(i, rows[i]);
    }
    return matrix;
  }

  /**
   * Creates a matrix of given rows.
   *
   * @param rows the rows, which are copied; all of one size
   * @return a matrix that holds them
   * @throws IllegalArgumentException if the rows differ in size
   */
  public static Matrix ofRows(Vector... rows) {
    Matrix matrix = zeros(rows.length, rows.length == 0 ? 0 : rows[0].size());
    for (int i = 0; i < rows.length; i++) {
      matrix.setRow(i, rows[i].values);
    }
    return matrix;
  }

  /** Makes a matrix of one row: what the compiler reads for the first one that is given. */
  static Matrix ofRow(Vector row) {
    return new Matrix(1, row.size(), row.values.clone());
  }

  /** Adds a row: what the compiler reads for each one more. */
  Matrix withRow(Vector row) {
    Shapes.row(rows, row.size(), columns);
    double[] matrix = new double[values.length + columns];
    System.arraycopy(values, 0, matrix, 0, values.length);
    System.arraycopy(row.values, 0, matrix, values.length, columns);
    return new Matrix(rows + 1, columns, matrix);
  }

  private void setRow(int i, double[] row) {
    Shapes.row(i, row.length, columns);
    System.arraycopy(row, 0, values, i * columns, columns);
  }

  /**
   * Creates a matrix of zeros.
   *
   * @param rows how many rows
   * @param columns how many columns
   * @return a new matrix
   */
  public static Matrix zeros(int rows, int columns) {
    return new Matrix(rows, columns, new double[Shapes.elements(rows, columns)]);
  }

  /**
   * Makes a matrix of an array without copying it: what is written into one is seen in the other.
   *
   * @param rows how many rows
   * @param columns how many columns
   * @param elements the array to share, rows one after the other
   * @return a matrix that holds the array itself
   * @throws IllegalArgumentException if the array has another number of elements
   */
  public static Matrix wrap(int rows, int columns, double[] elements) {
    if (Shapes.elements(rows, columns) != elements.length) {
      throw new IllegalArgumentException(
          rows + " × " + columns + " needs another array than one of " + elements.length);
    }
    return new Matrix(rows, columns, elements);
  }

  /**
   * Creates the identity: ones on the diagonal, zeros elsewhere.
   *
   * @param size how many rows and columns
   * @return a new matrix
   */
  public static Matrix identity(int size) {
    Matrix matrix = zeros(size, size);
    for (int i = 0; i < size; i++) {
      matrix.values[i * size + i] = 1;
    }
    return matrix;
  }

  /**
   * Creates a square matrix with given numbers on its diagonal and zeros elsewhere.
   *
   * @param diagonal the numbers
   * @return a new matrix
   */
  public static Matrix diagonal(Vector diagonal) {
    int n = diagonal.size();
    Matrix matrix = zeros(n, n);
    for (int i = 0; i < n; i++) {
      matrix.values[i * n + i] = diagonal.values[i];
    }
    return matrix;
  }

  /**
   * Counts the rows.
   *
   * @return how many there are
   */
  public int rows() {
    return rows;
  }

  /**
   * Counts the columns.
   *
   * @return how many there are
   */
  public int columns() {
    return columns;
  }

  /**
   * Reads an element.
   *
   * @param row its row, counted from zero
   * @param column its column, counted from zero
   * @return its value
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double get(int row, int column) {
    return values[at(row, column)];
  }

  /**
   * Changes an element.
   *
   * @param row its row, counted from zero
   * @param column its column, counted from zero
   * @param value what it becomes
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public void set(int row, int column, double value) {
    values[at(row, column)] = value;
  }

  private int at(int row, int column) {
    return inside(row, rows) * columns + inside(column, columns);
  }

  private static int inside(int index, int size) {
    if (index < 0 || index >= size) {
      throw Shapes.outside(index, size);
    }
    return index;
  }

  /**
   * Copies a row.
   *
   * @param row which one, counted from zero
   * @return a new vector
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Vector row(int row) {
    double[] copied = new double[columns];
    System.arraycopy(values, inside(row, rows) * columns, copied, 0, columns);
    return new Vector(copied);
  }

  /**
   * Copies a column.
   *
   * @param column which one, counted from zero
   * @return a new vector
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public Vector column(int column) {
    inside(column, columns);
    double[] copied = new double[rows];
    for (int i = 0; i < rows; i++) {
      copied[i] = values[i * columns + column];
    }
    return new Vector(copied);
  }

  /**
   * Copies the elements to an array of rows.
   *
   * @return new arrays, one for each row
   */
  public double[][] toArray() {
    double[][] result = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * columns, result[i], 0, columns);
    }
    return result;
  }

  /**
   * Multiplies by a vector.
   *
   * @param vector an element for each column
   * @return an element for each row
   * @throws IllegalArgumentException if the vector has another size; the message has both shapes
   */
  public Vector times(Vector vector) {
    Shapes.needs("times", rows, columns, columns, vector.size());
    return new Vector(Kernels.times(values, rows, columns, vector.values));
  }

  /**
   * Multiplies by a matrix.
   *
   * <p><b>Shapes.</b> (m × n)(n × p) is m × p.
   *
   * @param other a matrix with as many rows as this one has columns
   * @return the product
   * @throws IllegalArgumentException if the shapes do not fit; the message has both
   */
  public Matrix times(Matrix other) {
    Shapes.needsRows("times", rows, columns, columns, other.rows, other.columns);
    double[] b = other.values;
    return new Matrix(
        rows,
        other.columns,
        Kernels.product(values, rows, columns, false, b, other.rows, other.columns, false));
  }

  /**
   * Exchanges rows and columns.
   *
   * @return a matrix with a row for each column
   */
  public Matrix transpose() {
    return new Matrix(columns, rows, Kernels.transposed(values, rows, columns));
  }

  /**
   * Adds a vector to each row.
   *
   * @param vector an element for each column
   * @return the sums
   * @throws IllegalArgumentException if the vector has another size; the message has both shapes
   */
  public Matrix plusEachRow(Vector vector) {
    Shapes.needs("plusEachRow", rows, columns, columns, vector.size());
    double[] v = vector.values;
    double[] sums = new double[values.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        sums[i * columns + j] = values[i * columns + j] + v[j];
      }
    }
    return like(sums);
  }

  /**
   * Multiplies each row by a vector, element by element.
   *
   * @param vector a factor for each column
   * @return the products
   * @throws IllegalArgumentException if the vector has another size; the message has both shapes
   */
  public Matrix timesEachRow(Vector vector) {
    Shapes.needs("timesEachRow", rows, columns, columns, vector.size());
    double[] v = vector.values;
    double[] products = new double[values.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        products[i * columns + j] = values[i * columns + j] * v[j];
      }
    }
    return like(products);
  }

  /**
   * Adds up each row.
   *
   * @return an element for each row
   */
  public Vector rowSums() {
    return new Vector(Kernels.rowSums(values, rows, columns));
  }

  /**
   * Adds up each column.
   *
   * @return an element for each column
   */
  public Vector columnSums() {
    double[] columnSums = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        columnSums[j] += values[i * columns + j];
      }
    }
    return new Vector(columnSums);
  }

  /**
   * Turns the scores of each row into probabilities: see {@link Vector#softmax}.
   *
   * @return a matrix whose rows sum to 1
   */
  public Matrix rowSoftmax() {
    double[] softmax = new double[values.length];
    for (int i = 0; i < rows; i++) {
      Rows.softmax(values, i * columns, columns, softmax);
    }
    return like(softmax);
  }

  /**
   * Computes the logarithms of {@link #rowSoftmax}, without loss of digits where it is near zero.
   *
   * @return the elements less the {@link #rowLogSumExp} of their row
   */
  public Matrix rowLogSoftmax() {
    double[] logSoftmax = new double[values.length];
    for (int i = 0; i < rows; i++) {
      Rows.logSoftmax(values, i * columns, columns, logSoftmax);
    }
    return like(logSoftmax);
  }

  /**
   * Computes the logarithm of the sum of the powers of e of each row: see {@link Vector#logSumExp}.
   *
   * @return an element for each row
   */
  public Vector rowLogSumExp() {
    double[] logSumExp = new double[rows];
    for (int i = 0; i < rows; i++) {
      logSumExp[i] = Rows.logSumExp(values, i * columns, columns);
    }
    return new Vector(logSumExp);
  }

  /**
   * Picks one element of each row, such as the score of the right class.
   *
   * @param column for each row the column of its element, counted from zero
   * @return an element for each row
   * @throws IllegalArgumentException if there are not as many columns named as there are rows
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public Vector pick(int[] column) {
    Shapes.needs("pick", rows, columns, rows, column.length);
    double[] picked = new double[rows];
    for (int i = 0; i < rows; i++) {
      picked[i] = values[i * columns + inside(column[i], columns)];
    }
    return new Vector(picked);
  }

  /**
   * Gathers rows, such as the embeddings of the words of a sentence.
   *
   * @param indices which rows, counted from zero, in any order; one may stand several times
   * @return a row for each index
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Matrix rows(int[] indices) {
    Matrix gathered = zeros(indices.length, columns);
    for (int i = 0; i < indices.length; i++) {
      int from = inside(indices[i], rows) * columns;
      System.arraycopy(values, from, gathered.values, i * columns, columns);
    }
    return gathered;
  }

  /**
   * Copies some rows next to each other.
   *
   * @param fromRow the first row of the part
   * @param toRow the row after its last
   * @return a matrix of {@code toRow - fromRow} rows
   * @throws IllegalArgumentException if this is not a part of the matrix
   */
  public Matrix slice(int fromRow, int toRow) {
    Shapes.part("rows", fromRow, toRow, rows);
    double[] slice = new double[(toRow - fromRow) * columns];
    System.arraycopy(values, fromRow * columns, slice, 0, slice.length);
    return new Matrix(toRow - fromRow, columns, slice);
  }

  /**
   * Puts a matrix to the right of this one.
   *
   * @param right a matrix with as many rows
   * @return a matrix with the columns of both
   * @throws IllegalArgumentException if the numbers of rows differ; the message has both shapes
   */
  public Matrix beside(Matrix right) {
    Shapes.needsRows("beside", rows, columns, rows, right.rows, right.columns);
    Matrix joined = zeros(rows, columns + right.columns); // refuses what overflows
    for (int i = 0; i < rows; i++) {
      int at = i * joined.columns;
      System.arraycopy(values, i * columns, joined.values, at, columns);
      System.arraycopy(right.values, i * right.columns, joined.values, at + columns, right.columns);
    }
    return joined;
  }

  /**
   * Puts this matrix above another one.
   *
   * @param below a matrix with as many columns
   * @return a matrix with the rows of both
   * @throws IllegalArgumentException if the numbers of columns differ; the message has both shapes
   */
  public Matrix above(Matrix below) {
    Shapes.needsColumns("above", rows, columns, columns, below.rows, below.columns);
    Matrix joined = zeros(rows + below.rows, columns); // refuses what overflows
    System.arraycopy(values, 0, joined.values, 0, values.length);
    System.arraycopy(below.values, 0, joined.values, values.length, below.values.length);
    return joined;
  }

  /**
   * Copies the diagonal.
   *
   * @return as many elements as the lesser of rows and columns
   */
  public Vector diagonal() {
    double[] diagonal = new double[Math.min(rows, columns)];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = values[i * columns + i];
    }
    return new Vector(diagonal);
  }

  /**
   * Adds up the diagonal of a square matrix.
   *
   * @return the trace
   * @throws IllegalArgumentException if the matrix is not square
   */
  public double trace() {
    Shapes.square("trace", rows, columns);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += values[i * columns + i];
    }
    return sum;
  }

  /**
   * Solves {@code Ax = b}.
   *
   * <p><b>Cost.</b> n³/3 multiplications.
   *
   * @param right {@code b}, an element for each row
   * @return {@code x}
   * @throws IllegalArgumentException if the matrix is not square or the vector has another size
   * @throws ArithmeticException if the matrix is singular; the message says in which column
   */
  public Vector solve(Vector right) {
    int n = Shapes.square("solve", rows, columns);
    Shapes.needs("solve", rows, columns, n, right.size());
    return new Vector(Kernels.solve("solve", values, n, false, right.values, 1));
  }

  /**
   * Solves {@code AX = B}.
   *
   * <p><b>Cost.</b> n³/3 multiplications, and n² for each column of the right-hand side.
   *
   * @param right {@code B}, with as many rows
   * @return {@code X}
   * @throws IllegalArgumentException if the matrix is not square or the shapes do not fit
   * @throws ArithmeticException if the matrix is singular; the message says in which column
   */
  public Matrix solve(Matrix right) {
    int n = Shapes.square("solve", rows, columns);
    Shapes.needsRows("solve", rows, columns, n, right.rows, right.columns);
    double[] solved = Kernels.solve("solve", values, n, false, right.values, right.columns);
    return new Matrix(n, right.columns, solved);
  }

  /**
   * Inverts the matrix. To solve equations {@link #solve(Vector)} is faster and loses fewer digits.
   *
   * @return the inverse
   * @throws IllegalArgumentException if the matrix is not square
   * @throws ArithmeticException if the matrix is singular; the message says in which column
   */
  public Matrix inverse() {
    int n = Shapes.square("inverse", rows, columns);
    return like(Kernels.solve("inverse", values, n, false, identity(n).values, n));
  }

  /**
   * Computes the determinant.
   *
   * <p><b>Special cases.</b> 1 where there are no rows.
   *
   * @return the product of the pivots, with their sign
   * @throws IllegalArgumentException if the matrix is not square
   */
  public double determinant() {
    return Kernels.determinant(values, Shapes.square("determinant", rows, columns));
  }

  /**
   * Computes the logarithm of the determinant, which is finite also where the determinant itself
   * over- or underflows.
   *
   * <p><b>Special cases.</b> NaN where the determinant is negative, minus infinity where it is
   * zero.
   *
   * @return the sum of the logarithms of the pivots
   * @throws IllegalArgumentException if the matrix is not square
   */
  public double logDeterminant() {
    return Kernels.logDeterminant(values, Shapes.square("logDeterminant", rows, columns));
  }

  /**
   * Finds the lower triangle {@code L} with {@code LLᵀ = A}.
   *
   * <p><b>Special cases.</b> Reads the lower triangle only, and takes the matrix for symmetric.
   *
   * @return {@code L}, with zeros above its diagonal
   * @throws IllegalArgumentException if the matrix is not square
   * @throws ArithmeticException if it is not positive definite; the message says at which pivot
   */
  public Matrix cholesky() {
    int n = Shapes.square("cholesky", rows, columns);
    return new Matrix(n, n, Kernels.cholesky(values, n));
  }

  @Override
  Matrix like(double[] newValues) {
    return new Matrix(rows, columns, newValues);
  }

  @Override
  double[] sameShape(String operation, Matrix other) {
    Shapes.same(operation, rows, columns, other.rows, other.columns);
    return other.values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix
        && rows == matrix.rows
        && columns == matrix.columns
        && Arrays.equals(values, matrix.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  /**
   * Writes the rows below each other, as a person would. Where there are very many elements, the
   * middle is left out.
   */
  @Override
  public String toString() {
    return Text.of(this);
  }
}
