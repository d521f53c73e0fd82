package cotangent.tensor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what multiplies faster than plain Java, once, and says from which size on it is worth it.
 */
final class Accelerated {
  /** Below this, a call of native code costs more than it saves. */
  static final int PAYS_FROM = 4_000;

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
