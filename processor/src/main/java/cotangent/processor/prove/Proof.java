package cotangent.processor.prove;

import java.util.List;

/**
 * What proving the derivatives of one method came to. Wrong derivatives are not a result but a
 * {@link Disproof}.
 *
 * @param checks the names of the methods that were checked, at least at one point @param points at
 *     how many points
 * @param residual the largest difference that was found, beside the size of what was compared
 * @param reason why not all was checked; empty where it was
 */
public record Proof(List<String> checks, int points, double residual, String reason) {
  public Proof {
    checks = List.copyOf(checks);
  }

  public boolean isWhole() {
    return reason.isEmpty();
  }
}
