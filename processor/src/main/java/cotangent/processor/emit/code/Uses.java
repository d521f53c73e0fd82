package cotangent.processor.emit.code;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each value of a graph is made, and how often it is used by what is not dead. */
final class Uses {
  private final Layout layout;
  private final Map<Value, Site> sites = new HashMap<>();
  private final Map<Value, Integer> counts = new HashMap<>();
  private final Set<Value> stored = new HashSet<>();
  private final Map<Region, Region> loops = new IdentityHashMap<>();
  private final Set<Value> moved = new HashSet<>();
  private final Set<Value> parameters;

  /**
   * The place of a step.
   *
   * @param loop the innermost loop body around it, or the body of the graph
   */
  record Site(Step step, Region region, int index, Region loop) {}

  Uses(Layout layout, Region body) {
    this.layout = layout;
    this.parameters = Set.copyOf(body.parameters());
    place(body, body);
    body.yields().forEach(this::use);
    if (body.yields().size() == 1) {
      stored.add(layout.origin(body.yields().get(0)));
    }
    count(body);
  }

  /** Returns where a value is made; null for parameters. */
  @Nullable Site site(Value value) {
    return sites.get(value);
  }

  /** Returns the step that computes a value, which is no parameter. */
  Step step(Value value) {
    return Objects.requireNonNull(sites.get(value)).step();
  }

  int count(Value value) {
    return counts.getOrDefault(value, 0);
  }

  /** Whether a value is a parameter of the graph. */
  boolean isParameter(Value value) {
    return parameters.contains(value);
  }

  /** Returns the innermost loop around a region. */
  Region loop(Region region) {
    return Objects.requireNonNull(loops.get(region));
  }

  /** Whether a value is handed on at a join: from an arm, or from an iteration to the next. */
  boolean isMoved(Value value) {
    return moved.contains(value);
  }

  /** Whether a value is stored into an array or returned: that says what it is. */
  boolean isStored(Value value) {
    return stored.contains(value);
  }

  /** Whether a step can be left out. */
  boolean isDead(Step step) {
    return Effect.of(step) == Effect.NONE && !findsNull(step) && areUnused(step.results());
  }

  private boolean areUnused(List<Value> values) {
    for (Value value : values) {
      if (count(value) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the user asks for a length, which throws where there is no array. */
  static boolean findsNull(Step step) {
    return step instanceof Step.Apply apply
        && apply.operation() == Operations.LENGTH
        && !apply.position().isMade();
  }

  private void place(Region region, Region loop) {
    loops.put(region, loop);
    List<Step> steps = layout.steps(region);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Site site = new Site(step, region, i, loop);
      for (Value result : step.results()) {
        sites.put(result, site);
      }
      for (Region inner : step.regions()) {
        boolean repeats = step instanceof Step.Loop || step instanceof Step.While;
        place(inner, repeats ? step.regions().get(0) : loop);
      }
    }
  }

  private void count(Region region) {
    List<Step> steps = layout.steps(region);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (!isDead(step)) {
        for (Value operand : step.operands()) {
          use(operand);
        }
        if (step instanceof Step.Write write) {
          stored.add(layout.origin(write.value()));
        }
        countInside(step);
      }
    }
  }

  private void countInside(Step step) {
    if (step instanceof Step.Branch branch) {
      for (int i = 0; i < branch.results().size(); i++) {
        if (count(branch.results().get(i)) > 0) {
          move(branch.then().yields().get(i));
          move(branch.otherwise().yields().get(i));
        }
      }
      count(branch.otherwise());
      count(branch.then());
    } else if (step instanceof Step.Loop loop) {
      loop.body().yields().forEach(this::move);
      for (int i = 0; i < loop.results().size(); i++) {
        if (count(loop.results().get(i)) > 0) {
          use(loop.carried().get(i));
        }
      }
      loop.initial().forEach(initial -> moved.add(layout.origin(initial)));
      count(loop.body());
    } else if (step instanceof Step.While loop) {
      loop.after().yields().forEach(this::move);
      loop.initial().forEach(initial -> moved.add(layout.origin(initial)));
      for (int i = 0; i < loop.results().size(); i++) {
        if (count(loop.results().get(i)) > 0) {
          move(loop.exits().get(i));
        }
      }
      use(loop.condition());
      count(loop.after());
      count(loop.before());
    }
  }

  private void move(Value value) {
    moved.add(layout.origin(value));
    use(value);
  }

  private void use(Value value) {
    counts.merge(layout.origin(value), 1, Integer::sum);
  }
}
