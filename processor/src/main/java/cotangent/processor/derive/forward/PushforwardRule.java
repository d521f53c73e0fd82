package cotangent.processor.derive.forward;

import cotangent.processor.derive.analyse.RuleLimits;
import cotangent.processor.derive.analyse.Rules;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.List;

/** Writes what a call with rules does to the tangents. */
final class PushforwardRule {
  private final Step.Call call;
  private final Callee.Ruled rule;
  private final Rules rules;
  private final List<Tangents> directions;
  private final GraphBuilder b;

  PushforwardRule(Step.Call call, List<Tangents> directions, GraphBuilder b) {
    this.call = call;
    this.rule = (Callee.Ruled) call.callee();
    this.rules = directions.get(0).activity().rules();
    this.directions = directions.stream().filter(d -> isActive(call, d)).toList();
    this.b = b;
  }

  private static boolean isActive(Step.Call call, Tangents direction) {
    return call.results().stream().anyMatch(direction::has);
  }

  void follow() {
    RuleLimits limits = new RuleLimits(call, rules);
    directions.forEach(direction -> limits.requireBy(direction::has));
    if (directions.isEmpty()) {
      return;
    } else if (!rule.pushforward().isEmpty()) {
      directions.forEach(this::push);
    } else {
      limits.requirePullbackOfNumbers();
      for (int i = 0; i < call.results().size(); i++) {
        pull(i);
      }
    }
  }

  private List<Value> operandsAndResults() {
    List<Value> all = new ArrayList<>(call.operands());
    all.addAll(call.results());
    return all;
  }

  private void push(Tangents direction) {
    List<Value> arguments = operandsAndResults();
    for (int place : rule.by()) {
      Value operand = call.operands().get(place);
      boolean isConstant = !operand.type().isDifferentiable();
      arguments.add(isConstant ? operand : direction.orZero(operand, b));
    }
    List<String> names = call.results().stream().map(direction::name).toList();
    List<Value> tangents = rules.inline(rule.pushforward(), arguments, names, b);
    for (int i = 0; i < call.results().size(); i++) {
      Value result = call.results().get(i);
      if (direction.has(result)) {
        boolean isGiven = rules.handsOn(rule.pushforward(), i);
        direction.put(result, isGiven ? new ArrayCode(b).copy(tangents.get(i)) : tangents.get(i));
      }
    }
  }

  /** Pulls a unit seed of one number back; the result serves all directions. */
  private void pull(int index) {
    Value result = call.results().get(index);
    if (directions.stream().noneMatch(direction -> direction.has(result))) {
      return;
    }
    List<Value> arguments = operandsAndResults();
    for (Value other : call.results()) {
      boolean isReal = other.type().isReal();
      arguments.add(
          isReal ? new FormulaWriter(b).literal(other == result ? 1 : 0, other.type()) : other);
    }
    List<Value> slopes = rules.inline(rule.pullback(), arguments, List.of(), b);
    for (Tangents direction : directions) {
      if (direction.has(result)) {
        direction.put(result, along(direction, slopes, result.type()));
      }
    }
  }

  private Value along(Tangents direction, List<Value> slopes, Type type) {
    Formula f = new FormulaWriter(b);
    Value sum = null;
    for (int k = 0; k < slopes.size(); k++) {
      Value operand = call.operands().get(rule.by().get(k));
      if (direction.has(operand)) {
        Value moves = direction.of(operand);
        Value term =
            TensorKernels.isKernel(call)
                ? new ArrayCode(b).dot(moves, slopes.get(k), type)
                : new ArrayCode(b).dotIfThere(moves, slopes.get(k), type);
        sum = sum == null ? term : f.add(sum, term);
      }
    }
    return sum == null ? Tangents.zero(type, b) : sum;
  }
}
