package cotangent.processor.optimise.loop;

import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Those steps of a nest of loops that some of its effects need. */
final class NestSlice {
  private final Step.Loop nest;
  private final Places places;
  private final boolean isCarrying;
  private final Set<Step> steps = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Begins with nothing.
   *
   * @param isCarrying whether loops carry on what they carry, needed or not
   */
  NestSlice(Step.Loop nest, Places places, boolean isCarrying) {
    this.nest = nest;
    this.places = places;
    this.isCarrying = isCarrying;
  }

  /** Adds an effect, and what it needs. */
  void want(Step step) {
    if (!places.within(places.region(step), nest) && step != nest || !steps.add(step)) {
      return;
    }
    step.operands().forEach(this::want);
    if (isCarrying) {
      step.regions().forEach(region -> region.yields().forEach(this::want));
    }
    if (step != nest) {
      want(Objects.requireNonNull(places.owner(places.region(step))));
    }
  }

  private void want(Value value) {
    Step maker = places.maker(value);
    if (maker != null) {
      want(maker);
    }
  }

  boolean contains(Step step) {
    return steps.contains(step);
  }

  /** Whether there is a loop in it inside another one. */
  boolean isNest() {
    return steps.stream().anyMatch(step -> step != nest && step instanceof Step.Loop);
  }

  /** Returns the nest once more, with these steps only; nothing where there are none. */
  Optional<Step> copy() {
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(GraphCopy.alone(nest.withRegions(this::only)));
  }

  private Region only(Region region) {
    List<Step> kept =
        region.steps().stream()
            .filter(this::contains)
            .map(step -> step.withRegions(this::only))
            .toList();
    return new Region(region.parameters(), kept, region.yields());
  }
}
