package cotangent.processor.op;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stages know of checks by which a method refuses arrays: of {@code cotangent.Overlaps}, that
 * are in two places, and of {@code cotangent.Sizes} and {@code cotangent.DeclaredSizes}, that don't
 * have the sizes of others. They look at which arrays there are, and at how many elements, and not
 * at their numbers.
 */
public final class ArrayChecks {
  private static final String OVERLAPS = "cotangent.Overlaps";
  private static final Type NUMBERS = Type.array(Type.DOUBLE);
  private static final String SIZES = "cotangent.Sizes";
  private static final String DECLARED = "cotangent.DeclaredSizes";
  private static final String ARGUMENTS = "requireArguments";

  /** Methods of {@link java.util.Arrays} that change nothing and return no array. */
  private static final Set<String> LOOKING =
      Set.of(
          "equals",
          "deepEquals",
          "mismatch",
          "compare",
          "binarySearch",
          "hashCode",
          "deepHashCode",
          "toString",
          "deepToString");

  private ArrayChecks() {}

  /** An array and what it is called: {@code []} stands for any element. */
  public record Named(String name, Value array) {}

  /** Whether a step is such a check. */
  public static boolean isCheck(Step step) {
    return step instanceof Step.Call call && isCheck(call.callee());
  }

  /** Whether code is what checks. */
  public static boolean isCheck(Callee callee) {
    return callee instanceof Callee.Member member && isCheck(member);
  }

  /** Whether a member is what checks. */
  public static boolean isCheck(Callee.Member member) {
    return member.owner().equals(OVERLAPS) || member.owner().equals(SIZES) || isDeclared(member);
  }

  /**
   * Whether a call only looks at the arrays of numbers that it is given, so that they are
   * afterwards what they were.
   */
  public static boolean onlyLooks(Step.Call call, Places places) {
    return isCheck(call)
        || call.callee() instanceof Callee.Member member
            && call.operands().stream().allMatch(operand -> operand.type().leaf().isScalar())
            && (member.owner().equals("java.util.Arrays") && LOOKING.contains(member.name())
                || isWrapping(member) && becomesText(call.results().get(0), places));
  }

  /** Whether the numbers of a tensor become one again. */
  public static boolean isWrapping(Callee.Member member) {
    return member.owner().startsWith("cotangent.tensor.") && member.name().equals("wrap");
  }

  private static boolean becomesText(Value object, Places places) {
    return places.users(object).stream()
        .allMatch(
            user ->
                user instanceof Step.Call call
                    && call.callee() instanceof Callee.Member member
                    && member.kind() == Callee.Member.Kind.CONCATENATION);
  }

  /**
   * Writes a check that no two arrays are one.
   *
   * @param method the method that writes to arrays
   * @param all the arrays of which no two may be one, or these and what else they must not be
   */
  public static void refuse(GraphBuilder b, String method, List<Named> all) {
    List<Value> operands = new ArrayList<>(List.of(b.constant(method)));
    for (Named each : all) {
      operands.add(b.constant(each.name()));
      operands.add(each.array());
    }
    b.call(member(OVERLAPS, "refuse"), List.of(), operands);
  }

  /**
   * Writes a check that one has the sizes of another one.
   *
   * @param one the array of a vector, the rows and columns of a matrix, or of many matrices these
   *     and their arrays
   * @param other the same of the other one
   */
  public static void same(
      GraphBuilder b, String name, List<Value> one, String like, List<Value> other) {
    List<Value> operands = new ArrayList<>(List.of(b.constant(name)));
    operands.addAll(one);
    operands.add(b.constant(like));
    operands.addAll(other);
    b.call(member(SIZES, "requireSame"), List.of(), operands);
  }

  /**
   * Writes a check that a record is null where another one is, and only there.
   *
   * @param one tells whether it is there
   * @param other tells the same of the other one
   */
  public static void there(GraphBuilder b, String name, Value one, String like, Value other) {
    b.call(
        member(SIZES, "requireSame"),
        List.of(),
        List.of(b.constant(name), one, b.constant(like), other));
  }

  /**
   * Writes a check that sizes are as a helper, a record or a result declares them.
   *
   * @param isJavas whether the original makes the same check
   * @param all what is declared, one after the other: by its name, its shape and its leaves
   */
  public static void declared(GraphBuilder b, boolean isJavas, List<Value> all) {
    b.call(member(DECLARED, isJavas ? ARGUMENTS : "require"), List.of(), all);
  }

  /** Whether a step checks what the original doesn't check when it runs. */
  public static boolean isDeclaredOnly(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && isDeclared(member)
        && !member.name().equals(ARGUMENTS);
  }

  /** Whether a step checks that sizes are as they were declared. */
  public static boolean isDeclared(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && isDeclared(member);
  }

  private static boolean isDeclared(Callee.Member member) {
    return member.owner().equals(DECLARED);
  }

  /** Whether a step compares the sizes of two arrays of numbers. */
  public static boolean comparesTwo(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.owner().equals(SIZES)
        && member.name().equals("requireSame")
        && call.operands().size() == 4
        && call.operands().get(1).type().equals(NUMBERS)
        && call.operands().get(3).type().equals(NUMBERS);
  }

  private static Callee member(String owner, String name) {
    return new Callee.Member(Callee.Member.Kind.STATIC_METHOD, owner, name, true);
  }
}
