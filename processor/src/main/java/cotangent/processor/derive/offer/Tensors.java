package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;

/** Puts together tensors, of which graphs know only the sizes and the array. */
public final class Tensors {
  private static final String PACKAGE = "cotangent.tensor.";
  private static final String VECTOR = PACKAGE + "Vector";
  private static final Type MATRIX = new Type.Reference(PACKAGE + "Matrix");

  private Tensors() {}

  /** Whether an input or output is a vector. */
  public static boolean isVector(Port port) {
    return port.isTensor() && ((Port.Composite) port).type().equals(VECTOR);
  }

  /** Returns the array of a tensor, and an array itself. */
  public static Value array(List<Value> leaves) {
    return leaves.get(leaves.size() - 1);
  }

  /**
   * Returns the Jacobian of a vector or an array of numbers in the type that it has for users.
   *
   * @param leaves of the input by which it is
   * @param rows as arrays; numbers where the input is a number
   */
  public static Value jacobian(
      GraphBuilder b, Port output, Port input, List<Value> leaves, Value rows) {
    if (!output.mayBeLacking() && !input.mayBeLacking()) {
      return present(b, output, input, leaves, rows);
    }
    GraphBuilder there = new GraphBuilder();
    Value jacobian = present(there, output, input, leaves, rows);
    Value result = new Value(jacobian.type(), "jacobian");
    GraphBuilder nothing = new GraphBuilder();
    Value isNull = b.apply(Operations.EQ, rows, b.constant(rows.type(), null));
    return b.branch(
            isNull,
            nothing.yield(nothing.constant(jacobian.type(), null)),
            there.yield(jacobian),
            List.of(result))
        .get(0);
  }

  private static Value present(
      GraphBuilder b, Port output, Port input, List<Value> leaves, Value rows) {
    if (isVector(input)) {
      return call(b, MATRIX, "of", List.of(rows));
    } else if (input.isTensor()) {
      return matrices(b, leaves, rows);
    }
    boolean isVector = isVector(output) && rows.type().rank() == 1;
    return isVector ? call(b, new Type.Reference(VECTOR), "wrap", List.of(rows)) : rows;
  }

  /** Returns a matrix for each row. */
  private static Value matrices(GraphBuilder b, List<Value> leaves, Value rows) {
    Value length = b.apply(Operations.LENGTH, rows);
    Value all = b.newArray(rows.name(), Type.array(MATRIX), length);
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "row");
    Value row = body.read("", rows, index);
    Value matrix = call(body, MATRIX, "wrap", List.of(leaves.get(0), leaves.get(1), row));
    body.write(all, index, matrix);
    b.loop(b.constant(0), length, 1, List.of(), body.yield());
    return all;
  }

  private static Value call(GraphBuilder b, Type type, String name, List<Value> operands) {
    Callee callee =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, type.toString(), name, true);
    return b.call(callee, List.of(new Value(type, "")), operands).get(0);
  }
}
