package cotangent.processor.optimise.rewrite;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.report.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through a graph in the order in which it runs, and builds it anew: what a rule replaces
 * by another value is replaced in all that follows. What doesn't change stays the same object, so
 * that a rule which finds nothing returns the graph itself.
 */
public abstract class Rewriter {
  private final Map<Value, Value> replacements = new HashMap<>();
  private final Map<Value, Definition> definitions = new HashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final UnaryOperator<Value> current = this::current;
  private final UnaryOperator<Region> region = this::region;

  /** A region being built. */
  private static final class Pending {
    private final List<Step> steps;
    private boolean isOpen = true;

    Pending(int size) {
      this.steps = new ArrayList<>(size);
    }
  }

  /** Where a value is made; a parameter by no step. */
  private record Definition(@Nullable Step step, Pending home) {}

  /** Rewrites a graph, but not its functions. */
  public final Graph rewrite(Graph graph) {
    Region body = region(graph.body());
    return body == graph.body() ? graph : new Graph(graph.name(), body, graph.functions());
  }

  /** Rewrites a graph and its functions, each on its own. */
  protected static Graph everywhere(Graph graph, Supplier<Rewriter> rule) {
    List<Graph> functions =
        graph.functions().stream().map(function -> rule.get().rewrite(function)).toList();
    return new Graph(graph.name(), rule.get().rewrite(graph).body(), functions);
  }

  /**
   * Rewrites a step, by {@link #add} and {@link #replace}. Its operands are up to date already; its
   * regions aren't.
   */
  protected abstract void rewrite(Step step);

  /** Called when a region begins. */
  protected void opened(Region region) {}

  /** Called when a region has ended. */
  protected void closed(Region region) {}

  protected final Region region(Region region) {
    open(region);
    return close(region);
  }

  private void open(Region region) {
    pending.push(new Pending(region.steps().size()));
    for (Value parameter : region.parameters()) {
      define(parameter, null);
    }
    opened(region);
    through(region.steps());
  }

  /** Rewrites steps as part of the region being built. */
  protected final void through(List<Step> steps) {
    for (Step step : steps) {
      rewrite(replacements.isEmpty() ? step : step.withOperands(current));
    }
  }

  private Region close(Region region) {
    Pending innermost = pending.pop();
    closed(region);
    innermost.isOpen = false;
    List<Value> yields = Mapping.each(region.yields(), current);
    return yields == region.yields() && same(innermost.steps, region.steps())
        ? region
        : new Region(region.parameters(), innermost.steps, yields);
  }

  private static boolean same(List<Step> steps, List<Step> others) {
    boolean same = steps.size() == others.size();
    for (int i = 0; same && i < steps.size(); i++) {
      same = steps.get(i) == others.get(i);
    }
    return same;
  }

  /** Returns the step with its regions rewritten. */
  protected final Step inside(Step step) {
    if (step instanceof Step.While loop) {
      open(loop.before()); // what stands after the exit sees what stands before it
      Region after = region(loop.after());
      Region before = close(loop.before());
      return loop.withRegions(old -> old == loop.before() ? before : after);
    }
    return step.withRegions(region);
  }

  /**
   * Adds a step with its regions rewritten.
   *
   * @param ofLoop what becomes of the regions of a loop after that
   */
  protected final void addInside(Step step, UnaryOperator<Region> ofLoop) {
    Step inner = inside(step);
    boolean isLoop = inner instanceof Step.Loop || inner instanceof Step.While;
    add(isLoop ? inner.withRegions(ofLoop) : inner);
  }

  /** Adds a step to the region being built. */
  public final void add(Step step) {
    made().add(step);
    if (step instanceof Step.Single single) {
      define(single.result(), step);
    } else {
      for (Value result : step.results()) {
        define(result, step);
      }
    }
  }

  /** Returns the steps of the region being built. */
  protected final List<Step> made() {
    return pending.getFirst().steps;
  }

  private void define(Value value, @Nullable Step step) {
    definitions.put(value, new Definition(step, pending.getFirst()));
  }

  /** Makes all that follows use another value. */
  protected final void replace(Value old, Value replacement) {
    replacements.put(old, replacement);
  }

  protected final void replaceAll(List<Value> old, List<Value> replacements) {
    for (int i = 0; i < old.size(); i++) {
      replace(old.get(i), current(replacements.get(i)));
    }
  }

  /** Takes back replacements that held only in some regions. */
  protected final void forgetReplacements(List<Value> values) {
    values.forEach(replacements::remove);
  }

  /** Returns what a value has been replaced by. */
  protected final Value current(Value value) {
    Value current = value;
    for (Value next = replacements.get(current); next != null; next = replacements.get(current)) {
      current = next;
    }
    return current;
  }

  /** Whether a value can be used in the region being built. */
  protected final boolean isVisible(Value value) {
    Definition known = definitions.get(value);
    return known != null && known.home.isOpen;
  }

  /** Returns the step that made a value; null for a parameter. */
  protected final @Nullable Step definition(Value value) {
    Definition known = definitions.get(value);
    return known == null ? null : known.step;
  }

  /** Returns the number or truth value that a value is known to be; null where it isn't. */
  public final @Nullable Object constant(Value value) {
    return definition(value) instanceof Step.Constant constant ? constant.value() : null;
  }

  /** Returns the operation that made a value, if it was the one asked for. */
  public final Step.@Nullable Apply applied(Op op, Value value) {
    return definition(value) instanceof Step.Apply apply && apply.operation() == op ? apply : null;
  }

  /** Returns the branch that gave a value, if it was one. */
  public final Step.@Nullable Branch branch(Value value) {
    return definition(value) instanceof Step.Branch branch ? branch : null;
  }

  /** Adds an operation. */
  public final Value apply(Op op, Position position, Value... operands) {
    List<Value> list = List.of(operands);
    Value result = new Value(op.type(Value.types(list)), "");
    add(new Step.Apply(result, op, list, position));
    return result;
  }

  /** Adds a constant. */
  public final Value constant(Type type, Object value) {
    Value result = new Value(type, "");
    add(new Step.Constant(result, value));
    return result;
  }

  /** Adds the value that Java gives to a field that isn't assigned. */
  public final Value unassigned(Type type) {
    Value result = new Value(type, "");
    add(new Step.Constant(result, type.unassigned()));
    return result;
  }

  /** Whether a step has no effect, throws nothing and depends on its operands only. */
  public static boolean isPure(Step step) {
    return step instanceof Step.Constant
        || step instanceof Step.Apply apply && !((Op) apply.operation()).traps(apply.operands());
  }

  /** Whether a call made before, in this region, gives the same here. */
  protected final boolean canWait(Step call, Survey seen) {
    int at = made().indexOf(call);
    return at >= 0
        && made().subList(at + 1, made().size()).stream()
            .noneMatch(step -> seen.disturbs(step, call));
  }

  /** Whether the compiler made a step itself, so that it needn't run unless its result is used. */
  public static boolean isMade(Step step) {
    return step.position().isMade();
  }
}
