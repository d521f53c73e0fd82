package cotangent.processor.optimise.loop;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes one loop of a run of them. An array that only hands numbers from one loop to another is no
 * longer an array: what a round computes is in variables, for itself and for the next round.
 */
final class Fusion {
  private final LoopRun run;
  private final RoundRange range;
  private final Set<Value> scalars;
  private final Set<Value> rejected = new HashSet<>();
  private final GraphBuilder into = new GraphBuilder();
  private final KnownElements elements = new KnownElements();
  private final Map<Value, Value> replaced = new HashMap<>();
  private final Map<Linear, Value> indices = new HashMap<>();

  private Fusion(LoopRun run, Set<Value> scalars) {
    this.run = run;
    this.range = RoundRange.of(run.schedule(), run.loops());
    this.scalars = scalars;
  }

  /** Returns loops as one, or null where that gains too little. */
  static @Nullable Fusion of(LoopRun run) {
    Set<Value> scalars = run.ownArrays();
    while (!scalars.isEmpty()) {
      Fusion fusion = new Fusion(run, scalars);
      if (!fusion.isWorthwhile()) {
        return null;
      }
      fusion.write();
      if (fusion.rejected.isEmpty()) {
        return fusion;
      }
      scalars.removeAll(fusion.rejected);
    }
    return null;
  }

  /** Returns the steps that take the place of the run's. */
  List<Step> steps() {
    return into.steps();
  }

  /** Returns what stands for values that the run's steps made. */
  Map<Value, Value> replaced() {
    return replaced;
  }

  /**
   * Whether enough accesses to memory are saved. Where rounds pass numbers on, C2 doesn't vectorise
   * the loop, as it may have done before.
   */
  private boolean isWorthwhile() {
    long all = run.loops().stream().mapToLong(loop -> loop.accesses().size()).sum();
    long left = FusedRounds.accesses(run.loops(), scalars, range);
    boolean isShifted = run.loops().stream().map(range::shift).distinct().count() > 1;
    boolean handsOn = scalars.stream().anyMatch(array -> !carried(array).isEmpty());
    return isShifted || handsOn ? 2 * left <= all : left < all;
  }

  private void write() {
    run.before().forEach(this::single);
    if (!run.isEven() && range.beginsOdd()) {
      odd();
    }
    rounds();
    if (!run.isEven() && !range.beginsOdd()) {
      odd();
    }
    run.behind().forEach(this::single);
  }

  private void single(Step step) {
    if (step instanceof Step.Read read && scalars.contains(read.array())) {
      replaced.put(read.result(), element(read.array(), run.linear(read.index())));
    } else if (step instanceof Step.Write write && scalars.contains(write.array())) {
      Value value = replaced.getOrDefault(write.value(), write.value());
      elements.put(write.array(), run.linear(write.index()), value);
    } else {
      into.add(step.withOperands(old -> replaced.getOrDefault(old, old)));
      boolean isZero = step instanceof Step.NewArray made && made.cleared();
      if (isZero || step instanceof Step.ZerosLike) {
        elements.clear(step.results().get(0));
      }
    }
  }

  private Value element(Value array, Linear index) {
    Value known = elements.get(array, index);
    if (known == null && !elements.isZero(array, index)) {
      rejected.add(array);
    }
    return known != null ? known : FusedRounds.zero(array.type().element(), into);
  }

  private Value index(Linear wanted) {
    Value symbol = replaced.getOrDefault(wanted.symbol(), wanted.symbol());
    return indices.computeIfAbsent(
        wanted,
        unused -> {
          if (symbol == null) {
            return into.constant(wanted.offset());
          }
          Value base = symbol.type().isArray() ? into.apply(Operations.LENGTH, symbol) : symbol;
          return wanted.offset() == 0 ? base : FusedRounds.sum(base, wanted.offset(), into);
        });
  }

  /** Writes the round that only the longest loops have. */
  private void odd() {
    Linear at = range.odd();
    FusedRounds.ElementStore memory =
        new FusedRounds.ElementStore() {
          @Override
          public Value get(Value array, int offset) {
            return element(array, at.plus(offset));
          }

          @Override
          public void put(Value array, int offset, Value value) {
            elements.put(array, at.plus(offset), value);
          }
        };
    IntFunction<Value> index = offset -> index(at.plus(offset));
    FusedRounds round = new FusedRounds(into, scalars, replaced, index, names(""), memory);
    int most = run.loops().stream().mapToInt(StraightLoop::extra).max().orElseThrow();
    for (StraightLoop loop : run.loops()) {
      if (loop.extra() == most) {
        round.write(loop, range.shift(loop));
      }
    }
  }

  /**
   * Names the numbers that replace arrays after the arrays.
   *
   * @param next the prefix of the name of one that the next round needs
   */
  private Map<Value, String> names(String next) {
    Map<Value, Value> last = new LinkedHashMap<>();
    for (StraightLoop loop : run.loops()) {
      for (Step step : loop.step().body().steps()) {
        if (step instanceof Step.Write write && scalars.contains(write.array())) {
          last.put(write.array(), write.value());
        }
      }
    }
    Map<Value, String> names = new HashMap<>();
    last.forEach((array, value) -> names.putIfAbsent(value, name(array, next)));
    return names;
  }

  private String name(Value array, String next) {
    String name = array.name();
    return next.isEmpty() || name.isEmpty() || carried(array).isEmpty()
        ? name
        : CamelCase.joined(next, name);
  }

  /** An element that a round computes and the next one needs. */
  private record Carried(Value array, int offset) {}

  private void rounds() {
    List<Carried> carried = new ArrayList<>();
    for (Value array : scalars) {
      carried(array).forEach(offset -> carried.add(new Carried(array, offset)));
    }
    GraphBuilder body = new GraphBuilder();
    Value counter = body.parameter(Type.INT, run.loops().get(0).step().index().name());
    Map<Carried, Value> round = new LinkedHashMap<>();
    List<Value> initial = new ArrayList<>();
    for (Carried each : carried) {
      Value array = each.array();
      initial.add(element(array, range.start().plus(each.offset())));
      round.put(each, body.parameter(array.type().element(), array.name()));
    }
    FusedRounds rounds =
        new FusedRounds(
            body,
            scalars,
            replaced,
            FusedRounds.around(counter, body),
            names("next"),
            inRound(round, body));
    run.loops().forEach(loop -> rounds.write(loop, range.shift(loop)));
    List<Value> next = new ArrayList<>();
    for (Carried each : carried) {
      Carried source = new Carried(each.array(), each.offset() + range.stride());
      next.add(round.getOrDefault(source, initial.get(next.size())));
    }
    loop(body.yield(next), carried, initial);
  }

  private FusedRounds.ElementStore inRound(Map<Carried, Value> round, GraphBuilder body) {
    return new FusedRounds.ElementStore() {
      @Override
      public Value get(Value array, int offset) {
        Value known = round.get(new Carried(array, offset));
        if (known == null) {
          rejected.add(array);
        }
        return known != null ? known : FusedRounds.zero(array.type().element(), body);
      }

      @Override
      public void put(Value array, int offset, Value value) {
        round.put(new Carried(array, offset), value);
      }
    };
  }

  private void loop(Region body, List<Carried> carried, List<Value> initial) {
    Value from = index(range.start());
    Value to = index(range.exit());
    List<Value> results = new ArrayList<>();
    carried.forEach(
        each -> results.add(new Value(each.array().type().element(), each.array().name())));
    Position position =
        run.loops().stream()
            .map(loop -> loop.step().position())
            .filter(each -> !each.isMade())
            .findFirst()
            .orElse(Position.NONE);
    into.add(
        new Step.Loop(
            results, from, to, range.stride(), initial, body, Step.Loop.NO_CHECKPOINT, position));
    scalars.stream().filter(this::isWritten).forEach(elements::forget);
    if (run.isCount(range.end().plus(-range.first().offset()))) {
      for (int i = 0; i < carried.size(); i++) {
        Carried each = carried.get(i);
        elements.put(each.array(), range.exit().plus(each.offset()), results.get(i));
      }
    }
  }

  private boolean isWritten(Value array) {
    return run.loops().stream()
        .flatMap(loop -> loop.accesses().stream())
        .anyMatch(access -> access.array() == array && access.writes());
  }

  /** Finds the elements of an array that a round reads and doesn't write before. */
  private Set<Integer> carried(Value array) {
    Set<Integer> found = new TreeSet<>();
    Set<Integer> written = new HashSet<>();
    for (StraightLoop loop : run.loops()) {
      for (LoopAccess access : loop.accesses()) {
        if (access.array() == array && access.offset() != null) {
          int offset = access.offset() + range.shift(loop);
          if (access.writes()) {
            written.add(offset);
          } else if (!written.contains(offset)) {
            found.add(offset);
          }
        }
      }
    }
    if (found.stream().anyMatch(offset -> !written.contains(offset + range.stride()))) {
      rejected.add(array);
    }
    return found;
  }
}
