package cotangent.verify.check;

/**
 * A generated method refused sizes that the original doesn't look at: those that {@code @Shape}
 * declares on the way, of a helper's parameters, a record's components or a result.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Refused(String message) {
    super(message, null, false, false);
  }

  /**
   * Looks whether a method was refused what the original takes.
   *
   * @param got what calling the generated method led to
   * @param expected what calling the original led to
   * @throws Refused if it was
   */
  static void check(Outcome got, Outcome expected) {
    String why = of(got);
    if (!why.isEmpty() && of(expected).isEmpty()) {
      throw new Refused(why);
    }
  }

  private static String of(Outcome outcome) {
    String message =
        String.valueOf(outcome.failure() == null ? "" : outcome.failure().getMessage());
    boolean isRefusal =
        outcome.failure() instanceof IllegalArgumentException && message.contains(", but @Shape(");
    return isRefusal ? message : "";
  }
}
