package corpus;

import cotangent.Differentiable;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Loops and streams over maps of which only a condition says which one it is. */
class ChosenMaps {
  static Map<String, Double> filled(Map<String, Double> map, double[] x) {
    for (int i = 0; i < x.length; i++) map.put("k" + (7 * i) % 5, x[i] * (i + 1));
    return map;
  }

  /** Sums values in an order that a flag chooses. */
  @Differentiable
  static double ordered(double[] x, boolean sorted) {
    Map<String, Double> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    filled(map, x);
    double sum = 0;
    for (double v : map.values()) sum = sum * 0.5 + v * v;
    for (String key : map.keySet()) sum += map.get(key) * key.length();
    return sum;
  }

  /** Changes the entries of one of two maps, and reads both. */
  @Differentiable
  static double oneOfTwo(double[] x, double y) {
    Map<String, Double> p = filled(new HashMap<>(), x);
    Map<String, Double> q = filled(new LinkedHashMap<>(), new double[] {y, y * y});
    Map<String, Double> chosen = y > 1 ? p : q;
    for (Map.Entry<String, Double> e : chosen.entrySet()) e.setValue(e.getValue() * y);
    double sum = 0;
    for (double v : p.values()) sum = sum * 0.7 + v;
    for (double v : q.values()) sum = sum * 0.3 + v;
    return sum;
  }

  static Map<Integer, Double> table(double x, int n) {
    if (n % 2 == 0) {
      Map<Integer, Double> all = new LinkedHashMap<>();
      for (int i = 0; i < 3; i++) all.put(3 - i, x * i + n);
      return all;
    }
    return Map.of(4, x * x);
  }

  /** Asks for streams of what a helper returns from two places. */
  @Differentiable
  static double streamed(double x, int n) {
    Map<Integer, Double> all = table(x, n);
    double sum = all.values().stream().mapToDouble(v -> v * v).sum();
    return sum + all.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum();
  }

  /** Takes keys out while it goes over them, as removeIf and iterators may. */
  @Differentiable
  static double pruned(double[] x, boolean sorted) {
    Map<String, Double> map;
    if (sorted) map = filled(new TreeMap<>(), x);
    else map = filled(new HashMap<>(), x);
    map.keySet().removeIf(key -> key.equals("k2"));
    double sum = 0;
    for (Iterator<Double> it = map.values().iterator(); it.hasNext(); ) {
      double v = it.next();
      sum = sum * 0.5 + v * v;
      if (v > 1) it.remove();
    }
    map.keySet().remove("k0");
    for (double v : map.values()) sum += v * sum;
    return sum + map.size();
  }

  /** Ends a loop as Java does where the map changes meanwhile. */
  @Differentiable
  static double meanwhile(double[] x, boolean sorted) {
    Map<String, Double> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
    filled(map, x);
    double sum = x[0];
    try {
      for (double v : map.values()) {
        sum = sum * 0.5 + v;
        if (v > 2) map.put("new", sum);
      }
    } catch (ConcurrentModificationException e) {
      sum *= map.get("new");
    }
    return sum;
  }

  /** Looks at a part of a sorted map, or at all of it, and at none where there is no map. */
  @Differentiable
  static double parts(double[] x, int n) {
    TreeMap<Integer, Double> all = new TreeMap<>();
    for (int i = 0; i < x.length; i++) all.put(i, x[i]);
    Map<Integer, Double> seen = n > 3 ? all.headMap(1) : n > 1 ? all : null;
    double sum = x[0];
    if (seen != null) {
      for (Map.Entry<Integer, Double> e : seen.entrySet()) sum += e.getValue() * e.getKey() * sum;
      for (double v : seen.values()) sum += v * v;
    }
    return sum;
  }

  /** Chooses anew in each round. */
  @Differentiable
  static double rounds(double x, int n) {
    Map<Integer, Double> map = new HashMap<>();
    map.put(1, x);
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      for (double v : map.values()) sum += v * x;
      if ((i + n) % 2 == 1) {
        map = i == 1 ? new LinkedHashMap<>() : new TreeMap<>();
        map.put(i, sum);
        map.put(-i, x);
      }
    }
    return sum;
  }

  /** Goes over maps of constants. */
  @Differentiable
  static double constants(double x, boolean some) {
    Map<String, Set<Integer>> map = some ? new HashMap<>() : Map.of("a", Set.of(3));
    double sum = x;
    for (Set<Integer> set : map.values()) {
      for (int i : set) sum += i * x * sum;
    }
    return sum;
  }

  /** Copies a map that may be of either class, into others and with all that it holds. */
  @Differentiable
  static double copied(double x, int n) {
    Map<Integer, Double> map = new HashMap<>();
    map.put(5, x);
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      Map<Integer, Double> copy = new TreeMap<>(map);
      copy.put(i, sum);
      Map<Integer, Double> more = new LinkedHashMap<>();
      more.put(7, x * sum);
      more.putAll(map);
      for (double v : copy.values()) sum = sum * 0.5 + v * x;
      for (double v : more.values()) sum = sum * 0.5 + v;
      if ((i + n) % 2 == 1) {
        map = new LinkedHashMap<>();
        map.put(i, sum);
        map.put(-i, x);
      }
    }
    return sum;
  }

  /** Copies what a condition chooses, and null, as Java does. */
  @Differentiable
  static double copiedOnce(double x, int n) {
    Map<Integer, Double> map = null;
    if (n % 3 == 1) {
      map = new HashMap<>();
      map.put(1, x);
    } else if (n % 3 == 2) {
      map = Map.of(2, x * x);
    }
    try {
      Map<Integer, Double> copy = new HashMap<>(map);
      copy.put(3, x);
      return copy.values().stream().mapToDouble(v -> v * v).sum() + map.size();
    } catch (NullPointerException e) {
      return x * x;
    }
  }
}
