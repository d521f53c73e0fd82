package cotangent.tensor;

/**
 * Multiplies matrices and vectors. Each element of a matrix is used once, so all that counts is how
 * many of them are under way at a time.
 *
 * <p>A product by a row adds up in the order of the textbook's loop, several rows side by side: an
 * addition waits for the one before in its own row only. Where multiples of rows are added, C2
 * can't see that what is written is apart from what is read next, as their indices differ. From JDK
 * 25 on it vectorises four elements that are read before any of them is written; until then long
 * rows are copied to an array of their own, where indices are the same.
 */
final class VectorProducts {
  /** The length of rows from which on it pays to have more of them side by side, or to copy one. */
  private static final int WIDE = 128;

  private static final boolean COPIES = Runtime.version().feature() < 25;

  private static final ThreadLocal<double[]> ROW = ThreadLocal.withInitial(() -> new double[0]);

  private VectorProducts() {}

  /** Adds the product of a matrix and a vector. */
  static void addTimes(double[] a, int rows, int columns, double[] x, double[] sum) {
    MatrixProducts faster = Accelerated.from((long) rows * columns);
    if (faster != null) {
      faster.addTimes(a, rows, columns, false, x, sum);
      return;
    }
    int i = columns < WIDE ? 0 : addSixTimes(a, rows, columns, x, sum);
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

  /** Takes six rows at a time as long as there are six, and says how many rows these were. */
  private static int addSixTimes(double[] a, int rows, int columns, double[] x, double[] sum) {
    int i = 0;
    for (; i < rows - 5; i += 6) {
      int o0 = i * columns;
      int o1 = o0 + columns;
      int o2 = o1 + columns;
      int o3 = o2 + columns;
      int o4 = o3 + columns;
      int o5 = o4 + columns;
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      double s4 = 0;
      double s5 = 0;
      for (int j = 0; j < columns; j++) {
        double xj = x[j];
        s0 += a[o0 + j] * xj;
        s1 += a[o1 + j] * xj;
        s2 += a[o2 + j] * xj;
        s3 += a[o3 + j] * xj;
        s4 += a[o4 + j] * xj;
        s5 += a[o5 + j] * xj;
      }
      sum[i] += s0;
      sum[i + 1] += s1;
      sum[i + 2] += s2;
      sum[i + 3] += s3;
      sum[i + 4] += s4;
      sum[i + 5] += s5;
    }
    return i;
  }

  /** Makes one row after the other in an array of its own, then copies: see the class. */
  static void putOuter(double[] x, double[] y, double[] result) {
    double[] row = row(y.length);
    for (int i = 0; i < x.length; i++) {
      double xi = x[i];
      for (int j = 0; j < y.length; j++) {
        row[j] = xi * y[j];
      }
      System.arraycopy(row, 0, result, i * y.length, y.length);
    }
  }

  static void addOuter(double[] x, double[] y, double[] sum) {
    MatrixProducts faster = Accelerated.from((long) x.length * y.length);
    if (faster != null) {
      faster.addOuter(x, y, sum);
    } else if (y.length < WIDE) {
      addNarrowOuter(x, y, sum);
    } else if (COPIES) {
      double[] row = row(y.length);
      for (int i = 0; i < x.length; i++) {
        int at = i * y.length;
        System.arraycopy(sum, at, row, 0, y.length);
        addMultiple(x[i], y, row, y.length);
        System.arraycopy(row, 0, sum, at, y.length);
      }
    } else {
      for (int i = 0; i < x.length; i++) {
        addMultiple(x[i], y, 0, sum, i * y.length, y.length);
      }
    }
  }

  private static void addNarrowOuter(double[] x, double[] y, double[] sum) {
    int at = 0;
    for (double xi : x) {
      for (int j = 0; j < y.length; j++) {
        sum[at + j] += xi * y[j];
      }
      at += y.length;
    }
  }

  /** Adds multiples of the rows, in their order. */
  static void addTransposedTimes(double[] a, int rows, int columns, double[] y, double[] sum) {
    MatrixProducts faster = Accelerated.from((long) rows * columns);
    if (faster != null) {
      faster.addTimes(a, rows, columns, true, y, sum);
    } else if (columns < WIDE) {
      addNarrowTransposedTimes(a, rows, columns, y, sum);
    } else if (COPIES) {
      double[] row = row(columns);
      for (int i = 0; i < rows; i++) {
        System.arraycopy(a, i * columns, row, 0, columns);
        addMultiple(y[i], row, sum, columns);
      }
    } else {
      for (int i = 0; i < rows; i++) {
        addMultiple(y[i], a, i * columns, sum, 0, columns);
      }
    }
  }

  /** Four rows at a time, added in the order of one after the other. */
  private static void addNarrowTransposedTimes(
      double[] a, int rows, int columns, double[] y, double[] sum) {
    int i = 0;
    for (; i < rows - 3; i += 4) {
      int o0 = i * columns;
      int o1 = o0 + columns;
      int o2 = o1 + columns;
      int o3 = o2 + columns;
      double y0 = y[i];
      double y1 = y[i + 1];
      double y2 = y[i + 2];
      double y3 = y[i + 3];
      for (int j = 0; j < columns; j++) {
        sum[j] = sum[j] + a[o0 + j] * y0 + a[o1 + j] * y1 + a[o2 + j] * y2 + a[o3 + j] * y3;
      }
    }
    for (; i < rows; i++) {
      int at = i * columns;
      double yi = y[i];
      for (int j = 0; j < columns; j++) {
        sum[j] += a[at + j] * yi;
      }
    }
  }

  /** Returns an array of the thread that holds a row; it never shrinks, so most calls make none. */
  private static double[] row(int columns) {
    double[] row = ROW.get();
    if (row.length < columns) {
      row = new double[columns];
      ROW.set(row);
    }
    return row;
  }

  private static void addMultiple(double factor, double[] x, double[] sum, int length) {
    for (int j = 0; j < length; j++) {
      sum[j] += factor * x[j];
    }
  }

  private static void addMultiple(
      double factor, double[] from, int fromIndex, double[] to, int toIndex, int length) {
    int j = 0;
    for (; j < length - 3; j += 4) {
      int k = fromIndex + j;
      double x0 = from[k];
      double x1 = from[k + 1];
      double x2 = from[k + 2];
      double x3 = from[k + 3];
      int m = toIndex + j;
      to[m] += factor * x0;
      to[m + 1] += factor * x1;
      to[m + 2] += factor * x2;
      to[m + 3] += factor * x3;
    }
    for (; j < length; j++) {
      to[toIndex + j] += factor * from[fromIndex + j];
    }
  }
}
