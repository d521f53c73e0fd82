package cotangent.tensor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what multiplies faster than plain Java, once, and says from which size on it is worth it.
 */
final class Accelerated {
  /** Below this, a call of native code costs more than it saves, as benchmarks/blas shows. */
  private static final int PAYS_FROM = 1_000;

  /** Rows that are added to one by one have to be as long: a BLAS begins each of them anew. */
  private static final int LONG_ROW = 32;

  private static final @Nullable MatrixProducts FOUND = find();

  private Accelerated() {}

  /**
   * Returns it, or null where there is none or plain Java does as well.
   *
   * @param multiplications how many there are to do
   */
  static @Nullable MatrixProducts from(long multiplications) {
    return multiplications < PAYS_FROM ? null : FOUND;
  }

  /**
   * Returns it, or null where there is none or plain Java does as well, for an outer product.
   *
   * @param columns how long the rows are that are added to
   */
  static @Nullable MatrixProducts fromOuter(int rows, int columns) {
    return columns < LONG_ROW ? null : from((long) rows * columns);
  }

  private static @Nullable MatrixProducts find() {
    try {
      for (MatrixProducts found :
          ServiceLoader.load(MatrixProducts.class, MatrixProducts.class.getClassLoader())) {
        if (found.isAvailable()) {
          return found;
        }
      }
    } catch (ServiceConfigurationError unusable) {
      return null;
    }
    return null;
  }
}
