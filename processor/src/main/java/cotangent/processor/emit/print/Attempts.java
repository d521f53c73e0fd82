package cotangent.processor.emit.print;

import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.List;
import java.util.Objects;

/** Calls whose exceptions are results, and the plain calls that they stand for. */
final class Attempts {
  static final String THROWN = "cotangent.Thrown";
  private static final Type NOTHING = new Type.Reference("void");

  private Attempts() {}

  static boolean isAttempt(Expr expression) {
    return expression instanceof Expr.Computed computed
        && computed.step() instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.attempted() != null;
  }

  static boolean givesNothing(Step.Call call) {
    return result(call).equals(NOTHING);
  }

  private static Type result(Step.Call call) {
    return Objects.requireNonNull(((Callee.Member) call.callee()).attempted());
  }

  /** Returns the call that may throw exceptions. */
  static Step.Call plain(Step.Call call) {
    List<Value> results = givesNothing(call) ? List.of() : List.of(new Value(result(call), ""));
    Callee plain = ((Callee.Member) call.callee()).attempted(null);
    return new Step.Call(results, plain, call.operands(), call.position());
  }
}
