package cotangent.processor.op;

import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Which arrays a step accesses, so that it throws where one of them is null. */
public final class Dereferences {
  private Dereferences() {}

  /** Returns the arrays, in the order in which Java asks for them. */
  public static List<Value> of(Step step) {
    if (step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH) {
      return apply.operands();
    }
    Accesses accesses = Accesses.of(step);
    List<Value> all = new ArrayList<>(accesses.read());
    all.addAll(accesses.written());
    return all;
  }
}
