package cotangent.processor.derive.write;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;

/**
 * Writes what saves the numbers that an array of any rank holds, and puts them back into the same
 * array. Arrays and rows that are null stay so.
 */
public final class Contents {
  private final GraphBuilder builder;

  public Contents(GraphBuilder builder) {
    this.builder = builder;
  }

  /** Copies an array and its rows. */
  public Value copied(String name, Value array) {
    GraphBuilder there = new GraphBuilder();
    Value copy = there.cloned(name, array);
    if (array.type().rank() > 1) {
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "i");
      Value row = body.read("", copy, index);
      body.write(copy, index, new Contents(body).copied("row", row));
      Value length = there.apply(Operations.LENGTH, copy);
      there.loop(there.constant(0), length, 1, List.of(), body.yield());
    }
    return new ArrayCode(builder).ifThere(array, there.yield(copy), copy);
  }

  /** Writes the numbers of a {@link #copied copy} into the array that it was made of. */
  public void putBack(Value copy, Value array) {
    GraphBuilder there = new GraphBuilder();
    Value zero = there.constant(0);
    Value length = there.apply(Operations.LENGTH, copy);
    if (array.type().rank() == 1) {
      there.add(new Step.Copy(copy, zero, array, zero, length, Position.NONE));
    } else {
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "i");
      new Contents(body).putBack(body.read("", copy, index), body.read("", array, index));
      there.loop(zero, length, 1, List.of(), body.yield());
    }
    ifThere(array, there.yield());
  }

  /** Adds every number of an array to the same place of another, if it is another. */
  public void addUnlessSame(Value target, Value source) {
    GraphBuilder other = new GraphBuilder();
    new ArrayCode(other).addIfThere(target, source);
    builder.branch(
        builder.apply(Operations.NE, target, source),
        other.yield(),
        ArrayCode.nothing(List.of()),
        List.of());
  }

  /** Runs a region where an array is there. */
  public void ifThere(Value array, Region there) {
    builder.branch(
        new ArrayCode(builder).isThere(array), there, ArrayCode.nothing(List.of()), List.of());
  }
}
