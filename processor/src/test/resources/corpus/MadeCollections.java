package corpus;

import cotangent.Differentiable;
import java.util.*;

/** What makes collections and entries, and puts several elements into them at once. */
class MadeCollections {
  enum Color { RED, GREEN, BLUE }
  record Pair(double a, double b) {}
  private static final List<Double> RATES = List.of(1.5, 0.25);

  @Differentiable static double addAllAt(double x, double y, int n) { List<Double> l = new ArrayList<>(List.of(x * y, y)); l.addAll(Math.floorMod(n, 3), List.of(x, 2.0)); double s = 0; for (double v : l) s = s * x + v; return s; }
  @Differentiable static double ratesAt(double x) { List<Double> l = new ArrayList<>(List.of(x * x)); boolean more = l.addAll(0, RATES); l.addAll(1, new ArrayList<>()); double s = more ? 1 : 2; for (double v : l) s = s * x + v; return s; }
  @Differentiable static double linkedAt(double x, double y) { LinkedList<Double> l = new LinkedList<>(List.of(x * y, y)); l.addAll(1, List.of(x, 2.0)); double s = 0; for (double v : l) s = s * x + v; return s; }
  @Differentiable static double addEach(double x, double y) { List<Double> l = new ArrayList<>(Collections.nCopies(3, x)); boolean more = Collections.addAll(l, y, x * y); Collections.swap(l, 0, 4); Deque<Double> d = new ArrayDeque<>(); Collections.addAll(d, x, y); double s = more ? d.pollLast() : 0; for (double v : l) s = 2 * s + v * v; return s; }
  @Differentiable static double addPairs(double x, double y) { List<Pair> l = new ArrayList<>(); Collections.addAll(l, new Pair(x, y), new Pair(y, x * y)); double s = 0; for (Pair p : l) s = 2 * s + p.a() * p.b(); return s; }
  @Differentiable static double rotated(double x, double y, int n) { List<Double> l = new ArrayList<>(List.of(x, y, x * y, 2.0)); Collections.rotate(l, n); Collections.rotate(l.subList(1, 3), 1); Collections.rotate(new ArrayList<>(List.of(x)).subList(0, 0), 3); double s = 0; for (double v : l) s = 2 * s + v * v; return s; }
  @Differentiable static double ofEnum(double x, double y) { EnumMap<Color, Double> m = new EnumMap<>(Color.class); m.put(Color.BLUE, x); m.put(Color.RED, x * y); EnumMap<Color, Double> c = new EnumMap<>(m); c.merge(Color.RED, y, Double::sum); m.remove(Color.BLUE); double s = m.get(Color.RED); for (var e : c.entrySet()) s = 2 * s + e.getValue() * e.getKey().ordinal() + e.getValue(); return s; }
  @Differentiable static double ofEnumOfMap(double x, int n) { Map<Color, Double> m = new HashMap<>(); if (n > 0) { m.put(Color.BLUE, x); m.put(Color.GREEN, x * x); } Map<Color, Double> c = new EnumMap<>(m); double s = 0; for (double v : c.values()) s = 2 * s + v; return s + c.get(Color.BLUE); }
  @Differentiable static double copyOf(double x, double y) { Map<String, Double> m = new HashMap<>(); m.put("a", x); m.put("b", x * y); Map<String, Double> c = Map.copyOf(m); m.put("a", y); double s = 0; for (double v : c.values()) s = 2 * s + v; return s * m.get("a") * c.getOrDefault("b", y); }
  @Differentiable static double entries(double x, double y) { var e = Map.entry(x, y * x); Map.Entry<String, Double> f = new AbstractMap.SimpleEntry<>("k", x); var g = new AbstractMap.SimpleImmutableEntry<>(x, new double[] {x, y}); return e.getKey() * e.getValue() + f.getKey().length() * f.getValue() + g.getKey() * g.getValue()[1]; }
  @Differentiable static double listOfEntries(double x, double y) { List<Map.Entry<String, Double>> l = new ArrayList<>(); l.add(Map.entry("k", x * y)); l.add(Map.entry("j", y)); double s = 0; for (var e : l) s = 2 * s + e.getValue() * e.getKey().charAt(0); return s; }
  @Differentiable static double queueOfEntries(double x, double y, int n) { PriorityQueue<Map.Entry<Double, Integer>> q = new PriorityQueue<>(Comparator.comparingDouble(e -> e.getKey())); q.add(Map.entry(x, 1)); q.add(Map.entry(y, 2)); q.add(Map.entry(x * y, n)); double s = 0; while (!q.isEmpty()) { var e = q.poll(); s = s / 2 + e.getKey() * e.getValue(); } return s; }
  @Differentiable static double ofEntries(double x, double y) { Map<String, Double> m = Map.ofEntries(Map.entry("a", x), Map.entry("b", x * y)); double s = 0; for (double v : m.values()) s = 2 * s + v; return s * m.get("a"); }
  @Differentiable static double smallest(double[] x) { Map.Entry<Integer, Double> best = Map.entry(-1, 1e9); for (int i = 0; i < x.length; i++) { if (x[i] < best.getValue()) best = Map.entry(i, x[i] * x[i] - 1); } return best.getValue() * best.getKey(); }
  @Differentiable static double sortedEntries(double x, double y) { Map<String, Double> m = new HashMap<>(); m.put("b", x); m.put("a", y); List<Map.Entry<String, Double>> l = new ArrayList<>(m.entrySet()); l.sort(Map.Entry.comparingByValue()); double s = 0; for (var e : l) s = 2 * s + e.getValue(); l.sort(Map.Entry.<String, Double>comparingByKey().reversed()); for (var e : l) s = 3 * s + e.getValue(); return s; }
  @Differentiable static double bestEntry(double x, double y) { Map<String, Double> m = new HashMap<>(); m.put("a", x); m.put("bb", y); return Collections.max(m.entrySet(), Map.Entry.comparingByValue()).getKey().length() * x + Collections.max(m.entrySet(), Comparator.comparing(e -> e.getValue())).getValue() + m.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).mapToDouble(e -> e.getValue()).reduce(0, (a, b) -> 2 * a + b); }
  @Differentiable static double arraysByFirst(double x, double y) { List<double[]> l = new ArrayList<>(); l.add(new double[] {x, y}); l.add(new double[] {y, 2}); l.sort(Comparator.comparingDouble(a -> a[0])); PriorityQueue<double[]> q = new PriorityQueue<>(Comparator.comparingDouble(a -> a[0])); q.addAll(l); double s = 0; while (!q.isEmpty()) s = s / 2 + q.poll()[1]; return s * l.get(0)[1]; }
}
