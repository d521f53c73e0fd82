package cotangent.processor.optimise.rewrite;

import cotangent.processor.alias.Aliases;
import cotangent.processor.alias.Cell;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.ClassQuestions;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.TensorKernels;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What steps write to. An array made here that is never handed out is a location of its own;
 * everything from outside (two parameters may be the same array) is one location for each type.
 */
public final class Memory {
  private static final Type ANY_REFERENCE = new Type.Reference("");

  private final Aliases aliases;
  private final Map<Region, Set<Location>> writtenByRegion = new IdentityHashMap<>();

  /** Arrays of one type that may be the same; without a type, all arrays that may be. */
  public record Location(Cell cell, @Nullable Type type) {}

  Memory(Graph graph, Places places, Aliases.Policy policy) {
    aliases = new Aliases(graph, places, policy);
  }

  /** Returns the location of an array. */
  public Location location(Value array) {
    return location(array, array.type());
  }

  /** Returns the location of the arrays of a type that an array is, or that it holds. */
  public Location location(Value array, Type type) {
    return new Location(aliases.of(array), kind(type));
  }

  /** Whether something outside the graph may hold the array. */
  public boolean isOutside(Location location) {
    return location.cell == aliases.outside();
  }

  /** What is written by calls. */
  public Location everythingOutside() {
    return new Location(aliases.outside(), null);
  }

  /** Returns the locations that a step may write to, by itself or in its regions. */
  public Set<Location> written(Step step) {
    if (step.regions().isEmpty()) {
      Location location = writtenPlace(step);
      return location == null ? Set.of() : Set.of(location);
    }
    Set<Location> all = new HashSet<>();
    for (Region region : step.regions()) {
      all.addAll(written(region));
    }
    return all;
  }

  /** Returns the places that a step may read, by itself or in its regions. */
  public Set<Location> read(Step step) {
    Set<Location> all = new HashSet<>();
    collectRead(step, all);
    return all;
  }

  /** Whether two steps must be done in their order: one writes what the other reads or writes. */
  public boolean conflict(Step one, Step other) {
    Set<Location> written = written(one);
    Set<Location> writtenByOther = written(other);
    return !Collections.disjoint(written, writtenByOther)
        || !written.isEmpty() && !Collections.disjoint(written, read(other))
        || !writtenByOther.isEmpty() && !Collections.disjoint(writtenByOther, read(one));
  }

  private void collectRead(Step step, Set<Location> all) {
    Accesses.of(step).read().forEach(array -> all.add(location(array)));
    if (step instanceof Step.Call) {
      step.operands().stream()
          .filter(operand -> operand.type().isArray())
          .forEach(operand -> all.add(location(operand)));
    }
    for (Region region : step.regions()) {
      region.steps().forEach(inner -> collectRead(inner, all));
    }
  }

  private Set<Location> written(Region region) {
    Set<Location> known = writtenByRegion.get(region);
    if (known == null) {
      known = new HashSet<>();
      for (Step step : region.steps()) {
        known.addAll(written(step));
      }
      writtenByRegion.put(region, known);
    }
    return known;
  }

  private @Nullable Location writtenPlace(Step step) {
    if (!(step instanceof Step.Call call)) {
      List<Value> written = Accesses.of(step).written();
      return written.isEmpty() ? null : location(written.get(0));
    } else if (TensorKernels.isKernel(step)) {
      Value target = TensorKernels.target(step);
      return target == null ? null : location(target);
    }
    return isHarmless(call.callee()) || ClassQuestions.isOne(call) ? null : everythingOutside();
  }

  /** Whether a call can't write to an array. */
  private static boolean isHarmless(Callee callee) {
    return ArrayChecks.isCheck(callee)
        || callee instanceof Callee.Member member
            && switch (member.kind()) {
              case FIELD, STATIC_FIELD, COMPONENT, CAST, CONCATENATION -> true;
              case METHOD, STATIC_METHOD, NEW -> false;
            };
  }

  /** Arrays of references may turn out to be of one type, whatever they are declared as. */
  private static Type kind(Type array) {
    return array.leaf() instanceof Type.Reference ? ANY_REFERENCE : array;
  }
}
