package cotangent.tensor;

/**
 * Multiplies matrices and vectors. Each element of a matrix is used once, so all that counts is how
 * many of them are under way at a time.
 *
 * <p>A product by a row adds up in the order of the textbook's loop, eight rows side by side: an
 * addition waits for the one before in its own row only. Where multiples of rows are added, C2
 * can't see that what is written is apart from what is read next, as their indices differ. So long
 * rows are copied to an array of their own, where indices are the same; but where each is written
 * once, C2 of JDK 25 vectorises four elements that are read before any of them is written. Short
 * rows are gone down eight columns at a time, with what belongs to these at hand.
 */
final class VectorProducts {
  /** The length of rows beyond which it pays to copy one. */
  private static final int WIDE = 128;

  private static final boolean COPIES_WRITTEN_ROWS = Runtime.version().feature() < 25;

  private static final ThreadLocal<double[][]> ROWS = ThreadLocal.withInitial(() -> rows(0));

  private VectorProducts() {}

  /** Adds the product of a matrix and a vector. */
  static void addTimes(double[] a, int rows, int columns, double[] x, double[] sum) {
    MatrixProducts faster = Accelerated.from((long) rows * columns);
    if (faster != null) {
      faster.addTimes(a, rows, columns, false, x, sum);
      return;
    }
    int i = columns <= WIDE ? 0 : addEightTimes(a, rows, columns, x, sum);
    for (; i < rows - 3; i += 4) {
      int o0 = i * columns;
      int o1 = o0 + columns;
      int o2 = o1 + columns;
      int o3 = o2 + columns;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int j = 0; j < columns; j++) {
        double xj = x[j];
        s0 += a[o0 + j] * xj;
        s1 += a[o1 + j] * xj;
        s2 += a[o2 + j] * xj;
        s3 += a[o3 + j] * xj;
      }
      sum[i] += s0;
      sum[i + 1] += s1;
      sum[i + 2] += s2;
      sum[i + 3] += s3;
    }
    for (; i < rows; i++) {
      double s = 0;
      for (int j = 0; j < columns; j++) {
        s += a[i * columns + j] * x[j];
      }
      sum[i] += s;
    }
  }

  /**
   * Takes eight rows at a time as long as there are eight, and says how many rows these were. Two
   * columns in a round keep C2 of all versions to what has been written here.
   */
  private static int addEightTimes(double[] a, int rows, int columns, double[] x, double[] sum) {
    int n = columns;
    int i = 0;
    for (; i < rows - 7; i += 8) {
      int o = i * n;
      int j = n & 1;
      double s0 = j == 0 ? 0 : 0 + a[o] * x[0];
      double s1 = j == 0 ? 0 : 0 + a[o + n] * x[0];
      double s2 = j == 0 ? 0 : 0 + a[o + 2 * n] * x[0];
      double s3 = j == 0 ? 0 : 0 + a[o + 3 * n] * x[0];
      double s4 = j == 0 ? 0 : 0 + a[o + 4 * n] * x[0];
      double s5 = j == 0 ? 0 : 0 + a[o + 5 * n] * x[0];
      double s6 = j == 0 ? 0 : 0 + a[o + 6 * n] * x[0];
      double s7 = j == 0 ? 0 : 0 + a[o + 7 * n] * x[0];
      for (; j < n; j += 2) {
        double x0 = x[j];
        double x1 = x[j + 1];
        s0 = s0 + a[o + j] * x0 + a[o + j + 1] * x1;
        s1 = s1 + a[o + n + j] * x0 + a[o + n + j + 1] * x1;
        s2 = s2 + a[o + 2 * n + j] * x0 + a[o + 2 * n + j + 1] * x1;
        s3 = s3 + a[o + 3 * n + j] * x0 + a[o + 3 * n + j + 1] * x1;
        s4 = s4 + a[o + 4 * n + j] * x0 + a[o + 4 * n + j + 1] * x1;
        s5 = s5 + a[o + 5 * n + j] * x0 + a[o + 5 * n + j + 1] * x1;
        s6 = s6 + a[o + 6 * n + j] * x0 + a[o + 6 * n + j + 1] * x1;
        s7 = s7 + a[o + 7 * n + j] * x0 + a[o + 7 * n + j + 1] * x1;
      }
      sum[i] += s0;
      sum[i + 1] += s1;
      sum[i + 2] += s2;
      sum[i + 3] += s3;
      sum[i + 4] += s4;
      sum[i + 5] += s5;
      sum[i + 6] += s6;
      sum[i + 7] += s7;
    }
    return i;
  }

  /** Makes one row after the other in an array of its own, then copies: see the class. */
  static void putOuter(double[] x, double[] y, double[] result) {
    double[] row = rowsFor(y.length)[0];
    for (int i = 0; i < x.length; i++) {
      double xi = x[i];
      for (int j = 0; j < y.length; j++) {
        row[j] = xi * y[j];
      }
      System.arraycopy(row, 0, result, i * y.length, y.length);
    }
  }

  static void addOuter(double[] x, double[] y, double[] sum) {
    MatrixProducts faster = Accelerated.fromOuter(x.length, y.length);
    if (faster != null) {
      faster.addOuter(x, y, sum);
    } else if (y.length <= WIDE) {
      addNarrowOuter(x, y, sum);
    } else if (COPIES_WRITTEN_ROWS) {
      double[][] rows = rowsFor(y.length);
      double[] row = rows[0];
      double[] factors = rows[1];
      System.arraycopy(y, 0, factors, 0, y.length);
      for (int i = 0; i < x.length; i++) {
        int at = i * y.length;
        System.arraycopy(sum, at, row, 0, y.length);
        addMultiple(x[i], factors, row, y.length);
        System.arraycopy(row, 0, sum, at, y.length);
      }
    } else {
      for (int i = 0; i < x.length; i++) {
        addMultipleAt(i * y.length, x[i], y, sum);
      }
    }
  }

  /** Eight columns at a time, of which the factors stay where they are for all rows. */
  private static void addNarrowOuter(double[] x, double[] y, double[] sum) {
    int columns = y.length;
    int j = 0;
    for (; j < columns - 7; j += 8) {
      double y0 = y[j];
      double y1 = y[j + 1];
      double y2 = y[j + 2];
      double y3 = y[j + 3];
      double y4 = y[j + 4];
      double y5 = y[j + 5];
      double y6 = y[j + 6];
      double y7 = y[j + 7];
      int at = j;
      for (double xi : x) {
        sum[at] += xi * y0;
        sum[at + 1] += xi * y1;
        sum[at + 2] += xi * y2;
        sum[at + 3] += xi * y3;
        sum[at + 4] += xi * y4;
        sum[at + 5] += xi * y5;
        sum[at + 6] += xi * y6;
        sum[at + 7] += xi * y7;
        at += columns;
      }
    }
    for (; j < columns; j++) {
      double yj = y[j];
      int at = j;
      for (double xi : x) {
        sum[at] += xi * yj;
        at += columns;
      }
    }
  }

  /** Adds multiples of the rows, in their order. */
  static void addTransposedTimes(double[] a, int rows, int columns, double[] y, double[] sum) {
    MatrixProducts faster = Accelerated.from((long) rows * columns);
    if (faster != null) {
      faster.addTimes(a, rows, columns, true, y, sum);
    } else if (columns <= WIDE) {
      addNarrowTransposedTimes(a, rows, columns, y, sum);
    } else {
      double[][] aligned = rowsFor(columns);
      double[] row = aligned[0];
      double[] total = aligned[1];
      System.arraycopy(sum, 0, total, 0, columns);
      for (int i = 0; i < rows; i++) {
        System.arraycopy(a, i * columns, row, 0, columns);
        addMultiple(y[i], row, total, columns);
      }
      System.arraycopy(total, 0, sum, 0, columns);
    }
  }

  /** Eight columns at a time, each added up in the order of the rows. */
  private static void addNarrowTransposedTimes(
      double[] a, int rows, int columns, double[] y, double[] sum) {
    int j = 0;
    for (; j < columns - 7; j += 8) {
      double s0 = sum[j];
      double s1 = sum[j + 1];
      double s2 = sum[j + 2];
      double s3 = sum[j + 3];
      double s4 = sum[j + 4];
      double s5 = sum[j + 5];
      double s6 = sum[j + 6];
      double s7 = sum[j + 7];
      int at = j;
      for (int i = 0; i < rows; i++) {
        double yi = y[i];
        s0 += a[at] * yi;
        s1 += a[at + 1] * yi;
        s2 += a[at + 2] * yi;
        s3 += a[at + 3] * yi;
        s4 += a[at + 4] * yi;
        s5 += a[at + 5] * yi;
        s6 += a[at + 6] * yi;
        s7 += a[at + 7] * yi;
        at += columns;
      }
      sum[j] = s0;
      sum[j + 1] = s1;
      sum[j + 2] = s2;
      sum[j + 3] = s3;
      sum[j + 4] = s4;
      sum[j + 5] = s5;
      sum[j + 6] = s6;
      sum[j + 7] = s7;
    }
    for (; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        sum[j] += a[i * columns + j] * y[i];
      }
    }
  }

  /**
   * Returns two arrays of the thread, each for a row; they never shrink, so most calls make none.
   */
  private static double[][] rowsFor(int columns) {
    double[][] rows = ROWS.get();
    if (rows[0].length < columns) {
      rows = rows(columns);
      ROWS.set(rows);
    }
    return rows;
  }

  /**
   * Makes two arrays, one right behind the other, which fill lines of the cache: so the same
   * element is at the same place of a line in both, and what is vectorised reads from two lines in
   * neither.
   */
  private static double[][] rows(int columns) {
    int length = (columns + 1) / 8 * 8 + 6;
    double[] first = new double[length];
    double[] second = new double[length];
    return new double[][] {first, second};
  }

  private static void addMultiple(double factor, double[] x, double[] sum, int length) {
    for (int j = 0; j < length; j++) {
      sum[j] += factor * x[j];
    }
  }

  private static void addMultipleAt(int at, double factor, double[] row, double[] sum) {
    int j = 0;
    for (; j < row.length - 3; j += 4) {
      double x0 = row[j];
      double x1 = row[j + 1];
      double x2 = row[j + 2];
      double x3 = row[j + 3];
      int k = at + j;
      sum[k] += factor * x0;
      sum[k + 1] += factor * x1;
      sum[k + 2] += factor * x2;
      sum[k + 3] += factor * x3;
    }
    for (; j < row.length; j++) {
      sum[at + j] += factor * row[j];
    }
  }
}
