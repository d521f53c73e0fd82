package cotangent.tensor;

/**
 * Holds the functions of one number that {@link Math} does not have: for the tensors, and for the
 * code that is generated where they are differentiated. Users have no need of it.
 */
public final class Elements {
  private Elements() {}

  /**
   * Computes the logistic function.
   *
   * @param x a number
   * @return {@code 1 / (1 + exp(-x))}, without overflow
   */
  public static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }

  /**
   * Computes a smooth form of the greater of a number and zero.
   *
   * @param x a number
   * @return {@code log(1 + exp(x))}, without overflow
   */
  public static double softplus(double x) {
    if (x >= 0) {
      return x + Math.log1p(Math.exp(-x));
    }
    return Math.log1p(Math.exp(x));
  }
}
