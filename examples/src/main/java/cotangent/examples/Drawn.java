package cotangent.examples;

import cotangent.tensor.Matrix;
import java.util.Random;

/** Draws the weights that a network begins with. */
final class Drawn {
  private Drawn() {}

  /** Draws weights that keep numbers from a matrix's left about as large as they are. */
  static Matrix matrix(int rows, int columns, Random random) {
    double[] elements = random.doubles((long) rows * columns, -1, 1).toArray();
    return Matrix.wrap(rows, columns, elements).times(1 / Math.sqrt(rows));
  }
}
