package cotangent.processor.emit.print;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells where a branch does nothing but throw where there is null: Java has a method for that. */
final class Required {
  private static final String EXCEPTION = "java.lang.NullPointerException";

  private Required() {}

  /** Returns what {@code Objects.requireNonNull} would take; nothing for any other branch. */
  static Optional<List<Expr>> of(Code.If branch) {
    if (!branch.otherwise().isEmpty()
        || branch.then().codes().size() != 1
        || !(branch.then().codes().get(0) instanceof Code.Perform perform)
        || !(perform.step() instanceof Step.Throw)
        || !(perform.operands().get(0) instanceof Expr.Computed made)
        || !isException(made.step())
        || !made.operands().stream().allMatch(Expr.Literal.class::isInstance)) {
      return Optional.empty();
    }
    return compared(branch.condition())
        .map(
            object -> {
              List<Expr> arguments = new ArrayList<>(List.of(object));
              arguments.addAll(made.operands());
              return arguments;
            });
  }

  private static boolean isException(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.NEW
        && member.owner().equals(EXCEPTION);
  }

  /** Returns what is compared with null. */
  private static Optional<Expr> compared(Expr condition) {
    return condition instanceof Expr.Computed test
            && test.step() instanceof Step.Apply apply
            && apply.operation() == Operations.EQ
            && test.operands().get(1) instanceof Expr.Literal literal
            && literal.value() == null
        ? Optional.of(test.operands().get(0))
        : Optional.empty();
  }
}
