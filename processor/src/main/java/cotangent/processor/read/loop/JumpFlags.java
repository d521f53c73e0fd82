package cotangent.processor.read.loop;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jumps out of the body of a loop: each place that they go to has a flag, which the loop
 * carries, tests before it goes on, and hands to what follows it.
 */
final class JumpFlags {
  private final Frame frame;
  private final Environment environment;
  private final LoopParts parts;
  private final Target end;
  private final Map<Target, Variable> flags = new LinkedHashMap<>();

  /**
   * @param end where a jump out of this loop alone goes
   */
  JumpFlags(Frame frame, LoopParts parts, Target end) {
    this.frame = frame;
    this.environment = frame.environment();
    this.parts = parts;
    this.end = end;
  }

  /**
   * Makes a flag for each place that jumps go to, and gives a value to all that may be set on the
   * way.
   *
   * @param assigned the variables that the loop assigns, to which the flags are added
   */
  void prepare(List<? extends Tree> body, Set<Variable> assigned) {
    for (Jumps.Jump jump : Jumps.endingLoop(body, parts.labels())) {
      flags.computeIfAbsent(
          target(jump), target -> environment.unnamed(target.name(), frame.booleanType()));
      Variable carried =
          switch (jump.kind()) {
            case RETURN -> frame.result();
            case YIELD -> Objects.requireNonNull(frame.targets().yielding()).variable();
            default -> null;
          };
      if (carried != null) {
        assigned.add(carried);
      }
    }
    if (!flags.isEmpty()) {
      assigned.stream()
          .filter(variable -> environment.get(variable) == null)
          .forEach(
              variable -> environment.set(variable, frame.zero(parts.tree(), variable.type())));
    }
    flags.values().forEach(flag -> set(flag, frame.draft().constant(false)));
    assigned.addAll(flags.values());
  }

  private Target target(Jumps.Jump jump) {
    boolean isOurs =
        jump.label().isEmpty() && jump.kind() == Tree.Kind.BREAK
            || parts.labels().contains(jump.label());
    return isOurs ? end : frame.target(parts.tree(), jump);
  }

  private void set(Variable flag, Value value) {
    environment.set(flag, new Term.Single(frame.booleanType(), value));
  }

  private Value get(Variable flag) {
    return frame.single(environment.require(flag));
  }

  boolean isEmpty() {
    return flags.isEmpty();
  }

  /** Returns whether any jump was taken. */
  Value any() {
    return flags.values().stream()
        .map(this::get)
        .reduce((a, b) -> frame.draft().apply(Operations.OR, a, b))
        .orElseThrow();
  }

  /** Sets the flags of the jumps that were taken in the body. */
  void follow() {
    flags.forEach(
        (target, flag) -> {
          Flow flow = frame.flow();
          Value taken = flow.jumps().get(target);
          if (flow.certainly(target)) {
            set(flag, frame.draft().constant(true));
          } else if (taken != null) {
            set(flag, taken);
          }
        });
  }

  /** Returns where control goes behind the loop. */
  Flow flowBehind() {
    Map<Target, @Nullable Value> jumps = new LinkedHashMap<>();
    flags.forEach((target, flag) -> jumps.put(target, get(flag)));
    jumps.remove(end);
    return new Flow(true, jumps);
  }
}
