package cotangent.verify;

import java.util.Locale;

/** Says how the verification of one generated method ended. */
public enum Status {
  /** All that was compared agrees. */
  RIGHT,

  /** Something differs. */
  WRONG,

  /** No input could be made, or none at which the original returns. */
  NOT_DRAWN,

  /** Inputs could be made, but differences don't show the derivative at any of them. */
  NOT_COMPARED;

  /** Returns the word for it in tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
