package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.List;

/**
 * What the functions that are called become, as far as a body that calls them must know: what their
 * halves take and return. Whoever writes the functions writes bodies too, in which they are called.
 */
interface CalledHalves {
  /** Whether a function calls itself, or one that does. */
  boolean isRecursive(String name);

  /**
   * Whether calls can compute the value and the derivatives in one go, where the cotangent is known
   * before the call.
   */
  boolean runsAtOnce(Step.Call call);

  /** Returns the places of those parameters of a function that its backward half takes too. */
  List<Integer> taken(String name);

  /** Returns what a call of a forward half returns in addition, for the backward half. */
  List<Value> returned(Step.Call call);

  /** Returns the places of those numbers whose cotangents so far a backward half adds to. */
  List<Integer> summed(Graph function);

  /** Whether the backward half of a function takes the shadow of one of its results. */
  boolean takesShadow(Graph function, int result);
}
