package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Overwritten;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives each iteration a scratch array of its own, where each iteration overwrites the whole of a
 * shared one before it reads it; and another one each time that it overwrites it once more. What an
 * iteration leaves in its own arrays stays there, so that the backward half finds it without a
 * copy.
 */
final class Scratch {
  private final Places places;
  private final Storage storage;
  private final List<Value> results;
  private final Map<Step, List<Step.NewArray>> madeBefore = new IdentityHashMap<>();
  private final Map<Step, Map<Value, Value>> renamed = new IdentityHashMap<>();
  private final Map<Step, Boolean> moved = new IdentityHashMap<>();

  private Scratch(Graph graph) {
    this.results = graph.results();
    this.places = new Places(graph.body());
    this.storage = new Storage(graph, places, false);
  }

  static Graph localised(Graph graph) {
    Scratch scratch = new Scratch(graph);
    scratch.plan(graph.body());
    return scratch.moved.isEmpty()
        ? graph
        : new Graph(graph.name(), scratch.rebuild(graph.body()), graph.functions());
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
    List<Step> accesses = places.users(array.result());
    if (accesses.isEmpty() || accesses.stream().anyMatch(step -> !isElementAccess(step))) {
      return;
    }
    Region common = Objects.requireNonNull(places.region(accesses.get(0)));
    for (Step access : accesses) {
      common = places.common(common, Objects.requireNonNull(places.region(access)));
    }
    Overwritten overwritten = new Overwritten(places, array, accesses);
    for (Region r = common; r != null && r != home; r = places.parent(r)) {
      if (places.isLoopBody(r)) {
        List<Step> starts = overwritten.starts(r);
        if (!starts.isEmpty()) {
          localise(array, starts, accesses);
          return;
        }
      }
    }
  }

  /** Makes an array anew at each step that begins to overwrite the whole of it. */
  private void localise(Step.NewArray array, List<Step> starts, List<Step> accesses) {
    moved.put(array, true);
    for (Step start : starts) {
      Value old = array.result();
      Value own = start == starts.get(0) ? old : new Value(old.type(), old.name());
      madeBefore
          .computeIfAbsent(start, unused -> new ArrayList<>())
          .add(new Step.NewArray(own, array.lengths(), false, array.position()));
      for (Step access : accesses) {
        if (own != old && (access == start || isInsideOrAfter(access, start))) {
          renamed.computeIfAbsent(access, unused -> new HashMap<>()).put(old, own);
        }
      }
    }
  }

  private boolean isInsideOrAfter(Step access, Step start) {
    return places.within(places.region(access), start) || places.after(access, start);
  }

  private static boolean isElementAccess(Step step) {
    return step instanceof Step.Read
        || step instanceof Step.Write
        || step instanceof Step.Fill
        || step instanceof Step.Copy copy && copy.source() != copy.target();
  }

  private Region rebuild(Region region) {
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    for (Step step : region.steps()) {
      madeBefore.getOrDefault(step, List.of()).forEach(b::add);
      if (!moved.containsKey(step)) {
        Map<Value, Value> names = renamed.getOrDefault(step, Map.of());
        Step exchanged = step.withOperands(value -> names.getOrDefault(value, value));
        b.add(exchanged.withRegions(this::rebuild));
      }
    }
    return b.yield(region.yields());
  }
}
