package cotangent.processor.optimise.loop;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Trips;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes room at once for what every round of a counted loop adds to a list, or to the objects of a
 * class. Where it isn't known how many there will be, each round asks whether there is room for one
 * more, and makes longer arrays where there is none; in a loop that begins with new arrays it is
 * known.
 */
final class RoomAhead extends Rewriter {
  private static final Set<StepKind> MOVES =
      EnumSet.of(StepKind.CONSTANT, StepKind.APPLY, StepKind.NEW_ARRAY, StepKind.COPY);

  private final Places places;

  RoomAhead(Survey seen) {
    places = seen.places();
  }

  @Override
  protected void rewrite(Step step) {
    if (!(step instanceof Step.Loop loop)) {
      add(inside(step));
      return;
    }
    List<Step.Branch> growths = growths(loop);
    Linear count = growths.isEmpty() ? null : count(loop, growths);
    add(inside(count == null ? loop : withRoom(loop, growths, count)));
  }

  /** Returns the steps of a round that make arrays longer, if that is all that they do. */
  private List<Step.Branch> growths(Step.Loop loop) {
    List<Step.Branch> growths = new ArrayList<>();
    for (Step step : loop.body().steps()) {
      if (step instanceof Step.Branch growth && isGrowth(growth)) {
        growths.add(growth);
      }
    }
    Set<Value> longer = new HashSet<>();
    for (int i = 0; i < loop.carried().size(); i++) {
      longer.addAll(longer(loop, i, growths));
    }
    boolean isAll = growths.stream().allMatch(growth -> longer.containsAll(growth.results()));
    return isAll ? growths : List.of();
  }

  /** Whether a step makes other arrays on a condition, moves what is in them, and does no more. */
  private boolean isGrowth(Step.Branch step) {
    Region then = step.then();
    return !step.results().isEmpty()
        && !then.diverges()
        && step.otherwise().steps().isEmpty()
        && then.steps().stream().allMatch(each -> MOVES.contains(each.kind()))
        && then.yields().stream().allMatch(each -> places.region(each) == then)
        && then.yields().stream()
            .allMatch(each -> places.definition(each) instanceof Step.NewArray);
  }

  /** Returns the names that a new array has in a round, if it is only made longer there. */
  private List<Value> longer(Step.Loop loop, int place, List<Step.Branch> growths) {
    List<Value> names = new ArrayList<>();
    Value array = loop.body().yields().get(place);
    while (places.definition(array) instanceof Step.Branch growth && growths.contains(growth)) {
      names.add(array);
      array = growth.otherwise().yields().get(growth.results().indexOf(array));
    }
    boolean isThat = array == loop.carried().get(place) && isNew(loop.initial().get(place), loop);
    return isThat ? names : List.of();
  }

  /**
   * Whether an array is made by the compiler, so that nobody asks for its length, and nothing is in
   * it when a loop begins.
   */
  private boolean isNew(Value array, Step.Loop loop) {
    return places.definition(array) instanceof Step.NewArray made
        && made.position().isMade()
        && made.lengths().size() == 1
        && Collections.frequency(loop.initial(), array) == 1
        && places.users(array).stream().allMatch(user -> user == loop || lengthOf(user) == array);
  }

  private static @Nullable Value lengthOf(@Nullable Step step) {
    return step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH
        ? apply.operands().get(0)
        : null;
  }

  /**
   * Returns what counts the elements, and how many each round adds, if all arrays are made longer
   * where they are full of these; else null.
   */
  private @Nullable Linear count(Step.Loop loop, List<Step.Branch> growths) {
    Value counted = null;
    for (Step.Branch growth : growths) {
      Linear size = size(growth);
      if (size == null || size.symbol() == null || counted != null && counted != size.symbol()) {
        return null;
      }
      counted = size.symbol();
    }
    int place = loop.carried().indexOf(counted);
    Linear next = place < 0 ? null : linear(loop.body().yields().get(place));
    boolean isEnough =
        next != null
            && next.symbol() == counted
            && growths.stream().allMatch(growth -> isWithin(size(growth), next.offset()));
    return isEnough ? next : null;
  }

  private static boolean isWithin(@Nullable Linear size, int perRound) {
    return size != null && size.offset() >= 0 && size.offset() < perRound;
  }

  /** Returns how many elements there are where a step makes arrays longer; null for other tests. */
  private @Nullable Linear size(Step.Branch growth) {
    if (!(places.definition(growth.condition()) instanceof Step.Apply test)
        || test.operation() != Operations.EQ) {
      return null;
    }
    Value length = lengthOf(places.definition(test.operands().get(1)));
    return length != null && growth.otherwise().yields().contains(length)
        ? linear(test.operands().get(0))
        : null;
  }

  private Linear linear(Value number) {
    return Linear.of(number, places::definition);
  }

  /** Makes the arrays in front of a loop as long as they get, and leaves them so. */
  private Step.Loop withRoom(Step.Loop loop, List<Step.Branch> growths, Linear count) {
    GraphBuilder before = new GraphBuilder().at(loop.position().made());
    Value trips = Trips.count(loop, this::definition, before);
    Value added =
        count.offset() == 1
            ? trips
            : before.apply(Operations.MUL, trips, before.constant(count.offset()));
    Value first = loop.initial().get(loop.carried().indexOf(count.symbol()));
    Value length = before.apply(Operations.ADD, first, added);
    before.steps().forEach(this::add);
    List<Value> initial = new ArrayList<>(loop.initial());
    for (int i = 0; i < initial.size(); i++) {
      if (!longer(loop, i, growths).isEmpty()) {
        Step made = Objects.requireNonNull(definition(initial.get(i)));
        initial.set(i, longer((Step.NewArray) made, length));
      }
    }
    growths.forEach(growth -> replaceAll(growth.results(), growth.otherwise().yields()));
    List<Step> steps = new ArrayList<>(loop.body().steps());
    steps.removeAll(growths);
    Region body = new Region(loop.body().parameters(), steps, loop.body().yields());
    return loop.carrying(loop.results(), initial, body);
  }

  private Value longer(Step.NewArray made, Value length) {
    Value array = new Value(made.result().type(), made.result().name());
    add(new Step.NewArray(array, List.of(length), made.cleared(), made.position()));
    return array;
  }
}
