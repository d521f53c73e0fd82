package corpus;

import cotangent.Differentiable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What was compared with null, and replaced where it was, is something from there on. */
class NullTests {
  @Differentiable
  static double cached(double x, double y) {
    Map<Integer, Double> cache = new HashMap<>();
    double sum = 0;
    for (int k : new int[] {1, 2, 1, 3, 2, 1}) {
      Double found = cache.remove(k);
      if (found == null) {
        found = Math.pow(x, k);
      }
      cache.put(k, found);
      sum = sum * y + found;
    }
    return sum;
  }

  static final class Cache<K, V> {
    private final Map<K, V> values = new HashMap<>();
    private int hits;

    V get(K key, Function<? super K, ? extends V> load) {
      V value = values.get(key);
      if (value != null) {
        hits++;
      } else {
        value = load.apply(key);
      }
      values.put(key, value);
      return value;
    }
  }

  @Differentiable
  static double generic(double x, double y) {
    Cache<Integer, Double> cache = new Cache<>();
    double sum = 0;
    for (int k : new int[] {1, 2, 1, 3, 2, 1}) {
      sum = sum * y + cache.get(k, n -> Math.pow(x, n));
    }
    return sum * cache.hits;
  }

  static final class Node {
    double value;
    Node next;

    Node(double value) {
      this.value = value;
    }
  }

  @Differentiable
  static double objects(double[] x) {
    Node last = null;
    double sum = 0;
    for (double each : x) {
      if (last == null) {
        last = new Node(each);
      }
      last.value *= each;
      Node next = last.next != null ? last.next : new Node(last.value);
      sum += next.value;
      last.next = next;
      last = each > 0 ? last : null;
    }
    return sum;
  }

  @Differentiable
  static double chosen(double x, int n) {
    Double given = n > 3 ? x * x : null;
    Double or = given == null ? Double.valueOf(x) : given;
    Double once = given != null ? given : x * 3;
    List<Double> both = List.of(or, once);
    return both.get(0) * both.get(1);
  }

  record Rate(String name, double value) {}

  static final List<Rate> RATES = List.of(new Rate("a", 2), new Rate("b", 3));

  static Optional<Rate> find(String name) {
    return RATES.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Differentiable
  static double optionalFromOutside(double x, double y) {
    double[] sum = {x};
    find("a").ifPresent(each -> sum[0] *= each.value() * y);
    find("z").ifPresentOrElse(each -> sum[0] = 0, () -> sum[0] += y);
    return sum[0]
        + find("b").map(each -> each.value() * x).orElse(y)
        + find("z").map(each -> each.value() * x).orElseGet(() -> y * x);
  }

  /** A number that was compared with null goes into a map, a list or an array. */
  @Differentiable
  static double putIfFound(double[] x, String[] keys) {
    Map<String, Double> all = new TreeMap<>();
    Map<String, Double> found = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      all.merge(keys[i], x[i % x.length], Double::sum);
      Double next = all.get(keys[(i + 1) % keys.length]);
      if (next != null) found.put(keys[i], next);
      if (next == null || next < 0) continue;
      found.put("x" + i, next);
    }
    double s = 0;
    for (double v : found.values()) s += v * v;
    return s;
  }

  @Differentiable
  static double putOrThrow(double[] x, int n) {
    Map<Integer, Double> map = new TreeMap<>();
    map.put(n % 3, x[0] * x[0]);
    Double one = map.get(1);
    try {
      if (one == null) throw new IllegalStateException();
      map.put(2, one);
    } catch (IllegalStateException e) {
      map.put(4, x[0] * 3);
    }
    Double two = map.get(2);
    if (two != null && two > 0) map.put(5, two);
    double s = 0;
    for (double v : map.values()) s += v * v;
    return s;
  }
}
