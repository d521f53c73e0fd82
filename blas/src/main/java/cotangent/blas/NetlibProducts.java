package cotangent.blas;

import cotangent.tensor.MatrixProducts;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/**
 * Multiplies matrices by the BLAS that is installed; where there is none, tensors multiply by
 * themselves, which is faster than any BLAS in Java. Users have no need of it: {@link
 * MatrixProducts} is found where this artifact is on the class path.
 *
 * <p>BLAS knows columns, the tensors know rows: {@code C = AB} is {@code Cᵀ = BᵀAᵀ}.
 */
public final class NetlibProducts implements MatrixProducts {
  /** Multiplications up to which OpenBLAS does without rearranging the factors. */
  private static final int PIECE = 1_000_000;

  /** How often numbers of a factor are used at least where to rearrange it pays. */
  private static final int OFTEN = 64;

  private final BLAS blas;

  /** Creates one; called by {@link java.util.ServiceLoader}. */
  public NetlibProducts() {
    this(find());
  }

  NetlibProducts(BLAS blas) {
    this.blas = blas;
  }

  private static BLAS find() {
    try {
      return NativeBLAS.getInstance();
    } catch (RuntimeException | LinkageError noneInstalled) {
      return JavaBLAS.getInstance();
    }
  }

  @Override
  public boolean isAvailable() {
    return blas instanceof NativeBLAS;
  }

  /** In pieces, where one factor has a few rows only: a batch of samples, say. */
  @Override
  public void addProduct(
      double[] a,
      int columnsOfA,
      boolean transposesA,
      double[] b,
      int columnsOfB,
      boolean transposesB,
      int inner,
      double[] sum,
      int rows,
      int columns) {
    boolean cutsRows = rows > inner;
    int whole = Math.max(rows, inner);
    int step = step(rows, columns, inner);
    for (int from = 0; from < whole; from += step) {
      int length = Math.min(step, whole - from);
      blas.dgemm(
          transposed(transposesB),
          transposed(transposesA),
          columns,
          cutsRows ? length : rows,
          cutsRows ? inner : length,
          1,
          b,
          cutsRows ? 0 : from * (transposesB ? 1 : columnsOfB),
          columnsOfB,
          a,
          from * (cutsRows == transposesA ? 1 : columnsOfA),
          columnsOfA,
          1,
          sum,
          cutsRows ? from * columns : 0,
          columns);
    }
  }

  /** Returns how many of the rows, or of the products to add, to take at a time. */
  private static int step(int rows, int columns, int inner) {
    int whole = Math.max(rows, inner);
    int few = Math.min(rows, inner);
    if (few > OFTEN) {
      return whole;
    }
    double pieces = Math.ceil((double) whole * few * columns / PIECE);
    return (int) Math.max(1, Math.ceil(whole / pieces));
  }

  private static String transposed(boolean isTransposed) {
    return isTransposed ? "T" : "N";
  }

  @Override
  public void addTimes(
      double[] a, int rows, int columns, boolean transposes, double[] x, double[] sum) {
    blas.dgemv(transposed(!transposes), columns, rows, 1, a, columns, x, 1, 1, sum, 1);
  }

  @Override
  public void addOuter(double[] x, double[] y, double[] sum) {
    blas.dger(y.length, x.length, 1, y, 1, x, 1, sum, y.length);
  }

  /** Says which implementation does the work. */
  @Override
  public String toString() {
    return blas.getClass().getSimpleName();
  }
}
