package cotangent.processor.derive.lanes;

import cotangent.processor.derive.analyse.Cell;
import cotangent.processor.derive.analyse.Places;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells what differs from lane to lane when a graph is run for several values of some parameters at
 * once, and whether it can be: which steps run, and on which elements, must be the same in all.
 */
final class Varying {
  private final Graph graph;
  private final Storage storage;
  private final Set<Value> scalars = new HashSet<>();
  private final Set<Cell> cells = new HashSet<>();
  private final Set<Step> touched = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Collection<Value> parameters;
  private boolean changed;
  private boolean possible = true;

  Varying(Graph graph, Collection<Value> parameters) {
    this.graph = graph;
    this.parameters = parameters;
    this.storage = new Storage(graph, new Places(graph.body()), false);
    parameters.forEach(this::mark);
    do {
      changed = false;
      graph.body().steps().forEach(this::flow);
    } while (changed);
    graph.body().steps().forEach(this::touch);
  }

  /** Tells whether all lanes can be run at once. */
  boolean isPossible() {
    return possible
        && graph.parameters().stream().allMatch(v -> parameters.contains(v) || !varies(v));
  }

  /** Tells whether a number, or what an array holds in the end, differs from lane to lane. */
  boolean varies(Value value) {
    return value.type().isArray() ? cells.contains(storage.leaf(value)) : scalars.contains(value);
  }

  /** Tells whether a value is a number that differs from lane to lane. */
  boolean isNumber(Value value) {
    return value.type().isScalar() && varies(value);
  }

  /** Gives what is the same for arrays whose rows may be the same. */
  Object memory(Value array) {
    return storage.leaf(array);
  }

  /** Tells whether the numbers in an array stay as they are, so that they can be read again. */
  boolean isNeverWritten(Value array) {
    return storage.leaf(array).writes().isEmpty();
  }

  /** Tells whether a step has to do with what varies. */
  boolean touches(Step step) {
    return touched.contains(step);
  }

  private void mark(Value value) {
    changed |= value.type().isArray() ? cells.add(storage.leaf(value)) : scalars.add(value);
  }

  private void mark(Value value, Value source) {
    if (varies(source) && !varies(value)) {
      mark(value);
    }
  }

  private void mark(List<Value> values, List<Value> sources) {
    for (int i = 0; i < Math.min(values.size(), sources.size()); i++) {
      mark(values.get(i), sources.get(i));
    }
  }

  private void refuseIf(boolean condition) {
    possible &= !condition;
  }

  private void flow(Step step) {
    if (step instanceof Step.Apply apply) {
      flow(apply);
    } else if (step instanceof Step.Read read) {
      mark(read.result(), read.array());
      refuseIf(varies(read.index()));
    } else if (step instanceof Step.Write write) {
      mark(write.array(), write.value());
      refuseIf(varies(write.index()));
    } else if (step instanceof Step.Fill fill) {
      mark(fill.array(), fill.value());
      refuseIf(varies(fill.from()) || varies(fill.to()));
    } else if (step instanceof Step.Copy copy) {
      flow(copy);
    } else if (step instanceof Step.Clone clone) {
      mark(clone.result(), clone.array());
    } else if (step instanceof Step.ZerosLike zeros) {
      refuseIf(varies(zeros.array()) && !varies(zeros.result()));
    } else if (step instanceof Step.NewArray array) {
      refuseIf(array.lengths().stream().anyMatch(this::varies));
    } else if (step.regions().isEmpty()) {
      refuseIf(step.operands().stream().anyMatch(this::varies));
      refuseIf(step.results().stream().anyMatch(value -> isFromOutside(step) && varies(value)));
    } else {
      step.regions().forEach(region -> region.steps().forEach(this::flow));
      flowThrough(step);
    }
  }

  /** Tells whether what a step gives doesn't come from a step of this graph. */
  private static boolean isFromOutside(Step step) {
    return step instanceof Step.Call || step instanceof Step.Pop;
  }

  private void flow(Step.Apply apply) {
    List<Value> numbers = apply.operands().stream().filter(v -> v.type().isScalar()).toList();
    if (apply.result().type().isArray()) {
      refuseIf(numbers.stream().anyMatch(this::varies));
    } else {
      numbers.forEach(operand -> mark(apply.result(), operand));
    }
  }

  /** Numbers may be copied within one array, so that it matters in which order. */
  private void flow(Step.Copy copy) {
    mark(copy.target(), copy.source());
    boolean numbers = copy.source().type().rank() == 1;
    refuseIf(
        numbers && varies(copy.target()) && storage.of(copy.source()) == storage.of(copy.target()));
    refuseIf(List.of(copy.from(), copy.to(), copy.length()).stream().anyMatch(this::varies));
  }

  private void flowThrough(Step step) {
    if (step instanceof Step.Branch branch) {
      refuseIf(varies(branch.condition()));
      mark(branch.results(), branch.then().yields());
      mark(branch.results(), branch.otherwise().yields());
    } else if (step instanceof Step.Loop loop) {
      refuseIf(varies(loop.from()) || varies(loop.to()));
      mark(loop.carried(), loop.initial());
      mark(loop.carried(), loop.body().yields());
      mark(loop.results(), loop.carried());
    } else if (step instanceof Step.While loop) {
      mark(loop.carried(), loop.initial());
      mark(loop.carried(), loop.after().yields());
      if (!loop.before().diverges()) {
        refuseIf(varies(loop.condition()));
        mark(loop.results(), loop.exits());
      }
    }
  }

  private boolean touch(Step step) {
    boolean touches =
        step.results().stream().anyMatch(this::varies)
            || step.operands().stream().anyMatch(this::varies);
    for (Region region : step.regions()) {
      touches |= region.parameters().stream().anyMatch(this::varies);
      touches |= region.yields().stream().anyMatch(this::varies);
      for (Step inner : region.steps()) {
        touches |= touch(inner);
      }
    }
    if (touches) {
      touched.add(step);
    }
    return touches;
  }
}
