package cotangent.processor.derive.matrix;

import cotangent.processor.derive.reverse.Cotangents;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;

/** What the arrays are that hold Jacobians, one for each output and input. */
final class JacobianArrays {
  private JacobianArrays() {}

  static Type type(Type output, Type input) {
    return output.isArray() ? Type.array(type(output.element(), input)) : input;
  }

  static String name(Value input) {
    return Cotangents.name(input);
  }

  /** Writes a loop over the rows; there are none where the array is null. */
  static void each(GraphBuilder b, Value array, Region body) {
    Value length = new ArrayCode(b).length(array);
    b.loop(b.constant(0), length, 1, List.of(), body);
  }

  /** Makes a Jacobian of zeros, which is null where the output is. */
  static Value zeros(GraphBuilder b, Value output, Value input) {
    GraphBuilder there = new GraphBuilder();
    Value made = zerosOf(there, output, input);
    return new ArrayCode(b).ifThere(output, there.yield(made), made);
  }

  /** Makes them row by row: C2 calls the virtual machine for all rows at once. */
  private static Value zerosOf(GraphBuilder b, Value output, Value input) {
    Value length = b.apply(Operations.LENGTH, output);
    Type type = type(output.type(), input.type());
    boolean flat = output.type().rank() == 1;
    Value jacobian = b.newArray(name(input), type, length);
    if (!flat || input.type().isArray()) {
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "row");
      Value entry =
          flat ? body.zerosLike("", input) : zeros(body, body.read("", output, index), input);
      body.write(jacobian, index, entry);
      b.loop(b.constant(0), length, 1, List.of(), body.yield());
    }
    return jacobian;
  }
}
