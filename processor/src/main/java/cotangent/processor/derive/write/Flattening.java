package cotangent.processor.derive.write;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;

/** Writes numbers and arrays of any rank, row by row, into one vector of doubles. */
public final class Flattening {

  /** Counts the numbers. */
  public Value count(GraphBuilder b, List<Value> values) {
    int numbers = (int) values.stream().filter(value -> value.type().isScalar()).count();
    Value count = null;
    for (Value value : values) {
      if (value.type().isArray()) {
        Value ofArray = count(b, value);
        count = count == null ? ofArray : b.apply("count", Operations.ADD, count, ofArray);
      }
    }
    if (count == null) {
      return b.constant(numbers);
    }
    return numbers == 0 ? count : b.apply("count", Operations.ADD, count, b.constant(numbers));
  }

  private Value count(GraphBuilder b, Value array) {
    Value length = new ArrayCode(b).length(array);
    if (array.type().rank() == 1) {
      return length;
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value before = body.parameter(Type.INT, "count");
    Value ofRow = count(body, body.read("", array, index));
    Value after = body.apply("count", Operations.ADD, before, ofRow);
    Value zero = b.constant(0);
    return b.loop(zero, length, 1, List.of(zero), body.yield(after)).get(0);
  }

  /** Writes the numbers from the beginning of the vector. */
  public void write(GraphBuilder b, List<Value> values, Value vector) {
    Value position = b.constant(0);
    for (Value value : values) {
      position = write(b, value, vector, position);
    }
  }

  /** Writes the numbers from a position; returns the one after them. */
  private Value write(GraphBuilder b, Value value, Value vector, Value position) {
    if (value.type().isScalar()) {
      b.write(vector, position, new FormulaWriter(b).convert(value, Type.DOUBLE));
      return b.apply("position", Operations.ADD, position, b.constant(1));
    }
    Value zero = b.constant(0);
    Value length = new ArrayCode(b).length(value);
    if (value.type().element() == Type.DOUBLE) {
      GraphBuilder some = new GraphBuilder();
      some.add(new Step.Copy(value, zero, vector, position, length, Position.NONE));
      b.branch(
          new ArrayCode(b).isThere(value), some.yield(), ArrayCode.nothing(List.of()), List.of());
      return b.apply("position", Operations.ADD, position, length);
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value before = body.parameter(Type.INT, "position");
    Value after = write(body, body.read("", value, index), vector, before);
    return b.loop(zero, length, 1, List.of(position), body.yield(after)).get(0);
  }
}
