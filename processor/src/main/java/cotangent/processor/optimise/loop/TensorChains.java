package cotangent.processor.optimise.loop;

import static java.util.stream.Collectors.toSet;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorChecks;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Memory;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one loop of a chain of operations on tensors: joins two loops that go through the same
 * numbers, where the second reads element by element what the first has written to an array of the
 * method's own. The arrays between are left without readers. This is done before derivatives are
 * taken; {@link FusedLoops} comes last, and does more.
 */
final class TensorChains extends Rewriter {
  /** The most steps that may stand between two loops that are joined. */
  private static final int LONGEST_GAP = 40;

  private final Memory memory;
  private final LocalArrays arrays;
  private final RoundPlaces rounds;

  TensorChains(Survey seen) {
    memory = seen.memory();
    arrays = seen.arrays();
    rounds = new RoundPlaces(arrays);
  }

  @Override
  protected void rewrite(Step step) {
    if (!(step instanceof Step.Loop later) || !rounds.onlyComputes(later)) {
      add(inside(step));
      return;
    }
    Step.Loop earlier = partner(later);
    if (earlier == null) {
      add(inside(step));
    } else if (rounds.countTheSame(earlier, later)) {
      made().remove(earlier);
      join(earlier, later);
    } else if (rounds.columns(earlier, later) != null) {
      add(inRows(later, earlier));
    } else {
      made().remove(earlier);
      add(inRows(earlier, later));
      add(inside(step));
    }
  }

  private void join(Step.Loop earlier, Step.Loop later) {
    replace(later.index(), earlier.index());
    List<Step> steps = new ArrayList<>(earlier.body().steps());
    steps.addAll(later.body().steps());
    Region body = new Region(earlier.body().parameters(), steps, List.of());
    add(
        inside(
            new Step.Loop(
                List.of(),
                later.from(),
                later.to(),
                later.stride(),
                List.of(),
                body,
                Step.Loop.NO_CHECKPOINT,
                isMade(earlier) ? later.position() : earlier.position())));
  }

  /** Finds an earlier loop that can be joined to this one, or could be as a nest of loops. */
  private Step.@Nullable Loop partner(Step.Loop later) {
    Set<Value> read = arrays(later, false);
    int end = Math.max(0, made().size() - LONGEST_GAP);
    for (int i = made().size() - 1; i >= end; i--) {
      Step step = made().get(i);
      if (step instanceof Step.Loop earlier
          && rounds.onlyComputes(earlier)
          && arrays(earlier, true).stream().anyMatch(a -> isOwn(a) && read.contains(a))) {
        return fit(earlier, later) && canWait(earlier, i) ? earlier : null;
      } else if (!isPassed(step)) {
        return null;
      }
    }
    return null;
  }

  /** Returns the arrays that a loop reads, or those that it writes. */
  private Set<Value> arrays(Step.Loop loop, boolean written) {
    return rounds.accesses(loop).stream()
        .filter(access -> access.writes() == written)
        .map(LoopAccess::array)
        .collect(toSet());
  }

  private boolean isOwn(Value array) {
    return !memory.isOutside(memory.location(array));
  }

  /** Whether a step may stand between two loops that are joined behind it. */
  private boolean isPassed(Step step) {
    return step instanceof Step.Constant
        || step instanceof Step.Apply
        || step instanceof Step.NewArray
        || step instanceof Step.ZerosLike
        || TensorKernels.isKernel(step)
        || TensorChecks.isCheck(step)
        || ArrayChecks.isDeclared(step)
        || step instanceof Step.Loop loop && rounds.onlyComputes(loop);
  }

  /** Whether a loop may as well run behind the steps that follow it. */
  private boolean canWait(Step.Loop loop, int at) {
    boolean isSeen = memory.written(loop).stream().anyMatch(memory::isOutside);
    return made().subList(at + 1, made().size()).stream()
        .noneMatch(step -> memory.conflict(loop, step) || isSeen && mayThrow(step));
  }

  private static boolean mayThrow(Step step) {
    return !isMade(step) && !isPure(step) && !(step instanceof Step.Loop);
  }

  /** Whether no round of one loop disturbs any but its own round of the other. */
  private boolean fit(Step.Loop earlier, Step.Loop later) {
    if (rounds.countTheSame(earlier, later)) {
      return fit(rounds.accesses(earlier), rounds.accesses(later));
    }
    Step.Loop columns = rounds.columns(earlier, later);
    if (columns != null) {
      return fit(rounds.accesses(earlier), rounds.accessesInRows(later, columns.to()));
    }
    columns = rounds.columns(later, earlier);
    return columns != null
        && fit(rounds.accessesInRows(earlier, columns.to()), rounds.accesses(later));
  }

  private boolean fit(List<LoopAccess> earlier, List<LoopAccess> later) {
    return LoopAccess.allApart(
        earlier,
        later,
        (one, other) -> memory.location(one.array()).equals(memory.location(other.array())),
        distance -> distance == 0);
  }

  /** Returns a loop over all elements as one over rows and columns. */
  private Step inRows(Step.Loop flat, Step.Loop nest) {
    Value columns = Objects.requireNonNull(rounds.columns(nest, flat)).to();
    GraphBuilder outer = new GraphBuilder().at(flat.position());
    Value row = outer.parameter(Type.INT, "i");
    GraphBuilder inner = new GraphBuilder().at(flat.position());
    Value column = inner.parameter(Type.INT, "j");
    Value index = inner.apply(Operations.ADD, inner.apply(Operations.MUL, row, columns), column);
    replace(flat.index(), index);
    GraphBuilder rest = new GraphBuilder();
    Region body = region(new Region(List.of(), flat.body().steps(), List.of()));
    body.steps().forEach(inner::add);
    Value zero = flat.from();
    outer.loop(zero, columns, 1, List.of(), inner.yield());
    rest.at(flat.position()).loop(zero, nest.to(), 1, List.of(), outer.yield());
    return rest.steps().get(0);
  }
}
