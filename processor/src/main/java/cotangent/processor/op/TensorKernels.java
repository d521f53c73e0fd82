package cotangent.processor.op;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stages know of {@code cotangent.tensor.Kernels}, whose source they don't see. These methods
 * keep no array and change none, but for those named {@code add...}, which add to the last one that
 * they are given, and {@code put...}, which overwrite it. Arrays that they return are new.
 */
public final class TensorKernels {
  private static final String OWNER = "cotangent.tensor.Kernels";
  private static final String ADDS = "add";
  private static final String PUTS = "put";

  /** The kernels that have a twin which adds to an array instead of returning a new one. */
  private static final Map<String, String> ADDING =
      Map.of(
          "times", "addTimes",
          "transposedTimes", "addTransposedTimes",
          "outer", "addOuter",
          "product", "addProduct",
          "rowSums", "addRowSums");

  /** The kernels that have a twin which overwrites an array instead of returning a new one. */
  private static final Map<String, String> PUTTING =
      Map.of(
          "outer", "putOuter",
          "solve", "putSolve",
          "transposed", "putTransposed",
          "cholesky", "putCholesky");

  /** The kernels that need memory on the way, and take it from a workspace where there is one. */
  private static final Set<String> BORROWING = Set.of("solve", "determinant", "logDeterminant");

  private TensorKernels() {}

  /**
   * Returns the name of the kernel that a step calls; empty for any other step, and for one whose
   * exceptions are results.
   */
  public static String name(Step step) {
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

  /** Returns the arrays that a kernel is given. */
  static List<Value> arrays(Step kernel) {
    return kernel.operands().stream().filter(operand -> operand.type().isArray()).toList();
  }

  /** Whether a step calls a kernel. */
  public static boolean isKernel(Step step) {
    return !name(step).isEmpty();
  }

  /** Whether a kernel may throw an exception although sizes fit: not every matrix will do. */
  public static boolean mayRefuse(Step.Call kernel) {
    return name(kernel).equals("solve") || name(kernel).equals("cholesky");
  }

  /** Returns the array that a step adds to where it calls a kernel; null for any other step. */
  public static @Nullable Value target(Step step) {
    String name = name(step);
    return name.startsWith(ADDS) || name.startsWith(PUTS)
        ? step.operands().get(step.operands().size() - 1)
        : null;
  }

  /** Returns the kernel that adds the result of a call to an array, where there is one. */
  public static Optional<Callee> adding(Step step) {
    return kernel(ADDING.get(name(step)));
  }

  /** Returns the name of the kernel that adds what another one returns. */
  public static String adding(String kernel) {
    return Objects.requireNonNull(ADDING.get(kernel));
  }

  /** Returns a call of a kernel in place of another call. */
  public static Step.Call calling(String kernel, Step.Call instead, List<Value> operands) {
    Callee callee = kernel(kernel).orElseThrow();
    return new Step.Call(instead.results(), callee, operands, instead.position());
  }

  /** Returns the kernel that puts the result of a call into an array, where there is one. */
  public static Optional<Callee> putting(Step step) {
    return kernel(PUTTING.get(name(step)));
  }

  /** Returns the kernel that takes a workspace before its operands, where there is one. */
  public static Optional<Callee> borrowing(Step step) {
    return BORROWING.contains(name(step)) ? kernel(name(step)) : Optional.empty();
  }

  private static Optional<Callee> kernel(@Nullable String name) {
    return Optional.ofNullable(name)
        .map(each -> new Callee.Member(Callee.Member.Kind.STATIC_METHOD, OWNER, each, true));
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
      case "transposed" -> operands.subList(1, 3);
      case "outer" -> operands;
      case "cholesky" -> List.of(operands.get(1), operands.get(1));
      case "solve" -> List.of(operands.get(4));
      case "product" ->
          constants.apply(operands.get(3)) instanceof Boolean transposesA
                  && constants.apply(operands.get(7)) instanceof Boolean transposesB
              ? List.of(operands.get(transposesA ? 2 : 1), operands.get(transposesB ? 5 : 6))
              : List.of();
      default -> List.of();
    };
  }

  /** Computes the length of the array that a kernel returns; null where it isn't known. */
  public static @Nullable Value length(
      Step step, Function<Value, @Nullable Object> constants, GraphBuilder b) {
    Value length = null;
    for (Value factor : lengths(step, constants)) {
      Value next = factor.type().isArray() ? b.apply(Operations.LENGTH, factor) : factor;
      length = length == null ? next : b.apply(Operations.MUL, length, next);
    }
    return length;
  }
}
