package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.members.Functions;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.op.Op;

/** Names for variables that nobody named, from what they hold: {@code xi} for {@code x[i]}. */
final class Hints {
  private static final int SHORT = 2;
  private static final int LONGEST = 12;

  private Hints() {}

  /** Gives a name; empty where nothing speaks for one. */
  static String of(Expr value, Names names) {
    if (value instanceof Expr.Component component) {
      return component.name().startsWith(Functions.RESULT) ? "" : component.name();
    } else if (!(value instanceof Expr.Computed computed)) {
      return "";
    } else if (computed.step() instanceof Step.Read) {
      return element(computed, names);
    } else if (computed.step() instanceof Step.Apply apply && apply.operation() instanceof Op op) {
      return value.type() == Type.BOOLEAN ? "" : op.hint();
    }
    return "";
  }

  private static String element(Expr.Computed read, Names names) {
    Expr array = read.operands().get(0);
    Expr index = read.operands().get(1);
    String base =
        array instanceof Expr.Local local
            ? names.known(local.value())
            : array instanceof Expr.Computed row && row.step() instanceof Step.Read
                ? element(row, names)
                : "";
    String suffix =
        index instanceof Expr.Local local
            ? names.known(local.value())
            : index instanceof Expr.Literal literal ? String.valueOf(literal.value()) : "";
    boolean isShort = suffix.length() <= SHORT && base.length() + suffix.length() <= LONGEST;
    return base.isEmpty() || suffix.isEmpty() || !isShort ? "" : base + suffix;
  }
}
