package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.function.*;
/** What maps and lists do with functions, wherever they come from. */
class MapFunctions {
  @Differentiable static double counted(double[] x) { Map<String, Integer> c = new HashMap<>(); String[] w = {"a", "b", "a"}; for (String k : w) c.merge(k, 1, Integer::sum); double s = 0; for (int i = 0; i < x.length; i++) s += x[i] * c.getOrDefault(i % 2 == 0 ? "a" : "b", 0); return s; }
  @Differentiable static double countedWords(double[] x, String[] w) { Map<String, Integer> c = new HashMap<>(); for (String k : w) c.merge(k, 1, Integer::sum); double s = 0; for (String k : c.keySet()) s += x[0] * c.get(k); return s; }
  @Differentiable static double sorted(double[] x, String[] w) { Map<String, Integer> c = new TreeMap<>(); for (String k : w) c.put(k, c.getOrDefault(k, 0) + 1); double s = 0; for (Map.Entry<String, Integer> e : c.entrySet()) s += Math.pow(x[0], e.getValue()); return s; }
  @Differentiable static double countedNumbers(double[] x, int[] w) { HashMap<Integer, Integer> c = new HashMap<>(); for (int k : w) c.merge(k, 1, (a, b) -> a + b); double s = 0; for (int i = 0; i < x.length; i++) if (c.containsKey(i)) s += x[i] * c.get(i); return s; }
  @Differentiable static double each(double[] x, int[] w) { Map<Integer, Integer> c = new HashMap<>(); for (int k : w) c.merge(k, 1, (a, b) -> a + b); double[] s = {0}; c.forEach((k, v) -> s[0] += x[0] * k * v); c.replaceAll((k, v) -> v + k); for (int v : c.values()) s[0] += v * x[0]; return s[0]; }
  @Differentiable static double computed(double[] x) { Map<String, Double> c = new HashMap<>(); for (double v : x) c.compute(v > 0.5 ? "a" : "b", (k, o) -> o == null ? v : o * v); return c.getOrDefault("a", 1.0) + 2 * c.getOrDefault("b", 0.0); }
  @Differentiable static double eachOfList(double x, List<Double> rates) { double[] s = {0}; rates.forEach(v -> s[0] += v * x); return s[0]; }
  @Differentiable static double numbered(double[] x, int[] w) { Map<Integer, Integer> at = new HashMap<>(); double s = 0; for (int i = 0; i < x.length; i++) { int k = at.computeIfAbsent(i % 3, q -> at.size()); s += x[i] * k; } return s; }
  @Differentiable static double once(double[] x) { Map<String, Boolean> seen = new HashMap<>(); double s = 0; for (int i = 0; i < x.length; i++) { Boolean old = seen.putIfAbsent("k" + i % 3, true); if (old == null) s += x[i] * x[i]; } return s; }

  static final class Basket implements Iterable<Double> { private final List<Double> all = new ArrayList<>(); void add(double v) { all.add(v); } public Iterator<Double> iterator() { return all.iterator(); } }
  static final class Doubled implements Iterable<Double> { private final List<Double> all = new ArrayList<>(); void add(double v) { all.add(v); } public Iterator<Double> iterator() { return all.iterator(); } public void forEach(Consumer<? super Double> action) { for (double v : all) action.accept(2 * v); } }
  @Differentiable static double eachOfBasket(double[] x) { Basket b = new Basket(); for (double v : x) b.add(v * v); double[] s = {0}; b.forEach(v -> s[0] += Math.sin(v)); Doubled d = new Doubled(); for (double v : x) d.add(v); d.forEach(v -> s[0] += v * v); return s[0]; }

  @Differentiable static double nullForFunction(double x) { Map<String, Double> c = new HashMap<>(); BiFunction<String, Double, Double> f = (k, o) -> o == null ? x : o * x; c.put("a", f.apply("a", c.get("a"))); c.put("a", f.apply("a", c.get("a"))); return c.get("a"); }
  static <V> V ap(Function<? super V, ? extends V> f, V v) { return f.apply(v); }
  @Differentiable static double nullForHelper(double x) { Map<String, Double> c = new HashMap<>(); Function<Double, Double> f = o -> o == null ? x : o * x; c.put("a", ap(f, c.get("a"))); c.put("a", ap(f, c.get("a"))); return c.get("a"); }
  static <V> V ap2(Map<String, V> m, Function<? super V, ? extends V> f) { V v = f.apply(m.get("a")); m.put("a", v); return v; }
  @Differentiable static double nullOfMap(double x) { Map<String, Double> c = new HashMap<>(); ap2(c, o -> o == null ? x : o * x);  ap2(c, o -> o == null ? x : o * x); return c.get("a"); }
}
