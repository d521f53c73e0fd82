package cotangent.processor.optimise.rewrite;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Presence;
import java.util.Set;

/** A rewriter that knows which arrays are certainly not null at the step that it has come to. */
public abstract class PresenceRewriter extends Rewriter {
  private Presence present;

  /**
   * @param given the parameters that are certainly not null
   */
  protected PresenceRewriter(Set<Value> given) {
    present = new Presence(given);
  }

  @Override
  protected void opened(Region region) {
    present = present.inside();
  }

  @Override
  protected void closed(Region region) {
    present = present.outside();
  }

  /** Returns what is known here; the rule tells it of the steps that it adds. */
  protected final Presence present() {
    return present;
  }

  /** Whether a test asks if an array is null that certainly isn't. */
  protected final boolean asksForPresent(Step.Apply test) {
    if (test.operation() != Operations.EQ && test.operation() != Operations.NE) {
      return false;
    }
    Value first = test.operands().get(0);
    Value second = test.operands().get(1);
    return isNull(second) && present.contains(first) || isNull(first) && present.contains(second);
  }

  private boolean isNull(Value value) {
    return definition(value) instanceof Step.Constant constant && constant.value() == null;
  }
}
