package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which arrays that a method is given it may write to. Where two arrays meet in a variable, {@link
 * Storage} takes both for one; here each write is followed back to where its array comes from, so
 * that one that is only read isn't taken for one that is written.
 */
final class WrittenInputs {
  private final Storage storage;
  private final Places places;
  private final Map<Value, List<Moves.Move>> moves = new HashMap<>();
  private final Set<Inside> written = new HashSet<>();
  private boolean isUncertain;

  WrittenInputs(Graph graph) {
    this(graph, Storage.withNullsApart(graph, new Places(graph.body())));
  }

  WrittenInputs(Graph graph, Storage storage) {
    this.storage = storage;
    this.places = new Places(graph.body());
    Deque<Inside> pending = new ArrayDeque<>();
    collect(graph.body(), pending);
    while (!pending.isEmpty()) {
      Inside place = pending.pop();
      if (written.add(place)) {
        moves.getOrDefault(place.array, List.of()).forEach(move -> follow(place, move, pending));
      }
    }
  }

  /** The arrays so deep inside another one. */
  private record Inside(Value array, int depth) {}

  /** Follows arrays back through a move to what holds them. */
  private static void follow(Inside place, Moves.Move move, Deque<Inside> pending) {
    int deeper =
        switch (move.way()) {
          case TAKEN_OUT -> 1;
          case PUT_IN -> -1;
          case HANDED_ON, COPIED, COMPUTED -> 0;
        };
    boolean isElsewhere = move.way() == Moves.Way.COPIED && place.depth == 0;
    if (place.depth + deeper >= 0 && !isElsewhere) {
      pending.add(new Inside(move.from(), place.depth + deeper));
    }
  }

  private void collect(Region region, Deque<Inside> targets) {
    for (Step step : region.steps()) {
      for (Moves.Move move : Moves.of(step)) {
        if (move.from().type().isArray() && move.way() != Moves.Way.COMPUTED) {
          moves.computeIfAbsent(move.to(), key -> new ArrayList<>()).add(move);
        }
      }
      Storage.written(step).forEach(array -> targets.add(new Inside(array, 0)));
      isUncertain |= step instanceof Step.Pop || step instanceof Step.Push;
      isUncertain |=
          step instanceof Step.Call call
              && !ArrayChecks.onlyLooks(call, places)
              && !TensorKernels.isKernel(call)
              && (call.operands().stream().anyMatch(operand -> operand.type().isArray())
                  || call.results().stream().anyMatch(result -> result.type().isArray()));
      step.regions().forEach(inner -> collect(inner, targets));
    }
  }

  /** Whether an array may be written to. */
  boolean contains(Value array) {
    return IntStream.range(0, array.type().rank()).anyMatch(depth -> contains(array, depth));
  }

  /** Whether the arrays so deep inside another one may be written to. */
  boolean contains(Value array, int depth) {
    return storage.isWritten(array, depth)
        && (isUncertain || written.contains(new Inside(array, depth)));
  }
}
