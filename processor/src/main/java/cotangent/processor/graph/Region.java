package cotangent.processor.graph;

import java.util.List;

/**
 * Steps that are carried out in order, with what goes in and what comes out. The steps see the
 * values of all enclosing regions that were computed before them. A region whose last step is a
 * {@link Step.Throw} never ends; its yields are empty.
 */
public record Region(List<Value> parameters, List<Step> steps, List<Value> yields) {
  public Region {
    parameters = List.copyOf(parameters);
    steps = List.copyOf(steps);
    yields = List.copyOf(yields);
  }

  /** Counts its steps, and those in the regions of its steps. */
  public int size() {
    int size = steps.size();
    for (Step step : steps) {
      for (Region inner : step.regions()) {
        size += inner.size();
      }
    }
    return size;
  }

  /** Whether the region always ends with an exception. */
  public boolean diverges() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Throw;
  }
}
