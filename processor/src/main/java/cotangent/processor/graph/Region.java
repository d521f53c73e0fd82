package cotangent.processor.graph;

import java.util.List;
import java.util.stream.Stream;

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

  /** Returns its steps that have no others inside, and those in the regions of its other steps. */
  public Stream<Step> innermost() {
    return steps.stream()
        .flatMap(
            step ->
                step.regions().isEmpty()
                    ? Stream.of(step)
                    : step.regions().stream().flatMap(Region::innermost));
  }

  /** Whether the region always ends with an exception. */
  public boolean diverges() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Throw;
  }
}
