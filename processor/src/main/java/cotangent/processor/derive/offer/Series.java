package cotangent.processor.derive.offer;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Finds the arrays of which each round of a loop makes another one, and that a tape keeps by their
 * references until the loop has been gone through backward: layers, states. A workspace lends them
 * one after the other. Without a tape that keeps them anyway, they would live longer than needed.
 */
final class Series {
  static final Type LENDER = new Type.Reference("cotangent.ArraySeries");
  private static final Type DOUBLES = Type.array(Type.DOUBLE);

  private final Places places;
  private final Storage storage;
  private final Borrowable borrowable;
  private final Predicate<Step> elsewhere;
  private final Map<Cell, List<Step.Write>> kept = new HashMap<>();
  private final Map<Region, List<Value>> homes = new IdentityHashMap<>();
  private final Map<Value, Value> lenders = new HashMap<>();

  /**
   * @param elsewhere tells which steps have their memory elsewhere
   */
  Series(
      Region body,
      Places places,
      Storage storage,
      Borrowable borrowable,
      Predicate<Step> elsewhere) {
    this.elsewhere = elsewhere;
    this.places = places;
    this.storage = storage;
    this.borrowable = borrowable;
    findKept(body);
    find(body);
  }

  private void findKept(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Write write
          && write.value().type().equals(DOUBLES)
          && storage.of(write.array()).values().stream().anyMatch(this::isTape)) {
        kept.computeIfAbsent(storage.of(write.value()), cell -> new ArrayList<>()).add(write);
      }
      step.regions().forEach(this::findKept);
    }
  }

  private boolean isTape(Value array) {
    return places.definition(array) instanceof Step.NewArray made && !made.cleared();
  }

  private void find(Region region) {
    for (Step step : region.steps()) {
      if (step.results().size() == 1
          && step.results().get(0).type().equals(DOUBLES)
          && (step instanceof Step.NewArray || TensorKernels.isKernel(step))
          && !elsewhere.test(step)
          && isOne(step.results().get(0))) {
        Value array = step.results().get(0);
        Region home = Objects.requireNonNull(storage.home(storage.of(array)));
        homes.computeIfAbsent(home, unused -> new ArrayList<>()).add(array);
        lenders.put(array, new Value(LENDER, name(array)));
      }
      step.regions().forEach(this::find);
    }
  }

  private static String name(Value array) {
    return array.name().isEmpty() ? "series" : array.name() + "Series";
  }

  private boolean isOne(Value array) {
    Region region = places.region(array);
    return borrowable.staysHere(array)
        && borrowable.isMadeInLoop(array)
        && kept.getOrDefault(storage.of(array), List.of()).stream()
            .map(places::region)
            .anyMatch(place -> place == region || place == places.iteration(region));
  }

  /** Returns the arrays whose series begin anew in a region. */
  List<Value> beginningIn(Region region) {
    return homes.getOrDefault(region, List.of());
  }

  /** Whether an array comes out of a series. */
  boolean contains(Value array) {
    return lenders.containsKey(array);
  }

  /** Returns what lends an array. */
  Value lender(Value array) {
    return Objects.requireNonNull(lenders.get(array));
  }
}
