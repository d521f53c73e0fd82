package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Bounds;
import cotangent.processor.op.Linear;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Loops that follow each other and can run as one. Single steps between them are done before all
 * loops or behind them, where nothing is in the way.
 */
final class LoopRun {
  private static final int MOST_STEPS = 250;

  private final Survey seen;
  private final Bounds bounds;
  private final List<Step> before = new ArrayList<>();
  private final List<StraightLoop> loops = new ArrayList<>();
  private final List<Step> behind = new ArrayList<>();
  private final List<Step> pending = new ArrayList<>();
  private final Set<Step> safe = Collections.newSetFromMap(new IdentityHashMap<>());
  private List<LoopSchedule> schedules = LoopSchedule.ALL;
  private int end;

  private LoopRun(Survey seen, Bounds bounds) {
    this.seen = seen;
    this.bounds = bounds;
  }

  /**
   * Gathers the longest run of steps of a region.
   *
   * @param start where it begins
   * @param bounds what is known there; it learns of the steps that have run before the loops
   */
  static LoopRun of(Region region, int start, Survey seen, Bounds bounds) {
    LoopRun run = new LoopRun(seen, bounds);
    run.end = start;
    for (Step step : region.steps().subList(start, region.steps().size())) {
      StraightLoop loop = StraightLoop.of(step, bounds);
      if (loop != null ? !run.append(loop) : !isSingle(step)) {
        break;
      }
      if (loop == null) {
        run.single(step);
      }
      run.end++;
    }
    run.behind.addAll(run.pending);
    return run;
  }

  private static boolean isSingle(Step step) {
    return switch (step.kind()) {
      case CONSTANT, APPLY, READ, WRITE, NEW_ARRAY, ZEROS_LIKE -> true;
      case CALL, CLONE, COPY, FILL, PUSH, POP, BRANCH, LOOP, WHILE, THROW -> false;
    };
  }

  private void single(Step step) {
    if (isSafe(step)) {
      safe.add(step);
    }
    if (loops.isEmpty() || Rewriter.isMade(step)) {
      bounds.learn(step);
    }
    (loops.isEmpty() ? before : pending).add(step);
  }

  /** Whether a step certainly throws nothing that can be seen. */
  private boolean isSafe(Step step) {
    if (Rewriter.isMade(step) || Rewriter.isPure(step)) {
      return true;
    } else if (step instanceof Step.Read read) {
      return bounds.isInside(read.index(), read.array());
    } else if (step instanceof Step.Write write) {
      return bounds.isInside(write.index(), write.array());
    }
    return step instanceof Step.NewArray array
        && array.lengths().size() == 1
        && bounds.isAtLeast(bounds.length(array.result()), 0);
  }

  /** Adds a loop to those before it, if it can run together with them. */
  private boolean append(StraightLoop loop) {
    List<LoopSchedule> left = schedules.stream().filter(each -> fits(loop, each)).toList();
    if (left.isEmpty() || !isAlike(loop) || size(loop) > MOST_STEPS) {
      return false;
    }
    List<Step> up = new ArrayList<>();
    List<Step> down = new ArrayList<>(behind);
    for (Step step : pending) {
      (canGoUp(step, down) ? up : down).add(step);
      if (!safe.contains(step)) {
        return false;
      }
    }
    if (down.stream().anyMatch(step -> isInTheWay(step, loop))) {
      return false;
    }
    before.addAll(up);
    behind.clear();
    behind.addAll(down);
    pending.clear();
    loops.add(loop);
    schedules = left;
    return true;
  }

  private boolean fits(StraightLoop loop, LoopSchedule schedule) {
    return schedule.allows(loop, this::mayBeSame)
        && loops.stream().allMatch(each -> schedule.keepsOrder(each, loop, this::mayBeSame));
  }

  /** Whether a loop has as many rounds as each of the others, give or take one. */
  private boolean isAlike(StraightLoop loop) {
    return loops.stream()
        .allMatch(
            each ->
                each.end().symbol() == loop.end().symbol()
                    && Math.abs(each.extra() - loop.extra()) <= 1);
  }

  private int size(StraightLoop loop) {
    return loop.step().body().size()
        + loops.stream().mapToInt(each -> each.step().body().size()).sum();
  }

  private boolean canGoUp(Step step, List<Step> down) {
    Set<Value> made = new HashSet<>();
    down.forEach(each -> made.addAll(each.results()));
    return step.operands().stream().noneMatch(made::contains)
        && loops.stream().noneMatch(loop -> seen.memory().conflict(step, loop.step()))
        && down.stream().noneMatch(each -> seen.memory().conflict(step, each));
  }

  /** Whether a step must be done before a loop that follows it. */
  private boolean isInTheWay(Step step, StraightLoop loop) {
    return seen.memory().conflict(step, loop.step())
        || loop.step().body().steps().stream()
            .anyMatch(each -> step.results().stream().anyMatch(each.operands()::contains));
  }

  private boolean mayBeSame(LoopAccess one, LoopAccess other) {
    return seen.memory().location(one.array()).equals(seen.memory().location(other.array()));
  }

  /** Whether there is more than one loop, and a round that only some have is certainly run. */
  boolean canFuse() {
    if (loops.size() < 2 || loops.stream().map(StraightLoop::extra).distinct().count() > 2) {
      return false;
    }
    return isEven() || bounds.isAtLeast(longest(), 1);
  }

  /** Whether all loops have as many rounds. */
  boolean isEven() {
    return loops.stream().map(StraightLoop::extra).distinct().count() == 1;
  }

  /** Returns the number of rounds of the longest loops. */
  Linear longest() {
    int most = loops.stream().mapToInt(StraightLoop::extra).max().orElseThrow();
    return new Linear(loops.get(0).end().symbol(), most);
  }

  /** Whether a number of rounds certainly isn't negative, so that a loop can run that often. */
  boolean isCount(Linear rounds) {
    return bounds.isAtLeast(rounds, 0);
  }

  LoopSchedule schedule() {
    return schedules.get(0);
  }

  List<Step> before() {
    return before;
  }

  List<StraightLoop> loops() {
    return loops;
  }

  List<Step> behind() {
    return behind;
  }

  /** Returns the index of the first step of the region that isn't taken. */
  int end() {
    return end;
  }

  /** Returns the index of the step from which on another run may begin. */
  int restart() {
    return loops.isEmpty() ? end : end - pending.size();
  }

  Linear linear(Value index) {
    return bounds.linear(index);
  }

  /** Finds the arrays that only these steps know, and that scalars can replace. */
  Set<Value> ownArrays() {
    Set<Step> steps = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Value> candidates = new LinkedHashSet<>();
    Set<Value> others = new HashSet<>();
    steps.addAll(before);
    steps.addAll(behind);
    for (StraightLoop loop : loops) {
      steps.addAll(loop.step().body().steps());
      for (LoopAccess access : loop.accesses()) {
        (access.offset() == null ? others : candidates).add(access.array());
      }
    }
    candidates.removeIf(
        array ->
            others.contains(array)
                || !seen.arrays().contains(array)
                || !seen.arrays().accesses(array).stream().allMatch(each -> isOwn(each, steps)));
    return candidates;
  }

  private boolean isOwn(Step access, Set<Step> steps) {
    boolean isElement = access instanceof Step.Read || access instanceof Step.Write;
    return isElement && steps.contains(access) && (isInside(access) || safe.contains(access));
  }

  private boolean isInside(Step access) {
    return loops.stream()
        .anyMatch(loop -> seen.places().within(seen.places().region(access), loop.step().body()));
  }
}
