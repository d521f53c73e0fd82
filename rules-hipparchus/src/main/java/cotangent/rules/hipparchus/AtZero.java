package cotangent.rules.hipparchus;

/** How functions begin at zero that are like a power there. */
final class AtZero {
  private AtZero() {}

  /**
   * Returns the slope of what begins like a multiple of a power.
   *
   * @param factor the slope where the exponent is one
   */
  static double slopeOfPower(double exponent, double factor) {
    if (exponent == 1) {
      return factor;
    }
    return exponent < 1 ? Double.POSITIVE_INFINITY : 0;
  }
}
