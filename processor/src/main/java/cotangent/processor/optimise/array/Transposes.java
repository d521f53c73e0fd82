package cotangent.processor.optimise.array;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forms no transpose that is only multiplied: kernels go through a matrix by columns as well, and
 * the transpose of a product is the product of the transposes in the other order. Equations are
 * left alone: the factors of a transpose are others, to the last bits, than those of the matrix.
 */
final class Transposes extends Rewriter {
  private final Survey seen;
  private final LocalArrays arrays;

  Transposes(Survey seen) {
    this.seen = seen;
    arrays = seen.arrays();
  }

  @Override
  protected void rewrite(Step step) {
    Step.Call call = step instanceof Step.Call kernel ? without(kernel) : null;
    add(call == null ? inside(step) : call);
  }

  /** Returns a call that gives the same without a transpose; null where there is none. */
  private Step.@Nullable Call without(Step.Call call) {
    return switch (TensorKernels.name(call)) {
      case "times", "addTimes" -> vector(call, "times", "transposedTimes");
      case "transposedTimes", "addTransposedTimes" -> vector(call, "transposedTimes", "times");
      case "product", "addProduct" -> {
        Step.Call left = factor(call, 0);
        Step.Call right = factor(left == null ? call : left, 4);
        yield right == null ? left : right;
      }
      case "transposed" -> transposed(call);
      default -> null;
    };
  }

  private Step.@Nullable Call vector(Step.Call call, String kernel, String other) {
    boolean isPlain = other.equals("transposedTimes");
    Step.Call transpose = transpose(call, 0, isPlain);
    if (transpose == null || !(call.callee() instanceof Callee.Member)) {
      return null; // another kernel has another derivative
    }
    boolean adds = !TensorKernels.name(call).equals(kernel);
    List<Value> operands = new ArrayList<>(transpose.operands());
    operands.addAll(call.operands().subList(3, call.operands().size()));
    return TensorKernels.calling(adds ? TensorKernels.adding(other) : other, call, operands);
  }

  /** Replaces a factor of a product: a matrix, its sizes, and whether it is transposed. */
  private Step.@Nullable Call factor(Step.Call product, int at) {
    if (!(constant(product.operands().get(at + 3)) instanceof Boolean isTransposed)) {
      return null;
    }
    boolean isLeft = at == 0;
    Step.Call transpose = transpose(product, at, isLeft != isTransposed);
    if (transpose == null) {
      return null;
    }
    List<Value> operands = new ArrayList<>(product.operands());
    for (int i = 0; i < 3; i++) {
      operands.set(at + i, transpose.operands().get(i));
    }
    operands.set(at + 3, constant(Type.BOOLEAN, !isTransposed));
    return product.with(operands);
  }

  /** Returns the product that the transpose of a product is. */
  private Step.@Nullable Call transposed(Step.Call call) {
    Value matrix = copied(call.operands().get(0), call);
    if (!(call.callee() instanceof Callee.Member)
        || !(definition(matrix) instanceof Step.Call product)
        || !isUnchanged(matrix)
        || !canWait(product, seen)) {
      return null;
    }
    List<Value> given = product.operands();
    if (TensorKernels.name(product).equals("outer")) {
      boolean isWhole = isShaped(call, length(given.get(0)), length(given.get(1)));
      return !isWhole
          ? null
          : TensorKernels.calling("outer", call, List.of(given.get(1), given.get(0)));
    }
    if (!TensorKernels.name(product).equals("product")
        || !(constant(given.get(3)) instanceof Boolean isLeftTransposed)
        || !(constant(given.get(7)) instanceof Boolean isRightTransposed)
        || !isShaped(
            call,
            number(given.get(isLeftTransposed ? 2 : 1)),
            number(given.get(isRightTransposed ? 5 : 6)))) {
      return null;
    }
    List<Value> operands = new ArrayList<>(given.subList(4, 7));
    operands.add(constant(Type.BOOLEAN, !isRightTransposed));
    operands.addAll(given.subList(0, 3));
    operands.add(constant(Type.BOOLEAN, !isLeftTransposed));
    return TensorKernels.calling("product", call, operands);
  }

  /** Returns the array of which one is a copy that is used here only; else the array itself. */
  private Value copied(Value array, Step.Call use) {
    List<Step> accesses = arrays.accesses(array);
    return arrays.contains(array)
            && definition(array) instanceof Step.NewArray made
            && accesses.size() == 2
            && accesses.get(0) instanceof Step.Write write
            && accesses.get(1).results().equals(use.results())
            && arrays.places().owner(arrays.places().region(write)) instanceof Step.Loop loop
            && made().contains(loop)
            && isWhole(loop, made)
            && write.index() == loop.index()
            && arrays.places().definition(write.value()) instanceof Step.Read read
            && read.index() == loop.index()
            && arrays.places().region(read) == loop.body()
        ? read.array()
        : array;
  }

  private boolean isWhole(Step.Loop loop, Step.NewArray array) {
    return loop.stride() == 1
        && Integer.valueOf(0).equals(constant(loop.from()))
        && loop.to() == array.lengths().get(0);
  }

  /**
   * Returns the call that made the transpose which another call takes as a matrix, if the matrix is
   * still the same, and has the shape in which it was made; else null.
   *
   * @param keepsRows whether the result has the rows of the matrix, not its columns. If these are
   *     as many as before, so are the others, or there is nothing in it
   */
  private Step.@Nullable Call transpose(Step.Call taking, int at, boolean keepsRows) {
    Value matrix = taking.operands().get(at);
    return definition(matrix) instanceof Step.Call call
            && TensorKernels.name(call).equals("transposed")
            && number(taking.operands().get(at + (keepsRows ? 1 : 2)))
                .equals(number(call.operands().get(keepsRows ? 2 : 1)))
            && isUnchanged(matrix)
            && canWait(call, seen)
        ? call
        : null;
  }

  /** Whether a matrix is transposed in the shape in which it was made. */
  private boolean isShaped(Step.Call transposed, Linear rows, Linear columns) {
    return number(transposed.operands().get(1)).equals(rows)
        || number(transposed.operands().get(2)).equals(columns);
  }

  private Linear number(Value value) {
    return Linear.of(value, this::definition);
  }

  private Linear length(Value array) {
    return Linear.lengthOf(array, this::definition);
  }

  /** Whether nobody writes into an array once it was made. */
  private boolean isUnchanged(Value array) {
    return arrays.contains(array)
        && arrays.accesses(array).stream().allMatch(access -> LocalArrays.reads(access, array));
  }
}
