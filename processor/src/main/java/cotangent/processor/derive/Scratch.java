package cotangent.processor.derive;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Regions;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each iteration a scratch array of its own, where each iteration overwrites the whole of a
 * shared one before it reads it. What an iteration leaves in its own array stays there, so that the
 * backward half finds it without a copy.
 */
final class Scratch {
  private final Places places;
  private final Storage storage;
  private final List<Value> results;
  private final Map<Value, List<Step>> uses = new HashMap<>();
  private final Map<Step, Step.NewArray> movedBefore = new IdentityHashMap<>();
  private final Map<Step, Boolean> moved = new IdentityHashMap<>();

  private Scratch(Graph graph) {
    this.results = graph.results();
    this.places = new Places(graph.body());
    this.storage = new Storage(graph, places, false);
  }

  static Graph localised(Graph graph) {
    Scratch scratch = new Scratch(graph);
    scratch.collect(graph.body());
    scratch.plan(graph.body());
    return scratch.moved.isEmpty()
        ? graph
        : new Graph(graph.name(), scratch.rebuild(graph.body()), graph.functions());
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      step.operands().forEach(v -> uses.computeIfAbsent(v, u -> new ArrayList<>()).add(step));
      step.regions().forEach(this::collect);
    }
  }

  private void plan(Region region) {
    for (Step step : region.steps()) {
      step.regions().forEach(this::plan);
      if (step instanceof Step.NewArray array
          && array.result().type().rank() == 1
          && array.result().type().element() instanceof Type.Scalar
          && storage.isAlone(array.result())
          && !results.contains(array.result())) {
        plan(array, region);
      }
    }
  }

  private void plan(Step.NewArray array, Region home) {
    List<Step> accesses = uses.getOrDefault(array.result(), List.of());
    if (accesses.isEmpty() || accesses.stream().anyMatch(step -> !isElementAccess(step))) {
      return;
    }
    Region common = places.region(accesses.get(0));
    for (Step access : accesses) {
      common = places.common(common, places.region(access));
    }
    for (Region r = common; r != home; r = places.parent(r)) {
      if (places.isLoopBody(r)) {
        Optional<Step> first = firstAccess(r, accesses);
        if (first.isPresent() && overwrites(first.get(), array, accesses)) {
          movedBefore.put(first.get(), array);
          moved.put(array, true);
          return;
        }
      }
    }
  }

  /** Finds the first access in a region; none if all are in the second half of its loop. */
  private Optional<Step> firstAccess(Region region, List<Step> accesses) {
    for (Step step : region.steps()) {
      for (Step access : accesses) {
        if (access == step || places.within(places.region(access), step)) {
          return Optional.of(step);
        }
      }
    }
    return Optional.empty();
  }

  private boolean overwrites(Step first, Step.NewArray array, List<Step> accesses) {
    if (movedBefore.containsKey(first)) {
      return false;
    }
    if (!(first instanceof Step.Loop loop)
        || loop.stride() != 1
        || !isZero(loop.from())
        || loop.to() != array.lengths().get(0)) {
      return first instanceof Step.Fill fill
          && fill.array() == array.result()
          && isZero(fill.from())
          && fill.to() == array.lengths().get(0);
    }
    boolean written = false;
    for (Step step : loop.body().steps()) {
      if (step instanceof Step.Write write && write.array() == array.result()) {
        written |= write.index() == loop.index();
      } else if (!written) {
        if (accesses.stream().anyMatch(a -> a == step || places.within(places.region(a), step))) {
          return false;
        }
      }
    }
    return written && accesses.stream().allMatch(a -> staysAtIndex(a, loop));
  }

  /** Tells whether an access is outside of a loop, or at the index of the iteration. */
  private boolean staysAtIndex(Step access, Step.Loop loop) {
    if (!places.within(places.region(access), loop)) {
      return true;
    }
    return access instanceof Step.Read read && read.index() == loop.index()
        || access instanceof Step.Write write && write.index() == loop.index();
  }

  private boolean isZero(Value value) {
    return places.definition(value) instanceof Step.Constant constant
        && Integer.valueOf(0).equals(constant.value());
  }

  private static boolean isElementAccess(Step step) {
    return step instanceof Step.Read
        || step instanceof Step.Write
        || step instanceof Step.Fill
        || step instanceof Step.Copy;
  }

  private Region rebuild(Region region) {
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    for (Step step : region.steps()) {
      if (movedBefore.containsKey(step)) {
        Step.NewArray array = movedBefore.get(step);
        b.add(new Step.NewArray(array.result(), array.lengths(), false, array.position()));
      }
      if (!moved.containsKey(step)) {
        b.add(Regions.map(step, this::rebuild));
      }
    }
    return b.yield(region.yields());
  }
}
