package cotangent.processor.corpus;

/** Gives rows in one array that it fills anew for each: code that the corpus can't look into. */
public final class RowReader {
  private final double[] row = new double[2];
  private int count;

  /** The next row; the one before is gone. */
  public double[] next() {
    count++;
    row[0] = 0.5 * count;
    row[1] = 1.0 / count;
    return row;
  }
}
