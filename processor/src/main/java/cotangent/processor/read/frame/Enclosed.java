package cotangent.processor.read.frame;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A block that is read into a region of its own, with what is still seen after it: the values that
 * variables have then, and how the block may have ended.
 */
public final class Enclosed {
  private final Frame frame;
  private final Draft draft;
  private final GraphBuilder builder;
  private final Map<Variable, @Nullable Term> values;
  private final Flow flow;

  private Enclosed(
      Frame frame, GraphBuilder builder, Map<Variable, @Nullable Term> values, Flow flow) {
    this.frame = frame;
    this.draft = frame.draft();
    this.builder = builder;
    this.values = values;
    this.flow = flow;
  }

  /** Reads a block. Afterwards all is as before, until it is resumed. */
  public static Enclosed read(Frame frame, Runnable block) {
    Environment.Mark before = frame.environment().mark();
    GraphBuilder builder = new GraphBuilder();
    frame.flow(Flow.ON);
    frame.region(builder, block);
    Flow flow = frame.flow();
    frame.flow(Flow.ON);
    return new Enclosed(frame, builder, frame.environment().undo(before), flow);
  }

  public List<Step> steps() {
    return builder.steps();
  }

  /** Whether what comes after is never reached. */
  public boolean isNever() {
    return flow.isNever();
  }

  /** Returns the value that a variable has at the end of the block; null where it has none. */
  public @Nullable Term value(Variable variable) {
    return values.get(variable);
  }

  /** Returns the values that are computed in the block and seen after it. */
  public List<Value> live() {
    return live(Set.of());
  }

  /**
   * Returns the values that are computed in the block and seen after it.
   *
   * @param known variables whose values after the block are known anyway
   */
  public List<Value> live(Set<Variable> known) {
    Set<Value> made = new HashSet<>();
    steps().forEach(step -> made.addAll(step.results()));
    Set<Value> live = new LinkedHashSet<>();
    values.forEach(
        (variable, term) ->
            live.addAll(term == null || known.contains(variable) ? List.of() : term.leaves()));
    flow.jumps().values().forEach(flag -> live.addAll(flag == null ? List.of() : List.of(flag)));
    live.removeIf(value -> !made.contains(value) || isConstant(value));
    return List.copyOf(live);
  }

  private boolean isConstant(Value value) {
    return draft.known(value) != null || draft.isNull(value);
  }

  /** Goes on after the block, whose steps are where we are. */
  public void resume() {
    frame.environment().redo(values);
    frame.flow(flow);
  }

  /**
   * Goes on after the block.
   *
   * @param results what the values are known by here that are seen after it
   */
  public void resume(List<Value> results) {
    resume(results, Set.of());
  }

  /**
   * Goes on after the block.
   *
   * @param results what the values are known by here that are seen after it
   * @param others variables that have their values already
   */
  public void resume(List<Value> results, Set<Variable> others) {
    List<Value> live = live(others);
    Map<Value, Value> known = new LinkedHashMap<>();
    for (int i = 0; i < live.size(); i++) {
      known.put(live.get(i), results.get(i));
    }
    Map<Variable, @Nullable Term> seen = new LinkedHashMap<>();
    values.forEach(
        (variable, term) -> {
          if (!others.contains(variable)) {
            seen.put(variable, term == null ? null : behind(term, known));
          }
        });
    frame.environment().redo(seen);
    Map<Target, @Nullable Value> jumps = new LinkedHashMap<>();
    flow.jumps()
        .forEach((target, flag) -> jumps.put(target, flag == null ? null : behind(flag, known)));
    frame.flow(new Flow(flow.normal(), jumps));
  }

  private Term behind(Term term, Map<Value, Value> known) {
    List<Value> leaves = new ArrayList<>();
    term.leaves().forEach(leaf -> leaves.add(behind(leaf, known)));
    return term.with(leaves.iterator());
  }

  private Value behind(Value value, Map<Value, Value> known) {
    return isConstant(value)
        ? draft.constant(value.type(), draft.known(value))
        : known.getOrDefault(value, value);
  }
}
