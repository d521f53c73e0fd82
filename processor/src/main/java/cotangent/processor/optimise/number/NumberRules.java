package cotangent.processor.optimise.number;

import cotangent.processor.graph.StepKind;
import cotangent.processor.optimise.rewrite.Rewrite;

/** The rules about numbers, as the optimiser enters them in its order. */
public final class NumberRules {
  public static final Rewrite FOLDING = new Rewrite(seen -> new Folding().rewrite(seen.graph()));

  public static final Rewrite REPETITIONS =
      new Rewrite(seen -> new Repetitions(seen).rewrite(seen.graph()));

  /** Has to see who uses a number, so it isn't one of the laws of {@link Algebra}. */
  public static final Rewrite COMMON_FACTORS =
      new Rewrite(seen -> new CommonFactors(seen).rewrite(seen.graph()));

  public static final Rewrite KNOWN_SUMS =
      new Rewrite(seen -> new KnownSums(seen).rewrite(seen.graph()), StepKind.LOOP);

  private NumberRules() {}
}
