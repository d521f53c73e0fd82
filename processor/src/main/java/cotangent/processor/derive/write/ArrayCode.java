package cotangent.processor.derive.write;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;

/** Writes the few loops over whole arrays that derivatives need. */
public final class ArrayCode {
  private final GraphBuilder builder;

  public ArrayCode(GraphBuilder builder) {
    this.builder = builder;
  }

  /** Adds every number of an array of any rank to the same place of another. */
  public void addInto(Value target, Value source) {
    addInto(target, source, false);
  }

  /** Adds an array to another one, or nothing where it is null; so are rows. */
  public void addIfThere(Value target, Value source) {
    addInto(target, source, true);
  }

  private void addInto(Value target, Value source, boolean mayBeNull) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    if (source.type().rank() == 1) {
      add(body, target, index, source, index);
    } else {
      Value targetRow = body.read("", target, index);
      Value sourceRow = body.read("", source, index);
      new ArrayCode(body).addInto(targetRow, sourceRow, mayBeNull);
    }
    Value length = mayBeNull ? length(source) : builder.apply(Operations.LENGTH, source);
    builder.loop(builder.constant(0), length, 1, List.of(), body.yield());
  }

  /**
   * Adds every number of an array to the same place of another, or nothing if a weight is zero, or
   * where it is null; so are rows.
   */
  public void addIfThere(Value target, Value source, Value weight) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value old = body.read("", target, index);
    Value addend = body.read("", source, index);
    if (source.type().rank() == 1) {
      Formula f = new FormulaWriter(body);
      body.write(target, index, f.add(old, f.unlessZero(weight, addend)));
    } else {
      new ArrayCode(body).addIfThere(old, addend, weight);
    }
    Value length = length(source);
    builder.loop(builder.constant(0), length, 1, List.of(), body.yield());
  }

  /** Adds the first numbers of an array to the same places of another, one by one. */
  public void addFirst(Value target, Value source, int count) {
    for (int i = 0; i < count; i++) {
      Value index = builder.constant(i);
      add(builder, target, index, source, index);
    }
  }

  /** Adds a range of numbers of one array to a range of another one. */
  public void addRange(Value target, Value to, Value source, Value from, Value length) {
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value targetIndex = body.apply(Operations.ADD, to, index);
    Value sourceIndex = body.apply(Operations.ADD, from, index);
    add(body, target, targetIndex, source, sourceIndex);
    builder.loop(builder.constant(0), length, 1, List.of(), body.yield());
  }

  /** Copies the arrays of rows, not the rows themselves. */
  public Value copyRows(Value array) {
    return copy(array, 2);
  }

  /** Copies an array and everything in it. */
  public Value copy(Value array) {
    return copy(array, 1);
  }

  /** Copies an array and everything in it; null stays null. */
  public Value copyOrNull(Value array) {
    return copyOrNull(array, 1);
  }

  /** Copies the arrays of rows, not the rows themselves; null stays null. */
  public Value copyRowsOrNull(Value array) {
    return copyOrNull(array, 2);
  }

  private Value copyOrNull(Value array, int lowestRank) {
    GraphBuilder there = new GraphBuilder();
    Value like = new Value(array.type(), array.name());
    Value copy = new ArrayCode(there).copy(like, array, lowestRank, true);
    return ifThere(array, there.yield(copy), array);
  }

  /**
   * Restores an array; does nothing where it is null.
   *
   * @param rows the rows that an array of rank 2 had
   * @param before a copy of it and of everything in it
   */
  public void restore(Value array, Value rows, Value before) {
    GraphBuilder there = new GraphBuilder();
    ArrayCode code = new ArrayCode(there);
    if (array.type().rank() == 1) {
      code.copyInto(array, before);
    } else {
      code.copyInto(array, rows);
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "i");
      Value row = body.read("", array, index);
      Value rowBefore = body.read("", before, index);
      GraphBuilder rowThere = new GraphBuilder();
      new ArrayCode(rowThere).copyInto(row, rowBefore);
      Value isRow = new ArrayCode(body).isThere(rowBefore);
      body.branch(isRow, rowThere.yield(), nothing(List.of()), List.of());
      Value length = there.apply(Operations.LENGTH, array);
      there.loop(there.constant(0), length, 1, List.of(), body.yield());
    }
    builder.branch(isThere(array), there.yield(), nothing(List.of()), List.of());
  }

  private void copyInto(Value target, Value source) {
    Value from = builder.constant(0);
    Value length = builder.apply(Operations.LENGTH, source);
    builder.add(new Step.Copy(source, from, target, from, length, Position.NONE));
  }

  /** Returns what a region yields where an array is there, else null. */
  public Value ifThere(Value array, Region there, Value like) {
    GraphBuilder not = new GraphBuilder();
    Region nothing = not.yield(not.constant(like.type(), null));
    return builder.branch(isThere(array), there, nothing, List.of(like)).get(0);
  }

  /** Returns the length of an array; 0 for null. */
  public Value length(Value array) {
    GraphBuilder there = new GraphBuilder();
    Region length = there.yield(there.apply(Operations.LENGTH, array));
    GraphBuilder not = new GraphBuilder();
    Region nothing = not.yield(not.constant(0));
    return builder.branch(isThere(array), length, nothing, List.of(new Value(Type.INT, ""))).get(0);
  }

  /** Returns what is made of an array, or null where the array is null. */
  public Value orNull(Value array, Value made) {
    return ifThere(array, nothing(List.of(made)), made);
  }

  /** Whether an array is not null. */
  Value isThere(Value array) {
    return builder.apply(Operations.NE, array, builder.constant(array.type(), null));
  }

  /** Makes a value a copy of an array and of everything in it. */
  public void copy(Value copy, Value array) {
    copy(copy, array, 1, false);
  }

  private Value copy(Value array, int lowestRank) {
    return copy(new Value(array.type(), array.name()), array, lowestRank, false);
  }

  private Value copy(Value copy, Value array, int lowestRank, boolean mayLackRows) {
    builder.add(new Step.Clone(copy, array, Position.NONE));
    if (array.type().rank() > lowestRank) {
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "i");
      Value rows = body.read("", copy, index);
      ArrayCode code = new ArrayCode(body);
      Value row = mayLackRows ? code.copyOrNull(rows, lowestRank) : code.copy(rows, lowestRank);
      body.write(copy, index, row);
      Value length = builder.apply(Operations.LENGTH, copy);
      builder.loop(builder.constant(0), length, 1, List.of(), body.yield());
    }
    return copy;
  }

  /**
   * Multiplies two numbers, or the numbers in two arrays, and sums up.
   *
   * @param moves where it is zero, nothing is added, whatever the other factor is
   */
  public Value dot(Value moves, Value factor, Type type) {
    return dot(moves, factor, type, false);
  }

  /** Returns the same, or zero where there is no array to weigh the moves by. */
  public Value dotIfThere(Value moves, Value factor, Type type) {
    return dot(moves, factor, type, true);
  }

  private Value dot(Value moves, Value factor, Type type, boolean mayBeNull) {
    Formula f = new FormulaWriter(builder);
    if (!moves.type().isArray()) {
      return f.unlessZero(moves, f.mul(f.convert(moves, type), f.convert(factor, type)));
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value sum = body.parameter(type, "sum");
    Value left = body.read("", moves, index);
    Value right = body.read("", factor, index);
    Value next =
        body.apply(Operations.ADD, sum, new ArrayCode(body).dot(left, right, type, mayBeNull));
    Value length = mayBeNull ? length(factor) : builder.apply(Operations.LENGTH, moves);
    Value start = f.literal(0, type);
    return builder.loop(builder.constant(0), length, 1, List.of(start), body.yield(next)).get(0);
  }

  /** Writes zeros over a range. */
  public void clear(Value array, Value from, Value length) {
    Value end = builder.apply(Operations.ADD, from, length);
    Value zero =
        array.type().element() == Type.FLOAT ? builder.constant(0f) : builder.constant(0.0);
    builder.add(new Step.Fill(array, from, end, zero, Position.NONE));
  }

  private static void add(GraphBuilder body, Value target, Value to, Value source, Value from) {
    Value old = body.read("", target, to);
    Value addend = body.read("", source, from);
    body.write(target, to, body.apply(Operations.ADD, old, addend));
  }

  /** Returns a region that yields the values given and does nothing. */
  public static Region nothing(List<Value> yields) {
    return new Region(List.of(), List.of(), yields);
  }
}
