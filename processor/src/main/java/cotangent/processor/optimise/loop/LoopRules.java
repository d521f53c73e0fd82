package cotangent.processor.optimise.loop;

import cotangent.processor.graph.StepKind;
import cotangent.processor.optimise.rewrite.Rewrite;

/** The rules that make one loop of several, as the optimiser enters them in its order. */
public final class LoopRules {
  public static final Rewrite TENSOR_CHAINS =
      new Rewrite(seen -> new TensorChains(seen).rewrite(seen.graph()), StepKind.LOOP);

  public static final Rewrite ROOM_AHEAD =
      new Rewrite(seen -> new RoomAhead(seen).rewrite(seen.graph()), StepKind.LOOP);

  public static final Rewrite LINEAR_MAPS = new Rewrite(LinearMaps::in, StepKind.LOOP);

  public static final Rewrite FUSED_LOOPS = new Rewrite(FusedLoops::in, StepKind.LOOP);

  public static final Rewrite JAMMED_ROUNDS = new Rewrite(JammedRounds::in, StepKind.LOOP);

  private LoopRules() {}
}
