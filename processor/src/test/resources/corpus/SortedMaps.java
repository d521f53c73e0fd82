package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** Maps that are asked for the keys and entries beside a key. */
class SortedMaps {
  static final class Curve {
    private final NavigableMap<Double, Double> pillars = new TreeMap<>();

    Curve add(double t, double rate) {
      pillars.put(t, rate);
      return this;
    }

    double rate(double t) {
      Map.Entry<Double, Double> low = pillars.floorEntry(t);
      Map.Entry<Double, Double> high = pillars.ceilingEntry(t);
      if (low == null) {
        return pillars.firstEntry().getValue();
      } else if (high == null) {
        return pillars.lastEntry().getValue();
      } else if (low.getKey().equals(high.getKey())) {
        return low.getValue();
      }
      double w = (t - low.getKey()) / (high.getKey() - low.getKey());
      return low.getValue() * (1 - w) + high.getValue() * w;
    }
  }

  @Differentiable
  static double curve(double a, double b, double c) {
    Curve curve = new Curve().add(1, a).add(2, b).add(5, c);
    double sum = 0;
    for (double t = 0.5; t < 7; t += 0.5) {
      sum += Math.exp(-curve.rate(t) * t);
    }
    return sum;
  }

  @Differentiable
  @Inputs("x length 4; n = 4")
  @Inputs("x length 4; n = 11")
  static double keys(double[] x, int n) {
    TreeMap<Integer, Double> map = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      map.put(i * 3, x[i] * x[i]);
    }
    Integer low = map.floorKey(4);
    Integer high = map.higherKey(n);
    double least = map.get(map.firstKey()) * map.get(map.lastKey());
    return least + map.get(low) * (high == null ? map.lowerKey(n) : map.get(high));
  }

  @Differentiable
  static double taken(double[] x) {
    TreeMap<Integer, Double> map = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      map.put(i * 3, x[i] * x[i]);
    }
    double sum = map.pollLastEntry().getValue();
    while (!map.isEmpty()) {
      sum = sum * 0.5 + map.pollFirstEntry().getValue();
    }
    return map.pollFirstEntry() == null ? sum : x[0];
  }

  @Differentiable
  static double entriesStay(double a, double b) {
    TreeMap<String, Double> map = new TreeMap<>();
    map.put("a", a);
    Map.Entry<String, Double> entry = map.firstEntry();
    map.put("a", b);
    return entry.getValue() * a + map.firstEntry().getValue() * b;
  }

  @Differentiable
  @Inputs("a = 0.5; b = 0.75; n = 5")
  @Inputs("a = 0.5; b = 0.75; n = 2")
  static double oneOrTheOther(double a, double b, int n) {
    TreeMap<String, Double> map = new TreeMap<>();
    map.put("a", a);
    map.put("b", b);
    Map.Entry<String, Double> best = null;
    for (Map.Entry<String, Double> each : map.entrySet()) {
      if (best == null || each.getValue() > best.getValue()) {
        best = each;
      }
    }
    if (n > 3) {
      best = map.lastEntry();
    }
    map.put("b", a * b);
    return best.getValue() * a;
  }

  @Differentiable
  @Inputs(value = "x = 0.5", fails = NoSuchElementException.class)
  static double none(double x) {
    TreeMap<String, Double> map = new TreeMap<>();
    if (x > 2) {
      map.put("a", x);
    }
    return map.get(map.firstKey());
  }
}
