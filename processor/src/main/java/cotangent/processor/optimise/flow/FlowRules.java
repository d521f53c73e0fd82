package cotangent.processor.optimise.flow;

import cotangent.processor.graph.StepKind;
import cotangent.processor.optimise.rewrite.Rewrite;

/** The rules about which steps run, and how often, as the optimiser enters them in its order. */
public final class FlowRules {
  public static final Rewrite SETTLED_TESTS =
      new Rewrite(seen -> new SettledTests().rewrite(seen.graph()), StepKind.BRANCH, StepKind.CALL);

  public static final Rewrite BRANCH_SIMPLIFICATION =
      new Rewrite(seen -> new BranchSimplification().rewrite(seen.graph()), StepKind.BRANCH);

  public static final Rewrite MERGED_BRANCHES =
      new Rewrite(seen -> new MergedBranches().rewrite(seen.graph()), StepKind.BRANCH);

  public static final Rewrite LOOP_SIMPLIFICATION =
      new Rewrite(
          seen -> new LoopSimplification().rewrite(seen.graph()), StepKind.LOOP, StepKind.WHILE);

  public static final Rewrite HOISTING =
      new Rewrite(seen -> new Hoisting().rewrite(seen.graph()), StepKind.LOOP, StepKind.WHILE);

  public static final Rewrite IDLE_LOOPS =
      new Rewrite(seen -> new IdleLoops(seen.places()).rewrite(seen.graph()), StepKind.LOOP);

  public static final Rewrite NEEDLESS_LOOKS =
      new Rewrite(
          seen -> new NeedlessLooks(seen).rewrite(seen.graph()), StepKind.APPLY, StepKind.BRANCH);

  public static final Rewrite DEAD_CODE = new Rewrite(seen -> new DeadCode(seen).rewrite());

  private FlowRules() {}
}
