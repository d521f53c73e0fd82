package cotangent.processor.derive.lanes;

import cotangent.processor.graph.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses which acts share a loop over the lanes. HotSpot's C2 vectorises a loop only when its body
 * is small; so each number that is put into a row has a loop of its own with what it needs, unless
 * several are small, or have much in common, or one overwrites what the other reads.
 */
final class LaneLoops {
  /** How much a body may weigh: on JDK 17, this was measured as the limit of unrolling. */
  private static final int MOST_WEIGHT = 28;

  /** How many calculations are repeated rather than let two loops become one that is too big. */
  private static final int MOST_REPEATED = 4;

  private static final TreeSet<Integer> NO_PUTS = new TreeSet<>();

  private final List<Act> acts;
  private final Map<Value, Integer> known;
  private final List<TreeSet<Integer>> loops = new ArrayList<>();

  /** For each calculation the last loop that it is in. */
  private final Map<Integer, Integer> loopOf = new HashMap<>();

  /** Where each memory is written to. */
  private final Map<Object, TreeSet<Integer>> puts = new HashMap<>();

  LaneLoops(List<Act> acts, Map<Value, Integer> known) {
    this.acts = acts;
    this.known = known;
  }

  /** Returns the acts of each loop, in their order. */
  List<List<Integer>> loops() {
    for (int act = 0; act < acts.size(); act++) {
      if (acts.get(act) instanceof Act.Put) {
        enter(act);
      }
    }
    return loops.stream().<List<Integer>>map(ArrayList::new).toList();
  }

  private void enter(int put) {
    Slice slice = new Slice(put);
    int first = Math.min(loops.size(), slice.first());
    TreeSet<Integer> joined = new TreeSet<>(slice.acts);
    if (first == loops.size() && first > 0 && fitsInto(loops.get(first - 1), slice)) {
      first--;
    }
    while (loops.size() > first) {
      joined.addAll(loops.remove(loops.size() - 1));
    }
    joined.forEach(act -> loopOf.put(act, loops.size()));
    loops.add(joined);
    Act.Put written = (Act.Put) acts.get(put);
    puts.computeIfAbsent(written.memory(), m -> new TreeSet<>()).add(put);
  }

  private boolean fitsInto(Set<Integer> loop, Slice slice) {
    Set<Integer> both = new HashSet<>(loop);
    both.addAll(slice.acts);
    return weight(both) <= MOST_WEIGHT;
  }

  /** Weighs a body roughly by the nodes that C2 has for it. */
  private int weight(Set<Integer> body) {
    Set<Value> rows = new HashSet<>();
    for (int act : body) {
      if (acts.get(act) instanceof Act.Get get) {
        rows.add(get.row());
      } else if (acts.get(act) instanceof Act.Put put) {
        rows.add(put.row());
      }
    }
    return body.size() + 2 * rows.size();
  }

  /** A number that is put into a row, and all that it needs. */
  private final class Slice {
    final Set<Integer> acts = new HashSet<>();
    private int repeated;
    private int first = Integer.MAX_VALUE;
    private int overwriting = Integer.MAX_VALUE;

    Slice(int put) {
      Deque<Integer> open = new ArrayDeque<>(List.of(put));
      while (!open.isEmpty()) {
        int act = open.pop();
        if (acts.add(act)) {
          enter(act);
          if (repeated <= MOST_REPEATED || !loopOf.containsKey(act)) {
            needs(LaneLoops.this.acts.get(act)).forEach(open::push);
          }
        }
      }
    }

    private void enter(int act) {
      Act what = LaneLoops.this.acts.get(act);
      if (what instanceof Act.Calculate && loopOf.containsKey(act)) {
        repeated++;
        first = Math.min(first, loopOf.get(act));
      } else if (what instanceof Act.Get get) {
        for (int put : puts.getOrDefault(get.memory(), NO_PUTS).tailSet(act)) {
          overwriting = Math.min(overwriting, Objects.requireNonNull(loopOf.get(put)));
        }
      }
    }

    /** Returns the first loop that the slice must be part of. */
    int first() {
      return repeated > MOST_REPEATED ? Math.min(first, overwriting) : overwriting;
    }
  }

  private List<Integer> needs(Act act) {
    List<Value> values =
        act instanceof Act.Calculate calculate
            ? calculate.operands()
            : act instanceof Act.Put put ? List.of(put.number()) : List.of();
    return values.stream().filter(known::containsKey).map(known::get).toList();
  }
}
