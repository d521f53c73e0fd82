package cotangent.processor.derive.offer;

import cotangent.processor.alias.Cell;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the arrays of which each round of a loop makes another one, and that an array keeps by
 * their references until the loop has been gone through backward: layers, states; and the tapes
 * that keep arrays so. A workspace lends them one after the other. Without an array that keeps them
 * anyway, they would live longer than needed.
 */
final class Series {
  static final Type LENDER = new Type.Reference("cotangent.ArraySeries");
  private static final Type DOUBLES = Type.array(Type.DOUBLE);
  private static final Type ROWS = Type.array(DOUBLES);

  /** What the series of each type is asked for the next array, which holds what was left in it. */
  private static final Map<Type, String> NEXT =
      Map.of(
          DOUBLES,
          "next",
          Type.array(Type.INT),
          "nextInts",
          Type.array(Type.LONG),
          "nextLongs",
          Type.array(Type.BOOLEAN),
          "nextBooleans",
          ROWS,
          "nextRows",
          Type.array(Type.array(Type.INT)),
          "nextIntRows",
          Type.array(Type.array(Type.BOOLEAN)),
          "nextBooleanRows",
          Type.array(ROWS),
          "nextPlanes",
          Type.array(Type.array(Type.array(Type.INT))),
          "nextIntPlanes");

  /** The same for arrays that have to be cleared. */
  private static final Map<Type, String> NEXT_CLEARED =
      Map.of(DOUBLES, "nextZeros", ROWS, "nextNulls");

  private final Places places;
  private final Storage storage;
  private final Borrowable borrowable;
  private final RowTapes rowTapes;
  private final Map<Cell, List<Step.Write>> kept = new HashMap<>();
  private final Map<Region, List<Value>> homes = new IdentityHashMap<>();
  private final Map<Value, Value> lenders = new HashMap<>();

  Series(Region body, Places places, Storage storage, Borrowable borrowable, RowTapes rowTapes) {
    this.places = places;
    this.storage = storage;
    this.borrowable = borrowable;
    this.rowTapes = rowTapes;
    findKept(body);
    find(body);
  }

  private void findKept(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Write write
          && write.value().type().isArray()
          && (isOnTape(write) || isAtIndexOfItsRound(write))) {
        kept.computeIfAbsent(storage.of(write.value()), cell -> new ArrayList<>()).add(write);
      }
      step.regions().forEach(this::findKept);
    }
  }

  private boolean isOnTape(Step.Write write) {
    return storage.of(write.array()).values().stream().anyMatch(this::isTape);
  }

  /** Whether each round puts an array into a place of its own. */
  private boolean isAtIndexOfItsRound(Step.Write write) {
    return places.definition(write.array()) instanceof Step.NewArray holder
        && rowTapes.isAtIndexOfItsRound(write, places.region(holder))
        && storage.home(storage.of(write.value())) == places.region(holder);
  }

  private boolean isTape(Value array) {
    return places.definition(array) instanceof Step.NewArray made && !made.cleared();
  }

  private void find(Region region) {
    for (Step step : region.steps()) {
      if (next(step) != null && isOne(step, step.results().get(0))) {
        enter(step.results().get(0));
      }
      step.regions().forEach(this::find);
    }
  }

  private void enter(Value array) {
    Region home = Objects.requireNonNull(storage.home(storage.of(array)));
    List<Value> beginning = homes.computeIfAbsent(home, unused -> new ArrayList<>());
    Optional<Value> shorter =
        beginning.stream().filter(each -> isLonger(array, each, home)).findFirst();
    if (shorter.isPresent()) {
      lenders.put(array, lender(shorter.get()));
    } else {
      beginning.add(array);
      lenders.put(array, new Value(LENDER, name(array)));
    }
  }

  /** Whether a tape takes the place of one that there is once, and became too short. */
  private boolean isLonger(Value array, Value tape, Region home) {
    return isTape(array)
        && isTape(tape)
        && places.region(tape) == home
        && storage.of(array) == storage.of(tape);
  }

  /** Returns what a series is asked for in the place of a step; null where none lends that. */
  private static @Nullable String next(Step step) {
    if (step instanceof Step.NewArray made) {
      return made.lengths().size() == 1
          ? (made.cleared() ? NEXT_CLEARED : NEXT).get(made.result().type())
          : null;
    }
    boolean makesDoubles =
        (step instanceof Step.Clone || TensorKernels.isKernel(step))
            && step.results().size() == 1
            && step.results().get(0).type().equals(DOUBLES);
    return makesDoubles ? NEXT.get(DOUBLES) : null;
  }

  private static String name(Value array) {
    return array.name().isEmpty() ? "series" : array.name() + "Series";
  }

  private boolean isOne(Step step, Value array) {
    if (!borrowable.staysHere(array)
        || borrowable.contains(array)
        || rowTapes.isRow(step)
        || rowTapes.isOutermost(step)) {
      return false;
    }
    return array.type().rank() == 1
        ? borrowable.isMadeInLoop(array) && isKept(array)
        : isTape(array)
            ? borrowable.isMadeInLoop(array) || !borrowable.isOfReferences((Step.NewArray) step)
            : !borrowable.isMadeInLoop(array);
  }

  /** Whether what keeps an array does so in the round that makes it, or makes it longer. */
  private boolean isKept(Value array) {
    Region region = places.region(array);
    return kept.getOrDefault(storage.of(array), List.of()).stream()
        .map(places::region)
        .anyMatch(
            place ->
                place == region
                    || place == places.iteration(region)
                    || isTape(array) && places.within(region, place));
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

  /** Lends the next array, of zeros or nulls where it has to be cleared. */
  void lend(Value array, Value length, boolean cleared, GraphBuilder b) {
    String method = Objects.requireNonNull((cleared ? NEXT_CLEARED : NEXT).get(array.type()));
    b.call(
        new Callee.Member(Callee.Member.Kind.METHOD, "cotangent.ArraySeries", method, true),
        List.of(array),
        List.of(lender(array), length));
  }
}
