package cotangent.processor.graph;

/**
 * Maps every kind of step to a result ({@link Step#match}): a new kind breaks every pass that asks
 * for it when it is compiled. A pass that asks {@link Moves} or {@link Mapping} needn't.
 */
public interface StepCases<R> {
  R constant(Step.Constant step);

  R apply(Step.Apply step);

  R call(Step.Call step);

  R newArray(Step.NewArray step);

  R zerosLike(Step.ZerosLike step);

  R clone(Step.Clone step);

  R read(Step.Read step);

  R write(Step.Write step);

  R copy(Step.Copy step);

  R fill(Step.Fill step);

  R push(Step.Push step);

  R pop(Step.Pop step);

  R branch(Step.Branch step);

  R loop(Step.Loop step);

  R whileLoop(Step.While step);

  R throwing(Step.Throw step);
}
