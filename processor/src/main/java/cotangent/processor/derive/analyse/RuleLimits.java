package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.function.Predicate;

/** Refuses derivatives that the rules of a call don't have. */
public final class RuleLimits {
  private final Step.Call call;
  private final Callee.Ruled rule;
  private final Rules rules;

  public RuleLimits(Step.Call call, Rules rules) {
    this.call = call;
    this.rule = (Callee.Ruled) call.callee();
    this.rules = rules;
  }

  /** Throws where an operand carries a derivative that the rules don't have. */
  public void requireBy(Predicate<Value> isActive) {
    for (int i = 0; i < call.operands().size(); i++) {
      Value operand = call.operands().get(i);
      if (!rule.by().contains(i) && operand.type().isDifferentiable() && isActive.test(operand)) {
        String name = rules.parameterName(rule.primal(), i);
        throw new Refusal(
            Problem.HELD_CONSTANT, call.position(), name, rule.original(), name, rule.original());
      }
    }
  }

  /** Throws where derivatives can't be pulled back by pushing unit tangents forward. */
  public void requirePushforwardOfNumbers() {
    boolean areNumbers =
        rule.by().stream().noneMatch(place -> call.operands().get(place).type().isArray());
    if (rule.pushforward().isEmpty() || !areNumbers) {
      throw lacking("backward");
    }
  }

  /** Throws where tangents can't be pushed forward by pulling a unit seed back. */
  public void requirePullbackOfNumbers() {
    boolean areNumbers = call.results().stream().noneMatch(result -> result.type().isArray());
    if (rule.pullback().isEmpty() || !areNumbers) {
      throw lacking("forward");
    }
  }

  private Refusal lacking(String direction) {
    return new Refusal(Problem.NO_RULE, call.position(), rule.original(), direction, rule.remedy());
  }
}
