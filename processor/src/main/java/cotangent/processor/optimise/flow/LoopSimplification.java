package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.List;

/** Removes loops that never run, and finds values that a loop carries but never changes. */
final class LoopSimplification extends Rewriter {

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Loop loop) {
      if (neverRuns(loop)) {
        replaceAll(loop.results(), loop.initial());
      } else {
        loop(loop);
      }
    } else if (step instanceof Step.While loop) {
      whileLoop(loop);
    } else {
      add(inside(step));
    }
  }

  private boolean neverRuns(Step.Loop loop) {
    if (loop.from() == loop.to()) {
      return true;
    }
    return constant(loop.from()) instanceof Integer from
        && constant(loop.to()) instanceof Integer to
        && (loop.stride() > 0 ? from >= to : from <= to);
  }

  private void loop(Step.Loop loop) {
    List<Integer> changing = changing(loop.carried(), loop.initial(), loop.body().yields());
    for (int i = 0; i < loop.results().size(); i++) {
      if (!changing.contains(i)) {
        replace(loop.results().get(i), loop.initial().get(i));
      }
    }
    add(inside(Selection.of(loop, changing)));
  }

  private void whileLoop(Step.While loop) {
    List<Integer> changing = changing(loop.carried(), loop.initial(), loop.after().yields());
    add(inside(Selection.of(loop, changing, Selection.where(loop.results(), result -> true))));
  }

  /** Finds the carried values that change, and replaces the others by their initial values. */
  private List<Integer> changing(List<Value> carried, List<Value> initial, List<Value> next) {
    List<Integer> changing = new ArrayList<>();
    for (int i = 0; i < carried.size(); i++) {
      Value value = next.isEmpty() ? initial.get(i) : current(next.get(i));
      if (value == carried.get(i) || value == initial.get(i)) {
        replace(carried.get(i), initial.get(i));
      } else {
        changing.add(i);
      }
    }
    return changing;
  }
}
