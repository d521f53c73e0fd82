package cotangent.processor.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known at a point of the program: what names have to be, because an operation asked for
 * it, and which path was taken.
 */
final class Path {
  private static final int DEEPEST = 20;

  /** Sizes that depend on more forks than this aren't compared: there are too many ways. */
  private static final int MOST_FORKS = 12;

  private final Map<Name, Size> bound = new HashMap<>();
  private final Map<Fork, Integer> chosen = new HashMap<>();
  private final Map<Object, Boolean> truths = new HashMap<>();

  /** Differences of which it is known that they aren't above zero, and whether that was tested. */
  private final Map<Size, Boolean> notAbove = new HashMap<>();

  /** What is known of differences: whether they may be below zero, zero and above. */
  private final Map<Size, Set<Long>> signs = new HashMap<>();

  Path copy() {
    Path copy = new Path();
    copy.become(this);
    return copy;
  }

  /** Goes on as another path. */
  void become(Path other) {
    bound.putAll(other.bound);
    chosen.putAll(other.chosen);
    truths.putAll(other.truths);
    notAbove.putAll(other.notAbove);
    signs.putAll(other.signs);
  }

  /** Goes on where two paths meet, with what both know. */
  void meet(Path one, Path other) {
    one.bound.forEach(
        (name, size) -> {
          Size others = other.bound.get(name);
          if (others != null && one.resolved(size).equals(other.resolved(others))) {
            bound.putIfAbsent(name, size);
          }
        });
    one.notAbove.forEach(
        (difference, isTested) -> {
          if (other.notAbove.containsKey(difference)) {
            notAbove.put(difference, isTested || other.notAbove.get(difference));
          }
        });
  }

  Size resolved(Size size) {
    Size now = size;
    for (int i = 0; i < DEEPEST; i++) {
      Size next = now.with(this::known);
      if (next.equals(now) || next.isLong()) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /** Returns a size as it was declared, whatever was found of it since. */
  Size declared(Size size) {
    Size now = size;
    for (int i = 0; i < DEEPEST; i++) {
      now = now.with(name -> name.isDeclared() ? null : known(name));
    }
    return now;
  }

  /** Whether two sizes are the same, whatever they are. */
  boolean isSame(Size one, Size other) {
    return resolved(one.minus(other)).equals(Size.of(0));
  }

  List<Size> resolved(List<Size> sizes) {
    return sizes.stream().map(this::resolved).toList();
  }

  private @Nullable Size known(Name name) {
    Fork fork = name.fork();
    Integer arm = fork == null ? null : chosen.get(fork);
    return arm == null ? bound.get(name) : Objects.requireNonNull(fork).arms().get(arm).get(name);
  }

  /**
   * Goes on with a difference being zero: one of its names becomes what that takes.
   *
   * @param isTested whether the program has looked, so that two declared names may be one
   * @return whether it can be zero
   */
  boolean solve(Size difference, boolean isTested) {
    if (!isTested && SizeDifferences.isNever(difference)) {
      return false;
    }
    SizeDifferences.Solution solution = SizeDifferences.solution(difference);
    if (solution == null) {
      return true;
    } else if (!isTested && collides(solution.name(), solution.size())) {
      return false;
    }
    bound.put(solution.name(), solution.size());
    return true;
  }

  /**
   * Goes on with a difference of declared sizes being zero or less.
   *
   * @param isTested whether the program has looked
   * @return whether it can be: where the opposite is known as well, it is zero
   */
  boolean order(Size difference, boolean isTested) {
    if (!SizeDifferences.compares(difference)) {
      return true;
    }
    Boolean opposite = notAbove.get(difference.times(Size.of(-1)));
    notAbove.merge(difference, isTested, Boolean::logicalOr);
    return opposite == null || solve(difference, isTested || opposite);
  }

  /** Goes on with sizes being the same, as far as names can be told from that. */
  void agree(List<Size> some, List<Size> others) {
    for (int i = 0; i < some.size(); i++) {
      Size difference = resolved(some.get(i).minus(others.get(i)));
      if (SizeDifferences.forks(difference).isEmpty()) {
        solve(difference, false);
      }
    }
  }

  /** Whether two names that are declared together would become one size. */
  private boolean collides(Name name, Size size) {
    Path then = copy();
    then.bound.put(name, size);
    Map<Name, Size> sizes = new HashMap<>();
    then.bound.keySet().stream()
        .filter(Name::isDeclared)
        .forEach(each -> sizes.put(each, then.resolved(Size.of(each))));
    return sizes.entrySet().stream()
        .filter(each -> each.getValue().number() == null)
        .anyMatch(each -> isShared(each.getKey(), each.getValue(), sizes));
  }

  private static boolean isShared(Name name, Size size, Map<Name, Size> sizes) {
    return size.names().stream()
            .anyMatch(other -> size.equals(Size.of(other)) && other.isDeclaredBeside(name))
        || sizes.entrySet().stream()
            .anyMatch(
                other -> other.getKey().isDeclaredBeside(name) && other.getValue().equals(size));
  }

  /** Goes on with a name being a size. */
  void put(Name name, Size size) {
    bound.put(name, size);
  }

  private Path choosing(Fork fork, int arm) {
    Path path = copy();
    path.chosen.put(fork, arm);
    return path;
  }

  /** Goes on with an arm of a fork, and what decides for it; returns null if it can't be taken. */
  private @Nullable Path taking(Fork fork, int arm) {
    Path path = choosing(fork, arm);
    Truth condition = fork.condition();
    return condition == null || path.assume(condition, arm == 0) ? path : null;
  }

  /**
   * Goes on with two sizes being the same, unless they can't be. Of what the program chooses in the
   * same region, one choice alone has to be wrong, whatever the others are: which ways two of them
   * go together isn't known, unless they depend on the same condition.
   *
   * @param home the region that asks for it; null where only what is wrong on all ways counts
   * @return null, or a path on which they certainly differ
   */
  @Nullable Path clash(Size one, Size other, @Nullable Object home) {
    Size difference = resolved(one.minus(other));
    List<Fork> forks = SizeDifferences.forks(difference);
    if (forks.isEmpty()) {
      return solve(difference, false) ? null : this;
    } else if (forks.stream().anyMatch(chosen::containsKey) || chosen.size() > MOST_FORKS) {
      return null; // what one round makes of the round before says nothing of itself
    }
    for (Fork fork : forks) {
      for (int arm = 0; arm < 2 && home != null && fork.home() == home; arm++) {
        Path taken = taking(fork, arm);
        Path clash = taken == null ? null : taken.clash(one, other, fork.region(arm));
        if (clash != null) {
          return clash;
        }
      }
    }
    return always(forks.get(0), one, other);
  }

  /** Returns a path on which two sizes differ, if they do in both arms of a fork. */
  private @Nullable Path always(Fork fork, Size one, Size other) {
    Path clash = null;
    for (int arm = 0; arm < 2 && !fork.isOpen(); arm++) {
      Path taken = taking(fork, arm);
      Path wrong = taken == null ? null : taken.clash(one, other, null);
      if (taken != null && wrong == null) {
        return null;
      }
      clash = clash == null ? wrong : clash;
    }
    return clash;
  }

  /** Whether a condition holds; null where it isn't known. */
  @Nullable Boolean decided(Truth truth) {
    if (truth instanceof Truth.Known known) {
      return known.value();
    } else if (truth instanceof Truth.Not not) {
      Boolean inner = decided(not.inner());
      return inner == null ? null : !inner;
    } else if (truth instanceof Truth.Both both) {
      Boolean one = decided(both.one());
      Boolean other = decided(both.other());
      boolean isFalse = Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other);
      return isFalse ? Boolean.FALSE : one == null ? null : other;
    } else if (truth instanceof Truth.Compared compared) {
      return decided(compared);
    } else if (truth instanceof Truth.OneOf oneOf) {
      Integer arm = chosen.get(oneOf.fork());
      return arm == null ? null : decided(arm == 0 ? oneOf.first() : oneOf.second());
    }
    return truths.get(((Truth.Unknown) truth).key());
  }

  private @Nullable Boolean decided(Truth.Compared compared) {
    Set<Boolean> ways = new HashSet<>();
    for (long sign : signs(resolved(compared.one().minus(compared.other())))) {
      ways.add((Boolean) compared.by().evaluate(List.of(sign, 0L)));
    }
    return ways.size() == 1 ? ways.iterator().next() : null;
  }

  /** Returns whether a difference may be below zero, zero and above. */
  private Set<Long> signs(Size difference) {
    Long number = difference.number();
    return number != null
        ? Set.of((long) Long.signum(number))
        : signs.getOrDefault(difference, Set.of(-1L, 0L, 1L));
  }

  private void putSigns(Size difference, Truth.Compared compared, boolean holds) {
    Set<Long> left = new HashSet<>();
    Set<Long> opposite = new HashSet<>();
    for (long sign : signs(difference)) {
      if (compared.by().evaluate(List.of(sign, 0L)).equals(holds)) {
        left.add(sign);
        opposite.add(-sign);
      }
    }
    signs.put(difference, left);
    signs.put(difference.times(Size.of(-1)), opposite);
  }

  /** Goes on with a condition being as given; returns whether that is possible. */
  boolean assume(Truth truth, boolean holds) {
    Boolean known = decided(truth);
    if (known != null) {
      return known == holds;
    } else if (truth instanceof Truth.Not not) {
      return assume(not.inner(), !holds);
    } else if (truth instanceof Truth.Both both) {
      return !holds || assume(both.one(), true) && assume(both.other(), true);
    } else if (truth instanceof Truth.Compared compared) {
      assumeOrder(compared, holds);
    } else if (truth instanceof Truth.OneOf oneOf) {
      return assumeOne(oneOf, holds);
    } else if (truth instanceof Truth.Unknown unknown) {
      truths.put(unknown.key(), holds);
    }
    return true;
  }

  private void assumeOrder(Truth.Compared compared, boolean holds) {
    Size difference = resolved(compared.one().minus(compared.other()));
    putSigns(difference, compared, holds);
    boolean mayBeAbove = compared.by().evaluate(List.of(1L, 0L)).equals(holds);
    boolean mayBeBelow = compared.by().evaluate(List.of(-1L, 0L)).equals(holds);
    if (!mayBeAbove && !mayBeBelow) {
      solve(difference, true);
    } else if (!mayBeAbove) {
      order(difference, true);
    } else if (!mayBeBelow) {
      order(difference.times(Size.of(-1)), true);
    }
  }

  private boolean assumeOne(Truth.OneOf oneOf, boolean holds) {
    boolean first = mayBe(oneOf, 0, oneOf.first(), holds);
    boolean second = mayBe(oneOf, 1, oneOf.second(), holds);
    if (first == second) {
      return first;
    }
    chosen.put(oneOf.fork(), first ? 0 : 1);
    Truth condition = oneOf.fork().condition();
    return (condition == null || assume(condition, first))
        && assume(first ? oneOf.first() : oneOf.second(), holds);
  }

  private boolean mayBe(Truth.OneOf oneOf, int arm, Truth truth, boolean holds) {
    Path taken = taking(oneOf.fork(), arm);
    Boolean known = taken == null ? null : taken.decided(truth);
    return taken != null && (known == null || known == holds);
  }
}
