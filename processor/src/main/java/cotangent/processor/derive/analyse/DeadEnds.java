package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where values go that never come back as numbers: into exceptions, which may be caught on their
 * way, and into text that is printed, compared or forgotten.
 */
final class DeadEnds {
  /** Classes all of whose methods make text of what they are given. */
  private static final Set<String> TEXT =
      Set.of(
          "java.lang.String",
          "java.lang.AbstractStringBuilder",
          "java.lang.CharSequence",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.io.PrintStream");

  private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

  private final Function<Value, List<Step>> uses;
  private final Set<Value> returned;
  private final Map<Value, List<Value>> handedOn;

  /**
   * @param uses the steps that use a value
   * @param returned what leaves the method
   * @param handedOn what the results of functions are to their callers
   */
  DeadEnds(
      Function<Value, List<Step>> uses, Set<Value> returned, Map<Value, List<Value>> handedOn) {
    this.uses = uses;
    this.returned = returned;
    this.handedOn = handedOn;
  }

  /** Whether all that a call makes of a number goes to such places. */
  boolean areOf(Step.Call call) {
    Set<Value> seen = new HashSet<>();
    return isText(call) ? endsAsText(call, seen) : endsAsObject(call, seen);
  }

  /** Whether a call makes text, or an object that is put into text. */
  private static boolean isText(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && (member.kind() == Callee.Member.Kind.CONCATENATION
            || TEXT.contains(member.owner())
            || BOXES.contains(member.owner()) && member.name().equals("toString"));
  }

  /** Whether what is made of a value is an object; what is told else of it may be kept there. */
  private boolean endsAsObject(Step.Call call, Set<Value> seen) {
    boolean onlyKeeps = call.callee() instanceof Callee.Member member && member.onlyKeeps();
    return (onlyKeeps || call.results().stream().anyMatch(result -> !uses.apply(result).isEmpty()))
        && call.results().stream()
            .allMatch(each -> each.type() instanceof Type.Reference && ends(each, seen));
  }

  /** Whether text stays text, and so does the object that was told to collect it. */
  private boolean endsAsText(Step.Call call, Set<Value> seen) {
    return call.results().stream().allMatch(result -> ends(result, seen))
        && call.operands().stream().filter(DeadEnds::collects).allMatch(each -> ends(each, seen));
  }

  private static boolean collects(Value value) {
    String type = value.type().toString();
    return type.equals("java.lang.StringBuilder") || type.equals("java.lang.StringBuffer");
  }

  private boolean ends(Value value, Set<Value> seen) {
    return value.type() == Type.BOOLEAN
        || !seen.add(value)
        || !returned.contains(value)
            && uses.apply(value).stream().allMatch(use -> ends(value, use, seen))
            && handedOn.getOrDefault(value, List.of()).stream()
                .allMatch(result -> ends(result, seen));
  }

  private boolean ends(Value value, Step use, Set<Value> seen) {
    if (use instanceof Step.Call call && call.callee() instanceof Callee.Member member) {
      return member.name().equals("isInstance")
          || member.owner().equals("cotangent.Transcript")
          || (isText(call) ? endsAsText(call, seen) : endsAsObject(call, seen));
    } else if (use instanceof Step.Apply apply) {
      return apply.result().type() == Type.BOOLEAN;
    } else if (use instanceof Step.Write write) {
      return write.array().equals(value) || ends(write.array(), seen);
    } else if (use.regions().isEmpty()) {
      return use instanceof Step.Throw;
    }
    return Moves.of(use).stream()
        .filter(move -> move.from().equals(value))
        .allMatch(move -> ends(move.to(), seen));
  }
}
