package cotangent.processor.optimise;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which arrays may be the same memory, and what steps write to. An array made here that is
 * never handed out is in a place of its own; all that comes from outside (two parameters may be the
 * same array) is in one place.
 */
final class Memory {
  private static final Type ANY_REFERENCE = new Type.Reference("");

  private final Value outside = new Value(ANY_REFERENCE, "outside");
  private final Map<Value, Value> parents = new HashMap<>();
  private final Map<Region, Set<Location>> writtenByRegion = new IdentityHashMap<>();

  /** Arrays of one type that may be the same one; without a type all arrays that may be. */
  record Location(Value representative, @Nullable Type type) {}

  Memory(Graph graph) {
    graph.parameters().forEach(parameter -> unite(parameter, outside));
    region(graph.body());
  }

  /** Gives the place of an array. */
  Location location(Value array) {
    return location(array, array.type());
  }

  /** Gives the place of the arrays of a type that an array is, or that it holds. */
  Location location(Value array, Type type) {
    return new Location(representative(array), kind(type));
  }

  /** Tells whether something outside of the graph may hold the array. */
  boolean isOutside(Location location) {
    return location.representative == representative(outside);
  }

  /** What is written by calls. */
  Location everythingOutside() {
    return new Location(representative(outside), null);
  }

  /** Gives the places that a step may write to, by itself or in its regions. */
  Set<Location> written(Step step) {
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

  /** Gives the places that a step may read, by itself or in its regions. */
  Set<Location> read(Step step) {
    Set<Location> all = new HashSet<>();
    collectRead(step, all);
    return all;
  }

  private void collectRead(Step step, Set<Location> all) {
    if (step instanceof Step.Read || step instanceof Step.Clone || step instanceof Step.Copy) {
      all.add(location(step.operands().get(0)));
    } else if (step instanceof Step.Call) {
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
    if (step instanceof Step.Write write) {
      return location(write.array());
    } else if (step instanceof Step.Fill fill) {
      return location(fill.array());
    } else if (step instanceof Step.Copy copy) {
      return location(copy.target());
    }
    if (TensorKernels.isKernel(step)) {
      Value target = TensorKernels.target(step);
      return target == null ? null : location(target);
    }
    return step instanceof Step.Call call && !isHarmless(call.callee())
        ? everythingOutside()
        : null;
  }

  /** Tells whether a call can't write to an array. */
  private static boolean isHarmless(Callee callee) {
    return callee instanceof Callee.Member member
        && switch (member.kind()) {
          case FIELD, STATIC_FIELD, COMPONENT, CAST, CONCATENATION -> true;
          case METHOD, STATIC_METHOD, NEW -> false;
        };
  }

  private void region(Region region) {
    for (Step step : region.steps()) {
      step(step);
      for (Region inner : step.regions()) {
        region(inner);
      }
    }
  }

  /** Unites what a step may make the same memory, or may hand out. */
  private void step(Step step) {
    if (step instanceof Step.Apply apply && apply.result().type().isScalar()) {
      return;
    }
    List<Moves.Move> moves = Moves.of(step);
    for (Moves.Move move : moves) {
      if (move.way() != Moves.Way.COPIED || move.from().type().rank() > 1) {
        unite(move.to(), move.from());
      }
    }
    boolean isApart =
        step instanceof Step.NewArray
            || step instanceof Step.ZerosLike
            || step instanceof Step.Constant
            || TensorKernels.isKernel(step);
    if (moves.isEmpty() && !isApart) {
      step.operands().forEach(operand -> unite(operand, outside));
      step.results().forEach(result -> unite(result, outside));
    }
  }

  private void unite(Value a, Value b) {
    if (!a.type().isScalar() && !b.type().isScalar()) {
      Value root = representative(a);
      Value other = representative(b);
      if (root != other) {
        parents.put(root, other);
      }
    }
  }

  private Value representative(Value value) {
    Value root = value;
    for (Value up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    for (Value at = value; at != root; at = Objects.requireNonNull(parents.put(at, root))) {}
    return root;
  }

  /** Arrays of references may be of one type in the end, whatever they are declared as. */
  private static Type kind(Type array) {
    return array.leaf() instanceof Type.Reference ? ANY_REFERENCE : array;
  }
}
