package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.SteepCotangents;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a step into what it does to the cotangents. */
final class Backward {
  private final BackwardHalf half;
  private final Analysis analysis;
  private final Keep keep;
  private final GraphBuilder builder;
  private final Cotangents cotangents;
  private final Formula f;

  private Backward(BackwardHalf half) {
    this.half = half;
    this.analysis = half.analysis();
    this.keep = half.keep();
    this.builder = half.builder();
    this.cotangents = half.cotangents();
    this.f = half.formula();
  }

  /** Begins the backward half of a body. */
  static BackwardHalf half(
      Analysis analysis, Kept kept, Keep keep, GraphBuilder builder, Cotangents cotangents) {
    return new BackwardHalf(
        analysis,
        kept,
        keep,
        builder,
        cotangents,
        (step, half) -> new Backward(half).reverse(step));
  }

  private void reverse(Step step) {
    if (step instanceof Step.Apply apply) {
      apply(apply);
    } else if (step instanceof Step.Read read) {
      new BackwardMemory(half).reverse(read);
    } else if (step instanceof Step.Write write) {
      new BackwardMemory(half).reverse(write);
    } else if (step instanceof Step.Fill fill) {
      new BackwardMemory(half).reverse(fill);
    } else if (step instanceof Step.Copy copy) {
      new BackwardMemory(half).reverse(copy);
    } else if (step instanceof Step.Clone clone) {
      new BackwardMemory(half).reverse(clone);
    } else if (step instanceof Step.Branch branch) {
      if (!isIdle(step) && !new Fusing(half).fuse(step)) {
        new BackwardBranch(half).reverse(branch);
      }
    } else if (step instanceof Step.Loop loop) {
      if (!isIdle(step) && !new Fusing(half).fuse(step)) {
        new BackwardLoop(half).reverse(loop);
      }
    } else if (step instanceof Step.While loop) {
      if (!isIdle(step)) {
        new BackwardWhile(half).reverse(loop);
      }
    } else if (step instanceof Step.Push push) {
      new BackwardMemory(half).reverse(push);
    } else if (step instanceof Step.Pop pop) {
      new BackwardMemory(half).reverse(pop);
    } else if (step instanceof Step.Call call) {
      call(call);
    } else if (!carriesNothing(step)) {
      throw new IllegalStateException("no backward half of " + step);
    }
  }

  private void call(Step.Call call) {
    if (call.callee() instanceof Callee.Ruled) {
      new BackwardRule(half, call).reverse();
    } else if (analysis.isActive(call)
        && (!isIdle(call) || changesMemory(call))
        && !new Fusing(half).fuse(call)) {
      new BackwardCall(half).reverse(call);
    }
  }

  /** Whether no cotangent passes through a step of that kind. */
  private static boolean carriesNothing(Step step) {
    return step instanceof Step.Constant
        || step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || step instanceof Step.Throw;
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
    Value scaled = scaled(step, op, i, cotangent);
    if (scaled == null) {
      return null;
    }
    if (scaled != cotangent) {
      scaled = levelled(scaled, step, op, i);
      scaled = mayPoison(op, step, i) ? f.unlessZero(cotangent, scaled) : scaled;
    }
    return f.convert(scaled, step.operands().get(i).type());
  }

  private @Nullable Value scaled(Step.Apply step, Op op, int i, Value cotangent) {
    GraphBuilder scratch = new GraphBuilder().at(step.position().made());
    Value scaled =
        op.slope(i).scale(new FormulaWriter(scratch), step.operands(), step.result(), cotangent);
    if (scaled == null) {
      return null;
    }
    Map<Value, Value> computed = new HashMap<>();
    for (Step part : scratch.steps()) {
      Value known = computed(part, analysis.places().region(step));
      if (known == null) {
        builder.add(part.withOperands(v -> keep.at(computed.getOrDefault(v, v))));
      } else {
        computed.put(part.results().get(0), known);
      }
    }
    return keep.at(computed.getOrDefault(scaled, scaled));
  }

  /**
   * Returns what the method itself computes where a slope needs it, and it is dear: beside a cosine
   * that is kept, the sine's slope needs no second one.
   */
  private @Nullable Value computed(Step part, @Nullable Region region) {
    if (!(part instanceof Step.Apply slope) || ((Op) slope.operation()).cost() == Op.Cost.CHEAP) {
      return null;
    }
    for (Step use : analysis.uses(slope.operands().get(0))) {
      if (use instanceof Step.Apply apply
          && apply.operation() == slope.operation()
          && apply.operands().equals(slope.operands())
          && analysis.places().region(use) == region) {
        return apply.result();
      }
    }
    return null;
  }

  /** What is scaled by zero doesn't count, also where the cotangent is infinite. */
  private Value levelled(Value scaled, Step.Apply step, Op op, int i) {
    SteepCotangents steep = analysis.activity().steepCotangents();
    if (steep.isFlatAtZero(step)) {
      return f.unlessZero(keep.at(step.result()), scaled);
    }
    Value slope = steep.mayBeLevelled(step, i) ? slope(step, op, i) : null;
    return slope == null ? scaled : f.unlessZero(slope, scaled);
  }

  /** Returns what the cotangent of a result is scaled by, or what is zero where that is. */
  private @Nullable Value slope(Step.Apply step, Op op, int i) {
    if (op == Operations.MUL) {
      return keep.at(step.operands().get(1 - i));
    } else if (op == Operations.DIV) {
      return keep.at(step.result());
    }
    return scaled(step, op, i, f.literal(1, step.result().type()));
  }

  /** Whether a zero cotangent can meet an infinite slope. */
  private boolean mayPoison(Op op, Step.Apply step, int operand) {
    if (!analysis.activity().extremes().mayOverflow(step, operand)) {
      return false;
    } else if (op.is(Op.Trait.STEEP)) {
      return !analysis.reachesResultSteadily(step.result());
    }
    return op.is(Op.Trait.SINGULAR) || analysis.activity().extremes().isByQuotient(step, operand)
        ? !analysis.reachesResult(step.result())
        : !analysis.reachesResultOrMemory(step.result());
  }

  /** Whether a step can't contribute to any cotangent. */
  private boolean isIdle(Step step) {
    return !half.kept().pushesWithin(step)
        && step.results().stream().allMatch(result -> cotangents.get(result) == null)
        && step.regions().stream().noneMatch(this::changesMemory);
  }

  private boolean changesMemory(Step.Call call) {
    return call.callee() instanceof Callee.Ruled
        ? call.results().stream().anyMatch(analysis.shadows()::has)
        : analysis.isActive(call)
            && call.callee() instanceof Callee.Function function
            && (analysis.functions().isRecursive(function.name()) || analysis.shadows().pass(call));
  }

  /** Whether numbers come into an array that has cotangents. */
  private boolean movesNumbers(Moves.Move move) {
    boolean isIntoArray = move.way() == Moves.Way.PUT_IN || move.way() == Moves.Way.COPIED;
    return isIntoArray && half.holdsCotangents(move.to());
  }

  private boolean changesMemory(Region region) {
    return region.steps().stream()
        .anyMatch(
            step ->
                Moves.of(step).stream().anyMatch(this::movesNumbers)
                    || step instanceof Step.Push push && analysis.isOnActiveTape(push.value())
                    || step instanceof Step.Pop pop && analysis.isOnActiveTape(pop.result())
                    || step instanceof Step.Call call && changesMemory(call)
                    || step.regions().stream().anyMatch(this::changesMemory));
  }
}
