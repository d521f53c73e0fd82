package cotangent.processor.shape;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows sizes through loops. What a loop carries is looked at in three rounds, of which only the
 * last one finds anything: the first, in which all is as before the loop; the second, in which some
 * of it is as the first one left it; and one that stands for all. If there are few rounds, and it
 * is known how many, each is gone through instead.
 */
final class LoopSizes {
  /** Loops with no more rounds than this, if that is known, are gone through round by round. */
  private static final int MOST_ROUNDS = 8;

  private final Walk walk;
  private final Facts facts;
  private final Findings findings;
  private final Certainty certainty;

  LoopSizes(Walk walk, Facts facts, Findings findings, Certainty certainty) {
    this.walk = walk;
    this.facts = facts;
    this.findings = findings;
    this.certainty = certainty;
  }

  /** Goes once along the body of a loop, and tells what it carries into the next round. */
  private interface Round {

    /**
     * @param fork the first round and all others; null for the first
     */
    @Nullable List<Value> run(Path path, @Nullable Fork fork);
  }

  /**
   * @param home where the loop is
   */
  void loop(Step.Loop loop, Region home, Path path) {
    Path before = path.copy();
    Long trips = path.resolved(facts.size(loop.to()).minus(facts.size(loop.from()))).number();
    if (trips != null && Long.signum(trips) != Integer.signum(loop.stride())) {
      skip(loop, path);
      return;
    }
    boolean isLong = trips == null || Math.abs(trips) > Math.abs(loop.stride());
    Round round =
        (within, fork) -> {
          facts.forget(List.of(loop.index()));
          count(Counted.of(loop), within, fork);
          Counted.of(loop).forEach(counted -> ends(counted, loop.body(), home, within));
          return walk.through(loop.body(), within) ? loop.body().yields() : null;
        };
    if (trips != null
        && isShort(loop, trips)
        && (facts.stored().isWritten(loop.body(), home) || changes(loop, round, before))) {
      Size from = path.resolved(facts.size(loop.from()));
      facts.stored().within(loop.body(), home, () -> each(loop, from, trips, path.copy()));
      return;
    }
    Region second = isLong ? loop.body() : null;
    Fork rounds = enter(loop.initial(), loop.carried(), second, round, before);
    List<Value> next = round.run(before, rounds);
    for (int i = 0; i < loop.results().size(); i++) {
      Value initial = loop.initial().get(i);
      Value result = loop.results().get(i);
      if (next == null || facts.isNull(initial)) {
        facts.copy(next == null ? initial : next.get(i), result, before);
      } else if (result.type() != Type.BOOLEAN) {
        Fork fork = new Fork(null, rounds.isOpen());
        new Merging(facts, fork).merge(initial, before, next.get(i), before, result);
      }
    }
  }

  /** Goes past a loop that certainly has no round. */
  private void skip(Step.Loop loop, Path path) {
    for (int i = 0; i < loop.results().size(); i++) {
      facts.copy(loop.initial().get(i), loop.results().get(i), path);
    }
  }

  private static boolean isShort(Step.Loop loop, long trips) {
    return loop.stride() == 1 && trips > 1 && trips <= MOST_ROUNDS;
  }

  /** Whether a round changes the sizes of what the loop carries, or its elements differ in size. */
  private boolean changes(Step.Loop loop, Round round, Path path) {
    Path first = path.copy();
    copy(loop.initial(), loop.carried(), first);
    int before = facts.stored().differing();
    List<Value> next = findings.quietly(() -> round.run(first, null));
    return next != null
        && (facts.stored().differing() > before
            || !contents(next, first).equals(contents(loop.carried(), first)));
  }

  private void each(Step.Loop loop, Size from, long trips, Path path) {
    copy(loop.initial(), loop.carried(), path);
    boolean goesOn = true;
    for (long i = 0; i < trips && goesOn; i++) {
      facts.forget(List.of(loop.index()));
      facts.put(loop.index(), from.plus(Size.of(i)));
      goesOn = walk.through(loop.body(), path);
      if (goesOn) {
        copy(handed(loop.body().yields(), path), loop.carried(), path);
      }
    }
    copy(loop.carried(), loop.results(), path);
  }

  /** Notes what is counted, if nothing but the library keeps a round from its end. */
  private void ends(Counted counted, Region body, Region home, Path path) {
    if (!isLeft(body)) {
      Size from = path.resolved(facts.size(counted.from()));
      Size last = path.resolved(facts.size(counted.to())).plus(counted.beyond());
      Size rounds = last.minus(from).times(Size.of(counted.step())).plus(Size.of(1));
      Long known = path.resolved(rounds).number();
      if (known != null && known <= 0) {
        return;
      }
      facts.count(counted.index(), new Span.Ends(from, last, rounds), body, home);
    }
  }

  /** Whether something of the user's own may end a region before its last step. */
  static boolean isLeft(Region region) {
    return region.steps().stream()
        .anyMatch(step -> step instanceof Step.Branch branch && isLeft(branch));
  }

  private static boolean isLeft(Step.Branch branch) {
    return !branch.position().isChecked() && branch.regions().stream().anyMatch(Region::diverges);
  }

  private void count(List<Counted> counts, Path path, @Nullable Fork fork) {
    for (Counted each : counts) {
      if (each.step() > 0) {
        Size from = path.resolved(facts.size(each.from()));
        Size last = path.resolved(facts.size(each.to())).plus(each.beyond());
        facts.stored().enter(each, from, last.plus(Size.of(1)), fork);
      }
    }
  }

  void whileLoop(Step.While loop, Region home, Path path) {
    Round round =
        (within, fork) -> {
          count(Counted.of(loop), within, fork);
          if (fork != null && !isLeft(loop.before())) {
            Counted.of(loop).forEach(counted -> ends(counted, loop.after(), home, within));
          }
          boolean goesOn =
              walk.through(loop.before(), within)
                  && within.assume(facts.truth(loop.condition()), true)
                  && walk.through(loop.after(), within);
          return goesOn ? loop.after().yields() : null;
        };
    Path before = path.copy();
    Region second = loop.after().steps().isEmpty() ? loop.before() : loop.after();
    round.run(before, enter(loop.initial(), loop.carried(), second, round, before));
    for (int i = 0; i < loop.exits().size(); i++) {
      Value exit = loop.exits().get(i);
      if (exit.type() != Type.BOOLEAN) {
        facts.copy(exit, loop.results().get(i), before);
      }
    }
  }

  /**
   * Gives what a loop carries the sizes of all its rounds.
   *
   * @param home the region that certainly has a second round; null where there may be none
   * @return the first round and the second; open where there are other sizes than theirs
   */
  private Fork enter(
      List<Value> initial, List<Value> carried, @Nullable Region home, Round round, Path path) {
    Path first = path.copy();
    copy(initial, carried, first);
    List<Value> next = findings.quietly(() -> round.run(first, null));
    Fork fork = new Fork(home, false);
    if (next == null || contents(next, first).equals(contents(carried, first))) {
      facts.exchange(carried);
      return fork;
    }
    List<@Nullable Object> ways = contents(next, first);
    Path second = path.copy();
    merge(fork, initial, path, next, first, carried);
    List<@Nullable Object> entered = contents(carried, second);
    List<Value> again = findings.quietly(() -> round.run(second, fork));
    List<@Nullable Object> begun = contents(initial, second);
    List<@Nullable Object> left = again == null ? ways : contents(again, second);
    if (are(left, ways, begun, entered)) {
      return fork;
    }
    List<Value> kept = again == null ? null : handed(again, second);
    Fork open = new Fork(home, true);
    Set<Integer> changing = widen(initial, carried, round, path);
    copy(initial, carried, first);
    List<Value> more = findings.quietly(() -> round.run(first, null));
    merge(open, initial, path, more == null ? next : more, first, carried);
    for (int i = 0; i < carried.size() && kept != null; i++) {
      if (facts.isNull(initial.get(i)) && carried.get(i).type() != Type.BOOLEAN) {
        new Merging(facts, open).merge(carried.get(i), first, kept.get(i), second, carried.get(i));
      }
    }
    List<@Nullable Object> now = contents(carried, first);
    if (changing.stream()
        .anyMatch(i -> Arrays.asList(begun.get(i), ways.get(i)).contains(now.get(i)))) {
      certainty.lose(); // it changes in later rounds only
    }
    return open;
  }

  /** Whether all of them were there before, in one of three ways. */
  private static boolean are(
      List<@Nullable Object> left,
      List<@Nullable Object> one,
      List<@Nullable Object> other,
      List<@Nullable Object> third) {
    for (int i = 0; i < left.size(); i++) {
      if (!Arrays.asList(one.get(i), other.get(i), third.get(i)).contains(left.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes along rounds in which anything that changes from one to the next may have any size, since
   * what two rounds show isn't certain of later ones; returns the places of all that changes.
   */
  private Set<Integer> widen(List<Value> initial, List<Value> carried, Round round, Path path) {
    Set<Integer> changing = new HashSet<>();
    boolean isStable = !certainty.isAsked();
    while (!isStable) {
      Path within = path.copy();
      copy(initial, carried, within);
      changing.forEach(i -> facts.loseSizes(carried.get(i)));
      List<@Nullable Object> entered = contents(carried, within);
      List<Value> next = findings.quietly(() -> round.run(within, new Fork(null, true)));
      List<@Nullable Object> left = next == null ? entered : contents(next, within);
      isStable = true;
      for (int i = 0; i < carried.size(); i++) {
        if (!Objects.equals(entered.get(i), left.get(i)) && changing.add(i)) {
          isStable = false;
        }
      }
    }
    return changing;
  }

  private void copy(List<Value> from, List<Value> to, Path path) {
    facts.forget(to);
    for (int i = 0; i < to.size(); i++) {
      if (from.get(i).type() != Type.BOOLEAN) {
        facts.copy(from.get(i), to.get(i), path);
      }
    }
  }

  private void merge(
      Fork fork,
      List<Value> initial,
      Path first,
      List<Value> next,
      Path second,
      List<Value> carried) {
    List<Value> handed = handed(next, second);
    facts.forget(carried);
    for (int i = 0; i < carried.size(); i++) {
      if (facts.isNull(initial.get(i))) {
        facts.copy(handed.get(i), carried.get(i), second);
      } else if (carried.get(i).type() != Type.BOOLEAN) {
        new Merging(facts, fork)
            .merge(initial.get(i), first, handed.get(i), second, carried.get(i));
      }
    }
  }

  /** Keeps what is handed on: some of it may be what is carried, in another place. */
  private List<Value> handed(List<Value> next, Path path) {
    List<Value> handed = next.stream().map(each -> new Value(each.type(), each.name())).toList();
    copy(next, handed, path);
    return handed;
  }

  private List<@Nullable Object> contents(List<Value> values, Path path) {
    List<@Nullable Object> all = new ArrayList<>();
    values.forEach(value -> all.add(facts.content(value, path)));
    return all;
  }
}
