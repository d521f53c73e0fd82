package cotangent.processor.derive.forward;

import cotangent.processor.derive.analyse.Extremes;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import org.jspecify.annotations.Nullable;

/** Writes what a step without regions does to the tangents of one direction. */
final class PushforwardStep {
  private final Tangents tangents;
  private final GraphBuilder b;

  PushforwardStep(Tangents tangents, GraphBuilder b) {
    this.tangents = tangents;
    this.b = b;
  }

  void follow(Step step) {
    b.at(step.position().made());
    if (step instanceof Step.Apply apply) {
      if (tangents.has(apply.result())) {
        boolean isArray = apply.result().type().isArray();
        tangents.put(apply.result(), isArray ? ofArray(apply) : ofNumber(apply));
      }
    } else if (step instanceof Step.Write write) {
      if (tangents.has(write.array())) {
        Value written = tangents.orZero(write.value(), b);
        b.write(tangents.of(write.array()), write.index(), written);
      }
    } else if (step instanceof Step.Fill fill) {
      if (tangents.has(fill.array())) {
        Value written = tangents.orZero(fill.value(), b);
        Value array = tangents.of(fill.array());
        b.add(new Step.Fill(array, fill.from(), fill.to(), written, Position.NONE));
      }
    } else if (step instanceof Step.Copy copy) {
      if (tangents.has(copy.target())) {
        copy(copy);
      }
    } else if (step instanceof Step.Push push) {
      if (isOnActiveTape(push.value(), tangents)) {
        b.add(new Step.Push(push.tape(), tangents.orZero(push.value(), b)));
      }
    } else if (step.results().stream().anyMatch(tangents::has)) {
      b.add(made(step, tangents.of(step.results().get(0))));
    } else if (step.results().isEmpty() && !(step instanceof Step.Throw)) {
      throw new IllegalStateException("no tangents through " + step);
    }
  }

  /** Whether a tangent follows a value on a tape: all of a type have one there, or none. */
  static boolean isOnActiveTape(Value value, Tangents tangents) {
    return value.type().isArray()
        ? tangents.has(value)
        : tangents.activity().isActiveOnTape(value.type());
  }

  /** An operation that hands on an array hands on its tangent. */
  private Value ofArray(Step.Apply step) {
    Value[] operands =
        step.operands().stream()
            .map(v -> v.type().isArray() ? tangents.of(v) : v)
            .toArray(Value[]::new);
    return b.apply(tangents.name(step.result()), step.operation(), operands);
  }

  private Value ofNumber(Step.Apply step) {
    Formula f = new FormulaWriter(b);
    Op op = (Op) step.operation();
    Value sum = null;
    for (int i = 0; i < step.operands().size(); i++) {
      Value operand = step.operands().get(i);
      if (op.slope(i) != Op.Slope.NONE && tangents.has(operand)) {
        Value tangent = f.convert(tangents.of(operand), step.result().type());
        Value scaled = scaled(step, op, i, tangent, f);
        if (scaled != null) {
          sum = sum == null ? scaled : f.add(sum, scaled);
        }
      }
    }
    return sum == null
        ? Tangents.zero(step.result().type(), b)
        : named(sum, tangents.name(step.result()));
  }

  /** Returns the value under a name, where the step that made it was the last one. */
  private Value named(Value value, String name) {
    int last = b.steps().size() - 1;
    if (last >= 0
        && value.name().isEmpty()
        && b.steps().get(last) instanceof Step.Apply apply
        && apply.result() == value) {
      Value named = new Value(value.type(), name);
      b.steps()
          .set(last, new Step.Apply(named, apply.operation(), apply.operands(), apply.position()));
      return named;
    }
    return value;
  }

  /**
   * Scales a tangent by a slope. What doesn't move contributes nothing, also where the slope is
   * infinite; and what is scaled by zero contributes nothing, also where the tangent is infinite.
   */
  private @Nullable Value scaled(Step.Apply step, Op op, int operand, Value tangent, Formula f) {
    Value scaled = op.slope(operand).scale(f, step.operands(), step.result(), tangent);
    if (scaled == null || scaled == tangent) {
      return scaled;
    }
    Extremes extremes = tangents.activity().extremes();
    if (extremes.mayLevelInfinity(step, operand)) {
      Value one = f.literal(1, tangent.type());
      Value slope =
          op == Operations.MUL
              ? step.operands().get(1 - operand)
              : op.slope(operand).scale(f, step.operands(), step.result(), one);
      scaled = slope == null ? scaled : f.unlessZero(slope, scaled);
    }
    return extremes.mayBeInfinite(step, operand) ? f.unlessZero(tangent, scaled) : scaled;
  }

  /** Returns the step that makes the tangent of the array or the number that a step makes. */
  private Step made(Step step, Value tangent) {
    if (step instanceof Step.Constant constant) {
      return new Step.Constant(tangent, constant.value());
    } else if (step instanceof Step.NewArray array) {
      return new Step.NewArray(tangent, array.lengths(), Position.NONE);
    } else if (step instanceof Step.ZerosLike zeros) {
      return new Step.ZerosLike(tangent, zeros.array());
    } else if (step instanceof Step.Read read) {
      return new Step.Read(tangent, tangents.of(read.array()), read.index(), Position.NONE);
    } else if (step instanceof Step.Clone clone) {
      return tangents.has(clone.array())
          ? new Step.Clone(tangent, tangents.of(clone.array()), Position.NONE)
          : new Step.ZerosLike(tangent, clone.array());
    }
    throw new IllegalStateException("no tangent of " + step);
  }

  private void copy(Step.Copy copy) {
    Value target = tangents.of(copy.target());
    if (tangents.has(copy.source())) {
      Value source = tangents.of(copy.source());
      b.add(new Step.Copy(source, copy.from(), target, copy.to(), copy.length(), Position.NONE));
    } else {
      new ArrayCode(b).clear(target, copy.to(), copy.length());
    }
  }
}
