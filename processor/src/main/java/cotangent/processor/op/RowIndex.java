package cotangent.processor.op;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index into a matrix whose rows lie one after the other: {@code row * columns + column}. As
 * long as the column is less than the number of columns, each pair has an element of its own.
 */
public record RowIndex(Value row, Value columns, Value column) {

  /**
   * Finds the row and the column of an index; null where it isn't computed in this way.
   *
   * @param definition gives the step that makes a value
   */
  public static @Nullable RowIndex of(Value index, Function<Value, @Nullable Step> definition) {
    return definition.apply(index) instanceof Step.Apply sum
            && sum.operation() == Operations.ADD
            && definition.apply(sum.operands().get(0)) instanceof Step.Apply start
            && start.operation() == Operations.MUL
        ? new RowIndex(start.operands().get(0), start.operands().get(1), sum.operands().get(1))
        : null;
  }
}
