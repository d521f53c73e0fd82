package cotangent.processor.emit.java;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.op.Op;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Java's infix operators: how tightly they bind, and which have a compound assignment. */
public final class InfixOperators {
  public static final int PRIMARY = 15;
  public static final int UNARY = 13;
  public static final int CONDITIONAL = 2;
  public static final int AND = 4;
  public static final int OR = 3;

  private static final Set<String> COMPOUND =
      Set.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>");
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("*", 12),
          Map.entry("/", 12),
          Map.entry("%", 12),
          Map.entry("+", 11),
          Map.entry("-", 11),
          Map.entry("<<", 10),
          Map.entry(">>", 10),
          Map.entry(">>>", 10),
          Map.entry("<", 9),
          Map.entry("<=", 9),
          Map.entry(">", 9),
          Map.entry(">=", 9),
          Map.entry("==", 8),
          Map.entry("!=", 8),
          Map.entry("&", 7),
          Map.entry("^", 6),
          Map.entry("|", 5),
          Map.entry("&&", AND),
          Map.entry("||", OR));
  private static final Map<String, String> NEGATION =
      Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==");

  private InfixOperators() {}

  public static boolean isInfix(String token) {
    return PRECEDENCE.containsKey(token);
  }

  public static int precedence(String token) {
    return Objects.requireNonNull(PRECEDENCE.get(token));
  }

  /** Returns the infix operator of a step; empty where it has none. */
  public static String token(Step step) {
    return step instanceof Step.Apply apply
            && apply.operation() instanceof Op op
            && op.syntax() instanceof Op.Syntax.Infix infix
        ? infix.token()
        : "";
  }

  /** Whether {@code a = a op b} has the form {@code a op= b}. */
  public static boolean isCompound(Step.Apply apply) {
    return COMPOUND.contains(token(apply))
        && apply.result().type() == apply.operands().get(0).type();
  }

  /**
   * Returns the comparison that is true where another one is false; empty where there is none: no
   * order holds with NaN.
   */
  public static String negated(Step.Apply apply) {
    String token = token(apply);
    Type type = apply.operands().get(0).type();
    boolean isEquality = token.equals("==") || token.equals("!=");
    return isEquality || type.isIntegral() ? NEGATION.getOrDefault(token, "") : "";
  }
}
