package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays that a method is given it may write to. Where two arrays meet in a variable, {@link
 * Storage} takes both for one; here each write is followed back to where its array comes from, so
 * that one that is only read isn't taken for one that is written.
 */
final class WrittenInputs {
  private final Storage storage;
  private final Map<Value, List<Value>> sources = new HashMap<>();
  private final Set<Value> written = new HashSet<>();
  private boolean isUncertain;

  WrittenInputs(Graph graph) {
    this.storage = new Storage(graph, new Places(graph.body()), false);
    Set<Value> targets = new HashSet<>();
    collect(graph.body(), targets);
    Deque<Value> pending = new ArrayDeque<>(targets);
    while (!pending.isEmpty()) {
      Value value = pending.pop();
      if (written.add(value)) {
        pending.addAll(sources.getOrDefault(value, List.of()));
      }
    }
  }

  private void collect(Region region, Set<Value> targets) {
    for (Step step : region.steps()) {
      for (Moves.Move move : Moves.of(step)) {
        if (move.from().type().isArray() && move.way() != Moves.Way.COMPUTED) {
          sources.computeIfAbsent(move.to(), key -> new ArrayList<>()).add(move.from());
        }
      }
      targets.addAll(Accesses.of(step).written());
      isUncertain |= step instanceof Step.Pop || step instanceof Step.Push;
      isUncertain |=
          step instanceof Step.Call call
              && (call.operands().stream().anyMatch(operand -> operand.type().isArray())
                  || call.results().stream().anyMatch(result -> result.type().isArray()));
      step.regions().forEach(inner -> collect(inner, targets));
    }
  }

  /** Whether an array may be written to. */
  boolean contains(Value array) {
    return storage.isWritten(array) && (isUncertain || written.contains(array));
  }
}
