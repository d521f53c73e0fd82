package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A linear map that each round of a loop applies to another vector, only to add up what comes out.
 *
 * @param slice what applies the map
 * @param summed the vector that it is applied to
 * @param each the loop inside the outer one that has a map for each of its rounds; that one itself
 *     where there is one map
 * @param first the first step that needs the vector, which is complete before it
 */
record SummedMap(LinearSlice slice, Value summed, Step.Loop each, Step first, Value length) {

  Step.Loop outer() {
    return slice.outer();
  }

  /** Returns the region in which the map is applied. */
  Region home() {
    return each.body();
  }

  boolean isForEach() {
    return each != outer();
  }

  List<Value> lengths() {
    return isForEach() ? List.of(each.to(), length) : List.of(length);
  }

  /** Finds a map of which more than adding is spared. */
  static Optional<SummedMap> in(Survey seen) {
    return new Search(seen).in(seen.graph().body()).findFirst();
  }

  private record Search(Survey seen) {

    Stream<SummedMap> in(Region region) {
      return region.steps().stream()
          .flatMap(
              step ->
                  Stream.concat(
                      step instanceof Step.Loop loop ? of(loop) : Stream.empty(),
                      step.regions().stream().flatMap(this::in)));
    }

    private Places places() {
      return seen.places();
    }

    private LocalArrays arrays() {
      return seen.arrays();
    }

    private Stream<SummedMap> of(Step.Loop outer) {
      return isNest(outer)
          ? outer
              .body()
              .innermost()
              .map(step -> LinearSlice.Sink.of(step, places()))
              .filter(Objects::nonNull)
              .flatMap(sink -> of(outer, sink))
          : Stream.empty();
    }

    /** Whether loops in a loop are in a loop: a linear map takes two. */
    private static boolean isNest(Step.Loop outer) {
      return outer.checkpoint() == Step.Loop.NO_CHECKPOINT && depth(outer.body()) >= 2;
    }

    private static int depth(Region region) {
      return region.steps().stream()
          .filter(Step.Loop.class::isInstance)
          .mapToInt(step -> 1 + depth(step.regions().get(0)))
          .max()
          .orElse(0);
    }

    private Stream<SummedMap> of(Step.Loop outer, LinearSlice.Sink sink) {
      LinearSlice all = LinearSlice.of(arrays(), outer, sink, null);
      List<Step.Loop> homes = new ArrayList<>(List.of(outer));
      for (Step step : outer.body().steps()) {
        if (step instanceof Step.Loop loop && all.contains(step) && isForEach(loop, all)) {
          homes.add(loop);
        }
      }
      return all.between().stream()
          .flatMap(
              array -> {
                LinearSlice slice = LinearSlice.of(arrays(), outer, sink, array);
                return slice.isWhole()
                    ? homes.stream().flatMap(each -> of(slice, array, each).stream())
                    : Stream.empty();
              });
    }

    /** Whether a loop counts from zero, as arrays do. */
    private boolean isForEach(Step.Loop loop, LinearSlice slice) {
      return loop.stride() == 1
          && loop.results().isEmpty()
          && places().is(loop.from(), 0)
          && BeforeLoop.isLength(loop.to(), slice.outer(), places());
    }

    private Optional<SummedMap> of(LinearSlice slice, Value array, Step.Loop each) {
      Value length =
          places().definition(array) instanceof Step.NewArray made ? made.lengths().get(0) : null;
      Step first = first(slice, array, each.body());
      boolean isOne =
          length != null
              && first != null
              && array.type().element() == Type.Scalar.DOUBLE
              && BeforeLoop.isLength(length, slice.outer(), places())
              && takesTwoLoops(slice, each.body())
              && slice.between().stream().allMatch(other -> handsOn(other, slice, each.body()))
              && new LinearKinds(slice, places(), array).hold()
              && isUndisturbed(slice, array);
      return isOne
          ? Optional.of(
              new SummedMap(
                  slice,
                  array,
                  each,
                  Objects.requireNonNull(first),
                  Objects.requireNonNull(length)))
          : Optional.empty();
    }

    /**
     * Returns the first step that needs the vector, if that is complete by then; null where it
     * isn't.
     */
    private @Nullable Step first(LinearSlice slice, Value array, Region home) {
      List<Integer> reads = new ArrayList<>();
      List<Integer> writes = new ArrayList<>();
      for (Step access : arrays().accesses(array)) {
        int at = position(access, home);
        if (!(access instanceof Step.Read)) {
          writes.add(at);
        } else if (slice.contains(access)) {
          reads.add(at);
        }
      }
      int first = reads.stream().mapToInt(at -> at).min().orElse(-1);
      return first >= 0 && writes.stream().allMatch(at -> at < first)
          ? home.steps().get(first)
          : null;
    }

    /** Returns where among the steps of a region one is, or is inside; -1 where it is outside. */
    private int position(Step step, Region home) {
      Step at = step;
      while (at != null && places().region(at) != home) {
        at = places().owner(places().region(at));
      }
      int position = home.steps().size() - 1;
      while (position >= 0 && home.steps().get(position) != at) {
        position--;
      }
      return position;
    }

    private boolean takesTwoLoops(LinearSlice slice, Region home) {
      return slice.steps().stream()
          .filter(Step.Loop.class::isInstance)
          .anyMatch(
              loop ->
                  places().owner(places().region(loop)) instanceof Step.Loop around
                      && around.body() != home
                      && places().within(places().region(around), home));
    }

    /**
     * Whether an array is used in one region only, in this slice only, and filled there before
     * anything else is done with it.
     */
    private boolean handsOn(Value array, LinearSlice slice, Region home) {
      List<Step> accesses = arrays().accesses(array);
      return accesses.stream().allMatch(step -> slice.contains(step) && position(step, home) >= 0)
          && (position(Objects.requireNonNull(places().definition(array)), home) >= 0
              || isFilled(array, accesses, home));
    }

    private boolean isFilled(Value array, List<Step> accesses, Region home) {
      if (!(places().definition(array) instanceof Step.NewArray made)) {
        return false;
      }
      Value length = made.lengths().get(0);
      Step first = accesses.get(0);
      if (first instanceof Step.Fill fill) {
        return places().region(fill) == home && places().is(fill.from(), 0) && fill.to() == length;
      }
      return first instanceof Step.Write write
          && places().owner(places().region(write)) instanceof Step.Loop loop
          && places().region(loop) == home
          && write.index() == loop.index()
          && arrays().goesThroughAll(loop, length)
          && accesses.stream()
              .filter(access -> places().within(places().region(access), loop.body()))
              .allMatch(access -> access.operands().get(1) == loop.index());
    }

    /**
     * Whether nothing else in the loop is done with the element that is added to, and nothing with
     * the factors but reading them.
     */
    private boolean isUndisturbed(LinearSlice slice, Value summed) {
      LinearSlice.Sink sink = slice.place();
      return slice
          .outer()
          .body()
          .innermost()
          .allMatch(
              step ->
                  step == sink.old()
                      || step == sink.write()
                      || !seen.apart().conflict(sink.write(), step)
                          && slice.steps().stream()
                              .filter(read -> isFactor(read, slice, summed))
                              .noneMatch(read -> seen.disturbs(step, read)));
    }

    private static boolean isFactor(Step step, LinearSlice slice, Value summed) {
      return step instanceof Step.Read read
          && read != slice.place().old()
          && read.array() != summed
          && !slice.between().contains(read.array());
    }
  }
}
