package cotangent.processor.graph;

/**
 * Maps every kind of step to a result ({@link Step#match}): a new kind stops the compilation of
 * every pass that uses this. A pass that asks {@link Moves} or {@link Mapping} needn't change.
 */
public interface StepCases<R> {
  /** Returns the result for a step, by its kind. */
  default R matched(Step step) {
    return switch (step.kind()) {
      case CONSTANT -> constant((Step.Constant) step);
      case APPLY -> apply((Step.Apply) step);
      case CALL -> call((Step.Call) step);
      case NEW_ARRAY -> newArray((Step.NewArray) step);
      case ZEROS_LIKE -> zerosLike((Step.ZerosLike) step);
      case CLONE -> clone((Step.Clone) step);
      case READ -> read((Step.Read) step);
      case WRITE -> write((Step.Write) step);
      case COPY -> copy((Step.Copy) step);
      case FILL -> fill((Step.Fill) step);
      case PUSH -> push((Step.Push) step);
      case POP -> pop((Step.Pop) step);
      case BRANCH -> branch((Step.Branch) step);
      case LOOP -> loop((Step.Loop) step);
      case WHILE -> whileLoop((Step.While) step);
      case THROW -> throwing((Step.Throw) step);
    };
  }

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
