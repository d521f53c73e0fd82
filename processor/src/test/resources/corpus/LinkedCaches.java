package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Caches that forget what was not asked for the longest time. */
class LinkedCaches {
  static final class Entry {
    final int key;
    final double value;
    Entry before;
    Entry after;

    Entry(int key, double value) {
      this.key = key;
      this.value = value;
    }
  }

  /** Entries in a map, and in a list that has no ends but null. */
  static final class Cache {
    private final Map<Integer, Entry> all = new HashMap<>();
    private final int most;
    private Entry first;
    private Entry last;

    Cache(int most) {
      this.most = most;
    }

    private void cut(Entry e) {
      if (e.before == null) first = e.after;
      else e.before.after = e.after;
      if (e.after == null) last = e.before;
      else e.after.before = e.before;
      e.before = null;
      e.after = null;
    }

    private void lead(Entry e) {
      e.after = first;
      if (first != null) first.before = e;
      first = e;
      if (last == null) last = e;
    }

    double sine(int key, double x) {
      if (all.containsKey(key)) {
        Entry e = all.get(key);
        cut(e);
        lead(e);
        return e.value;
      }
      if (all.size() == most) {
        Entry oldest = last;
        cut(oldest);
        all.remove(oldest.key);
      }
      Entry e = new Entry(key, Math.sin(x * key));
      all.put(key, e);
      lead(e);
      return e.value;
    }
  }

  @Differentiable
  static double linked(double x, int n) {
    Cache cache = new Cache(2);
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += cache.sine(Math.floorMod(i * 7 + n, 4), x + 0.01 * i) * i;
    }
    return sum;
  }

  /** The order in a queue of keys. */
  static final class Queued {
    private final Map<Integer, Double> all = new HashMap<>();
    private final Deque<Integer> order = new ArrayDeque<>();

    double sine(int key, double x) {
      if (all.containsKey(key)) {
        order.remove(key);
        order.addLast(key);
        return all.get(key);
      }
      double value = Math.sin(x * key);
      if (all.size() == 2) all.remove(order.removeFirst());
      all.put(key, value);
      order.addLast(key);
      return value;
    }
  }

  @Differentiable
  static double queued(double x, int n) {
    Queued cache = new Queued();
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += cache.sine(Math.floorMod(i * 7 + n, 4), x + 0.01 * i) * i;
    }
    return sum;
  }
}
