package cotangent.processor.cost;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Goes through a graph once and counts, each loop as often as it runs. */
public final class Counting {
  /** How often a loop is assumed to run where no size says so. */
  private static final Amount ROUNDS = Amount.of(Cost.ROUNDS);

  private static final int OBJECT = 8;

  /** How long an array is assumed to be where no size says so. */
  private static final Amount ELEMENTS = Amount.of(Cost.ELEMENTS);

  /** How deep to look through functions that call functions. */
  private static final int MOST_STEPS = 50_000;

  private final Graph graph;
  private final Map<String, Graph> functions;
  private final SizeNames sizes;
  private final Map<Value, Step> makers = new HashMap<>();
  private final Map<Value, Region> homes = new HashMap<>();
  private final Set<Value> keptArrays = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private final Map<Position, Amount> keptAt = new HashMap<>();
  private final Set<Position> seen = new HashSet<>();
  private final Set<Position> again = new HashSet<>();
  private Amount calls = Amount.NOTHING;
  private Amount kept = Amount.NOTHING;
  private boolean isWhole = true;
  private boolean isCounted = true;
  private int budget = MOST_STEPS;

  Counting(Graph graph) {
    this.graph = graph;
    this.sizes = new SizeNames(graph.parameters());
    this.functions =
        graph.functions().stream().collect(Collectors.toMap(Graph::name, Function.identity()));
  }

  /** Counts what a method takes, whose sizes are named as its signature does. */
  public static Cost of(Method method) {
    Counting counting = new Counting(method.graph());
    counting.sizes.nameParts(method.graph().parameters(), method.inputs());
    return counting.cost();
  }

  Cost cost() {
    Amount operations = region(graph.body(), Amount.of(1));
    return new Cost(
        operations, calls, kept, isWhole, isCounted, Map.copyOf(keptAt), Set.copyOf(again));
  }

  /**
   * Counts the operations of a region; what is kept and called is noted.
   *
   * @param times how often it runs
   */
  private Amount region(Region region, Amount times) {
    Amount sum = Amount.NOTHING;
    long alone = 0;
    for (Step step : region.steps()) {
      if (--budget < 0) {
        isCounted = false;
        break;
      }
      for (Value result : step.results()) {
        makers.put(result, step);
        homes.put(result, region);
      }
      sizes.learn(step);
      if (step instanceof Step.Apply apply) {
        noteTwice(apply);
        alone += isCounted(apply) ? 1 : 0;
      } else {
        sum = sum.plus(step(step, times, region));
      }
    }
    return sum.plus(times.times(Amount.of(alone)));
  }

  private Amount step(Step step, Amount times, Region region) {
    return switch (step.kind()) {
      case LOOP -> loop((Step.Loop) step, times);
      case WHILE -> whileLoop((Step.While) step, times);
      case BRANCH -> branch((Step.Branch) step, times);
      case CALL -> call((Step.Call) step, times);
      case WRITE -> write((Step.Write) step, times, region);
      case PUSH -> keep(((Step.Push) step).value(), step.position(), times, region);
      case CONSTANT, APPLY, NEW_ARRAY, ZEROS_LIKE, CLONE, READ, COPY, FILL, POP, THROW ->
          Amount.NOTHING;
    };
  }

  private Amount whileLoop(Step.While loop, Amount times) {
    Amount rounds = times.times(ROUNDS);
    return region(loop.before(), rounds).plus(region(loop.after(), rounds));
  }

  private Amount branch(Step.Branch branch, Amount times) {
    return region(branch.then(), times).atLeast(region(branch.otherwise(), times));
  }

  private Amount write(Step.Write write, Amount times, Region region) {
    return write.position().isMade()
        ? keep(write.value(), write.position(), times, region)
        : Amount.NOTHING;
  }

  /** A place of the source whose numbers are computed more than once is computed again. */
  private void noteTwice(Step.Apply apply) {
    if (!apply.position().isMade()
        && apply.result().type().isReal()
        && !seen.add(apply.position())) {
      again.add(apply.position());
    }
  }

  private static boolean isCounted(Step.Apply apply) {
    return apply.result().type().isReal()
        && apply.operation() instanceof Op op
        && !(op.syntax() instanceof Op.Syntax.Cast)
        && op != Operations.SELECT
        && op != Operations.SEEN_AS;
  }

  private Amount loop(Step.Loop loop, Amount times) {
    Optional<Amount> from = sizes.of(loop.from());
    Optional<Amount> to = sizes.of(loop.to());
    boolean isUp = loop.stride() > 0;
    boolean isCounted = Math.abs(loop.stride()) == 1 && from.isPresent() && to.isPresent();
    Amount trips =
        !isCounted ? ROUNDS : isUp ? to.get().minus(from.get()) : from.get().minus(to.get());
    List<Value> parameters = loop.body().parameters();
    parameters.forEach(parameter -> makers.put(parameter, loop));
    sizes.bound(parameters.get(0), isUp ? to : from);
    for (int i = 1; i < parameters.size(); i++) {
      if (parameters.get(i).type().isArray()) {
        sizes.same(parameters.get(i), loop.initial().get(i - 1));
        sizes.same(loop.results().get(i - 1), loop.initial().get(i - 1));
      }
    }
    return region(loop.body(), times.times(trips));
  }

  private Amount call(Step.Call call, Amount times) {
    Optional<Amount> ofKernel = KernelSizes.operations(call, sizes);
    if (ofKernel.isPresent()) {
      return ofKernel.get().times(times);
    }
    List<String> names = call.callee().functions().toList();
    if (!(call.callee() instanceof Callee.Function) || names.isEmpty()) {
      boolean isWork = call.results().stream().anyMatch(each -> each.type().leaf().isReal());
      calls = isWork ? calls.plus(times) : calls;
      return Amount.NOTHING;
    }
    Graph function = functions.get(names.get(0));
    if (function == null || !open.add(function.name())) {
      isWhole = false;
      return Amount.NOTHING;
    }
    for (int i = 0; i < call.operands().size(); i++) {
      sizes.same(function.parameters().get(i), call.operands().get(i));
    }
    Amount sum = region(function.body(), times);
    open.remove(function.name());
    return sum;
  }

  /**
   * Notes what keeps a value of the forward half, made for the place that computes it. It is no
   * operation.
   */
  private Amount keep(Value value, Position place, Amount times, Region region) {
    Step maker = makers.get(value);
    boolean isKept =
        maker != null
            && !maker.position().isMade()
            && (maker.position().made().equals(place) || place == Position.NONE);
    if (isKept) {
      Amount bytes = times.times(size(value, region));
      kept = kept.plus(bytes);
      keptAt.merge(place, bytes, Amount::plus);
    }
    return Amount.NOTHING;
  }

  /**
   * Returns the bytes of what is kept. An array counts with all its numbers if it is made anew
   * whenever it is kept, and is kept nowhere else.
   */
  private Amount size(Value value, Region region) {
    if (!value.type().isArray()) {
      return Amount.of(width(value.type()));
    }
    boolean isNew = homes.get(value) == region && keptArrays.add(value);
    Amount length = sizes.elements(value).orElse(ELEMENTS);
    return isNew ? length.times(Amount.of(width(value.type().leaf()))) : Amount.NOTHING;
  }

  private static long width(Type type) {
    if (type instanceof Type.Scalar scalar) {
      return switch (scalar) {
        case DOUBLE, LONG -> 8;
        case FLOAT, INT -> 4;
        case SHORT, CHAR -> 2;
        case BYTE, BOOLEAN -> 1;
      };
    }
    return OBJECT;
  }
}
