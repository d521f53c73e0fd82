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
import java.util.stream.Stream;

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

  /** Returns what is the same for arrays whose rows may be the same. */
  Object memory(Value array) {
    return storage.leaf(array);
  }

  /** Whether the numbers in an array stay as they are, so that they can be read again. */
  boolean isNeverWritten(Value array) {
    return storage.leaf(array).writes().isEmpty();
  }

  /** Whether a step reads or writes anything that varies. */
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
    return switch (step.kind()) {
      case APPLY -> decides((Step.Apply) step);
      case READ -> varies(((Step.Read) step).index());
      case WRITE -> varies(((Step.Write) step).index());
      case FILL -> varies(((Step.Fill) step).from()) || varies(((Step.Fill) step).to());
      case COPY -> decides((Step.Copy) step);
      case CONSTANT, CLONE -> false;
      case ZEROS_LIKE -> varies(step.operands().get(0)) && !varies(step.results().get(0));
      case BRANCH -> varies(((Step.Branch) step).condition());
      case LOOP -> varies(((Step.Loop) step).from()) || varies(((Step.Loop) step).to());
      case WHILE -> decides((Step.While) step);
      case NEW_ARRAY, PUSH, THROW -> step.operands().stream().anyMatch(this::varies);
      case CALL, POP ->
          Stream.concat(step.operands().stream(), step.results().stream()).anyMatch(this::varies);
    };
  }

  private boolean decides(Step.Apply apply) {
    return apply.result().type().isArray() && apply.operands().stream().anyMatch(this::isNumber);
  }

  private boolean decides(Step.While loop) {
    return !loop.before().diverges() && varies(loop.condition());
  }

  /** Numbers may be copied within one array, so the order matters. */
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
