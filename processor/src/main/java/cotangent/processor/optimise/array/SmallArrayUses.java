package cotangent.processor.optimise.array;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the arrays of a few elements for which every use says which element is meant, and which
 * nothing else sees.
 */
final class SmallArrayUses {
  private static final int MOST_ELEMENTS = 8;

  private final Map<Value, Integer> constants = new HashMap<>();
  private final Map<Value, Integer> lengths = new HashMap<>();
  private final Set<Value> small = new HashSet<>();

  SmallArrayUses(Graph graph) {
    region(graph.body());
  }

  /** Whether there is no such array. */
  boolean isEmpty() {
    return small.isEmpty();
  }

  boolean isSmall(Value array) {
    return small.contains(array);
  }

  int length(Value array) {
    return Objects.requireNonNull(lengths.get(array));
  }

  /** Returns the index that a step on such an array names. */
  int index(Value index) {
    return Objects.requireNonNull(constants.get(index));
  }

  private void region(Region region) {
    for (Step step : region.steps()) {
      step(step);
      for (Region inner : step.regions()) {
        region(inner);
      }
    }
    rule(region.yields());
  }

  private void step(Step step) {
    switch (step.kind()) {
      case CONSTANT -> constant((Step.Constant) step);
      case NEW_ARRAY -> made((Step.NewArray) step);
      case ZEROS_LIKE, CLONE -> make(step.results().get(0), lengths.get(step.operands().get(0)));
      case READ -> use(step.operands().get(0), step.operands().get(1));
      case WRITE -> {
        Step.Write write = (Step.Write) step;
        use(write.array(), write.index());
        rule(List.of(write.value()));
      }
      case APPLY -> {
        if (((Step.Apply) step).operation() != Operations.LENGTH) {
          rule(step.operands());
        }
      }
      case CALL, COPY, FILL, PUSH, POP, BRANCH, LOOP, WHILE, THROW -> rule(step.operands());
    }
  }

  private void constant(Step.Constant constant) {
    if (constant.value() instanceof Integer value) {
      constants.put(constant.result(), value);
    }
  }

  private void made(Step.NewArray array) {
    if (array.lengths().size() == 1) {
      make(array.result(), constants.get(array.lengths().get(0)));
    } else {
      rule(array.lengths());
    }
  }

  private void make(Value array, @Nullable Integer length) {
    if (length != null
        && length >= 0
        && length <= MOST_ELEMENTS
        && array.type().element().isScalar()) {
      lengths.put(array, length);
      small.add(array);
    }
  }

  private void use(Value array, Value index) {
    Integer length = lengths.get(array);
    Integer element = constants.get(index);
    if (length != null && (element == null || element < 0 || element >= length)) {
      small.remove(array);
    }
  }

  /** Removes values that are used in other ways. */
  private void rule(List<Value> out) {
    if (!small.isEmpty()) {
      out.forEach(small::remove);
    }
  }
}
