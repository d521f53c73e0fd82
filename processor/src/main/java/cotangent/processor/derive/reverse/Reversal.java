package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.graph.Graph;

/**
 * What all bodies of a graph share while it is reversed.
 *
 * @param graph with the shadows
 * @param orders how loops are reversed without checkpoints
 * @param reaching what certainly takes part in the result
 * @param functions what the functions that are called become
 */
record Reversal(
    Graph graph,
    Activity activity,
    Shadows shadows,
    RoundOrders orders,
    ReachingCalls reaching,
    CalledHalves functions) {}
