package cotangent.processor.derive.lanes;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers live in the row of an element: those that a loop carries only to store them, as in
 * {@code y[i] = sum}. They need no row of their own, out of which they are copied. Nothing may look
 * at the array while the loop runs, and the element must be known to be there before it does.
 */
final class ElementRows {
  private final Varying varying;
  private final SharedRows shared;
  private final Graph graph;
  private final Places places;

  /** For each such number, as the loop carries it, the step that stores it. */
  private final Map<Value, Step.Write> writes = new HashMap<>();

  ElementRows(Varying varying, SharedRows shared, Graph graph) {
    this.varying = varying;
    this.shared = shared;
    this.graph = graph;
    this.places = new Places(graph.body());
    steps(graph.body());
  }

  /** Returns the step that stores what a loop carries, where it lives in the element's row. */
  Step.@Nullable Write write(Value carried) {
    return writes.get(carried);
  }

  /** Returns where in its array the element is, for code in front of the loop. */
  Value index(Step.Write write, GraphBuilder b) {
    Integer number = number(write.index());
    return number == null ? write.index() : b.constant(number);
  }

  /** Whether what a step stores is where it belongs already. */
  boolean isDone(Step.Write write) {
    return writes.containsValue(write);
  }

  private void steps(Region region) {
    for (int at = 0; at < region.steps().size(); at++) {
      Step step = region.steps().get(at);
      if (step instanceof Step.Loop loop) {
        for (int k = 0; k < loop.results().size(); k++) {
          enter(loop, k, region, at);
        }
      }
      step.regions().forEach(this::steps);
    }
  }

  private void enter(Step.Loop loop, int place, Region region, int at) {
    Value result = loop.results().get(place);
    List<Step> users = places.users(result);
    Value carried = loop.carried().get(place);
    if (varying.isNumber(result)
        && shared.owner(result) == carried
        && users.size() == 1
        && !graph.results().contains(result)
        && users.get(0) instanceof Step.Write write
        && write.value() == result
        && places.region(write) == region
        && isThere(write, loop)) {
      List<Step> before = region.steps().subList(at, region.steps().indexOf(write));
      if (before.stream().allMatch(step -> isApart(step, write))) {
        writes.put(carried, write);
      }
    }
  }

  /** Whether an element that is written behind a loop is known to be there in front of it. */
  private boolean isThere(Step.Write write, Step.Loop loop) {
    Value like = write.array();
    while (places.definition(like) instanceof Step.ZerosLike zeros) {
      like = zeros.array();
    }
    return places.definition(like) instanceof Step.NewArray made
        && isBefore(write.array(), loop)
        && isBelow(write.index(), made.lengths().get(0), loop);
  }

  private boolean isBefore(Value value, Step.Loop loop) {
    Step maker = places.maker(value);
    return maker == null || places.isBefore(maker, loop);
  }

  private boolean isBelow(Value index, Value length, Step.Loop loop) {
    Integer number = number(index);
    Integer most = number(length);
    if (number != null) {
      return most != null && number >= 0 && number < most;
    }
    if (!(places.maker(index) instanceof Step.Loop around)
        || around.index() != index
        || !isBefore(index, loop)) {
      return false;
    }
    Integer from = number(around.from());
    Integer to = number(around.to());
    boolean ends = around.to() == length || to != null && most != null && to <= most;
    return from != null && from >= 0 && around.stride() == 1 && ends;
  }

  private @Nullable Integer number(Value value) {
    return places.definition(value) instanceof Step.Constant constant
            && constant.value() instanceof Integer number
        ? number
        : null;
  }

  /** Whether a step leaves the element that another one writes alone. */
  private boolean isApart(Step step, Step.Write write) {
    return step instanceof Step.Write other
            && other.array() == write.array()
            && areApart(other.index(), write.index())
        || !touches(step, varying.memory(write.array()));
  }

  private boolean areApart(Value index, Value other) {
    Integer number = number(index);
    Integer otherNumber = number(other);
    return number != null && otherNumber != null && !number.equals(otherNumber);
  }

  private boolean touches(Step step, Object memory) {
    return isOf(step.operands(), memory)
        || isOf(step.results(), memory)
        || step.regions().stream()
            .anyMatch(
                region ->
                    isOf(region.parameters(), memory)
                        || isOf(region.yields(), memory)
                        || region.steps().stream().anyMatch(inner -> touches(inner, memory)));
  }

  private boolean isOf(List<Value> values, Object memory) {
    return values.stream()
        .anyMatch(value -> value.type().isArray() && varying.memory(value) == memory);
  }
}
