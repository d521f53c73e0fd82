package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the arrays that have one name only, since all that is ever done with them is to read and
 * write their elements. So all accesses are at hand, and none of them is to another array.
 */
final class LocalArrays {
  private final Map<Value, List<Step>> accesses = new HashMap<>();
  private final Map<Value, Step> definitions = new HashMap<>();
  private final Map<Value, Region> regionsOfValues = new HashMap<>();
  private final Map<Step, Region> regions = new IdentityHashMap<>();
  private final Map<Region, Step> owners = new IdentityHashMap<>();
  private final Map<Step, Integer> starts = new IdentityHashMap<>();
  private final Set<Value> handedOn = new HashSet<>();

  LocalArrays(Graph graph) {
    enter(graph.body());
  }

  private void enter(Region region) {
    for (Value parameter : region.parameters()) {
      regionsOfValues.put(parameter, region);
    }
    for (Step step : region.steps()) {
      starts.put(step, starts.size());
      regions.put(step, region);
      for (Value result : step.results()) {
        definitions.put(result, step);
        regionsOfValues.put(result, region);
      }
      use(step);
      for (Region inner : step.regions()) {
        owners.put(inner, step);
        enter(inner);
      }
    }
    region.yields().forEach(this::handOn);
  }

  private void use(Step step) {
    if (step instanceof Step.Read read) {
      access(read.array(), step);
    } else if (step instanceof Step.Write write) {
      access(write.array(), step);
      handOn(write.value());
    } else if (step instanceof Step.Fill fill) {
      access(fill.array(), step);
      handOn(fill.value());
    } else if (step instanceof Step.Copy copy) {
      access(copy.source(), step);
      if (copy.target() != copy.source()) {
        access(copy.target(), step);
      }
    } else {
      step.operands().forEach(this::handOn);
    }
  }

  private void access(Value array, Step step) {
    accesses.computeIfAbsent(array, unused -> new ArrayList<>()).add(step);
  }

  private void handOn(Value value) {
    if (value.type().isArray()) {
      handedOn.add(value);
    }
  }

  /** Tells whether an array of numbers is made here and known by this name only. */
  boolean contains(Value array) {
    return array.type().rank() == 1
        && !handedOn.contains(array)
        && (definitions.get(array) instanceof Step.NewArray
            || definitions.get(array) instanceof Step.ZerosLike);
  }

  /** Gives all steps that read or write elements of an array, in the order of the text. */
  List<Step> accesses(Value array) {
    return accesses.getOrDefault(array, List.of());
  }

  /** Gives the step that made a value; null for a parameter. */
  @Nullable Step definition(Value value) {
    return definitions.get(value);
  }

  boolean isBefore(Step one, Step other) {
    return starts.getOrDefault(one, 0) < starts.getOrDefault(other, 0);
  }

  /** Gives the region in which an array is made: nothing in it is left when the region ends. */
  @Nullable Region home(Value array) {
    return regionsOfValues.get(array);
  }

  @Nullable Region region(Step step) {
    return regions.get(step);
  }

  @Nullable Step owner(Region region) {
    return owners.get(region);
  }

  /** Gives the region around; that of a while's {@code after} is its {@code before}. */
  private @Nullable Region parent(Region region) {
    Step owner = owner(region);
    if (owner instanceof Step.While loop && region == loop.after()) {
      return loop.before();
    }
    return owner == null ? null : region(owner);
  }

  /** Gives the bodies of the loops around a step, innermost first, up to a region around it. */
  List<Region> loops(Step step, @Nullable Region home) {
    List<Region> loops = new ArrayList<>();
    for (Region r = region(step); r != null && r != home; r = parent(r)) {
      if (owner(r) instanceof Step.Loop
          || owner(r) instanceof Step.While loop && r == loop.before()) {
        loops.add(r);
      }
    }
    return loops;
  }

  /** Tells whether a value is another one in each iteration of a loop, whichever two they are. */
  boolean countsIterations(Value value, Step.Loop loop) {
    if (value == loop.index()) {
      return true;
    }
    return definitions.get(value) instanceof Step.Apply apply
        && (apply.operation() == Operations.ADD || apply.operation() == Operations.SUB)
        && apply.operands().stream().filter(x -> x == loop.index()).count() == 1
        && apply.operands().stream()
            .allMatch(x -> x == loop.index() || !isInside(regionsOfValues.get(x), loop.body()));
  }

  boolean isInside(Step step, Region outer) {
    return isInside(region(step), outer);
  }

  private boolean isInside(@Nullable Region region, Region outer) {
    for (Region r = region; r != null; r = parent(r)) {
      if (r == outer) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a loop goes through all indices below a length, upwards or downwards. */
  boolean goesThroughAll(Step.Loop loop, Value length) {
    if (loop.stride() == 1) {
      return is(loop.from(), 0) && loop.to() == length;
    }
    return loop.stride() == -1
        && is(loop.to(), -1)
        && definitions.get(loop.from()) instanceof Step.Apply apply
        && apply.operation() == Operations.SUB
        && apply.operands().get(0) == length
        && is(apply.operands().get(1), 1);
  }

  boolean is(Value value, int number) {
    return definitions.get(value) instanceof Step.Constant constant
        && Integer.valueOf(number).equals(constant.value());
  }
}
