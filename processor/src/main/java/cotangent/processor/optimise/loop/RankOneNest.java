package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loops in a round of another one that only add to sums, at places that are the same in all rounds,
 * what is made of a few vectors and numbers of the round: so they can run later, on copies of
 * these.
 */
final class RankOneNest {
  private final Survey seen;
  private final Places places;
  private final Step.Loop outer;
  private final Step.Loop each;
  private final Step.Loop nest;
  private final List<LinearSlice.Sink> sinks;
  private final NestSlice later;
  private final Map<Value, Value> vectors = new LinkedHashMap<>();
  private final Set<Value> numbers = new LinkedHashSet<>();
  private final Set<Step> again = new HashSet<>();
  private final LoopExtents extents;
  private final LoopExtents eachExtent;

  private RankOneNest(
      Survey seen, Step.Loop outer, Step.Loop each, Step.Loop nest, List<LinearSlice.Sink> sinks) {
    this.seen = seen;
    this.places = seen.places();
    this.outer = outer;
    this.each = each;
    this.nest = nest;
    this.sinks = sinks;
    later = new NestSlice(nest, places, false);
    sinks.forEach(sink -> later.want(sink.write()));
    extents = new LoopExtents(places, outer);
    eachExtent = new LoopExtents(places, outer);
  }

  /**
   * Returns loops as such a nest, or null.
   *
   * @param outer the loop whose rounds add to the same sums
   * @param each the loop right inside it that has sums of its own for each of its rounds; the outer
   *     one where there is none
   * @param nest the loops, right inside that
   */
  static @Nullable RankOneNest of(Survey seen, Step.Loop outer, Step.Loop each, Step.Loop nest) {
    List<LinearSlice.Sink> sinks =
        nest.body()
            .innermost()
            .map(step -> LinearSlice.Sink.of(step, seen.places()))
            .filter(Objects::nonNull)
            .filter(sink -> new RankOneNest(seen, outer, each, nest, List.of(sink)).holds())
            .toList();
    RankOneNest all = new RankOneNest(seen, outer, each, nest, sinks);
    boolean pays = all.isDeep() && !all.now().isNest();
    return pays && nest.results().isEmpty() && all.holds() ? all : null;
  }

  Step.Loop outer() {
    return outer;
  }

  Step.Loop each() {
    return each;
  }

  Step.Loop nest() {
    return nest;
  }

  boolean isForEach() {
    return each != outer;
  }

  /** Whether the rounds are as many as an array is long. */
  boolean countsLength() {
    return outer.stride() == 1 && places.is(outer.from(), 0) && isLength(outer.to());
  }

  /** Whether a number certainly isn't negative. */
  boolean isLength(Value number) {
    return BeforeLoop.isLength(number, outer, places);
  }

  /** Returns how far the loop goes that has sums of its own for each of its rounds. */
  Optional<Value> eachExtent() {
    return Optional.ofNullable(eachExtent.of(each.index()));
  }

  /** Returns the arrays that the rounds fill anew, and how many of their elements are used. */
  Map<Value, Value> vectors() {
    return vectors;
  }

  /** Returns the numbers that each round has anew. */
  Set<Value> numbers() {
    return numbers;
  }

  /** Returns how far the loops go. */
  Set<Value> extents() {
    return extents.all();
  }

  /** Returns what can wait. */
  NestSlice later() {
    return later;
  }

  /** Returns what must be done in its round all the same. */
  NestSlice now() {
    NestSlice now = new NestSlice(nest, places, true);
    nest.body()
        .innermost()
        .filter(step -> !Rewriter.isPure(step) && !(step instanceof Step.Read))
        .filter(step -> sinks.stream().noneMatch(sink -> sink.write() == step))
        .forEach(now::want);
    return now;
  }

  /** Whether a step in front of the loops is to be done again where they run later. */
  boolean isAgain(Step step) {
    return again.contains(step);
  }

  /** Returns the sum that an operation computes, or null. */
  LinearSlice.@Nullable Sink sum(Step step) {
    return sinks.stream().filter(sink -> sink.sum() == step).findFirst().orElse(null);
  }

  /** Whether more is added than is kept for it. */
  private boolean isDeep() {
    return sinks.stream().anyMatch(sink -> places.region(sink.write()) != nest.body());
  }

  private boolean holds() {
    return hold(nest)
        && !vectors.isEmpty()
        && sinks.stream().allMatch(this::isAlone)
        && (!isForEach() || eachExtent.enter(each) && isFixed(each.from()) && isFixed(each.to()));
  }

  private boolean hold(Step step) {
    if (!later.contains(step)) {
      return true;
    } else if (step instanceof Step.Loop loop) {
      return hold(loop);
    } else if (step instanceof Step.Read read) {
      return hold(read);
    } else if (step instanceof Step.Write write) {
      return write.value().type() == Type.Scalar.DOUBLE
          && sinks.stream().anyMatch(sink -> sink.write() == step);
    }
    return Rewriter.isPure(step) && step.operands().stream().allMatch(this::isKnown);
  }

  private boolean hold(Step.Loop loop) {
    return loop.checkpoint() == Step.Loop.NO_CHECKPOINT
        && extents.enter(loop)
        && isKnown(loop.from())
        && isKnown(loop.to())
        && loop.body().steps().stream().allMatch(this::hold);
  }

  private boolean hold(Step.Read read) {
    return isOfVector(read)
        || isFixed(read.index())
            && isFixed(read.array())
            && (isUndisturbed(read) || sinks.stream().anyMatch(sink -> sink.old() == read));
  }

  /** Whether a read is of an element of the round's own, at the index of one of the loops. */
  private boolean isOfVector(Step.Read read) {
    Value array = read.array();
    Value length = extents.of(read.index());
    boolean isVector =
        length != null
            && array.type().rank() == 1
            && array.type().element() == Type.Scalar.DOUBLE
            && !places.within(places.region(array), nest)
            && !(isFixed(array) && isUndisturbed(read))
            && nest.body().innermost().noneMatch(step -> seen.disturbs(step, read))
            && vectors.getOrDefault(array, length) == length;
    if (isVector) {
      vectors.put(array, Objects.requireNonNull(length));
    }
    return isVector;
  }

  /** Whether a value can be had where the loops run later, as the round's own if need be. */
  private boolean isKnown(Value value) {
    if (isFixed(value)) {
      return true;
    } else if (places.within(places.region(value), nest)) {
      return places.definition(value) != null && !(places.maker(value) instanceof Step.Loop);
    } else if (value.type() == Type.Scalar.DOUBLE) {
      numbers.add(value);
      return true;
    }
    return false;
  }

  /** Whether a value is the same in all rounds, at the same place in the loops. */
  private boolean isFixed(Value value) {
    if (BeforeLoop.isOutside(value, outer, places) || isForEach() && value == each.index()) {
      return true;
    }
    Step step = places.definition(value);
    if (step == null) {
      return extents.of(value) != null;
    }
    boolean isFixed =
        (Rewriter.isPure(step) || step instanceof Step.Read read && isUndisturbed(read))
            && step.operands().stream().allMatch(this::isFixed);
    if (isFixed && !places.within(places.region(step), nest)) {
      again.add(step);
    }
    return isFixed;
  }

  /** Whether no round changes an element that is read. */
  private boolean isUndisturbed(Step.Read read) {
    return outer.body().innermost().noneMatch(step -> seen.disturbs(step, read));
  }

  /** Whether nothing else in a round is done with the elements that are added to. */
  private boolean isAlone(LinearSlice.Sink sink) {
    return outer
        .body()
        .innermost()
        .allMatch(
            step ->
                step == sink.old()
                    || step == sink.write()
                    || !seen.apart().conflict(sink.write(), step));
  }
}
