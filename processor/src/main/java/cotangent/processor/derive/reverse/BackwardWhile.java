package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reverses a general loop: the iterations are counted, and a counted loop goes back. What comes
 * before the exit has run once more than what comes after it; that last run is reversed first, on
 * its own.
 */
final class BackwardWhile {
  private final BackwardHalf outer;

  BackwardWhile(BackwardHalf outer) {
    this.outer = outer;
  }

  void reverse(Step.While loop) {
    List<Value> carried = new ArrayList<>();
    List<Value> yields = new ArrayList<>();
    List<Value> initial = new ArrayList<>();
    for (int k = 0; k < loop.carried().size(); k++) {
      Value parameter = loop.carried().get(k);
      if (outer.analysis().activity().isActive(parameter) && !parameter.type().isArray()) {
        carried.add(parameter);
        yields.add(loop.after().yields().get(k));
        initial.add(loop.initial().get(k));
      }
    }
    Value count = count(loop);
    List<Value> seeds = lastExit(loop, count, carried);
    Countdown countdown = new Countdown(outer, loop, carried, seeds);
    Value index = countdown.index();
    outer.regions().open(loop.before(), countdown.prologue(), index, index);
    outer.regions().open(loop.after(), countdown.prologue(), index, index);
    countdown.seed(yields);
    countdown.backward().through(loop.after());
    outer.regions().close(loop.after());
    countdown.backward().through(loop.before());
    outer.regions().close(loop.before());
    GraphBuilder b = outer.builder();
    Value last = b.apply(Operations.SUB, count, b.constant(1));
    List<Value> results = countdown.loop(last, b.constant(-1), -1);
    for (int k = 0; k < carried.size(); k++) {
      if (outer.analysis().activity().isActive(initial.get(k))) {
        outer.cotangents().add(initial.get(k), results.get(k), outer.formula());
      }
    }
  }

  private Value count(Step.While loop) {
    Value count = outer.kept().count(loop);
    outer.analysis().places().add(count, loop);
    return outer.keep().at(count);
  }

  /**
   * Reverses the run of {@code before} that left the loop; returns the cotangents of the carried
   * values of that run.
   */
  private List<Value> lastExit(Step.While loop, Value count, List<Value> carried) {
    GraphBuilder prologue = new GraphBuilder();
    GraphBuilder main = new GraphBuilder();
    BackwardHalf last = outer.inside(main, new Cotangents(outer.cotangents()));
    outer.regions().open(loop.before(), prologue, count, count);
    for (int k = 0; k < loop.exits().size(); k++) {
      Value cotangent = outer.cotangents().get(loop.results().get(k));
      Value exit = loop.exits().get(k);
      if (cotangent != null && outer.analysis().activity().isActive(exit)) {
        last.cotangents().add(exit, cotangent, last.formula());
      }
    }
    last.through(loop.before());
    outer.regions().close(loop.before());
    prologue.steps().forEach(outer.builder()::add);
    main.steps().forEach(outer.builder()::add);
    for (Value value : BackwardHalf.changed(loop, List.of(last))) {
      outer.cotangents().set(value, Objects.requireNonNull(last.cotangents().get(value)));
    }
    return carried.stream().map(value -> last.cotangents().get(value, outer.formula())).toList();
  }
}
