package cotangent.processor.emit.code;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What carrying out a step does besides computing its results, from nothing to anything. */
public enum Effect {
  /** Nothing: it may be done earlier, later or never. */
  NONE,
  /** It reads memory, or may end in an exception, or not at all. */
  READ,
  /** It changes memory or a tape, or calls what may do anything. */
  WRITE;

  /** Whether a step names a class, which costs nothing and never fails. */
  static boolean isClassLiteral(@Nullable Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.STATIC_FIELD
        && member.name().equals("class")
        && member.accessible();
  }

  /** Returns the effect of a step, its regions included. */
  public static Effect of(Step step) {
    if (isClassLiteral(step)) {
      return NONE;
    }
    return switch (step.kind()) {
      case CONSTANT -> NONE;
      case APPLY -> of((Step.Apply) step);
      case READ, NEW_ARRAY, ZEROS_LIKE, CLONE -> READ;
      case WRITE, FILL, COPY, PUSH, POP, CALL, THROW -> WRITE;
      case BRANCH, LOOP -> ofAll(step.regions());
      case WHILE -> most(step.position().isMade() ? NONE : READ, ofAll(step.regions()));
    };
  }

  private static Effect ofAll(List<Region> regions) {
    Effect most = NONE;
    for (Region region : regions) {
      for (Step inner : region.steps()) {
        most = most(most, of(inner));
      }
    }
    return most;
  }

  private static Effect most(Effect a, Effect b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Effect of(Step.Apply apply) {
    boolean traps =
        apply.operation() instanceof Op op && op.traps(apply.operands()) && op != Operations.LENGTH;
    return traps ? READ : NONE;
  }
}
