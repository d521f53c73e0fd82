package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.function.Function;

/**
 * Names for variables that the user didn't name, after what they hold: {@code xi} for {@code x[i]}.
 */
final class NameHints {
  private static final String KERNELS = "cotangent.tensor.Kernels";
  private static final int SHORT = 2;
  private static final int LONGEST = 12;

  private NameHints() {}

  /**
   * Returns a name; empty where nothing speaks for one.
   *
   * @param known the names that variables have
   */
  static String of(Expr value, Function<Value, String> known) {
    if (value instanceof Expr.Component component) {
      return component.name().startsWith(PrivateMethods.RESULT) ? "" : component.name();
    } else if (!(value instanceof Expr.Computed computed)) {
      return "";
    } else if (computed.step() instanceof Step.Read) {
      return element(computed, known);
    } else if (computed.step() instanceof Step.Apply apply && apply.operation() instanceof Op op) {
      return value.type() == Type.BOOLEAN ? "" : op.hint();
    } else if (computed.step() instanceof Step.Call call
        && call.callee() instanceof Callee.Member member) {
      return member.owner().equals(KERNELS) ? member.name() : "";
    }
    return "";
  }

  private static String element(Expr.Computed read, Function<Value, String> known) {
    Expr array = read.operands().get(0);
    Expr index = read.operands().get(1);
    String base =
        array instanceof Expr.Local local
            ? known.apply(local.value())
            : array instanceof Expr.Computed row && row.step() instanceof Step.Read
                ? element(row, known)
                : "";
    String suffix =
        index instanceof Expr.Local local
            ? known.apply(local.value())
            : index instanceof Expr.Literal literal ? String.valueOf(literal.value()) : "";
    boolean isShort = suffix.length() <= SHORT && base.length() + suffix.length() <= LONGEST;
    return base.isEmpty() || suffix.isEmpty() || !isShort ? "" : base + suffix;
  }
}
