package cotangent.processor.derive.matrix;

import cotangent.processor.derive.offer.Outline;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import java.util.List;

/** Writes a Jacobian by columns, many at once. */
final class WideJacobian {
  private final List<Value> wrt;
  private final Value output;
  private final int place;

  /**
   * @param outline the method's, which has one result
   */
  WideJacobian(Outline outline) {
    this.wrt = outline.wrt();
    this.output = outline.results().get(0);
    this.place = outline.graph().results().indexOf(output);
  }

  /** Writes the steps; returns the results of the graph, and then the Jacobian by each input. */
  List<Value> write(WideSweep sweep, GraphBuilder builder) {
    List<Value> like =
        wrt.stream()
            .map(
                input ->
                    new Value(
                        JacobianArrays.type(output.type(), input.type()),
                        JacobianArrays.name(input)))
            .toList();
    return sweep.results(
        builder,
        like,
        (b, block, numbering, results, tangents, carried) -> {
          Value value = results.get(place);
          Value tangent = tangents.get(0);
          return carried.stream().map(Value::type).toList().equals(List.of(tangent.type()))
              ? wholeOrFilled(b, block, numbering, value, tangent, carried)
              : filled(b, block, numbering, value, tangent, carried);
        });
  }

  /** Takes the tangents themselves for the Jacobian where one block has all columns. */
  private List<Value> wholeOrFilled(
      GraphBuilder b,
      Block block,
      Numbering numbering,
      Value value,
      Value tangent,
      List<Value> carried) {
    GraphBuilder whole = new GraphBuilder();
    GraphBuilder part = new GraphBuilder();
    Value isWhole = b.apply(Operations.EQ, block.lanes(), numbering.count());
    return b.branch(
        isWhole,
        whole.yield(tangent),
        part.yield(filled(part, block, numbering, value, tangent, carried)),
        carried);
  }

  private List<Value> filled(
      GraphBuilder b,
      Block block,
      Numbering numbering,
      Value value,
      Value tangent,
      List<Value> carried) {
    List<Value> jacobians = fromFirstBlock(b, block, numbering, value, carried);
    if (tangent.type().rank() > output.type().rank()) {
      rows(b, block, numbering, tangent, jacobians);
    }
    return jacobians;
  }

  /** Makes the arrays for the first block, which others fill further. */
  private List<Value> fromFirstBlock(
      GraphBuilder b, Block block, Numbering numbering, Value value, List<Value> carried) {
    GraphBuilder first = new GraphBuilder();
    List<Value> made =
        numbering.inputs().stream()
            .map(input -> JacobianArrays.zeros(first, value, input))
            .toList();
    Value isFirst = b.apply(Operations.EQ, block.from(), b.constant(0));
    return b.branch(isFirst, first.yield(made), ArrayCode.nothing(carried), carried);
  }

  private void rows(
      GraphBuilder b, Block block, Numbering numbering, Value tangent, List<Value> jacobians) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "row");
    Value lanes = body.read("", tangent, index);
    if (lanes.type().rank() > 1) {
      List<Value> inner = jacobians.stream().map(each -> body.read("", each, index)).toList();
      rows(body, block, numbering, lanes, inner);
    } else {
      for (int k = 0; k < wrt.size(); k++) {
        row(body, block, numbering, k, index, lanes, jacobians.get(k));
      }
    }
    JacobianArrays.each(b, tangent, body.yield());
  }

  /** Stores the derivatives of one number of the output by one input. */
  private void row(
      GraphBuilder b,
      Block block,
      Numbering numbering,
      int input,
      Value index,
      Value lanes,
      Value jacobian) {
    if (wrt.get(input).type().isScalar()) {
      numbering.number(
          b,
          block,
          input,
          (inner, lane) -> {
            Value entry = inner.read("", lanes, lane);
            inner.write(
                jacobian, index, new FormulaWriter(inner).convert(entry, jacobian.type().leaf()));
          });
    } else {
      numbering.array(
          b,
          block,
          input,
          b.read("", jacobian, index),
          (inner, row, start, end, shift) -> {
            Value first = inner.apply(Operations.ADD, start, shift);
            Value length = inner.apply(Operations.SUB, end, start);
            Block.copy(inner, lanes, first, row, start, length);
          });
    }
  }
}
