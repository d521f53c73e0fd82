package cotangent.processor.optimise.array;

import cotangent.processor.graph.StepKind;
import cotangent.processor.optimise.rewrite.Rewrite;

/** The rules about arrays, as the optimiser enters them in its order. */
public final class ArrayRules {
  public static final Rewrite SMALL_ARRAYS =
      new Rewrite(seen -> SmallArrays.in(seen.graph()), StepKind.NEW_ARRAY);

  public static final Rewrite MADE_LENGTHS =
      new Rewrite(seen -> new MadeLengths().rewrite(seen.graph()), StepKind.CALL);

  public static final Rewrite AGREED_SIZES =
      new Rewrite(seen -> new AgreedSizes().rewrite(seen.graph()), StepKind.CALL);

  public static final Rewrite DEAD_STORES =
      new Rewrite(
          seen -> new DeadStores(seen.arrays()).rewrite(seen.graph()),
          StepKind.NEW_ARRAY,
          StepKind.ZEROS_LIKE);

  public static final Rewrite NEEDLESS_ZEROS =
      new Rewrite(
          seen -> new NeedlessZeros(seen.arrays()).rewrite(seen.graph()), StepKind.NEW_ARRAY);

  public static final Rewrite BLANK_ARRAYS =
      new Rewrite(seen -> new BlankArrays().rewrite(seen.graph()), StepKind.NEW_ARRAY);

  public static final Rewrite OVERWRITTEN_STORES =
      new Rewrite(
          seen -> new OverwrittenStores(seen.memory()).rewrite(seen.graph()), StepKind.WRITE);

  public static final Rewrite STORED_ZEROS =
      new Rewrite(seen -> new StoredZeros().rewrite(seen.graph()), StepKind.NEW_ARRAY);

  public static final Rewrite IN_PLACE_SUMS =
      new Rewrite(seen -> new InPlaceSums(seen).rewrite(seen.graph()), StepKind.CALL);

  public static final Rewrite TRANSPOSES =
      new Rewrite(seen -> new Transposes(seen).rewrite(seen.graph()), StepKind.CALL);

  public static final Rewrite SHARED_ARRAYS =
      new Rewrite(seen -> new SharedArrays(seen).rewrite(seen.graph()), StepKind.NEW_ARRAY);

  public static final Rewrite LATE_ROWS =
      new Rewrite(seen -> LateRows.in(seen.graph()), StepKind.CALL);

  private ArrayRules() {}
}
