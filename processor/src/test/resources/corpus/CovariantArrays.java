package corpus;

import cotangent.Differentiable;

/** Arrays that are seen through variables of wider types than they are made with. */
class CovariantArrays {
  @Differentiable
  static double text(double x, int k) {
    Object[] words = new String[] {"a", "b"};
    words[0] = "c" + k;
    words[1] = null;
    return x * words[0].toString().length();
  }

  @Differentiable
  static double numbers(double x, int k) {
    Number[] counts = new Integer[] {1, 2};
    counts[0] = k;
    return x * counts[0].intValue();
  }

  @Differentiable
  static double rows(double x) {
    Object[] rows = new double[][] {{x}, {2}};
    rows[0] = new double[] {x * x};
    rows[1] = rows[0];
    return ((double[]) rows[1])[0];
  }
}
