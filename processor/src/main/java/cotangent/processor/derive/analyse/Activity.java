package cotangent.processor.derive.analyse;

import cotangent.processor.alias.Cell;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.ClassQuestions;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which values carry derivatives: those that vary with a differentiated parameter and are
 * useful for a result. All others get no cotangent, so that a value which doesn't reach the result
 * can't contribute, whatever its partials are. An object with differentiated fields varies as well,
 * but carries nothing itself.
 */
public final class Activity {
  private final Storage storage;
  private final Map<String, Graph> functions = new HashMap<>();
  private final Rules rules = new Rules(functions);
  private final Set<Value> varied = new HashSet<>();
  private final Set<Value> useful = new HashSet<>();
  private final Set<Cell> variedCells = new HashSet<>();
  private final Set<Cell> usefulCells = new HashSet<>();
  private final Set<Type> variedOnTape = new HashSet<>();
  private final Set<Type> usefulOnTape = new HashSet<>();
  private final Graph graph;
  private @Nullable Extremes extremes;
  private @Nullable SteepCotangents cotangents;
  private boolean changed;

  public Activity(Graph graph, Storage storage, List<Value> wrt, List<Value> results) {
    this.storage = storage;
    this.graph = graph;
    graph.functions().forEach(function -> functions.put(function.name(), function));
    wrt.forEach(this::vary);
    settle(graph, this::forward);
    results.forEach(this::use);
    settle(graph, this::backward);
  }

  private interface Direction {
    void through(Region region);
  }

  private void settle(Graph graph, Direction direction) {
    do {
      changed = false;
      direction.through(graph.body());
      graph.functions().forEach(function -> direction.through(function.body()));
    } while (changed);
  }

  /** Whether a number has a cotangent, or the numbers in an array do. */
  public boolean isActive(Value value) {
    if (!value.type().isDifferentiable()) {
      return false;
    }
    return value.type().isArray()
        ? storage.knows(value) && isActive(storage.leaf(value))
        : varied.contains(value) && useful.contains(value);
  }

  /** Whether a value is a number that carries derivatives. */
  public boolean isActiveNumber(Value value) {
    return value.type().isReal() && isActive(value);
  }

  /** Whether derivatives flow through a function. */
  public boolean isActiveFunction(String name) {
    Region body = function(name).body();
    return body.parameters().stream().anyMatch(v -> isActive(v) || isActiveTape(v))
        || body.yields().stream().anyMatch(this::isActive);
  }

  public Graph function(String name) {
    return Objects.requireNonNull(functions.get(name));
  }

  /** Where infinite derivatives can meet zeros. */
  public Extremes extremes() {
    Extremes known = extremes == null ? new Extremes(graph, storage) : extremes;
    extremes = known;
    return known;
  }

  /** Where infinite cotangents can meet zeros. */
  public SteepCotangents steepCotangents() {
    SteepCotangents known =
        cotangents == null
            ? new SteepCotangents(graph, storage, extremes(), this::isActive)
            : cotangents;
    cotangents = known;
    return known;
  }

  /** The functions that say what the derivatives of calls are. */
  public Rules rules() {
    return rules;
  }

  private boolean isActive(Cell cell) {
    return variedCells.contains(cell) && usefulCells.contains(cell);
  }

  /** Whether some number of a type that a tape holds is active. */
  public boolean isActiveOnTape(Type type) {
    return variedOnTape.contains(type) && usefulOnTape.contains(type);
  }

  /** Whether a value is a tape that holds active numbers. */
  public boolean isActiveTape(Value value) {
    return value.type().equals(Type.TAPE) && variedOnTape.stream().anyMatch(this::isActiveOnTape);
  }

  /** Whether a value depends on a differentiated parameter, useful or not. */
  public boolean isVaried(Value value) {
    return value.type().isArray()
        ? canVary(value) && variedCells.contains(storage.leaf(value))
        : varied.contains(value);
  }

  private boolean haveVaried(List<Value> values) {
    for (Value value : values) {
      if (isVaried(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean canVary(Value value) {
    return value.type().isDifferentiable() || value.type().leaf() instanceof Type.Reference;
  }

  private void vary(Value value) {
    if (canVary(value)) {
      changed |= value.type().isArray() ? variedCells.add(storage.leaf(value)) : varied.add(value);
    }
  }

  private void use(Value value) {
    if (value.type().isDifferentiable()) {
      changed |= value.type().isArray() ? usefulCells.add(storage.leaf(value)) : useful.add(value);
    }
  }

  /** Whether a number, or what is in an array, takes part in a result in a smooth way. */
  boolean isUseful(Value value) {
    return value.type().isDifferentiable()
        && (value.type().isArray()
            ? usefulCells.contains(storage.leaf(value))
            : useful.contains(value));
  }

  private void vary(List<Value> from, List<Value> to) {
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      if (isVaried(from.get(i))) {
        vary(to.get(i));
      }
    }
  }

  private void use(List<Value> from, List<Value> to) {
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      if (isUseful(from.get(i))) {
        use(to.get(i));
      }
    }
  }

  private void forward(Region region) {
    for (Step step : region.steps()) {
      forward(step);
      for (Region inner : step.regions()) {
        forward(inner);
      }
    }
  }

  private void forward(Step step) {
    if (step instanceof Step.Apply apply) {
      if (!isVaried(apply.result()) && haveVaried(differentiableOperands(apply))) {
        vary(apply.result());
      }
    } else if (step instanceof Step.Push push) {
      varyOnTape(push.value());
    } else if (step instanceof Step.Pop pop) {
      if (variedOnTape.contains(pop.result().type())) {
        vary(pop.result());
      }
    } else if (step instanceof Step.Call call
        && call.callee() instanceof Callee.Function function) {
      Region body = function(function.name()).body();
      vary(call.operands(), body.parameters());
      vary(body.yields(), call.results());
    } else if (isRuled(step) || ClassQuestions.isCast(step)) {
      if (haveVaried(step.operands())) {
        step.results().forEach(this::vary);
      }
    } else {
      Moves.of(step).forEach(move -> vary(List.of(move.from()), List.of(move.to())));
    }
  }

  private static boolean isRuled(Step step) {
    return step instanceof Step.Call call && call.callee() instanceof Callee.Ruled;
  }

  private void varyOnTape(Value value) {
    if (value.type().isReal() && isVaried(value)) {
      changed |= variedOnTape.add(value.type());
    }
  }

  private void useOnTape(Value value) {
    if (value.type().isReal() && isUseful(value)) {
      changed |= usefulOnTape.add(value.type());
    }
  }

  private void backward(Region region) {
    for (int i = region.steps().size() - 1; i >= 0; i--) {
      Step step = region.steps().get(i);
      backward(step);
      for (int r = step.regions().size() - 1; r >= 0; r--) {
        backward(step.regions().get(r));
      }
    }
  }

  private void backward(Step step) {
    if (step instanceof Step.Apply apply) {
      if (isUseful(apply.result())) {
        differentiableOperands(apply).forEach(this::use);
      }
    } else if (step instanceof Step.Push push) {
      if (usefulOnTape.contains(push.value().type())) {
        use(push.value());
      }
    } else if (step instanceof Step.Pop pop) {
      useOnTape(pop.result());
    } else if (step instanceof Step.Call call
        && call.callee() instanceof Callee.Function function) {
      Region body = function(function.name()).body();
      use(call.results(), body.yields());
      use(body.parameters(), call.operands());
    } else if (isRuled(step)) {
      if (step.results().stream().anyMatch(this::isUseful)) {
        step.operands().forEach(this::use);
      }
    } else {
      Moves.of(step).forEach(move -> use(List.of(move.to()), List.of(move.from())));
    }
  }

  private static List<Value> differentiableOperands(Step.Apply apply) {
    Op op = (Op) apply.operation();
    List<Value> found = new ArrayList<>();
    for (int i = 0; i < apply.operands().size(); i++) {
      if (op.slope(i) != Op.Slope.NONE && apply.operands().get(i).type().isReal()) {
        found.add(apply.operands().get(i));
      }
    }
    return found;
  }
}
