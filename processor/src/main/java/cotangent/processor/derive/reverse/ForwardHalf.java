package cotangent.processor.derive.reverse;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Trips;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the forward half: the steps of the method, and between them what keeps values. */
final class ForwardHalf {
  private static final int FIRST_CAPACITY = 16;

  /** Where the value of an iteration is kept. */
  private record Slot(Value tape, Value index) {}

  private final Analysis analysis;
  private final Kept kept;
  private final @Nullable Value tape;
  private final Map<Value, Slot> slots = new HashMap<>();

  /**
   * @param tape where recursive functions keep values; null where there are none
   */
  ForwardHalf(Analysis analysis, Kept kept, @Nullable Value tape) {
    this.tape = tape;
    this.analysis = analysis;
    this.kept = kept;
  }

  /** Adds the steps of a region that isn't a loop's. */
  void steps(Region region, GraphBuilder b) {
    region.parameters().forEach(value -> keep(value, b));
    for (Step step : region.steps()) {
      step(step, b);
      step.results().forEach(value -> keep(value, b));
      kept.exports(step).results().forEach(value -> keep(value, b));
      if (step instanceof Step.Call call && kept.isReversed(call)) {
        analysis.functions().returned(call).forEach(value -> keep(value, b));
      }
    }
    kept.pushed(region).forEach(value -> b.add(new Step.Push(tape(), value)));
  }

  private Value tape() {
    return Objects.requireNonNull(tape, "nothing recursive keeps values here");
  }

  private void keep(Value value, GraphBuilder b) {
    Slot slot = slots.get(value);
    if (slot != null) {
      b.add(new Step.Write(slot.tape, slot.index, value, made(value)));
    }
  }

  /**
   * Returns where what keeps a value belongs: to what computes it, or to the loop that carries it.
   */
  private Position made(Value value) {
    Places places = analysis.places();
    Step maker = places.definition(value);
    Step owner = maker == null ? places.owner(places.region(value)) : maker;
    return owner == null ? Position.NONE : owner.position().made();
  }

  private void step(Step step, GraphBuilder b) {
    Kept.Fusion fusion = kept.fusion(step);
    if (fusion != null) {
      fusion.before().forEach(b::add);
    }
    if (step instanceof Step.Branch branch) {
      b.add(branch(branch, fusion));
    } else if (step instanceof Step.Loop loop) {
      loop(loop, fusion, b);
    } else if (step instanceof Step.While loop) {
      whileLoop(loop, b);
    } else if (step instanceof Step.Call call && analysis.isActive(call)) {
      b.add(fusion != null ? callAtOnce(call, fusion) : forwardCall(call));
    } else {
      b.add(step);
    }
  }

  /** Turns a call of a function into one that computes the derivatives too. */
  private static Step callAtOnce(Step.Call call, Kept.Fusion fusion) {
    String name = ((Callee.Function) call.callee()).name();
    List<Value> operands = new ArrayList<>(call.operands());
    operands.addAll(fusion.initial());
    List<Value> results = new ArrayList<>(call.results());
    results.addAll(fusion.results());
    return new Step.Call(
        results, new Callee.Function(DerivedName.AT_ONCE.of(name)), operands, call.position());
  }

  /** Turns a call of a function into one of its forward half, if that is another one. */
  private Step forwardCall(Step.Call call) {
    String name = ((Callee.Function) call.callee()).name();
    List<Value> operands = new ArrayList<>(call.operands());
    List<Value> results = new ArrayList<>(call.results());
    if (analysis.functions().isRecursive(name)) {
      operands.add(tape());
    } else if (kept.isReversed(call) || analysis.shadows().pass(call)) {
      results.addAll(analysis.functions().returned(call));
    }
    boolean isSame =
        operands.size() == call.operands().size()
            && results.size() == call.results().size()
            && !analysis.shadows().pass(call);
    return isSame
        ? call
        : new Step.Call(
            results, new Callee.Function(DerivedName.FORWARD.of(name)), operands, call.position());
  }

  private Step branch(Step.Branch branch, Kept.@Nullable Fusion fusion) {
    List<Value> results = new ArrayList<>(branch.results());
    results.addAll(kept.exports(branch).results());
    if (fusion != null) {
      results.addAll(fusion.results());
    }
    return new Step.Branch(
        results,
        branch.condition(),
        arm(branch, branch.then(), fusion == null ? null : fusion.arms().get(0)),
        arm(branch, branch.otherwise(), fusion == null ? null : fusion.arms().get(1)),
        branch.position());
  }

  private Region arm(Step.Branch branch, Region region, Kept.@Nullable Arm appended) {
    GraphBuilder b = new GraphBuilder();
    steps(region, b);
    if (region.diverges()) {
      return b.yield();
    }
    List<Value> yields = new ArrayList<>(region.yields());
    yields.addAll(kept.exports(branch).from(region, b));
    if (appended != null) {
      appended.steps().forEach(b::add);
      yields.addAll(appended.yields());
    }
    return b.yield(yields);
  }

  private void loop(Step.Loop loop, Kept.@Nullable Fusion fusion, GraphBuilder b) {
    Map<Value, Value> tapes = kept.tapes(loop);
    if (!tapes.isEmpty()) {
      Value trips = Trips.count(loop, analysis.places()::definition, b);
      for (Value tape : tapes.values()) {
        b.add(new Step.NewArray(tape, List.of(trips), false, Position.NONE));
        keep(tape, b);
      }
    }
    List<Value> initial = new ArrayList<>(loop.initial());
    List<Value> results = new ArrayList<>(loop.results());
    GraphBuilder body = new GraphBuilder();
    loop.body().parameters().forEach(body::parameter);
    if (!tapes.isEmpty()) {
      boolean fromZero = analysis.isZero(loop.from());
      Value index = Trips.number(loop, loop.index(), loop.from(), fromZero, body);
      tapes.forEach((value, tape) -> slots.put(value, new Slot(tape, index)));
    }
    if (fusion != null) {
      fusion.parameters().forEach(body::parameter);
      initial.addAll(fusion.initial());
      results.addAll(fusion.results());
    }
    steps(loop.body(), body);
    List<Value> yields = new ArrayList<>(loop.body().yields());
    if (fusion != null) {
      fusion.arms().get(0).steps().forEach(body::add);
      yields.addAll(fusion.arms().get(0).yields());
    }
    b.add(loop.carrying(results, initial, body.yield(body.diverges() ? List.of() : yields)));
  }

  private void whileLoop(Step.While loop, GraphBuilder b) {
    Value count = kept.countOf(loop);
    if (count == null) {
      GraphBuilder before = new GraphBuilder();
      loop.before().parameters().forEach(before::parameter);
      steps(loop.before(), before);
      GraphBuilder after = new GraphBuilder();
      steps(loop.after(), after);
      b.add(
          new Step.While(
              loop.results(),
              loop.initial(),
              before.yield(loop.before().yields()),
              after.yield(loop.after().yields()),
              loop.position()));
      return;
    }
    new Counted(loop, count).add(b);
  }

  /** A general loop that counts its iterations and keeps values of each on tapes that grow. */
  private final class Counted {
    private final Step.While loop;
    private final Value count;
    private final List<Value> tapes;
    private final List<Value> values;
    private final Value index = new Value(Type.INT, "count");

    Counted(Step.While loop, Value count) {
      this.loop = loop;
      this.count = count;
      this.values = List.copyOf(kept.tapes(loop).keySet());
      this.tapes = List.copyOf(kept.tapes(loop).values());
    }

    void add(GraphBuilder b) {
      List<Value> initial = new ArrayList<>(loop.initial());
      initial.add(b.constant(0));
      if (!tapes.isEmpty()) {
        Value first = b.constant(FIRST_CAPACITY);
        initial.add(first);
        tapes.forEach(tape -> initial.add(blank(tape, first, b)));
      }
      GraphBuilder before = new GraphBuilder();
      loop.before().parameters().forEach(before::parameter);
      before.parameter(index);
      List<Value> grown = grow(before);
      for (int i = 0; i < values.size(); i++) {
        slots.put(values.get(i), new Slot(grown.get(i + 1), index));
      }
      steps(loop.before(), before);
      List<Value> exits = new ArrayList<>(loop.before().yields());
      exits.add(index);
      exits.addAll(grown.subList(Math.min(1, grown.size()), grown.size()));
      GraphBuilder after = new GraphBuilder();
      steps(loop.after(), after);
      List<Value> yields = new ArrayList<>(loop.after().yields());
      if (!after.diverges()) {
        yields.add(after.apply("count", Operations.ADD, index, after.constant(1)));
        yields.addAll(grown);
      }
      List<Value> results = new ArrayList<>(loop.results());
      results.add(count);
      results.addAll(tapes);
      b.add(
          new Step.While(
              results, initial, before.yield(exits), after.yield(yields), loop.position()));
      ForwardHalf.this.keep(count, b);
      tapes.forEach(tape -> ForwardHalf.this.keep(tape, b));
    }

    private Value blank(Value tape, Value length, GraphBuilder b) {
      Value array = new Value(tape.type(), tape.name());
      b.add(new Step.NewArray(array, List.of(length), false, Position.NONE));
      return array;
    }

    /**
     * Doubles the tapes when they are full; returns the capacity, then the tapes. Only as much as
     * the capacity is copied: a workspace may have lent a longer tape, and not all tapes are lent.
     */
    private List<Value> grow(GraphBuilder before) {
      if (tapes.isEmpty()) {
        return List.of();
      }
      Value capacity = before.parameter(Type.INT, "capacity");
      List<Value> unchanged = new ArrayList<>(List.of(capacity));
      tapes.forEach(tape -> unchanged.add(before.parameter(tape.type(), tape.name())));
      Value full = before.apply(Operations.EQ, index, capacity);
      GraphBuilder larger = new GraphBuilder();
      Value zero = larger.constant(0);
      Value twice = larger.apply("capacity", Operations.MUL, larger.constant(2), capacity);
      List<Value> copies = new ArrayList<>(List.of(twice));
      for (Value tape : unchanged.subList(1, unchanged.size())) {
        Value copy = blank(tape, twice, larger);
        larger.add(new Step.Copy(tape, zero, copy, zero, capacity, Position.NONE));
        copies.add(copy);
      }
      return before.branch(full, larger.yield(copies), ArrayCode.nothing(unchanged), unchanged);
    }
  }
}
