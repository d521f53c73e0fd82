package cotangent.processor.optimise.rewrite;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Places;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the arrays that have only one name, since nothing is ever done with them but reading and
 * writing their elements. So all their accesses are known, and none of these is to another array.
 */
public final class LocalArrays {
  private final Map<Value, List<Step>> accesses = new HashMap<>();
  private final List<Step> checks = new ArrayList<>();
  private final Set<Value> handedOn = new HashSet<>();
  private final Places places;

  LocalArrays(Graph graph, Places places) {
    this.places = places;
    enter(graph.body());
  }

  private void enter(Region region) {
    for (Step step : region.steps()) {
      use(step);
      if (TensorChecks.isCheck(step)) {
        checks.add(step);
      }
      for (Region inner : step.regions()) {
        enter(inner);
      }
    }
    region.yields().forEach(this::handOn);
  }

  /** Returns the places of the steps that read and write. */
  public Places places() {
    return places;
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

  /** Whether a step reads elements of an array. */
  public static boolean reads(Step access, Value array) {
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

  /** Whether an array of numbers is made here and known only by this name. */
  public boolean contains(Value array) {
    return array.type().rank() == 1
        && !handedOn.contains(array)
        && (places.definition(array) instanceof Step.NewArray
            || places.definition(array) instanceof Step.ZerosLike
            || isOfKernel(array));
  }

  private boolean isOfKernel(Value array) {
    Step step = places.definition(array);
    return step != null && TensorKernels.isKernel(step);
  }

  /** Returns the steps that check sizes. */
  public List<Step> checks() {
    return checks;
  }

  /** Returns all steps that read or write elements of an array, in the order of the text. */
  public List<Step> accesses(Value array) {
    return accesses.getOrDefault(array, List.of());
  }

  /** Returns the bodies of the loops around a step, innermost first, up to a region around it. */
  public List<Region> loops(Step step, @Nullable Region home) {
    List<Region> loops = new ArrayList<>();
    for (Region r = places.region(step); r != null && r != home; r = places.parent(r)) {
      if (places.owner(r) instanceof Step.Loop
          || places.owner(r) instanceof Step.While loop && r == loop.before()) {
        loops.add(r);
      }
    }
    return loops;
  }

  /** Whether a value is different in any two iterations of a loop. */
  public boolean countsIterations(Value value, Step.Loop loop) {
    if (value == loop.index()) {
      return true;
    }
    return places.definition(value) instanceof Step.Apply apply
        && (apply.operation() == Operations.ADD || apply.operation() == Operations.SUB)
        && apply.operands().stream().filter(x -> x == loop.index()).count() == 1
        && apply.operands().stream()
            .allMatch(x -> x == loop.index() || !places.within(places.region(x), loop.body()));
  }

  /**
   * Returns the inner loop of a nest in which each round has an element of its own at an index into
   * a matrix; null where it hasn't.
   *
   * @param loop the outer one, which goes through rows
   */
  public Step.@Nullable Loop columnsOf(Value index, Step.Loop loop) {
    RowIndex at = RowIndex.of(index, places::definition);
    if (at == null) {
      return null;
    }
    Region body = places.region(at.column());
    return body != null
            && at.row() == loop.index()
            && !places.within(places.region(at.columns()), loop.body())
            && places.owner(body) instanceof Step.Loop inner
            && inner.index() == at.column()
            && places.within(places.region(inner), loop.body())
            && goesThroughAll(inner, at.columns())
        ? inner
        : null;
  }

  /** Whether a loop goes through all indices below a length, upwards or downwards. */
  public boolean goesThroughAll(Step.Loop loop, Value length) {
    if (loop.stride() == 1) {
      return places.is(loop.from(), 0) && loop.to() == length;
    }
    return loop.stride() == -1
        && places.is(loop.to(), -1)
        && places.definition(loop.from()) instanceof Step.Apply apply
        && apply.operation() == Operations.SUB
        && apply.operands().get(0) == length
        && places.is(apply.operands().get(1), 1);
  }
}
