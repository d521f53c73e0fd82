package corpus;

import cotangent.Differentiable;
import java.util.*;

/** Constants that are sorted by functions which the method itself says. */
class SortedCopies {
  record Job(String name, int time, double weight) {}

  private static final List<Double> RATES = List.of(1.5, 0.25, -2.0, 0.25);
  private static final List<String> WORDS = List.of("one", "four", "seven", "two");
  private static final List<Job> JOBS = List.of(new Job("b", 3, 0.5), new Job("a", 4, 1.5), new Job("b", 2, 0.25));

  @Differentiable static double natural(double x) { var c = new ArrayList<>(RATES); c.sort(Comparator.naturalOrder()); double s = 0; for (int i = 0; i < c.size(); i++) { s += c.get(i) * Math.pow(x, i); } return s; }
  @Differentiable static double byLambda(double x) { var c = new ArrayList<>(RATES); c.sort((a, b) -> Double.compare(b, a)); double s = 0; for (double d : c) { s = s * x + d; } return s; }
  @Differentiable static double words(double x) { List<String> c = new ArrayList<>(WORDS); Collections.sort(c, (a, b) -> b.compareTo(a)); double s = 0; for (String t : c) s = s * x + t.charAt(0); return s; }
  @Differentiable static double ofArray(double x) { List<String> c = Arrays.asList("b", "ab", "a"); Collections.sort(c, Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder())); double s = 0; for (String t : c) s = s * x + t.charAt(0); return s; }
  static <T> void ordered(List<T> all, Comparator<? super T> by) { all.sort(by); }
  @Differentiable static double byHelper(double x) { List<String> c = new ArrayList<>(WORDS); ordered(c, (a, b) -> b.compareTo(a)); double s = 0; for (String t : c) s = s * x + t.charAt(0); return s; }
  @Differentiable static double records(double x) { List<Job> c = new ArrayList<>(JOBS); c.sort(Comparator.comparing(Job::name).thenComparing(Job::time, Comparator.reverseOrder())); double s = 0; for (Job j : c) s = s * x + j.weight() * j.time(); return s; }
  @Differentiable static double arrays(double x) { List<int[]> c = new ArrayList<>(); for (int i = 0; i < 4; i++) c.add(new int[] {i * 3 % 4, i}); c.sort((p, q) -> Integer.compare(p[0], q[0])); double s = 0; for (int[] e : c) s = x * s + e[1]; return s; }
  @Differentiable static double byNumbers(double[] x) { List<Integer> order = new ArrayList<>(); for (int i = 0; i < x.length; i++) order.add(i); order.sort((p, q) -> Double.compare(x[p], x[q])); double s = 0; for (int e : order) s = s / 2 + x[e]; return s; }
  private static final Map<String, Integer> COUNTS = new TreeMap<>(Map.of("a", 3, "b", 1, "c", 2));
  @Differentiable static double entries(double x) { List<Map.Entry<String, Integer>> l = new ArrayList<>(COUNTS.entrySet()); l.sort(Map.Entry.comparingByValue()); double s = 0; for (var e : l) s = s * x + e.getValue(); return s + Collections.max(COUNTS.entrySet(), Map.Entry.comparingByValue()).getValue() * x; }
  @Differentiable static double byField(double x) { List<String> l = new ArrayList<>(COUNTS.keySet()); l.sort(Comparator.comparing(COUNTS::get)); double s = 0; for (var e : l) s = s * x + COUNTS.get(e); return s; }
  @Differentiable static double counted(double x) { Map<String, Integer> m = new HashMap<>(); for (String w : "a b c a a b".split(" ")) m.merge(w, 1, Integer::sum); List<String> l = new ArrayList<>(m.keySet()); l.sort((a, b) -> m.get(b) - m.get(a)); double s = 0; for (var e : l) s = s * x + m.get(e); return s; }
  @Differentiable static double lists(double x) { List<List<String>> l = new ArrayList<>(); l.add(WORDS); l.add(List.of("a")); l.sort(Comparator.comparingInt(List::size)); double s = 0; for (List<String> e : l) s = s * x + e.size(); return s; }
}
