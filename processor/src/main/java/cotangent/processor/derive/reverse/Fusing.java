package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.FormulaWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs each iteration of a loop, or the arm of a branch, forward and at once backward, so that
 * nothing needs to be kept. That is right where the cotangents of the step's results are known
 * before the step: where a loop only sums, and the rest of the method depends on the sums linearly.
 */
final class Fusing {
  private final BackwardHalf outer;
  private final Analysis analysis;
  private final FreeOrder order;

  Fusing(BackwardHalf outer) {
    this.outer = outer;
    this.analysis = outer.analysis();
    this.order = new FreeOrder(analysis);
  }

  /** Fuses the two halves of a step where that is right, and returns whether it did. */
  boolean fuse(Step step) {
    if (!outer.regions().isLive(analysis.places().region(step))
        || step instanceof Step.Loop loop && !mayFuse(loop)
        || !order.onlyAddsToSharedMemory(step)) {
      return false;
    }
    EarlyCotangents early = new EarlyCotangents(step, analysis, outer.builder());
    List<@Nullable Value> seeds = new ArrayList<>();
    for (Value result : step.results()) {
      Value cotangent = outer.cotangents().get(result);
      Value seed = cotangent == null ? null : early.move(cotangent);
      if (cotangent != null && seed == null) {
        return false;
      }
      seeds.add(seed);
    }
    outer.regions().openFused(step);
    List<Value> known = early.results();
    analysis.known().addAll(known);
    if (step instanceof Step.Loop loop) {
      fuse(loop, seeds, early.steps());
    } else if (step instanceof Step.Branch branch) {
      fuse(branch, seeds, early.steps());
    } else {
      fuse((Step.Call) step, seeds, early.steps());
    }
    analysis.known().removeAll(known);
    outer.regions().closeFused();
    return true;
  }

  private boolean mayFuse(Step.Loop loop) {
    return order.onlySums(loop) && !analysis.orders().isReversed(loop);
  }

  private void fuse(Step.Loop loop, List<@Nullable Value> seeds, GraphBuilder before) {
    BackwardHalf body = outer.inside(new GraphBuilder(), new Cotangents(null));
    List<Value> captured = analysis.captured(loop);
    List<Value> parameters = new ArrayList<>();
    for (Value value : captured) {
      Value parameter = new Value(value.type(), Cotangents.name(value));
      parameters.add(parameter);
      body.cotangents().set(value, parameter);
    }
    reverse(loop.body(), seeds, body);
    List<Value> initial = new ArrayList<>();
    List<Value> usedParameters = new ArrayList<>();
    List<Value> yields = new ArrayList<>();
    List<Value> results = new ArrayList<>();
    for (int k = 0; k < captured.size(); k++) {
      Value now = body.cotangents().get(captured.get(k));
      if (now != parameters.get(k)) {
        Value value = captured.get(k);
        initial.add(new FormulaWriter(before).literal(0, value.type()));
        usedParameters.add(parameters.get(k));
        yields.add(now);
        Value result = new Value(value.type(), Cotangents.name(value));
        results.add(result);
      }
    }
    addResults(captured, parameters, usedParameters, results);
    for (int k = 0; k < seeds.size(); k++) {
      Value start = loop.initial().get(k);
      Value cotangent = outer.cotangents().get(loop.results().get(k));
      if (cotangent != null && analysis.activity().isActive(start)) {
        outer.cotangents().add(start, cotangent, outer.formula());
      }
    }
    Kept.Arm arm = new Kept.Arm(body.builder().steps(), yields);
    outer
        .kept()
        .fuse(
            loop, new Kept.Fusion(before.steps(), initial, usedParameters, List.of(arm), results));
  }

  /** Reverses an iteration or an arm whose values are all in scope. */
  private void reverse(Region region, List<@Nullable Value> seeds, BackwardHalf half) {
    outer.regions().openLive(region);
    for (int k = 0; k < region.yields().size(); k++) {
      Value yielded = region.yields().get(k);
      if (seeds.get(k) != null && analysis.activity().isActive(yielded)) {
        half.cotangents().add(yielded, seeds.get(k), half.formula());
      }
    }
    half.through(region);
    outer.regions().close(region);
  }

  private void fuse(Step.Call call, List<@Nullable Value> seeds, GraphBuilder before) {
    Activity activity = analysis.activity();
    Graph function = activity.function(((Callee.Function) call.callee()).name());
    List<Value> given = new ArrayList<>();
    for (int k = 0; k < function.results().size(); k++) {
      Value result = function.results().get(k);
      if (activity.isActiveNumber(result)) {
        Value seed = seeds.get(k);
        given.add(seed != null ? seed : new FormulaWriter(before).literal(0, result.type()));
      }
    }
    List<Value> results = new ArrayList<>();
    for (int k = 0; k < function.parameters().size(); k++) {
      Value parameter = function.parameters().get(k);
      if (activity.isActiveNumber(parameter)) {
        Value result = new Value(parameter.type(), Cotangents.name(parameter));
        results.add(result);
        if (activity.isActive(call.operands().get(k))) {
          outer.cotangents().add(call.operands().get(k), result, outer.formula());
        }
      }
    }
    outer.kept().fuse(call, new Kept.Fusion(before.steps(), given, List.of(), List.of(), results));
  }

  private void addResults(
      List<Value> captured, List<Value> parameters, List<Value> used, List<Value> results) {
    for (int k = 0; k < captured.size(); k++) {
      int place = used.indexOf(parameters.get(k));
      if (place >= 0) {
        outer.cotangents().add(captured.get(k), results.get(place), outer.formula());
      }
    }
  }

  private void fuse(Step.Branch branch, List<@Nullable Value> seeds, GraphBuilder before) {
    List<BackwardHalf> arms = new ArrayList<>();
    for (Region region : branch.regions()) {
      BackwardHalf arm = outer.inside(new GraphBuilder(), new Cotangents(null));
      reverse(region, seeds, arm);
      arms.add(arm);
    }
    List<Value> changed = BackwardHalf.changed(branch, arms);
    List<Value> results = new ArrayList<>();
    for (Value value : changed) {
      Value result = new Value(value.type(), Cotangents.name(value));
      results.add(result);
      outer.cotangents().add(value, result, outer.formula());
    }
    List<Kept.Arm> appended = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      BackwardHalf arm = arms.get(i);
      boolean diverges = branch.regions().get(i).diverges();
      List<Value> yields =
          diverges
              ? List.of()
              : changed.stream().map(v -> arm.cotangents().get(v, arm.formula())).toList();
      appended.add(new Kept.Arm(diverges ? List.of() : arm.builder().steps(), yields));
    }
    outer
        .kept()
        .fuse(branch, new Kept.Fusion(before.steps(), List.of(), List.of(), appended, results));
  }
}
