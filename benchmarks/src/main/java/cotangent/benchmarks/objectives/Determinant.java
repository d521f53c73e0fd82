package cotangent.benchmarks.objectives;

import cotangent.Differentiable;

/** Expands a determinant along minors, by recursion: GradBench's {@code det}. */
public final class Determinant {
  private Determinant() {}

  /**
   * Computes the determinant of {@code a} by recursive expansion along the first remaining row.
   *
   * <p><b>Shapes:</b> {@code a} is square, {@code [n][n]}, n ≥ 1.
   *
   * <p><b>Cost:</b> about 1.7 n! multiplications; the point is the recursion, not the determinant.
   *
   * <p><b>Source:</b> GradBench, eval {@code det}.
   */
  @Differentiable
  public static double determinant(double[][] a) {
    int n = a.length;
    int[] nextRow = new int[n + 1];
    int[] nextColumn = new int[n + 1];
    for (int i = 0; i < n; i++) {
      nextRow[i] = i + 1;
      nextColumn[i] = i + 1;
    }
    return minor(a, nextRow, nextColumn, n);
  }

  /**
   * Computes the minor of the {@code size} rows and columns that the two linked lists still hold.
   *
   * <p>Element n of a list is its head, element i the successor of i, and n ends it. The lists are
   * changed on the way down and are as they were on return.
   */
  private static double minor(double[][] a, int[] nextRow, int[] nextColumn, int size) {
    int head = a.length;
    int row = nextRow[head];
    int column = nextColumn[head];
    if (size == 1) {
      return a[row][column];
    }
    nextRow[head] = nextRow[row];
    int previous = head;
    double total = 0;
    double sign = 1;
    for (int k = 0; k < size; k++) {
      nextColumn[previous] = nextColumn[column];
      total += sign * a[row][column] * minor(a, nextRow, nextColumn, size - 1);
      nextColumn[previous] = column;
      previous = column;
      column = nextColumn[column];
      sign = -sign;
    }
    nextRow[head] = row;
    return total;
  }
}
