package cotangent.rules.hipparchus;

/**
 * Derivatives by three numbers, in the order in which they are given.
 *
 * @param dfirst by the first
 * @param dsecond by the second
 * @param dthird by the third
 */
public record ByThree(double dfirst, double dsecond, double dthird) {
  static final ByThree NONE = new ByThree(0, 0, 0);

  ByThree times(double factor) {
    return new ByThree(dfirst * factor, dsecond * factor, dthird * factor);
  }
}
