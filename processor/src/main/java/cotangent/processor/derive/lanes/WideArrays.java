package cotangent.processor.derive.lanes;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes what happens to arrays that have a row of lanes in place of each number. */
public final class WideArrays {
  private final GraphBuilder b;
  private final Value lanes;

  public WideArrays(GraphBuilder b, Value lanes) {
    this.b = b;
    this.lanes = lanes;
  }

  /** Returns the step that makes an array; one that has rows yet to come gets them later. */
  Step made(Value result, Step.NewArray step) {
    List<Value> lengths = new ArrayList<>(step.lengths());
    if (lengths.size() == step.result().type().rank()) {
      lengths.add(lanes);
    }
    return new Step.NewArray(result, lengths, step.cleared(), step.position());
  }

  /** Makes zeros with the shape of an array that has no lanes; null for null. */
  public Value zerosLike(String name, Value array) {
    GraphBuilder there = new GraphBuilder();
    Region zeros = there.yield(new WideArrays(there, lanes).zeros(name, array));
    GraphBuilder not = new GraphBuilder();
    Type type = wide(array.type());
    Region nothing = not.yield(not.constant(type, null));
    Value isThere = b.apply(Operations.NE, array, b.constant(array.type(), null));
    return b.branch(isThere, zeros, nothing, List.of(new Value(type, name))).get(0);
  }

  private Value zeros(String name, Value array) {
    Value length = b.apply(Operations.LENGTH, array);
    Type type = wide(array.type());
    if (array.type().rank() == 1) {
      return b.newArray(name, type, length, lanes);
    }
    Value zeros = b.newArray(name, type, length);
    each(
        b.constant(0),
        length,
        (body, index) -> {
          Value row = body.read("", array, index);
          body.write(zeros, index, new WideArrays(body, lanes).zerosLike("", row));
        });
    return zeros;
  }

  /** Copies an array, and where it holds numbers also their rows, with lanes or without. */
  Value cloned(Value like, Value array) {
    if (like.type().rank() > 1) {
      return b.cloned(like.name(), array);
    }
    Value length = b.apply(Operations.LENGTH, array);
    Value copy = b.newArray(like.name(), wide(like.type()), length, lanes);
    each(
        b.constant(0),
        length,
        (body, index) -> fillRow(body, copy, index, body.read("", array, index)));
    return copy;
  }

  void copy(Step.Copy copy, Value source, Value target) {
    if (copy.source().type().rank() > 1) {
      b.add(new Step.Copy(source, copy.from(), target, copy.to(), copy.length(), copy.position()));
      return;
    }
    each(
        b.constant(0),
        copy.length(),
        (body, index) -> {
          Value from = body.apply(Operations.ADD, copy.from(), index);
          Value to = body.apply(Operations.ADD, copy.to(), index);
          fillRow(body, target, to, body.read("", source, from));
        });
  }

  /**
   * Fills an array.
   *
   * @param value a row of lanes, a number that is the same in all, or a row of the array
   */
  void fill(Step.Fill fill, Value array, Value value) {
    if (fill.array().type().rank() > 1) {
      b.add(new Step.Fill(array, fill.from(), fill.to(), value, fill.position()));
    } else {
      each(fill.from(), fill.to(), (body, index) -> fillRow(body, array, index, value));
    }
  }

  private void fillRow(GraphBuilder body, Value array, Value index, Value value) {
    Value row = body.read("", array, index);
    Value zero = body.constant(0);
    body.add(
        value.type().isArray()
            ? new Step.Copy(value, zero, row, zero, lanes, Position.NONE)
            : new Step.Fill(row, zero, lanes, value, Position.NONE));
  }

  private void each(Value from, Value to, BiConsumer<GraphBuilder, Value> writing) {
    GraphBuilder body = new GraphBuilder();
    writing.accept(body, body.parameter(Type.INT, "i"));
    b.loop(from, to, 1, List.of(), body.yield());
  }

  /** Returns the type that has a number for each lane in place of each number. */
  public static Type wide(Type type) {
    return type.isArray() ? Type.array(wide(type.element())) : Type.array(type);
  }
}
