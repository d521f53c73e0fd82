package cotangent.processor.op;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stages know of {@code cotangent.tensor.Kernels}, whose source they don't see. These methods
 * keep no array and change none, but for those named {@code add...}, which add to the last one that
 * they are given. Arrays that they return are new.
 */
public final class TensorKernels {
  private static final String OWNER = "cotangent.tensor.Kernels";
  private static final String ADDS = "add";

  /** The kernels that have a twin which adds to an array instead of returning a new one. */
  private static final Map<String, String> ADDING =
      Map.of(
          "times", "addTimes",
          "transposedTimes", "addTransposedTimes",
          "outer", "addOuter",
          "product", "addProduct",
          "rowSums", "addRowSums");

  private TensorKernels() {}

  /**
   * Returns the name of the kernel that a step calls; empty for any other step, and for one whose
   * exceptions are results.
   */
  private static String name(Step step) {
    return step instanceof Step.Call call && call.results().size() <= 1 ? name(call.callee()) : "";
  }

  private static String name(Callee callee) {
    if (callee instanceof Callee.Ruled rule) {
      return rule.original().startsWith(OWNER + ".")
          ? rule.original().substring(OWNER.length() + 1)
          : "";
    }
    return callee instanceof Callee.Member member
            && member.owner().equals(OWNER)
            && member.attempted() == null
        ? member.name()
        : "";
  }

  /** Returns a name for an array that a kernel returns, by which its derivatives are named too. */
  public static String hint(Callee callee, Type result) {
    return result.isArray() ? name(callee) : "";
  }

  /** Whether a step calls a kernel. */
  public static boolean isKernel(Step step) {
    return !name(step).isEmpty();
  }

  /** Whether a kernel may throw an exception although sizes fit: not every matrix will do. */
  public static boolean mayRefuse(Step.Call kernel) {
    return name(kernel).equals("solve");
  }

  /** Returns the array that a step adds to where it calls a kernel; null for any other step. */
  public static @Nullable Value target(Step step) {
    return name(step).startsWith(ADDS) ? step.operands().get(step.operands().size() - 1) : null;
  }

  /** Returns the kernel that adds the result of a call to an array, where there is one. */
  public static Optional<Callee> adding(Step step) {
    return Optional.ofNullable(ADDING.get(name(step)))
        .map(name -> new Callee.Member(Callee.Member.Kind.STATIC_METHOD, OWNER, name, true));
  }

  /**
   * Whether adding the result of a kernel to zeros leaves it the same to the last bit. An outer
   * product may have the zero -0.0, which a sum that begins with zero never has.
   */
  public static boolean sumsUp(Step step) {
    return step.position().isMade() || !name(step).equals("outer");
  }

  /**
   * Returns what has to be multiplied for the length of the array that a kernel returns: numbers,
   * and arrays in the place of their lengths. Empty where it returns none, or it isn't known.
   *
   * @param constants finds the truth value that a value is known to be
   */
  public static List<Value> lengths(Step step, Function<Value, @Nullable Object> constants) {
    List<Value> operands = step.operands();
    return switch (name(step)) {
      case "times", "rowSums" -> List.of(operands.get(1));
      case "transposedTimes" -> List.of(operands.get(2));
      case "outer" -> operands;
      case "solve" -> List.of(operands.get(4));
      case "product" ->
          constants.apply(operands.get(3)) instanceof Boolean transposesA
                  && constants.apply(operands.get(7)) instanceof Boolean transposesB
              ? List.of(operands.get(transposesA ? 2 : 1), operands.get(transposesB ? 5 : 6))
              : List.of();
      default -> List.of();
    };
  }
}
