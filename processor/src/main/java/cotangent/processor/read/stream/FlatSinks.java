package cotangent.processor.read.stream;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements go of streams that functions give to {@code flatMap}: the expression of such a
 * stream is read as a loop, inside the loop over the stream around it.
 */
final class FlatSinks {
  private final Map<Tree, @Nullable Sink> sinks = new HashMap<>();

  /**
   * Takes elements.
   *
   * @param wanted whether another element matters; null where all of them do
   * @param assigned the variables that the action assigns
   */
  record Sink(Supplier<@Nullable Value> wanted, Set<Variable> assigned, Consumer<Term> action) {}

  static FlatSinks of(Reading reading) {
    return reading.part(FlatSinks.class, all -> new FlatSinks());
  }

  /**
   * Carries out an action in which the elements of a stream go to a sink.
   *
   * @param sink null where the stream is read as if it weren't inside another one
   */
  void during(Tree stream, @Nullable Sink sink, Runnable action) {
    Sink outer = sinks.put(stream, sink);
    try {
      action.run();
    } finally {
      if (outer == null) {
        sinks.remove(stream);
      } else {
        sinks.put(stream, outer);
      }
    }
  }

  /** Returns where the elements of a stream go; null where it isn't inside another one. */
  @Nullable Sink of(Tree stream) {
    return sinks.get(stream);
  }
}
