package cotangent.processor.shape;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.List;

/** Follows sizes through calls of Cotangent's own, whose code isn't in the graph. */
record KnownCalls(Facts facts) {

  void follow(Step.Call call, Path path) {
    if (call.results().size() != 1) {
      return;
    }
    Value result = call.results().get(0);
    if (call.callee() instanceof Callee.Member member && member.isStop()) {
      facts.copy(call.operands().get(0), result, path);
    } else if (isCheck(call.callee())) {
      facts.copy(call.operands().get(0), result, path);
    } else if (result.type().isArray()) {
      List<Value> factors = TensorKernels.lengths(call, facts::key);
      if (!factors.isEmpty()) {
        facts.put(result, List.of(path.resolved(product(factors))));
      }
    }
  }

  /** Whether it returns the index that it checks. */
  private static boolean isCheck(Callee callee) {
    return callee instanceof Callee.Member member
        && member.owner().equals("java.util.Objects")
        && member.name().equals("checkIndex");
  }

  private Size product(List<Value> factors) {
    return factors.stream()
        .map(each -> each.type().isArray() ? facts.dimensions(each).get(0) : facts.size(each))
        .reduce(Size.of(1), Size::times);
  }
}
