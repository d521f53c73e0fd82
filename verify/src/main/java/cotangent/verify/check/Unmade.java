package cotangent.verify.check;

import org.jspecify.annotations.Nullable;

/** A record was not made, as its constructor refuses what it was to hold. */
public final class Unmade extends IllegalStateException {
  private static final long serialVersionUID = 1;

  Unmade(@Nullable Throwable cause) {
    super(cause);
  }
}
