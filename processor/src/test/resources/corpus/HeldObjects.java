package corpus;

import cotangent.Differentiable;

/** Objects in final fields, whose classes are known from what the fields are given. */
class HeldObjects {
  interface Stat { double of(double[] x); double part(double[] x, int from, int to); }
  static abstract class Base implements Stat { public double of(double[] x) { return part(x, 0, x.length); } }
  static class Sum extends Base { public double part(double[] x, int from, int to) { double s = 0; for (int i = from; i < to; i++) { s += x[i] * x[i]; } return s; } }
  static class Twice extends Sum { @Override public double part(double[] x, int from, int to) { return 2 * super.part(x, from, to); } }
  /** Can't be differentiated: numbers are kept in an array that came from outside. */
  static class Odd extends Base { private final double[] own = new double[3]; public double part(double[] x, int from, int to) { own[0] = x[0]; return own[0]; } }
  static class Mean extends Base {
    private final Stat sum = new Sum();
    private final Stat other;
    Mean() { this.other = new Twice(); }
    public double part(double[] x, int from, int to) { return sum.part(x, from, to) / (to - from) + other.of(x); }
  }
  private static final Stat SUM = new Sum();
  private static final Stat MEAN = new Mean();
  private static final Base TWICE;
  static { TWICE = new Twice(); }
  @Differentiable static double sum(double[] x) { return SUM.of(x) * 2; }
  @Differentiable static double mean(double[] x) { Stat s = MEAN; return s.of(x) - SUM.part(x, 0, 1); }
  @Differentiable static double twice(double[] x) { return TWICE.of(x) * handed(TWICE, x); }
  private static double handed(Stat s, double[] x) { return s.part(x, 1, 2) + s.of(x); }
}
