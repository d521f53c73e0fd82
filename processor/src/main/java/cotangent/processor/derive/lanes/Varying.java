package cotangent.processor.derive.lanes;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
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
 * Finds what differs from lane to lane when a graph is run for several values of some parameters at
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

  /** Whether all lanes can be run at once. */
  boolean isPossible() {
    return possible
        && graph.parameters().stream().allMatch(v -> parameters.contains(v) || !varies(v));
  }

  /** Whether a number, or what an array holds in the end, differs from lane to lane. */
  boolean varies(Value value) {
    return value.type().isArray() ? cells.contains(storage.leaf(value)) : scalars.contains(value);
  }

  /** Whether a value is a number that differs from lane to lane. */
  boolean isNumber(Value value) {
    return value.type().isScalar() && varies(value);
  }

  /** Gives what is the same for arrays whose rows may be the same. */
  Object memory(Value array) {
    return storage.leaf(array);
  }

  /** Whether the numbers in an array stay as they are, so that they can be read again. */
  boolean isNeverWritten(Value array) {
    return storage.leaf(array).writes().isEmpty();
  }

  /** Whether a step has to do with what varies. */
  boolean touches(Step step) {
    return touched.contains(step);
  }

  private void mark(Value value) {
    changed |= value.type().isArray() ? cells.add(storage.leaf(value)) : scalars.add(value);
  }

  private void flow(Step step) {
    step.regions().forEach(region -> region.steps().forEach(this::flow));
    for (Moves.Move move : Moves.of(step)) {
      boolean ofArrays = move.way() == Moves.Way.COMPUTED && !areScalars(move);
      if (!ofArrays && varies(move.from()) && !varies(move.to())) {
        mark(move.to());
      }
    }
    possible &= !decides(step);
  }

  private static boolean areScalars(Moves.Move move) {
    return move.from().type().isScalar() && move.to().type().isScalar();
  }

  /** Whether what varies decides what the step does, or where. */
  private boolean decides(Step step) {
    if (step instanceof Step.Apply apply) {
      return apply.result().type().isArray() && apply.operands().stream().anyMatch(this::isNumber);
    } else if (step instanceof Step.Read read) {
      return varies(read.index());
    } else if (step instanceof Step.Write write) {
      return varies(write.index());
    } else if (step instanceof Step.Fill fill) {
      return varies(fill.from()) || varies(fill.to());
    } else if (step instanceof Step.Copy copy) {
      return decides(copy);
    } else if (step instanceof Step.Clone) {
      return false;
    } else if (step instanceof Step.ZerosLike zeros) {
      return varies(zeros.array()) && !varies(zeros.result());
    } else if (step instanceof Step.Branch branch) {
      return varies(branch.condition());
    } else if (step instanceof Step.Loop loop) {
      return varies(loop.from()) || varies(loop.to());
    } else if (step instanceof Step.While loop) {
      return !loop.before().diverges() && varies(loop.condition());
    }
    boolean isFromOutside = step instanceof Step.Call || step instanceof Step.Pop;
    return step.operands().stream().anyMatch(this::varies)
        || isFromOutside && step.results().stream().anyMatch(this::varies);
  }

  /** Numbers may be copied within one array, so that it matters in which order. */
  private boolean decides(Step.Copy copy) {
    boolean numbers = copy.source().type().rank() == 1;
    return numbers
            && varies(copy.target())
            && storage.of(copy.source()) == storage.of(copy.target())
        || List.of(copy.from(), copy.to(), copy.length()).stream().anyMatch(this::varies);
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
