package cotangent.processor.derive.reverse;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;

/**
 * Writes what a step that reads or writes memory does to the cotangents, which are in the shadow of
 * the array.
 */
final class BackwardMemory {
  private final BackwardHalf half;
  private final Analysis analysis;
  private final GraphBuilder builder;
  private final Cotangents cotangents;
  private final Formula f;

  BackwardMemory(BackwardHalf half) {
    this.half = half;
    this.analysis = half.analysis();
    this.builder = half.builder();
    this.cotangents = half.cotangents();
    this.f = half.formula();
  }

  void reverse(Step.Read step) {
    Value cotangent = cotangents.get(step.result());
    if (cotangent != null && analysis.shadows().has(step.array())) {
      addTo(half.shadow(step.array()), half.at(step.index()), cotangent);
    }
  }

  /** Adds to a number in an array. */
  private void addTo(Value array, Value index, Value addend) {
    Value old = builder.read("", array, index);
    builder.write(array, index, f.add(old, addend));
  }

  void reverse(Step.Write step) {
    if (!half.holdsCotangents(step.array())) {
      return;
    }
    Value shadow = half.shadow(step.array());
    Value index = half.at(step.index());
    if (analysis.activity().isActive(step.value())) {
      Value cotangent = builder.read(Cotangents.name(step.value()), shadow, index);
      cotangents.add(step.value(), cotangent, f);
    }
    if (analysis.overwriting().mayOverwrite(step)) {
      builder.write(shadow, index, f.literal(0, step.array().type().element()));
    }
  }

  void reverse(Step.Fill step) {
    if (!half.holdsCotangents(step.array())) {
      return;
    }
    Value shadow = half.shadow(step.array());
    Value from = half.at(step.from());
    Value to = half.at(step.to());
    if (analysis.activity().isActive(step.value())) {
      Value start = cotangents.get(step.value(), f);
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, "i");
      Value sum = body.parameter(start.type(), Cotangents.name(step.value()));
      Value next = body.apply(Operations.ADD, sum, body.read("", shadow, index));
      cotangents.set(
          step.value(), builder.loop(from, to, 1, List.of(start), body.yield(next)).get(0));
    }
    Value zero = f.literal(0, step.array().type().element());
    builder.add(new Step.Fill(shadow, from, to, zero, Position.NONE));
  }

  void reverse(Step.Copy step) {
    if (!half.holdsCotangents(step.target())) {
      return;
    }
    ArrayCode arrays = new ArrayCode(builder);
    Value target = half.shadow(step.target());
    Value to = half.at(step.to());
    Value length = half.at(step.length());
    if (analysis.shadows().has(step.source())) {
      Value source = half.shadow(step.source());
      Value from = half.at(step.from());
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

  void reverse(Step.Clone step) {
    if (half.holdsCotangents(step.result()) && analysis.shadows().has(step.array())) {
      new ArrayCode(builder).addInto(half.shadow(step.array()), half.shadow(step.result()));
    }
  }

  /** What was pushed gets the cotangent of what was popped: it waits on the tape's shadow. */
  void reverse(Step.Push step) {
    if (analysis.isOnActiveTape(step.value())) {
      Value cotangent = new Value(step.value().type(), Cotangents.name(step.value()));
      builder.add(new Step.Pop(cotangent, half.shadow(step.tape())));
      if (analysis.activity().isActive(step.value())) {
        cotangents.add(step.value(), cotangent, f);
      }
    }
  }

  void reverse(Step.Pop step) {
    if (analysis.isOnActiveTape(step.result())) {
      builder.add(new Step.Push(half.shadow(step.tape()), cotangents.get(step.result(), f)));
    }
  }
}
