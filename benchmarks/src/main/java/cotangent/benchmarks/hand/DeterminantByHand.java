package cotangent.benchmarks.hand;

/**
 * Differentiates the expansion along minors in one recursion: what a minor is multiplied by is
 * known before it is computed, so that nothing is kept.
 */
public final class DeterminantByHand {
  private DeterminantByHand() {}

  /** Holds the determinant and its derivative. */
  public record Gradient(double value, double[][] da) {}

  /** Computes the determinant and its gradient. */
  public static Gradient gradient(double[][] a) {
    int n = a.length;
    int[] nextRow = new int[n + 1];
    int[] nextColumn = new int[n + 1];
    for (int i = 0; i < n; i++) {
      nextRow[i] = i + 1;
      nextColumn[i] = i + 1;
    }
    double[][] da = new double[n][n];
    double value = minor(a, nextRow, nextColumn, n, 1, da);
    return new Gradient(value, da);
  }

  private static double minor(
      double[][] a, int[] nextRow, int[] nextColumn, int size, double dminor, double[][] da) {
    int head = a.length;
    int row = nextRow[head];
    int column = nextColumn[head];
    if (size == 1) {
      da[row][column] += dminor;
      return a[row][column];
    }
    nextRow[head] = nextRow[row];
    int previous = head;
    double total = 0;
    double sign = 1;
    for (int k = 0; k < size; k++) {
      nextColumn[previous] = nextColumn[column];
      double factor = sign * a[row][column];
      double minor = minor(a, nextRow, nextColumn, size - 1, dminor * factor, da);
      total += factor * minor;
      da[row][column] += dminor * sign * minor;
      nextColumn[previous] = column;
      previous = column;
      column = nextColumn[column];
      sign = -sign;
    }
    nextRow[head] = row;
    return total;
  }
}
