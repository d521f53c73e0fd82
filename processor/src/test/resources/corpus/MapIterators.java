package corpus;

import cotangent.Differentiable;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Iterators of maps that are made in the method, and parts of those that are sorted. */
class MapIterators {
  static Map<String, Double> named(double[] x) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < x.length; i++) map.put("k" + i, x[i]);
    return map;
  }

  /** Drops what is too small, and scales the rest, as one writes it with an iterator. */
  @Differentiable
  static double pruned(double[] x) {
    Map<String, Double> map = named(x);
    for (Iterator<Map.Entry<String, Double>> it = map.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<String, Double> entry = it.next();
      if (entry.getValue() < 0.9) it.remove();
      else entry.setValue(entry.getValue() * entry.getKey().length());
    }
    double sum = map.size();
    for (Map.Entry<String, Double> entry : map.entrySet()) sum = sum * 0.5 + entry.getValue();
    return sum;
  }

  @Differentiable
  static double changedMeanwhile(double[] x) {
    Map<String, Double> map = named(x);
    Iterator<Double> it = map.values().iterator();
    double sum = it.next();
    map.put("k1", sum * sum);
    sum += 2 * it.next();
    map.put("new", sum);
    try {
      sum += it.next();
    } catch (ConcurrentModificationException e) {
      sum *= map.get("new");
    }
    return sum;
  }

  @Differentiable
  static double exhausted(double[] x) {
    Map<String, Double> map = new HashMap<>();
    map.put("a", x[0]);
    Iterator<String> it = map.keySet().iterator();
    double sum = 0;
    try {
      it.remove();
    } catch (IllegalStateException e) {
      sum += x[1];
    }
    sum += map.get(it.next()) * x[1];
    try {
      sum += map.get(it.next());
    } catch (NoSuchElementException e) {
      sum *= x[0];
    }
    it.remove();
    return sum + map.size();
  }

  static double drained(Iterator<Double> values, double scale) {
    double sum = 0;
    while (values.hasNext()) sum = sum * 0.5 + scale * values.next();
    return sum;
  }

  @Differentiable
  static double handedOn(double[] x) {
    Map<String, Double> map = named(x);
    Iterator<Double> it = map.values().iterator();
    double first = it.next();
    return 3 + Math.sin(first * drained(it, x[0])) + Math.cos(drained(named(x).values().iterator(), first));
  }

  @Differentiable
  static double inStep(double[] x, double[] y) {
    Map<String, Double> left = named(x);
    Map<String, Double> right = named(y);
    Iterator<Map.Entry<String, Double>> a = left.entrySet().iterator();
    Iterator<Map.Entry<String, Double>> b = right.entrySet().iterator();
    double sum = 0;
    while (a.hasNext() && b.hasNext()) sum += a.next().getValue() * b.next().getValue();
    return sum;
  }

  @Differentiable
  static double filtered(double[] x) {
    Map<String, Double> map = named(x);
    boolean isLess = map.values().removeIf(v -> v > 1.2);
    map.keySet().remove("k0");
    map.entrySet().removeIf(e -> e.getKey().equals("k1") && e.getValue() < 0.7);
    double product = isLess ? 2 : 1;
    for (double v : map.values()) product *= v;
    return product * x[0];
  }

  @Differentiable
  static double greatest(double[] x) {
    Map<String, Double> map = named(x);
    double most = Collections.max(map.values());
    double least = Collections.min(map.values());
    String best = null;
    double top = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> entry : map.entrySet()) {
      if (entry.getValue() > top) {
        top = entry.getValue();
        best = entry.getKey();
      }
    }
    return most * least + map.get(best) * map.get(best);
  }

  @Differentiable
  static double byValue(double[] x) {
    Map<String, Double> map = named(x);
    Map.Entry<String, Double> best =
        Collections.max(map.entrySet(), (a, b) -> Double.compare(a.getValue(), b.getValue()));
    return best.getValue() * x[0] + best.getKey().length();
  }

  @Differentiable
  static double downwards(double[] x) {
    TreeMap<Integer, Double> map = new TreeMap<>(Collections.reverseOrder());
    for (int i = 0; i < x.length; i++) map.merge(i % 3, x[i], Double::sum);
    double sum = map.firstEntry().getValue() * map.lastKey();
    for (double v : map.values()) sum = sum * 0.5 + v;
    TreeMap<Integer, Double> same = new TreeMap<>(map);
    TreeMap<Integer, Double> other = new TreeMap<>((Map<Integer, Double>) map);
    for (int key : same.keySet()) sum = sum * 0.5 + same.get(key) * key;
    for (int key : other.keySet()) sum = sum * 0.5 + other.get(key) * key;
    return sum;
  }

  @Differentiable
  static double ignoringCase(double[] x) {
    Map<String, Double> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.put("b", x[0]);
    map.put("A", x[1]);
    map.merge("B", x[1] * x[0], Double::sum);
    double sum = 0;
    for (double v : map.values()) sum = sum * 0.5 + v;
    return sum * map.get("a");
  }

  @Differentiable
  static double parts(double[] x) {
    TreeMap<Integer, Double> curve = new TreeMap<>();
    SortedMap<Integer, Double> early = curve.headMap(20);
    NavigableMap<Integer, Double> late = curve.tailMap(10, false);
    for (int i = 0; i < x.length; i++) curve.put(i * 10, x[i]);
    for (int i = 0; i < 40; i++) curve.put(-i, x[0] * i);
    double sum = 0;
    for (double v : early.values()) sum = sum * 0.9 + v;
    for (Map.Entry<Integer, Double> e : late.entrySet()) sum = sum * 0.9 + e.getKey() * e.getValue();
    for (Map.Entry<Integer, Double> e : curve.descendingMap().entrySet()) sum = sum * 0.9 + e.getValue();
    for (int key : curve.descendingKeySet()) sum = sum * 0.9 + curve.get(key);
    curve.put(5, sum);
    return early.get(5) + early.lastKey() + late.size() + curve.subMap(0, true, 10, true).lastEntry().getValue()
        + (early.containsKey(20) ? 1 : x[0]) + new TreeMap<>(early).get(0) * late.firstEntry().getValue();
  }

  @Differentiable
  static double partsMeanwhile(double[] x) {
    TreeMap<Integer, Double> curve = new TreeMap<>();
    for (int i = 0; i < x.length; i++) curve.put(i, x[i]);
    double sum = 0;
    try {
      for (double v : curve.headMap(2).values()) {
        sum += v * v;
        curve.put(9, sum);
      }
    } catch (ConcurrentModificationException e) {
      sum *= curve.get(9);
    }
    return sum;
  }

  /** Discount factors between the nodes of a curve. */
  @Differentiable
  static double interpolated(double[] rates, double t) {
    TreeMap<Double, Double> curve = new TreeMap<>();
    for (int i = 0; i < rates.length; i++) curve.put(i * 0.5, rates[i]);
    double at = 0.7;
    Map.Entry<Double, Double> before = curve.headMap(at, true).lastEntry();
    Map.Entry<Double, Double> after = curve.tailMap(at, false).firstEntry();
    double weight = (at - before.getKey()) / (after.getKey() - before.getKey());
    return Math.exp(-t * (before.getValue() * (1 - weight) + after.getValue() * weight));
  }

  record Lot(double price, double amount) {}

  /** A bounded cache whose eldest entry goes, by an iterator. */
  @Differentiable
  static double cache(double[] x) {
    Map<Integer, Lot> cache = new LinkedHashMap<>();
    double sum = 0;
    for (int i = 0; i < 2 * x.length; i++) {
      int key = (i * i) % 4;
      Lot lot = cache.get(key);
      if (lot == null) {
        lot = new Lot(x[i % x.length], i);
        cache.put(key, lot);
        if (cache.size() > 2) {
          Iterator<Integer> eldest = cache.keySet().iterator();
          eldest.next();
          eldest.remove();
        }
      }
      sum += lot.price() * lot.price() * lot.amount();
    }
    for (Lot left : cache.values()) sum *= left.price();
    return sum;
  }

  @Differentiable
  static double fixed(double x, double y) {
    Map<String, Double> map = Map.of("only", x * y);
    double sum = 0;
    for (Iterator<Double> it = map.values().iterator(); it.hasNext(); ) sum += it.next();
    return sum * x + List.copyOf(List.of(x)).get(0);
  }

  static double sum(Iterator<Double> it, double factor) {
    return it.hasNext() ? it.next() * factor + sum(it, factor * 0.5) : 1;
  }

  static double inOrder(Iterator<Map.Entry<Integer, Double>> it, double x) {
    if (!it.hasNext()) {
      return x;
    }
    Map.Entry<Integer, Double> first = it.next();
    double value = first.getValue();
    if (first.getKey() % 2 == 1) {
      it.remove();
    }
    return value * x + inOrder(it, x * 0.5);
  }

  /** Iterators go through a recursion, which moves them. */
  @Differentiable
  static double handedDown(double[] x, double y) {
    Map<Integer, Double> map = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      map.put(i % 5, x[i] * y);
    }
    double all = inOrder(map.entrySet().iterator(), y);
    return all * sum(map.values().iterator(), y) + map.size();
  }
}
