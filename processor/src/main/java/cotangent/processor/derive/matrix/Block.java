package cotangent.processor.derive.matrix;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some of the numbers in all inputs, one after another: those that have lanes at the same time.
 *
 * @param from how many numbers come before the block
 * @param lanes how many it has
 */
record Block(Value from, Value lanes) {

  /** Writes something for a part of a row of an input whose elements have lanes. */
  interface Stretch {
    /**
     * Writes.
     *
     * @param row what goes with the row of the input
     * @param start the first element
     * @param end the one after the last
     * @param shift the lane of an element, less its index
     */
    void write(GraphBuilder b, Value row, Value start, Value end, Value shift);
  }

  /** Writes something for a lane. */
  interface Lane {
    void write(GraphBuilder b, Value lane);
  }

  /** Copies a row of lanes to their places in a vector that has a place for each number. */
  void put(GraphBuilder b, Value row, Value vector) {
    copy(b, row, b.constant(0), vector, from, lanes);
  }

  /** Copies numbers, and converts them where needed. */
  static void copy(GraphBuilder b, Value source, Value from, Value target, Value to, Value length) {
    if (source.type().equals(target.type())) {
      b.add(new Step.Copy(source, from, target, to, length, Position.NONE));
      return;
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value number = body.read("", source, body.apply(Operations.ADD, from, index));
    Value converted = new FormulaWriter(body).convert(number, target.type().element());
    body.write(target, body.apply(Operations.ADD, to, index), converted);
    b.loop(b.constant(0), length, 1, List.of(), body.yield());
  }

  /** Writes what is done where a number has a lane. */
  void number(GraphBuilder b, Value position, Lane writing) {
    Value lane = b.apply("lane", Operations.SUB, position, from);
    Value notBefore = b.apply(Operations.LE, b.constant(0), lane);
    Value notBehind = b.apply(Operations.LT, lane, lanes);
    GraphBuilder inner = new GraphBuilder();
    writing.write(inner, lane);
    Value inside = b.apply(Operations.AND, notBefore, notBehind);
    b.branch(inside, inner.yield(), ArrayCode.nothing(List.of()), List.of());
  }

  /**
   * Writes what is done for each row of an array.
   *
   * @param beside an array with the same rows, whose elements may be anything
   * @param position how many numbers come before the array; null where the block is certainly in it
   * @return how many come before what follows
   */
  @Nullable Value array(
      GraphBuilder b, Value array, Value beside, @Nullable Value position, Stretch writing) {
    Value zero = b.constant(0);
    if (position == null) {
      Value end = b.apply(Operations.ADD, from, lanes);
      writing.write(b, beside, from, end, b.apply(Operations.NEG, from));
      return null;
    }
    Value length = new ArrayCode(b).length(array);
    if (array.type().rank() == 1) {
      Value first = b.apply(Operations.SUB, from, position);
      Value start = b.apply("start", Operations.MAX, zero, first);
      Value behind = b.apply(Operations.ADD, first, lanes);
      Value end = b.apply("end", Operations.MIN, length, behind);
      GraphBuilder inner = new GraphBuilder();
      writing.write(inner, beside, start, end, inner.apply(Operations.NEG, first));
      Value any = b.apply(Operations.LT, start, end);
      b.branch(any, inner.yield(), ArrayCode.nothing(List.of()), List.of());
      return b.apply("position", Operations.ADD, position, length);
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value before = body.parameter(Type.INT, "position");
    Value row = body.read("", array, index);
    Value after = array(body, row, body.read("", beside, index), before, writing);
    return b.loop(zero, length, 1, List.of(position), body.yield(Objects.requireNonNull(after)))
        .get(0);
  }
}
