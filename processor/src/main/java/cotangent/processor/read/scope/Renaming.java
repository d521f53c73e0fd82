package cotangent.processor.read.scope;

import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;

/** Gives the result of a step that was just made another name. */
final class Renaming {
  private Renaming() {}

  /**
   * Replaces the result of the last step; or of the one that made an array, where the steps after
   * it fill that with its first elements.
   *
   * @return whether there was such a step
   */
  static boolean among(List<Step> steps, Value result, Value renamed) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      Step named = of(step, result, renamed);
      if (named != step) {
        steps.set(i, named);
        steps.subList(i + 1, steps.size()).replaceAll(later -> filling(later, result, renamed));
        return true;
      } else if (isAgreement(step)) {
        continue;
      } else if (!result.type().isArray()
          || step.results().contains(result)
          || !isFilling(step, result) && uses(step, result)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isFilling(Step step, Value array) {
    return step instanceof Step.Write write && write.array() == array && write.value() != array;
  }

  private static boolean isAgreement(Step step) {
    return step instanceof Step.Call call && call.callee() instanceof Agreement;
  }

  private static Step filling(Step step, Value array, Value renamed) {
    if (isAgreement(step)) {
      return step.withOperands(operand -> operand == array ? renamed : operand);
    }
    return step instanceof Step.Write write && write.array() == array
        ? new Step.Write(renamed, write.index(), write.value(), write.position())
        : step;
  }

  private static boolean uses(Step step, Value value) {
    return step.operands().contains(value)
        || step.regions().stream()
            .anyMatch(
                region ->
                    region.yields().contains(value)
                        || region.steps().stream().anyMatch(inner -> uses(inner, value)));
  }

  /** Returns the step with one result replaced, or the step itself if that isn't its result. */
  private static Step of(Step step, Value result, Value renamed) {
    boolean isLoop = step instanceof Step.Loop || step instanceof Step.While;
    return isLoop || !step.results().contains(result)
        ? step
        : step.map(
            new Mapping(used -> used, made -> made == result ? renamed : made, region -> region));
  }
}
