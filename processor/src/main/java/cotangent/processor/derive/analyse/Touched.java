package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the arrays that a method uses before it does anything visible. If one of them is null, the
 * method ends at once, so derivatives may ask for its length as well. Others may be null, because
 * nobody uses them or another exception comes first.
 */
public final class Touched {
  private Touched() {}

  /** Returns the parameters that are certainly not null after the first steps. */
  public static Set<Value> first(Graph graph) {
    Set<Value> touched = new HashSet<>();
    for (Step step : graph.body().steps()) {
      if (step instanceof Step.Apply apply) {
        boolean isLength = apply.operation() == Operations.LENGTH;
        if (isLength) {
          touched.add(apply.operands().get(0));
        } else if (((Op) apply.operation()).traps(apply.operands())) {
          return touched;
        }
      } else if (step instanceof Step.Read read) {
        touched.add(read.array());
        return touched;
      } else if (step instanceof Step.Write write) {
        touched.add(write.array());
        return touched;
      } else if (!(step instanceof Step.Constant)) {
        return touched;
      }
    }
    return touched;
  }
}
