package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import java.util.ArrayList;
import java.util.List;

/** Writes the call of a function's backward half. */
final class BackwardCall {
  private final BackwardHalf half;
  private final Analysis analysis;
  private final Keep keep;
  private final Cotangents cotangents;
  private final Formula f;

  BackwardCall(BackwardHalf half) {
    this.half = half;
    this.analysis = half.analysis();
    this.keep = half.keep();
    this.cotangents = half.cotangents();
    this.f = half.formula();
  }

  void reverse(Step.Call call) {
    Graph function = analysis.activity().function(((Callee.Function) call.callee()).name());
    CalledHalves functions = analysis.functions();
    half.kept().reverse(call);
    List<Integer> summed = functions.summed(function);
    List<Value> operands = operands(call, function, summed);
    List<Value> results = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < function.parameters().size(); k++) {
      Value parameter = function.parameters().get(k);
      if (analysis.activity().isActiveNumber(parameter)) {
        results.add(new Value(parameter.type(), Cotangents.name(parameter)));
        places.add(k);
      }
    }
    half.builder()
        .call(new Callee.Function(DerivedName.BACKWARD.of(function.name())), results, operands);
    for (int k = 0; k < results.size(); k++) {
      Value target = call.operands().get(places.get(k));
      if (summed.contains(places.get(k))) {
        cotangents.set(target, results.get(k));
      } else if (analysis.activity().isActive(target)) {
        cotangents.add(target, results.get(k), f);
      }
    }
  }

  /** Returns what the backward half of a function takes. */
  private List<Value> operands(Step.Call call, Graph function, List<Integer> summed) {
    CalledHalves functions = analysis.functions();
    List<Value> operands = new ArrayList<>();
    for (int place : functions.taken(function.name())) {
      operands.add(keep.at(call.operands().get(place)));
    }
    summed.forEach(place -> operands.add(cotangents.get(call.operands().get(place), f)));
    for (int k = 0; k < function.results().size(); k++) {
      if (analysis.activity().isActiveNumber(function.results().get(k))) {
        operands.add(cotangents.get(call.results().get(k), f));
      } else if (functions.takesShadow(function, k)) {
        operands.add(half.shadow(call.results().get(k)));
      }
    }
    for (Value value : functions.returned(call)) {
      analysis.places().add(value, call);
      operands.add(keep.at(value));
    }
    if (functions.isRecursive(function.name())) {
      operands.add(keep.tape());
    }
    return operands;
  }
}
