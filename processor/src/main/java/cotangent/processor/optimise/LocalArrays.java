package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.RowIndex;
import cotangent.processor.op.TensorChecks;
import cotangent.processor.op.TensorKernels;
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
  private final List<Step> checks = new ArrayList<>();
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
      if (TensorChecks.isCheck(step)) {
        checks.add(step);
      }
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
    } else if (TensorKernels.isKernel(step)) {
      new HashSet<>(step.operands()).forEach(operand -> access(operand, step));
    } else if (!isLength(step)) {
      step.operands().forEach(this::handOn);
    }
  }

  private static boolean isLength(Step step) {
    return step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
  }

  /** Tells whether a step reads elements of an array. */
  static boolean reads(Step access, Value array) {
    return access instanceof Step.Read
        || access instanceof Step.Copy copy && copy.source() == array
        || TensorKernels.isKernel(access)
            && (access.operands().stream().filter(operand -> operand == array).count() > 1
                || TensorKernels.target(access) != array);
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
            || definitions.get(array) instanceof Step.ZerosLike
            || isOfKernel(array));
  }

  private boolean isOfKernel(Value array) {
    Step step = definitions.get(array);
    return step != null && TensorKernels.isKernel(step);
  }

  /** Gives the steps that check sizes. */
  List<Step> checks() {
    return checks;
  }

  /** Tells whether a step stands in the same region as another one, or around it. */
  boolean isBeside(Step one, Step other) {
    Region region = region(one);
    return region != null && isInside(other, region);
  }

  /** Gives the step that makes a value; null for a parameter. */
  @Nullable Step definition(Value value) {
    return definitions.get(value);
  }

  /** Gives all steps that read or write elements of an array, in the order of the text. */
  List<Step> accesses(Value array) {
    return accesses.getOrDefault(array, List.of());
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

  /**
   * Gives the inner loop of a nest, each of whose rounds has an element of its own at an index into
   * a matrix; null where that isn't so.
   *
   * @param loop the outer one, which goes through rows
   */
  Step.@Nullable Loop columnsOf(Value index, Step.Loop loop) {
    RowIndex at = RowIndex.of(index, this::definition);
    if (at == null) {
      return null;
    }
    Region body = home(at.column());
    return body != null
            && at.row() == loop.index()
            && !isInside(home(at.columns()), loop.body())
            && owners.get(body) instanceof Step.Loop inner
            && inner.index() == at.column()
            && isInside(inner, loop.body())
            && goesThroughAll(inner, at.columns())
        ? inner
        : null;
  }

  boolean isInside(Step step, Region outer) {
    return isInside(region(step), outer);
  }

  boolean isInside(@Nullable Region region, Region outer) {
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
