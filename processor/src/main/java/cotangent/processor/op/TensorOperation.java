package cotangent.processor.op;

import java.util.Arrays;
import java.util.List;

/**
 * A row of the table of operations on tensors: what they require of shapes, and the shapes of their
 * results.
 *
 * @param owner {@code Vector} or {@code Matrix}
 * @param parameters the types of its parameters, as source names them
 * @param isStatic whether it has no receiver
 * @param shapes of the receiver, where there is one, and of each argument: expressions separated by
 *     commas as {@code @Shape} has them, just a name for a whole number, empty for all else
 * @param result the shape of the result; empty for a number
 * @param limits comparisons that have to hold besides
 * @param derivative what arrives at the receiver and at each argument, {@code t} arriving at the
 *     result: Java with the operations of this table, a dash where nothing does
 */
public record TensorOperation(
    String owner,
    String name,
    List<String> parameters,
    boolean isStatic,
    List<String> shapes,
    String result,
    List<String> limits,
    String derivative) {

  /** Whether sizes can be followed through the library's source, with nothing required. */
  public boolean asksNothing() {
    List<String> names =
        shapes.stream()
            .filter(shape -> !shape.isEmpty())
            .flatMap(shape -> Arrays.stream(shape.split(",")))
            .map(String::strip)
            .toList();
    boolean isFree = names.stream().distinct().count() == names.size();
    return isFree && !isStatic && limits.isEmpty() && (result.isEmpty() || shapes.contains(result));
  }
}
