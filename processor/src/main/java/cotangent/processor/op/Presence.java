package cotangent.processor.op;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which arrays are certainly not null at a point: those that steps have made, or accessed. */
public final class Presence {
  private final @Nullable Presence outer;
  private final Set<Value> present = new HashSet<>();

  /**
   * @param given the arrays that are certainly not null from the beginning
   */
  public Presence(Set<Value> given) {
    outer = null;
    present.addAll(given);
  }

  private Presence(Presence outer) {
    this.outer = outer;
  }

  /** Returns what knows as much, and may learn more for itself. */
  public Presence inside() {
    return new Presence(this);
  }

  /** Returns what was known around, without what was learned here. */
  public Presence outside() {
    return Objects.requireNonNull(outer);
  }

  /** Learns which array a step makes. */
  public void made(Step step) {
    if (step instanceof Step.NewArray
        || step instanceof Step.Clone
        || step instanceof Step.ZerosLike zeros && contains(zeros.array())) {
      present.addAll(step.results());
    }
  }

  /** Learns from a step that has run: it would have ended in an exception. */
  public void passed(Step step) {
    present.addAll(Dereferences.of(step));
  }

  public boolean contains(Value array) {
    for (Presence known = this; known != null; known = known.outer) {
      if (known.present.contains(array)) {
        return true;
      }
    }
    return false;
  }
}
