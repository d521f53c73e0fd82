package cotangent.processor.derive.reverse;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the backward half of a region: its steps in reverse, each turned into what it does to the
 * cotangents.
 */
final class Backward {
  private final Analysis analysis;
  private final Kept kept;
  private final Keep keep;
  private final GraphBuilder builder;
  private final Cotangents cotangents;
  private final Formula f;

  Backward(Analysis analysis, Kept kept, Keep keep, GraphBuilder builder, Cotangents cotangents) {
    this.analysis = analysis;
    this.kept = kept;
    this.keep = keep;
    this.builder = builder;
    this.cotangents = cotangents;
    this.f = new FormulaWriter(builder);
  }

  Analysis analysis() {
    return analysis;
  }

  Kept kept() {
    return kept;
  }

  Keep keep() {
    return keep;
  }

  /** Returns the regions of the forward half that this is in. */
  OpenRegions regions() {
    return keep.regions();
  }

  GraphBuilder builder() {
    return builder;
  }

  Cotangents cotangents() {
    return cotangents;
  }

  Formula formula() {
    return f;
  }

  /** Returns a writer for another region, on top of the cotangents given. */
  Backward inside(GraphBuilder inner, Cotangents own) {
    return new Backward(analysis, kept, keep, inner, own);
  }

  /** Goes through the steps of a region, last first. */
  void through(Region region) {
    for (int i = region.steps().size() - 1; i >= 0; i--) {
      step(region.steps().get(i));
    }
  }

  private void step(Step step) {
    builder.at(step.position().made());
    if (step instanceof Step.Apply apply) {
      apply(apply);
    } else if (step instanceof Step.Read read) {
      read(read);
    } else if (step instanceof Step.Write write) {
      write(write);
    } else if (step instanceof Step.Fill fill) {
      fill(fill);
    } else if (step instanceof Step.Copy copy) {
      copy(copy);
    } else if (step instanceof Step.Clone clone) {
      clone(clone);
    } else if (step instanceof Step.Branch branch) {
      if (!isIdle(step) && !new Fusing(this).fuse(step)) {
        new BackwardBranch(this).reverse(branch);
      }
    } else if (step instanceof Step.Loop loop) {
      if (!isIdle(step) && !new Fusing(this).fuse(step)) {
        new BackwardLoop(this).reverse(loop);
      }
    } else if (step instanceof Step.While loop) {
      if (!isIdle(step)) {
        new BackwardWhile(this).reverse(loop);
      }
    } else if (step instanceof Step.Push push) {
      push(push);
    } else if (step instanceof Step.Pop pop) {
      pop(pop);
    } else if (step instanceof Step.Call call) {
      reverse(call);
    } else if (!carriesNothing(step)) {
      throw new IllegalStateException("no backward half of " + step);
    }
  }

  private void reverse(Step.Call call) {
    if (call.callee() instanceof Callee.Ruled) {
      new BackwardRule(this, call).reverse();
    } else if (analysis.isActive(call)
        && (!isIdle(call) || changesMemory(call))
        && !new Fusing(this).fuse(call)) {
      call(call);
    }
  }

  /** Whether no cotangent passes through a step of that kind. */
  private static boolean carriesNothing(Step step) {
    return step instanceof Step.Constant
        || step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || step instanceof Step.Throw;
  }

  /** What was pushed gets the cotangent of what was popped: it waits on the tape's shadow. */
  private void push(Step.Push step) {
    if (isOnActiveTape(step.value())) {
      Value cotangent = new Value(step.value().type(), Cotangents.name(step.value()));
      builder.add(new Step.Pop(cotangent, shadow(step.tape())));
      if (analysis.activity().isActive(step.value())) {
        cotangents.add(step.value(), cotangent, f);
      }
    }
  }

  private void pop(Step.Pop step) {
    if (isOnActiveTape(step.result())) {
      builder.add(new Step.Push(shadow(step.tape()), cotangents.get(step.result(), f)));
    }
  }

  private boolean isOnActiveTape(Value value) {
    return value.type().isReal() && analysis.activity().isActiveOnTape(value.type());
  }

  private void apply(Step.Apply step) {
    Value cotangent = cotangents.get(step.result());
    if (cotangent == null) {
      return;
    }
    Op op = (Op) step.operation();
    Map<Value, Value> contributions = new LinkedHashMap<>();
    for (int i = 0; i < step.operands().size(); i++) {
      Value operand = step.operands().get(i);
      if (op.slope(i) != Op.Slope.NONE && analysis.activity().isActive(operand)) {
        Value contribution = contribution(step, op, i, cotangent);
        if (contribution != null) {
          contributions.merge(operand, contribution, f::add);
        }
      }
    }
    contributions.forEach((operand, sum) -> cotangents.add(operand, sum, f));
  }

  private @Nullable Value contribution(Step.Apply step, Op op, int i, Value cotangent) {
    GraphBuilder scratch = new GraphBuilder().at(step.position().made());
    Value scaled =
        op.slope(i).scale(new FormulaWriter(scratch), step.operands(), step.result(), cotangent);
    if (scaled == null) {
      return null;
    }
    for (Step part : scratch.steps()) {
      builder.add(withAvailable(part));
    }
    scaled = keep.at(scaled);
    if (scaled != cotangent && mayPoison(op, step, i)) {
      scaled = f.unlessZero(cotangent, scaled);
    }
    return f.convert(scaled, step.operands().get(i).type());
  }

  /** Whether a zero cotangent can meet an infinite slope. */
  private boolean mayPoison(Op op, Step.Apply step, int operand) {
    if (!analysis.activity().extremes().mayOverflow(step, operand)) {
      return false;
    } else if (op.is(Op.Trait.STEEP)) {
      return !analysis.reachesResultSteadily(step.result());
    }
    return op.is(Op.Trait.SINGULAR)
        ? !analysis.reachesResult(step.result())
        : !analysis.reachesResultOrMemory(step.result());
  }

  private Step withAvailable(Step part) {
    return part.withOperands(keep::at);
  }

  private void read(Step.Read step) {
    Value cotangent = cotangents.get(step.result());
    if (cotangent != null && analysis.shadows().has(step.array())) {
      addTo(shadow(step.array()), keep.at(step.index()), cotangent);
    }
  }

  /** Adds to a number in an array. */
  void addTo(Value array, Value index, Value addend) {
    Value old = builder.read("", array, index);
    builder.write(array, index, f.add(old, addend));
  }

  private Value shadow(Value array) {
    return keep.at(analysis.shadows().of(array));
  }

  private boolean holdsCotangents(Value array) {
    return array.type().rank() == 1 && analysis.shadows().has(array);
  }

  private void write(Step.Write step) {
    if (!holdsCotangents(step.array())) {
      return;
    }
    Value shadow = shadow(step.array());
    Value index = keep.at(step.index());
    if (analysis.activity().isActive(step.value())) {
      Value cotangent = builder.read(Cotangents.name(step.value()), shadow, index);
      cotangents.add(step.value(), cotangent, f);
    }
    if (analysis.overwriting().mayOverwrite(step)) {
      builder.write(shadow, index, f.literal(0, step.array().type().element()));
    }
  }

  private void fill(Step.Fill step) {
    if (!holdsCotangents(step.array())) {
      return;
    }
    Value shadow = shadow(step.array());
    Value from = keep.at(step.from());
    Value to = keep.at(step.to());
    if (analysis.activity().isActive(step.value())) {
      Value start = cotangents.get(step.value(), f);
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(cotangent.processor.graph.Type.INT, "i");
      Value sum = body.parameter(start.type(), Cotangents.name(step.value()));
      Value next = body.apply(Operations.ADD, sum, body.read("", shadow, index));
      cotangents.set(
          step.value(), builder.loop(from, to, 1, List.of(start), body.yield(next)).get(0));
    }
    Value zero = f.literal(0, step.array().type().element());
    builder.add(new Step.Fill(shadow, from, to, zero, Position.NONE));
  }

  private void copy(Step.Copy step) {
    if (!holdsCotangents(step.target())) {
      return;
    }
    ArrayCode arrays = new ArrayCode(builder);
    Value target = shadow(step.target());
    Value to = keep.at(step.to());
    Value length = keep.at(step.length());
    if (analysis.shadows().has(step.source())) {
      Value source = shadow(step.source());
      Value from = keep.at(step.from());
      boolean mayOverlap =
          analysis.storage().of(step.source()) == analysis.storage().of(step.target());
      if (mayOverlap) {
        Value moved = builder.newArray("moved", target.type(), length);
        Value zero = builder.constant(0);
        builder.add(new Step.Copy(target, to, moved, zero, length, Position.NONE));
        arrays.clear(target, to, length);
        arrays.addRange(source, from, moved, zero, length);
        return;
      }
      arrays.addRange(source, from, target, to, length);
    }
    arrays.clear(target, to, length);
  }

  /** Calls the backward half of a function. */
  private void call(Step.Call call) {
    Graph function = analysis.activity().function(((Callee.Function) call.callee()).name());
    ReverseFunctions functions = analysis.functions();
    kept.reverse(call);
    List<Integer> summed = functions.summed(function);
    List<Value> operands = operands(call, function, summed);
    List<Value> results = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < function.parameters().size(); k++) {
      Value parameter = function.parameters().get(k);
      if (ReverseFunctions.isActiveNumber(parameter, analysis.activity())) {
        results.add(new Value(parameter.type(), Cotangents.name(parameter)));
        places.add(k);
      }
    }
    builder.call(new Callee.Function(DerivedName.BACKWARD.of(function.name())), results, operands);
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
    ReverseFunctions functions = analysis.functions();
    List<Value> operands = new ArrayList<>();
    for (int place : functions.taken(function.name())) {
      operands.add(keep.at(call.operands().get(place)));
    }
    summed.forEach(place -> operands.add(cotangents.get(call.operands().get(place), f)));
    for (int k = 0; k < function.results().size(); k++) {
      if (ReverseFunctions.isActiveNumber(function.results().get(k), analysis.activity())) {
        operands.add(cotangents.get(call.results().get(k), f));
      } else if (functions.takesShadow(function, k)) {
        operands.add(shadow(call.results().get(k)));
      }
    }
    for (Value value : functions.returned(call)) {
      analysis.places().add(value, call);
      operands.add(keep.at(value));
    }
    if (functions.isRecursive(function.name())) {
      if (keep.tape() == null) {
        throw new ReverseFunctions.NeedsTape();
      }
      operands.add(keep.tape());
    }
    return operands;
  }

  private void clone(Step.Clone step) {
    if (holdsCotangents(step.result()) && analysis.shadows().has(step.array())) {
      new ArrayCode(builder).addInto(shadow(step.array()), shadow(step.result()));
    }
  }

  /** Whether a step can't contribute to any cotangent. */
  private boolean isIdle(Step step) {
    return !kept.pushesWithin(step)
        && step.results().stream().allMatch(result -> cotangents.get(result) == null)
        && step.regions().stream().noneMatch(this::changesMemory);
  }

  private boolean changesMemory(Step.Call call) {
    return call.callee() instanceof Callee.Ruled
        ? call.results().stream().anyMatch(analysis.shadows()::has)
        : analysis.isActive(call)
            && call.callee() instanceof Callee.Function function
            && (analysis.functions().isRecursive(function.name())
                || analysis.functions().hasShadows(call));
  }

  /** Whether numbers come into an array that has cotangents. */
  private boolean movesNumbers(Moves.Move move) {
    boolean isIntoArray = move.way() == Moves.Way.PUT_IN || move.way() == Moves.Way.COPIED;
    return isIntoArray && holdsCotangents(move.to());
  }

  private boolean changesMemory(Region region) {
    return region.steps().stream()
        .anyMatch(
            step ->
                Moves.of(step).stream().anyMatch(this::movesNumbers)
                    || step instanceof Step.Push push && isOnActiveTape(push.value())
                    || step instanceof Step.Pop pop && isOnActiveTape(pop.result())
                    || step instanceof Step.Call call && changesMemory(call)
                    || step.regions().stream().anyMatch(this::changesMemory));
  }
}
