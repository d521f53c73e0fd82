package cotangent.processor.derive.matrix;

import cotangent.processor.derive.lanes.WideArrays;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.derive.write.Flattening;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the numbers of all inputs, one after another, as lanes are given to them. */
final class Numbering {
  private final List<Value> inputs;
  private final List<@Nullable Value> positions = new ArrayList<>();
  private final Value count;

  /**
   * @param inputs numbers and arrays
   */
  Numbering(List<Value> inputs, GraphBuilder b) {
    this.inputs = inputs;
    if (inputs.size() == 1 && inputs.get(0).type().rank() == 1) {
      positions.add(null);
      count = new ArrayCode(b).length(inputs.get(0));
    } else {
      Flattening flattening = new Flattening();
      Value position = b.constant(0);
      for (Value input : inputs) {
        positions.add(position);
        Value numbers = flattening.count(b, List.of(input));
        position = b.apply("count", Operations.ADD, position, numbers);
      }
      count = position;
    }
  }

  /** Returns the inputs as they were at entry. */
  List<Value> inputs() {
    return inputs;
  }

  /** How many numbers there are. */
  Value count() {
    return count;
  }

  /** Makes the unit tangents of the inputs. */
  List<Value> seeds(GraphBuilder b, Block block) {
    List<Value> seeds = new ArrayList<>();
    for (int k = 0; k < inputs.size(); k++) {
      Value input = inputs.get(k);
      String name = "t" + input.name();
      Value one = new FormulaWriter(b).literal(1, input.type().leaf());
      Value seed;
      if (input.type().isScalar()) {
        seed = b.newArray(name, WideArrays.wide(input.type()), block.lanes());
        number(b, block, k, (inner, lane) -> inner.write(seed, lane, one));
      } else {
        seed = new WideArrays(b, block.lanes()).zerosLike(name, input);
        array(
            b,
            block,
            k,
            seed,
            (inner, row, start, end, shift) -> {
              GraphBuilder body = new GraphBuilder();
              Value index = body.parameter(Type.INT, "i");
              Value lane = body.apply(Operations.ADD, index, shift);
              body.write(body.read("", row, index), lane, one);
              inner.loop(start, end, 1, List.of(), body.yield());
            });
      }
      seeds.add(seed);
    }
    return seeds;
  }

  /** Writes what is done for the lane of an input that is a number, where it has one. */
  void number(GraphBuilder b, Block block, int input, Block.Lane writing) {
    block.number(b, positions.get(input), writing);
  }

  /**
   * Writes what is done for the rows of an input that is an array, where they have lanes.
   *
   * @param beside an array with the same rows, whose elements may be anything
   */
  void array(GraphBuilder b, Block block, int input, Value beside, Block.Stretch writing) {
    block.array(b, inputs.get(input), beside, positions.get(input), writing);
  }
}
