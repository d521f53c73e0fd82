package cotangent.rules.hipparchus;

/**
 * Derivatives by two numbers, in the order in which they are given.
 *
 * @param dfirst by the first
 * @param dsecond by the second
 */
public record ByTwo(double dfirst, double dsecond) {
  static final ByTwo NONE = new ByTwo(0, 0);

  ByTwo times(double factor) {
    return new ByTwo(dfirst * factor, dsecond * factor);
  }
}
