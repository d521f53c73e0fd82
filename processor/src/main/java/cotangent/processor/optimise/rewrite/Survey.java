package cotangent.processor.optimise.rewrite;

import cotangent.processor.alias.Aliases;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask of a graph before they go through it, computed once for as long as the graph stays
 * the same.
 */
public final class Survey {
  private final Graph graph;
  private final Set<StepKind> kinds = EnumSet.noneOf(StepKind.class);
  private @Nullable Memory memory;
  private @Nullable Memory apart;
  private @Nullable LocalArrays arrays;
  private @Nullable Places places;

  public Survey(Graph graph) {
    this.graph = graph;
    collect(graph.body());
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      kinds.add(step.kind());
      for (Region inner : step.regions()) {
        collect(inner);
      }
    }
  }

  public Graph graph() {
    return graph;
  }

  /** Whether the graph has a step of one of the kinds. */
  boolean hasOneOf(Set<StepKind> wanted) {
    return !Collections.disjoint(kinds, wanted);
  }

  /** What steps write to where two arguments may be the same array. */
  public Memory memory() {
    Memory known = memory == null ? new Memory(graph, places(), Aliases.Policy.TOGETHER) : memory;
    memory = known;
    return known;
  }

  /**
   * What the steps of a derivative write to: those that it is added to are other arrays than the
   * arguments, as for all derivatives.
   */
  public Memory apart() {
    Memory known =
        apart == null ? new Memory(graph, places(), Aliases.Policy.APART_BUT_FOR_NULL) : apart;
    apart = known;
    return known;
  }

  /**
   * Whether a step and another one must be done in their order. Those that the compiler made are
   * the steps of a derivative.
   */
  public boolean disturbs(Step step, Step other) {
    return memory().conflict(step, other)
        && !(step.position().isMade() && !apart().conflict(step, other));
  }

  public Places places() {
    Places known = places == null ? new Places(graph.body()) : places;
    places = known;
    return known;
  }

  public LocalArrays arrays() {
    LocalArrays known = arrays == null ? new LocalArrays(graph, places()) : arrays;
    arrays = known;
    return known;
  }
}
