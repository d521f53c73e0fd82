package cotangent.processor.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run meets outside the graph. */
public interface Outside {
  /** Returns the result of a call of a Java member; anything for a call without one. */
  @Nullable Object call(Step.Call call, List<@Nullable Object> operands);

  /** Computes an operation; one on doubles is asked for only where it is watched. */
  default Object apply(Operation operation, List<Object> operands) {
    return operation.evaluate(operands);
  }

  /** Rounds the result of an operation that is computed without being asked for. */
  default double rounded(double exact) {
    return exact;
  }

  /** Is told of steps, and of the elements of new arrays, beforehand. */
  default void spend(long steps) {}
}
