package cotangent.verify.check;

import java.util.List;

/** Says what may be behind a wrong derivative, where the numbers give it away. */
final class Guess {
  private static final double NEAR = 1e-6;

  private Guess() {}

  /** Returns the end of a sentence, empty where there is nothing to say. */
  static String of(List<String> names, double[] wanted, double[] got, int at) {
    if (got[at] == 0) {
      return ": nothing arrives there";
    }
    for (int i = 0; i < wanted.length; i++) {
      if (i != at && near(wanted[i], got[at]) && !near(wanted[i], wanted[at])) {
        return ": it is what " + names.get(i) + " should be";
      }
    }
    double ratio = got[at] / wanted[at];
    if (near(ratio, -1)) {
      return ": the sign is wrong";
    } else if (Double.isFinite(ratio) && ratio != 0 && near(ratio, Math.rint(ratio))) {
      return ": it is counted " + (long) Math.rint(ratio) + " times";
    }
    return "";
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= NEAR * Math.abs(b) && Math.abs(b) > NEAR;
  }
}
