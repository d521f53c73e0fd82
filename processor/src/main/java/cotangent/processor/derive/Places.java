package cotangent.processor.derive;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Tells where in a graph a value or a step stands: regions themselves only look inwards. */
final class Places {
  private final Map<Value, Region> regions = new HashMap<>();
  private final Map<Value, Step> definitions = new HashMap<>();
  private final Map<Region, Region> parents = new IdentityHashMap<>();
  private final Map<Region, Step> owners = new IdentityHashMap<>();
  private final Map<Step, Region> homes = new IdentityHashMap<>();
  private final Map<Step, Integer> starts = new IdentityHashMap<>();
  private final Map<Step, Integer> ends = new IdentityHashMap<>();
  private final Set<Value> added = new HashSet<>();
  private int count;

  Places(Region body) {
    enter(body);
  }

  private void enter(Region region) {
    region.parameters().forEach(value -> regions.put(value, region));
    for (Step step : region.steps()) {
      homes.put(step, region);
      starts.put(step, count++);
      for (Value result : step.results()) {
        regions.put(result, region);
        definitions.put(result, step);
      }
      Region outer = region;
      for (Region inner : step.regions()) {
        parents.put(inner, outer);
        owners.put(inner, step);
        enter(inner);
        if (step instanceof Step.While) {
          outer = inner;
        }
      }
      ends.put(step, count++);
    }
  }

  /** Places a value that is going to be added to a region. */
  void add(Value value, Region region) {
    regions.put(value, region);
    added.add(value);
  }

  /** Tells whether a value is one of those {@link #add added} later. */
  boolean isAdded(Value value) {
    return added.contains(value);
  }

  boolean knows(Value value) {
    return regions.containsKey(value);
  }

  Region region(Value value) {
    return regions.get(value);
  }

  /** The step that computes the value; null for parameters and for values added later. */
  Step definition(Value value) {
    return definitions.get(value);
  }

  Region region(Step step) {
    return homes.get(step);
  }

  /** The step that a region belongs to; null for the body of the graph. */
  Step owner(Region region) {
    return owners.get(region);
  }

  /** The region around; that of a while's {@code after} is its {@code before}. */
  Region parent(Region region) {
    return parents.get(region);
  }

  boolean isParameterOfBody(Value value) {
    Region region = regions.get(value);
    return definitions.get(value) == null && parents.get(region) == null && !isAdded(value);
  }

  boolean isLoopBody(Region region) {
    Step owner = owners.get(region);
    return owner instanceof Step.Loop || owner instanceof Step.While;
  }

  /** Gives the body of the innermost loop around, or the body of the graph. */
  Region iteration(Region region) {
    Region r = region;
    while (parents.containsKey(r) && !isLoopBody(r)) {
      r = parents.get(r);
    }
    return owners.get(r) instanceof Step.While loop ? loop.before() : r;
  }

  /** Tells whether a region is another one or lies inside it. */
  boolean within(Region region, Region outer) {
    for (Region r = region; r != null; r = parents.get(r)) {
      if (r == outer) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a region belongs to a step or to one inside it. */
  boolean within(Region region, Step outer) {
    for (Region r = region; r != null; r = parents.get(r)) {
      if (owners.get(r) == outer) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a step stands, as a whole, behind another one in the text. */
  boolean after(Step step, Step earlier) {
    return starts.get(step) > ends.get(earlier);
  }

  /** Tells whether a step stands in this graph, not in another function. */
  boolean knows(Step step) {
    return homes.containsKey(step);
  }

  /** Gives the innermost region that encloses both. */
  Region common(Region one, Region other) {
    Region r = one;
    while (!within(other, r)) {
      r = parents.get(r);
    }
    return r;
  }
}
