package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.List;
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
      return element(computed.operands().get(0), computed.operands().get(1), known);
    } else if (computed.step() instanceof Step.Apply apply && apply.operation() instanceof Op op) {
      String place = place(value, known);
      return value.type() == Type.BOOLEAN || !place.isEmpty() ? place : op.hint();
    } else if (computed.step() instanceof Step.Call call
        && call.callee() instanceof Callee.Member member) {
      return member.owner().equals(KERNELS) ? member.name() : "";
    }
    return "";
  }

  /** Returns {@code ij} for {@code i * columns + j}. */
  private static String place(Expr value, Function<Value, String> known) {
    List<Expr> sum = operands(value, Operations.ADD);
    List<Expr> start = sum.isEmpty() ? sum : operands(sum.get(0), Operations.MUL);
    if (start.isEmpty()
        || !(start.get(0) instanceof Expr.Local row)
        || !(sum.get(1) instanceof Expr.Local column)) {
      return "";
    }
    String name = known.apply(row.value()) + known.apply(column.value());
    return name.length() == SHORT ? name : "";
  }

  private static List<Expr> operands(Expr value, Op operation) {
    return value.type() == Type.INT
            && value instanceof Expr.Computed computed
            && computed.step() instanceof Step.Apply apply
            && apply.operation() == operation
        ? computed.operands()
        : List.of();
  }

  /** Returns a name for an element of an array; empty where nothing speaks for one. */
  static String element(Expr array, Expr index, Function<Value, String> known) {
    String base =
        array instanceof Expr.Local local
            ? known.apply(local.value())
            : array instanceof Expr.Computed row && row.step() instanceof Step.Read
                ? element(row.operands().get(0), row.operands().get(1), known)
                : "";
    String suffix =
        index instanceof Expr.Local local
            ? known.apply(local.value())
            : index instanceof Expr.Literal literal ? String.valueOf(literal.value()) : "";
    boolean isShort = suffix.length() <= SHORT && base.length() + suffix.length() <= LONGEST;
    return base.isEmpty() || suffix.isEmpty() || !isShort ? "" : base + suffix;
  }
}
