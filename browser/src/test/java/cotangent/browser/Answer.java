package cotangent.browser;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a page computed, as {@code prove.js} tells it. */
record Answer(Map<?, ?> told) {
  /** The derivatives are the same but for the order in which they were added up. */
  static final String ROUNDED = "rounded";

  /** In units in the last place of the sum of the sizes of all terms. */
  private static final double MOST_ROUNDED = 4;

  /** Says why the page could not run; empty where it did. */
  String limit() {
    String limit = told.containsKey("limit") ? told.get("limit").toString() : "";
    return limit
        .replaceAll("^([^(]*).* is code outside, which a page cannot run", "calls $1")
        .replaceAll("^Maps .*", "has maps")
        .replaceAll("^\\S+ has a rule", "calls what has a rule");
  }

  private double[] numbers(String key) {
    return ((List<?>) told.get(key))
        .stream().mapToDouble(each -> Double.parseDouble(each.toString())).toArray();
  }

  private boolean isStrict() {
    return ((List<?>) told.get("kinds")).stream().anyMatch(k -> k.toString().startsWith("Strict"));
  }

  /** Compares with Java; empty where all numbers are the same to the bit. */
  String difference(Twin.Outcome java) {
    String error = told.containsKey("error") ? told.get("error").toString() : "";
    if (!error.equals(java.failure())) {
      return "the page throws "
          + error
          + ", Java "
          + java.failure()
          + " "
          + Arrays.toString(java.value());
    } else if (!error.isEmpty()) {
      return "";
    }
    double[] value = numbers("value");
    if (!isNear(value, java.value(), isStrict() ? 1e-14 : 0)) {
      return "value " + Arrays.toString(value) + ", in Java " + Arrays.toString(java.value());
    }
    double[] gradient = numbers("gradient");
    if (java.gradient() == null || isNear(gradient, java.gradient(), 0)) {
      return "";
    }
    return isRounded(gradient, java.gradient())
        ? ROUNDED
        : "gradient " + Arrays.toString(gradient) + ", in Java " + Arrays.toString(java.gradient());
  }

  private static boolean isNear(double[] page, double[] java, double tolerance) {
    boolean isNear = page.length == java.length;
    for (int i = 0; isNear && i < page.length; i++) {
      isNear =
          page[i] == java[i]
              || Double.compare(page[i], java[i]) == 0
              || Math.abs(page[i] - java[i]) <= tolerance * Math.abs(java[i]);
    }
    return isNear;
  }

  private boolean isRounded(double[] page, double[] java) {
    double[] sizes = numbers("sizes");
    boolean isRounded = page.length == java.length;
    double unit = Boolean.TRUE.equals(told.get("hasFloats")) ? 0x1p-23 : 0x1p-52;
    for (int i = 0; isRounded && i < page.length; i++) {
      double size = Math.max(sizes[i], Double.MIN_NORMAL);
      double off = Math.abs(page[i] - java[i]) / (unit * size);
      isRounded = Double.compare(page[i], java[i]) == 0 || off <= MOST_ROUNDED;
    }
    return isRounded;
  }
}
