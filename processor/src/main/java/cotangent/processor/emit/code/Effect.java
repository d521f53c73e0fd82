package cotangent.processor.emit.code;

import cotangent.processor.graph.Step;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;

/** What carrying out a step does besides computing its results, from nothing to anything. */
public enum Effect {
  /** Nothing: it may be done earlier, later or never. */
  NONE,
  /** It reads memory, or may end in an exception. */
  READ,
  /** It changes memory or a tape, or calls what may do anything. */
  WRITE;

  /** Gives the effect of a step, its regions included. */
  public static Effect of(Step step) {
    if (step instanceof Step.Constant) {
      return NONE;
    } else if (step instanceof Step.Apply apply) {
      return of(apply);
    } else if (step instanceof Step.Read
        || step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || step instanceof Step.Clone) {
      return READ;
    } else if (step.regions().isEmpty()) {
      return WRITE;
    }
    Effect most = NONE;
    for (var region : step.regions()) {
      for (Step inner : region.steps()) {
        Effect effect = of(inner);
        most = effect.compareTo(most) > 0 ? effect : most;
      }
    }
    return most;
  }

  private static Effect of(Step.Apply apply) {
    boolean traps =
        apply.operation() instanceof Op op && op.traps(apply.operands()) && op != Operations.LENGTH;
    return traps ? READ : NONE;
  }
}
