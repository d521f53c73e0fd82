package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.RuleLimits;
import cotangent.processor.derive.analyse.Rules;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a call with rules does to the cotangents. */
final class BackwardRule {
  private final BackwardHalf outer;
  private final Analysis analysis;
  private final Keep keep;
  private final Rules rules;
  private final Step.Call call;
  private final Callee.Ruled rule;

  BackwardRule(BackwardHalf outer, Step.Call call) {
    this.outer = outer;
    this.analysis = outer.analysis();
    this.keep = outer.keep();
    this.rules = analysis.activity().rules();
    this.call = call;
    this.rule = (Callee.Ruled) call.callee();
  }

  void reverse() {
    if (call.results().stream().noneMatch(this::isReached)) {
      return;
    }
    RuleLimits limits = new RuleLimits(call, rules);
    limits.requireBy(analysis.activity()::isActive);
    List<Value> arguments = new ArrayList<>();
    if (rule.by().stream().noneMatch(place -> isActive(call.operands().get(place)))) {
      return;
    }
    boolean pulls = !rule.pullback().isEmpty();
    if (!pulls) {
      limits.requirePushforwardOfNumbers();
    }
    String function = pulls ? rule.pullback() : rule.pushforward();
    call.operands().forEach(operand -> arguments.add(available(operand, arguments, function)));
    call.results().forEach(result -> arguments.add(available(result, arguments, function)));
    List<Value> seeds = call.results().stream().map(this::seed).toList();
    if (pulls) {
      arguments.addAll(seeds);
      contribute(guard(seeds), b -> active(rules.inline(function, arguments, names(), b)));
    } else {
      contribute(guard(seeds), b -> byTangents(arguments, seeds, b));
    }
  }

  private boolean isActive(Value value) {
    return value.type().isDifferentiable() && analysis.activity().isActive(value);
  }

  private boolean isReached(Value result) {
    return result.type().isArray()
        ? analysis.shadows().has(result)
        : outer.cotangents().get(result) != null;
  }

  private @Nullable Value available(Value value, List<Value> before, String function) {
    return rules.uses(function, before.size()) ? keep.at(value) : null;
  }

  /** Returns what weighs a result; the value itself where it has no derivative. */
  private Value seed(Value result) {
    if (!result.type().isDifferentiable()) {
      return keep.at(result);
    } else if (!result.type().isArray()) {
      return outer.cotangents().get(result, outer.formula());
    }
    return analysis.shadows().has(result)
        ? keep.at(analysis.shadows().of(result))
        : outer.builder().zerosLike(Cotangents.name(result), keep.at(result));
  }

  /**
   * Returns the cotangent that switches the rule off where it is zero: the slope of a value that
   * was not chosen may be infinite. Null where the value certainly counts.
   */
  private @Nullable Value guard(List<Value> seeds) {
    List<Value> smooth =
        call.results().stream().filter(result -> result.type().isDifferentiable()).toList();
    boolean isOneNumber = smooth.size() == 1 && smooth.get(0).type().isReal();
    return isOneNumber && !analysis.reachesResult(smooth.get(0))
        ? seeds.get(call.results().indexOf(smooth.get(0)))
        : null;
  }

  private interface Derivatives {
    /** Writes the steps that give a derivative by each active operand. */
    List<Value> in(GraphBuilder b);
  }

  /** The places of the operands that get a derivative. */
  private List<Integer> places() {
    return rule.by().stream().filter(place -> isActive(call.operands().get(place))).toList();
  }

  /** Returns those derivatives that are asked for. */
  private List<Value> active(List<Value> derivatives) {
    return places().stream().map(place -> derivatives.get(rule.by().indexOf(place))).toList();
  }

  private void contribute(@Nullable Value guard, Derivatives derivatives) {
    GraphBuilder b = outer.builder();
    List<Value> shadows = new ArrayList<>();
    for (int place : places()) {
      Value operand = call.operands().get(place);
      shadows.add(operand.type().isArray() ? keep.at(analysis.shadows().of(operand)) : null);
    }
    List<Value> all = derivatives.in(b);
    List<Value> numbers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (shadows.get(i) == null) {
        Value operand = call.operands().get(places().get(i));
        Value derivative = new FormulaWriter(b).convert(all.get(i), operand.type());
        numbers.add(
            guard == null ? derivative : new FormulaWriter(b).unlessZero(guard, derivative));
      } else if (guard != null) {
        new ArrayCode(b).addIfThere(shadows.get(i), all.get(i), guard);
      } else if (TensorKernels.isKernel(call)) {
        new ArrayCode(b).addInto(shadows.get(i), all.get(i));
      } else {
        new ArrayCode(b).addIfThere(shadows.get(i), all.get(i)); // of null there is no derivative
      }
    }
    add(numbers);
  }

  private void add(List<Value> numbers) {
    int next = 0;
    for (int place : places()) {
      Value operand = call.operands().get(place);
      if (!operand.type().isArray()) {
        outer.cotangents().add(operand, numbers.get(next++), outer.formula());
      }
    }
  }

  /** Returns what the derivatives that a rule gives are called. */
  private List<String> names() {
    return rule.by().stream().map(place -> Cotangents.name(call.operands().get(place))).toList();
  }

  /** Pushes the unit tangent of each number forward, and weighs what comes out by the seeds. */
  private List<Value> byTangents(List<Value> arguments, List<Value> seeds, GraphBuilder b) {
    List<Value> derivatives = new ArrayList<>();
    for (int place : places()) {
      List<Value> all = new ArrayList<>(arguments);
      for (int by : rule.by()) {
        Value operand = call.operands().get(by);
        boolean isReal = operand.type().isReal();
        all.add(
            isReal
                ? new FormulaWriter(b).literal(by == place ? 1 : 0, operand.type())
                : keep.at(operand));
      }
      List<Value> tangents = rules.inline(rule.pushforward(), all, List.of(), b);
      derivatives.add(weighed(tangents, seeds, call.operands().get(place), b));
    }
    return derivatives;
  }

  private Value weighed(List<Value> tangents, List<Value> seeds, Value operand, GraphBuilder b) {
    Formula f = new FormulaWriter(b);
    Value sum = null;
    for (int i = 0; i < tangents.size(); i++) {
      if (call.results().get(i).type().isDifferentiable() && isReached(call.results().get(i))) {
        Value term = new ArrayCode(b).dot(seeds.get(i), tangents.get(i), operand.type());
        sum = sum == null ? term : f.add(sum, term);
      }
    }
    return sum == null ? f.literal(0, operand.type()) : sum;
  }
}
