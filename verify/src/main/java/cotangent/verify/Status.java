package cotangent.verify;

/** Says what came of verifying one generated method. */
public enum Status {
  /** All that was compared agrees. */
  RIGHT,

  /** Something differs. */
  WRONG,

  /** No input could be made, or none at which the original returns. */
  NOT_DRAWN,

  /** Inputs could be made, but at none of them do differences say what the derivative is. */
  NOT_COMPARED;

  /** Returns the word that stands in tables. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
