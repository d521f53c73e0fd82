package cotangent.processor.read.scope;

import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the lengths of arrays while a method is read. */
final class KnownLengths {
  private final Map<Value, Value> arrays = new HashMap<>();
  private final Set<Value> empty = new HashSet<>();

  /** Notes that an array has no elements. */
  void noteEmpty(Value array) {
    empty.add(array);
  }

  boolean isEmpty(Value array) {
    return empty.contains(array);
  }

  /**
   * Notes how a number was computed.
   *
   * @param last what the last operand is known to be
   */
  void note(Op op, Value result, @Nullable Object last, Value... operands) {
    Value array = null;
    if (op == Operations.LENGTH) {
      array = operands[0];
    } else if (op == Operations.MIN) {
      array = arrays.getOrDefault(operands[0], arrays.get(operands[1]));
    } else if (op == Operations.SUB || op == Operations.DIV || op == Operations.SHR) {
      array = isSmaller(op, last) ? arrays.get(operands[0]) : null;
    }
    if (array != null) {
      arrays.put(result, array);
    }
  }

  /** Whether a length doesn't grow where it goes down, is divided or shifted by a number. */
  private static boolean isSmaller(Op op, @Nullable Object by) {
    int least = op == Operations.DIV ? 1 : 0;
    int most = op == Operations.SHR ? Integer.SIZE - 1 : Integer.MAX_VALUE;
    return by instanceof Integer number && number >= least && number <= most;
  }

  /** Whether a number is certainly no more than the length of an array. */
  boolean isAtMost(Value number, Value array) {
    return array.equals(arrays.get(number));
  }
}
