package cotangent.processor.graph;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Step.Apply} computes: a pure function of scalars (and of an array's identity and
 * length). The rows of the table of operations are the implementations; the graph knows no more.
 */
public interface Operation {

  String name();

  /**
   * Returns the type of the result.
   *
   * @throws IllegalArgumentException when the operation doesn't take such operands
   */
  Type type(List<Type> operands);

  /** Computes the result from boxed operands, exactly as Java does. */
  Object evaluate(List<Object> operands);

  /**
   * Returns the same on one or two doubles, the second of which it may not need; null where it
   * computes something else.
   */
  default @Nullable DoubleBinaryOperator onDoubles() {
    return null;
  }
}
