package cotangent.processor.derive.lanes;

import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Value;
import java.util.List;

/** What is done with one number in each lane. */
sealed interface Act {

  /** Reads a number out of a row. */
  record Get(Value result, Value row, Object memory) implements Act {}

  /** Computes a number. */
  record Calculate(Value result, Operation operation, List<Value> operands) implements Act {}

  /** Puts a number into a row. */
  record Put(Value number, Value row, Object memory) implements Act {}
}
