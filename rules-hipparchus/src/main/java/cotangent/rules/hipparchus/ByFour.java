package cotangent.rules.hipparchus;

/**
 * Derivatives by four numbers, in the order in which they are given.
 *
 * @param dfirst by the first
 * @param dsecond by the second
 * @param dthird by the third
 * @param dfourth by the fourth
 */
public record ByFour(double dfirst, double dsecond, double dthird, double dfourth) {}
