package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Repeatable;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Refuses what would not be the same when the rounds of a loop with checkpoints run again: code
 * that isn't looked into, rows that change places, and recursion, which keeps values on a tape.
 */
final class RunAgain {
  private final Map<String, Graph> functions;
  private final Set<String> recursive;
  private final boolean fieldsStay;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param fieldsStay whether nothing in the whole method can change the fields of objects
   */
  RunAgain(Map<String, Graph> functions, Set<String> recursive, boolean fieldsStay) {
    this.functions = functions;
    this.recursive = recursive;
    this.fieldsStay = fieldsStay;
  }

  /** Whether a region calls code that isn't looked into. */
  static boolean callsOut(Region region) {
    return !region.diverges()
        && region.steps().stream()
            .anyMatch(
                step ->
                    step instanceof Step.Call call
                            && call.callee() instanceof Callee.Member member
                            && isOpaque(member, true)
                        || step.regions().stream().anyMatch(RunAgain::callsOut));
  }

  /** Looks at all that a region does, and what is called in it. */
  void require(Region region) {
    if (region.diverges()) {
      return; // what ends in an exception has no backward half
    }
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call) {
        require(call);
      } else if (Accesses.of(step).storesRows()) {
        throw limit(step, "rows that change places", "copy numbers instead of rows");
      }
      step.regions().forEach(this::require);
    }
  }

  private void require(Step.Call call) {
    if (call.callee() instanceof Callee.Function function) {
      if (recursive.contains(function.name())) {
        throw limit(call, "a call of a method that calls itself", "make a loop of that method");
      } else if (seen.add(function.name())) {
        require(Objects.requireNonNull(functions.get(function.name())).body());
      }
    } else if (call.callee() instanceof Callee.Member member && isOpaque(member, fieldsStay)) {
      throw new Refusal(Problem.RUN_AGAIN, call.position(), described(member));
    }
  }

  private static boolean isOpaque(Callee.Member member, boolean fieldsStay) {
    return switch (member.kind()) {
      case FIELD, STATIC_FIELD -> !fieldsStay;
      default -> !Repeatable.is(member);
    };
  }

  private static String described(Callee.Member member) {
    return member.kind() == Callee.Member.Kind.NEW ? "new " + member.owner() : member.name();
  }

  private static Refusal limit(Step step, String what, String instead) {
    return new Refusal(Problem.CHECKPOINT_LIMIT, step.position(), what, instead);
  }
}
