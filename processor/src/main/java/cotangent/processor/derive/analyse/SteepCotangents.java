package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds which values may have infinite cotangents: those that a root, or another operation that is
 * finite where its slope isn't, is taken of, and all that these are computed from. It is what
 * {@link Extremes} knows of tangents, seen from the other end.
 */
public final class SteepCotangents {
  private final Storage storage;
  private final Extremes extremes;
  private final Norms norms;
  private final Predicate<Value> isActive;
  private final Map<String, Region> functions = new HashMap<>();
  private final Set<Object> steep = new HashSet<>();
  private final Set<Type> steepOnTape = new HashSet<>();
  private boolean changed;

  /**
   * @param isActive which values of a type that carries derivatives do carry some
   */
  SteepCotangents(Graph graph, Storage storage, Extremes extremes, Predicate<Value> isActive) {
    this.storage = storage;
    this.extremes = extremes;
    this.norms = new Norms(extremes.places());
    this.isActive = isActive;
    graph.functions().forEach(function -> functions.put(function.name(), function.body()));
    do {
      changed = false;
      extremes.places().bodies().forEach(this::follow);
    } while (changed);
  }

  /** Whether an infinite cotangent of the result may meet a slope that is zero. */
  public boolean mayBeLevelled(Step.Apply apply, int operand) {
    return has(apply.result()) && extremes.mayVanish(apply, operand);
  }

  /** Whether an infinite slope of an operation meets zeros only. */
  public boolean isFlatAtZero(Step.Apply apply) {
    return extremes.isSteep(apply) && norms.isNorm(apply) && !norms.isDivisor(apply.result());
  }

  /** Whether the cotangent of a number may be infinite, or one of those of an array. */
  private boolean has(Value value) {
    return isActive(value) && steep.contains(key(value));
  }

  private boolean isActive(Value value) {
    return value.type().isDifferentiable() && isActive.test(value);
  }

  private Object key(Value value) {
    return value.type().isArray() ? storage.leaf(value) : value;
  }

  private void add(Value value) {
    if (isActive(value)) {
      changed |= steep.add(key(value));
    }
  }

  private void move(Value from, Value to) {
    if (has(to)) {
      add(from);
    }
  }

  private void move(List<Value> from, List<Value> to) {
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      move(from.get(i), to.get(i));
    }
  }

  private void follow(Region region) {
    for (int i = region.steps().size() - 1; i >= 0; i--) {
      Step step = region.steps().get(i);
      follow(step);
      step.regions().forEach(this::follow);
    }
  }

  private void follow(Step step) {
    if (step instanceof Step.Apply apply) {
      follow(apply);
    } else if (step instanceof Step.Call call
        && call.callee() instanceof Callee.Function function) {
      Region body = Objects.requireNonNull(functions.get(function.name()));
      move(body.yields(), call.results());
      move(call.operands(), body.parameters());
    } else if (step instanceof Step.Call call) {
      if (call.results().stream().anyMatch(this::isActive)) {
        call.operands().forEach(this::add); // nobody knows where the slope of a rule is infinite
      }
    } else if (step instanceof Step.Push push) {
      if (steepOnTape.contains(push.value().type())) {
        add(push.value());
      }
    } else if (step instanceof Step.Pop pop) {
      if (has(pop.result())) {
        changed |= steepOnTape.add(pop.result().type());
      }
    } else {
      Moves.of(step).forEach(move -> move(move.from(), move.to()));
    }
  }

  private void follow(Step.Apply apply) {
    Op op = (Op) apply.operation();
    if (!apply.result().type().isReal()) {
      Moves.of(apply).stream()
          .filter(move -> move.to().type().isArray() && move.from().type().isArray())
          .forEach(move -> move(move.from(), move.to()));
      return;
    }
    boolean isSteep =
        has(apply.result())
            || extremes.isSteep(apply) && !norms.isNorm(apply) && !norms.isDivisor(apply.result());
    for (int i = 0; isSteep && i < apply.operands().size(); i++) {
      if (op.slope(i) != Op.Slope.NONE && apply.operands().get(i).type().isReal()) {
        add(apply.operands().get(i));
      }
    }
  }
}
