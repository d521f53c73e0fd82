package cotangent.processor.optimise.array;

import cotangent.processor.graph.Step;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;

/** Makes arrays without clearing them, where all elements are written before they are read. */
final class NeedlessZeros extends Rewriter {
  private final FirstWrites writes;
  private final NestedWrites nested;

  NeedlessZeros(LocalArrays arrays) {
    writes = new FirstWrites(arrays);
    nested = new NestedWrites(arrays);
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.NewArray array
        && array.cleared()
        && isMade(step)
        && (array.result().type().rank() > 1 ? nested.fill(array) : writes.of(array) != null)) {
      add(new Step.NewArray(array.result(), array.lengths(), false, array.position()));
    } else {
      add(inside(step));
    }
  }
}
