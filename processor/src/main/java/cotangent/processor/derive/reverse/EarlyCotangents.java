package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cotangents as they are known before a step of the forward half: what the backward half would
 * compute them by is moved before the step, where all that it needs is known by then.
 */
final class EarlyCotangents {
  private final Analysis analysis;
  private final Step step;
  private final GraphBuilder steps = new GraphBuilder();
  private final GraphBuilder backward;
  private final Map<Value, @Nullable Value> moved = new HashMap<>();

  /**
   * @param backward has made the backward half so far
   */
  EarlyCotangents(Step step, Analysis analysis, GraphBuilder backward) {
    this.step = step;
    this.analysis = analysis;
    this.backward = backward;
  }

  /** Returns the steps that are done before the step. */
  GraphBuilder steps() {
    return steps;
  }

  /** Returns a value equal to another one but known before the step, or null. */
  @Nullable Value move(Value value) {
    if (moved.containsKey(value)) {
      return moved.get(value);
    }
    Value result = tryMove(value);
    moved.put(value, result);
    return result;
  }

  private @Nullable Value tryMove(Value value) {
    if (analysis.known().contains(value)) {
      return value;
    }
    Step definition = backward.definition(value);
    if (analysis.places().knows(value)) {
      if (isBefore(value)) {
        return value;
      }
      definition = analysis.places().definition(value);
    }
    if (definition instanceof Step.Constant constant) {
      return steps.constant(constant.result().type(), constant.value());
    }
    return definition instanceof Step.Apply apply
            && !((Op) apply.operation()).traps(apply.operands())
        ? again(apply)
        : null;
  }

  private @Nullable Value again(Step.Apply apply) {
    List<Value> operands = new ArrayList<>();
    for (Value operand : apply.operands()) {
      Value early = move(operand);
      if (early == null) {
        return null;
      }
      operands.add(early);
    }
    return steps.apply(apply.result().name(), apply.operation(), operands.toArray(Value[]::new));
  }

  private boolean isBefore(Value value) {
    Places places = analysis.places();
    Step definition = places.definition(value);
    return definition == null
        ? !places.isAdded(value) && !places.within(places.region(value), step)
        : places.after(step, definition);
  }

  /** Returns what these steps compute. */
  List<Value> results() {
    return steps.steps().stream().flatMap(s -> s.results().stream()).toList();
  }
}
