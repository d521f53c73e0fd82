package cotangent.processor.cost;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * Knows what the kernels of the tensor library cost, and how long their results are: the compiler
 * doesn't look into them, but their sizes are among their operands.
 */
final class KernelSizes {
  private static final String KERNELS = "cotangent.tensor.Kernels.";
  private static final String SHAPES = "cotangent.tensor.Shapes.";

  /** What is known of numbers and arrays. */
  interface Sizes {
    /** Returns how large a whole number is at most. */
    Optional<Amount> of(Value number);

    /** Returns how long an array is at most. */
    Optional<Amount> length(Value array);

    /** Returns a truth value that is known. */
    Optional<Boolean> flag(Value truth);
  }

  private final Sizes sizes;
  private final List<Value> operands;
  private final String name;

  private KernelSizes(Step.Call call, Sizes sizes, String name) {
    this.sizes = sizes;
    this.operands = call.operands();
    this.name = name;
  }

  private static String member(Step.Call call) {
    if (call.callee() instanceof Callee.Ruled ruled) {
      return ruled.original();
    }
    return call.callee() instanceof Callee.Member member
        ? member.owner() + "." + member.name()
        : "";
  }

  /** Returns the operations of a kernel; nothing for other code, or where a size isn't known. */
  static Optional<Amount> operations(Step.Call call, Sizes sizes) {
    String member = member(call);
    return member.startsWith(KERNELS)
        ? new KernelSizes(call, sizes, member.substring(KERNELS.length())).operations()
        : Optional.empty();
  }

  /** Returns how long the array is that a kernel gives. */
  static Optional<Amount> length(Step.Call call, Sizes sizes) {
    String member = member(call);
    return member.startsWith(KERNELS)
        ? new KernelSizes(call, sizes, member.substring(KERNELS.length())).length()
        : Optional.empty();
  }

  /** Returns the whole number that a check of a shape hands on. */
  static Optional<Amount> number(Step.Call call, Sizes sizes) {
    String member = member(call);
    if (!member.startsWith(SHAPES)) {
      return Optional.empty();
    }
    KernelSizes kernel = new KernelSizes(call, sizes, member.substring(SHAPES.length()));
    return switch (kernel.name) {
      case "size", "square", "atLeastOne" -> kernel.number(1);
      case "elements" -> product(kernel.number(0), kernel.number(1));
      default -> Optional.empty();
    };
  }

  private Optional<Amount> operations() {
    return switch (name) {
      case "sum", "max", "min" -> length(0);
      case "dot", "norm" -> twice(length(0));
      case "rowSums" -> product(number(1), number(2));
      case "times", "transposedTimes", "addTransposedTimes" -> twice(product(number(1), number(2)));
      case "outer" -> product(length(0), length(1));
      case "addOuter" -> twice(product(length(0), length(1)));
      case "product", "addProduct" ->
          twice(product(product(number(1), number(2)), chosen(7, 5, 6)));
      default -> Optional.empty();
    };
  }

  private Optional<Amount> length() {
    return switch (name) {
      case "rowSums", "times" -> number(1);
      case "transposedTimes" -> number(2);
      case "transposed" -> product(number(1), number(2));
      case "outer" -> product(length(0), length(1));
      case "product" -> product(chosen(3, 2, 1), chosen(7, 5, 6));
      case "solve" -> length(4);
      case "cholesky" -> product(number(1), number(1));
      default -> Optional.empty();
    };
  }

  /** Returns one size or another, as a flag says; nothing where that isn't a constant. */
  private Optional<Amount> chosen(int flag, int ifSo, int ifNot) {
    return sizes.flag(operands.get(flag)).flatMap(holds -> number(holds ? ifSo : ifNot));
  }

  private Optional<Amount> number(int operand) {
    return sizes.of(operands.get(operand));
  }

  private Optional<Amount> length(int operand) {
    return sizes.length(operands.get(operand));
  }

  private static Optional<Amount> twice(Optional<Amount> amount) {
    return amount.map(each -> each.times(Amount.of(2)));
  }

  private static Optional<Amount> product(Optional<Amount> one, Optional<Amount> other) {
    return one.flatMap(left -> other.map(left::times));
  }
}
