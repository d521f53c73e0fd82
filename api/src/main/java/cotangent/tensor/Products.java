package cotangent.tensor;

/**
 * Multiplies matrices. Each element of a product is added up in the order of the textbook's loop,
 * so it has the bits that the loop would give.
 *
 * <p>C2 vectorises a loop only where all arrays are indexed by the same variable. So rows of the
 * right factor are copied to arrays of their own, a block at a time; with two rows of the result
 * and three of the right factor in each pass, every number that is loaded is used several times. A
 * fourth one would make the loop too long for C2 of JDK 17 to unroll, so it would stay scalar.
 */
final class Products {
  /** Rows and columns of a block: together they fit into the second cache. */
  private static final int BLOCK_ROWS = 192;

  private static final int BLOCK_COLUMNS = 512;

  /** Multiplications below which copying rows costs more than it saves. */
  private static final int SMALL = 2_000;

  private static final ThreadLocal<Products> OF_THREAD = ThreadLocal.withInitial(Products::new);

  private static final double[] NONE = {};

  private final Operand left = new Operand();
  private final Operand right = new Operand();
  private double[][] block = new double[0][0];
  private double[] first = {};
  private double[] second = {};

  private Products() {}

  /** A matrix as it lies in an array, or its transpose, which lies there in the other order. */
  static final class Operand {
    private double[] values = NONE;
    private int rows;
    private int columns;
    private boolean isTransposed;

    /**
     * @param inArray how many rows there are in the array, which may be the columns that are meant
     */
    private Operand is(double[] newValues, int inArray, int columnsInArray, boolean transposes) {
      values = newValues;
      rows = transposes ? columnsInArray : inArray;
      columns = transposes ? inArray : columnsInArray;
      isTransposed = transposes;
      return this;
    }

    int columnsInArray() {
      return isTransposed ? rows : columns;
    }

    int rowStep() {
      return isTransposed ? 1 : columns;
    }

    int columnStep() {
      return isTransposed ? rows : 1;
    }
  }

  /**
   * Adds the product of two matrices to what the result holds; calls after the first make nothing.
   */
  static void addProduct(
      double[] a,
      int rowsOfA,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int rowsOfB,
      int columnsOfB,
      boolean transposesB,
      double[] result) {
    Products own = OF_THREAD.get();
    own.add(
        own.left.is(a, rowsOfA, columnsOfA, transposesA),
        own.right.is(b, rowsOfB, columnsOfB, transposesB),
        result);
    own.left.values = NONE;
    own.right.values = NONE;
  }

  private void add(Operand a, Operand b, double[] result) {
    long multiplications = (long) a.rows * a.columns * b.columns;
    MatrixProducts faster = Accelerated.from(multiplications);
    if (faster != null) {
      faster.addProduct(
          a.values,
          a.columnsInArray(),
          a.isTransposed,
          b.values,
          b.columnsInArray(),
          b.isTransposed,
          a.columns,
          result,
          a.rows,
          b.columns);
    } else if (multiplications < SMALL) {
      addSmall(a, b, result);
    } else {
      addLarge(a, b, result);
    }
  }

  private static void addSmall(Operand a, Operand b, double[] result) {
    for (int i = 0; i < a.rows; i++) {
      int row = i * b.columns;
      for (int k = 0; k < a.columns; k++) {
        double aik = a.values[i * a.rowStep() + k * a.columnStep()];
        int from = k * b.rowStep();
        int step = b.columnStep();
        for (int j = 0; j < b.columns; j++) {
          result[row + j] += aik * b.values[from + j * step];
        }
      }
    }
  }

  private void addLarge(Operand a, Operand b, double[] result) {
    makeRoom(Math.min(BLOCK_COLUMNS, b.columns));
    for (int j = 0; j < b.columns; j += BLOCK_COLUMNS) {
      int width = Math.min(BLOCK_COLUMNS, b.columns - j);
      for (int k = 0; k < a.columns; k += BLOCK_ROWS) {
        int height = Math.min(BLOCK_ROWS, a.columns - k);
        load(b, k, height, j, width);
        int i = 0;
        for (; i < a.rows - 1; i += 2) {
          addTwoRows(a, i, k, height, width, result, i * b.columns + j, b.columns);
        }
        if (i < a.rows) {
          addOneRow(a, i, k, height, width, result, i * b.columns + j);
        }
      }
    }
  }

  /** Makes the rows wide enough; they never shrink, so that calls after the first make none. */
  private void makeRoom(int width) {
    if (first.length < width) {
      first = new double[width];
      second = new double[width];
      block = new double[BLOCK_ROWS][width];
    }
  }

  private void load(Operand b, int fromRow, int height, int fromColumn, int width) {
    for (int k = 0; k < height; k++) {
      double[] row = block[k];
      int from = (fromRow + k) * b.rowStep() + fromColumn * b.columnStep();
      if (!b.isTransposed) {
        System.arraycopy(b.values, from, row, 0, width);
        continue;
      }
      for (int j = 0; j < width; j++) {
        row[j] = b.values[from + j * b.rows];
      }
    }
  }

  private void addTwoRows(
      Operand a, int i, int k, int height, int width, double[] result, int at, int columns) {
    System.arraycopy(result, at, first, 0, width);
    System.arraycopy(result, at + columns, second, 0, width);
    double[] v = a.values;
    int step = a.columnStep();
    int o = i * a.rowStep() + k * step;
    int p = o + a.rowStep();
    int m = 0;
    for (; m < height - 2; m += 3) {
      addThree(
          first,
          second,
          block[m],
          block[m + 1],
          block[m + 2], //
          v[o],
          v[o + step],
          v[o + 2 * step], //
          v[p],
          v[p + step],
          v[p + 2 * step], //
          width);
      o += 3 * step;
      p += 3 * step;
    }
    for (; m < height; m++) {
      addOne(first, v[o], block[m], width);
      addOne(second, v[p], block[m], width);
      o += step;
      p += step;
    }
    System.arraycopy(first, 0, result, at, width);
    System.arraycopy(second, 0, result, at + columns, width);
  }

  private void addOneRow(Operand a, int i, int k, int height, int width, double[] result, int at) {
    System.arraycopy(result, at, first, 0, width);
    int step = a.columnStep();
    int o = i * a.rowStep() + k * step;
    for (int m = 0; m < height; m++) {
      addOne(first, a.values[o], block[m], width);
      o += step;
    }
    System.arraycopy(first, 0, result, at, width);
  }

  private static void addThree(
      double[] r,
      double[] q,
      double[] b0,
      double[] b1,
      double[] b2,
      double s0,
      double s1,
      double s2,
      double t0,
      double t1,
      double t2,
      int width) {
    for (int j = 0; j < width; j++) {
      double x0 = b0[j];
      double x1 = b1[j];
      double x2 = b2[j];
      r[j] = r[j] + s0 * x0 + s1 * x1 + s2 * x2;
      q[j] = q[j] + t0 * x0 + t1 * x1 + t2 * x2;
    }
  }

  private static void addOne(double[] r, double s, double[] b, int width) {
    for (int j = 0; j < width; j++) {
      r[j] += s * b[j];
    }
  }

  static double[] transposed(double[] a, int rows, int columns) {
    double[] result = new double[a.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        result[j * rows + i] = a[i * columns + j];
      }
    }
    return result;
  }
}
