package cotangent.processor.op;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;

/** Which arrays a step goes into, so that it throws where one of them is null. */
public final class Dereferences {
  private Dereferences() {}

  /** Gives the arrays, in the order in which Java asks for them. */
  public static List<Value> of(Step step) {
    if (step instanceof Step.Read read) {
      return List.of(read.array());
    } else if (step instanceof Step.Write write) {
      return List.of(write.array());
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH) {
      return apply.operands();
    } else if (step instanceof Step.Clone clone) {
      return List.of(clone.array());
    } else if (step instanceof Step.Copy copy) {
      return List.of(copy.source(), copy.target());
    }
    return step instanceof Step.Fill fill ? List.of(fill.array()) : List.of();
  }
}
