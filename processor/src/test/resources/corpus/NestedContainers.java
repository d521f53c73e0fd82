package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;

/** Queues, maps, references and sums that are in lists, in maps, in arrays and in objects that others hold as well. */
class NestedContainers {
  record P(double x, double y) {}
  static final class Station { final Deque<Double> queue = new ArrayDeque<>(); final Map<Integer, Double> seen = new TreeMap<>(); Station next;
    void pass() { double v = queue.poll(); seen.merge(seen.size(), v, Double::sum); next.queue.add(v * 0.5); } }

  @Differentiable static double queues(double x) { List<Deque<Double>> l = new ArrayList<>(); for (int i = 0; i < 3; i++) l.add(new ArrayDeque<>()); for (int i = 0; i < 7; i++) l.get(i % 3).push(x * i); double s = 0; for (Deque<Double> q : l) while (!q.isEmpty()) s = s * 0.7 + q.pop(); return s; }

  @Differentiable static double maps(double x) { Map<String, Map<Integer, Double>> m = new HashMap<>(); for (int i = 0; i < 5; i++) m.computeIfAbsent(i % 2 == 0 ? "a" : "b", k -> new TreeMap<>()).merge(i % 3, x * i, Double::sum); double s = 0; for (Map<Integer, Double> in : m.values()) for (double v : in.values()) s = s * 0.8 + v * v; return s + m.get("a").get(2); }

  @Differentiable static double sameMap(double x) { Map<String, Map<String, Double>> m = new HashMap<>(); m.put("a", new HashMap<>()); m.get("a").put("b", x * x); m.put("c", m.get("a")); m.get("c").put("b", m.get("a").get("b") * 2); return m.get("a").get("b"); }

  @Differentiable static double references(double x) { List<AtomicReference<Double>> l = new ArrayList<>(); for (int i = 0; i < 3; i++) l.add(new AtomicReference<>(x * i)); l.get(1).updateAndGet(v -> v * v); l.get(0).set(l.get(1).get()); double s = 0; for (var r : l) s = s * 0.5 + r.get(); return s; }

  @Differentiable static double sums(double x) { Map<String, DoubleAdder> m = new HashMap<>(); for (int i = 0; i < 4; i++) m.computeIfAbsent(i < 2 ? "a" : "b", k -> new DoubleAdder()).add(x * i); return m.get("a").sum() * m.get("b").sum(); }

  @Differentiable static double stations(double x, double y) { Station a = new Station(); Station b = new Station(); a.next = b; b.next = a; a.queue.add(x); a.queue.add(y); b.queue.add(x * y); for (int i = 0; i < 5; i++) { Station s = i % 3 == 0 ? b : a; if (!s.queue.isEmpty()) s.pass(); } double s = 0; for (double v : a.queue) s += v * v; for (Map.Entry<Integer, Double> e : b.seen.entrySet()) { s = s * 0.5 + e.getValue() * (e.getKey() + 1); } return s; }

  @Differentiable static double changed(double x) { Station a = new Station(); a.next = a; a.seen.put(1, x); a.seen.put(2, x * x); double s = 0; try { for (int k : a.seen.keySet()) { s += a.seen.get(k); if (s > 0.5) a.next.seen.put(3, x); } } catch (java.util.ConcurrentModificationException e) { s *= a.seen.size(); } return s; }

  @Differentiable static double growing(double x) { List<Deque<Double>> l = new ArrayList<>(); for (int i = 0; i < 20; i++) { l.add(new ArrayDeque<>()); for (int j = 0; j <= i; j++) { l.get(i).addFirst(x * j); l.get(i / 2).addLast(x); } } double s = 0; for (Deque<Double> q : l) s = s * 0.9 + q.size() * q.peekFirst() * q.peekLast(); return s; }

  @Differentiable static double copyDeque(double x) { Deque<Double> q = new ArrayDeque<>(List.of(x, 2.0, x * x)); List<Double> l = new ArrayList<>(q); q.poll(); l.addAll(q); double s = 0; for (double v : l) s = s * 0.7 + v; return s; }

  @Differentiable static double dequeOfList(double x) { List<Double> l = new ArrayList<>(List.of(x, 3.0)); Deque<Double> q = new ArrayDeque<>(l); q.addAll(l); q.addFirst(x * x); double s = 0; while (!q.isEmpty()) s = s * 0.7 + q.removeLast(); return s; }

  @Differentiable static double copyValues(double x) { Map<String, Double> m = new TreeMap<>(); m.put("b", x); m.put("a", x * x); List<Double> l = new ArrayList<>(m.values()); l.sort(null); return l.get(0) * l.get(1) * l.get(1); }

  @Differentiable static double orEmpty(double x) { Map<Integer, List<Double>> m = new HashMap<>(); m.computeIfAbsent(1, k -> new ArrayList<>()).add(x); double s = 0; for (double v : m.getOrDefault(1, List.of())) s += v * x; for (double v : m.getOrDefault(2, List.of())) s += v * x; return s; }

  @Differentiable static double orEmptyInLoop(double x) { Map<Integer, List<Double>> m = new HashMap<>(); m.computeIfAbsent(1, k -> new ArrayList<>()).add(x); double s = 0; for (int i = 0; i < 3; i++) for (double v : m.getOrDefault(i, Collections.emptyList())) s += v * x; return s; }

  @Differentiable static double fixedAndGrowing(double x) { Map<Integer, List<Double>> m = new HashMap<>(); m.put(1, List.of(x, x * x)); m.put(2, new ArrayList<>(List.of(3.0))); double s = 0; for (int i = 0; i < 3; i++) for (double v : m.getOrDefault(i, List.of())) s = s * x + v; return s; }

  @Differentiable static double mapOfDeque(double x) { Map<Integer, Deque<P>> m = new LinkedHashMap<>(); for (int i = 0; i < 4; i++) m.computeIfAbsent(i % 2, k -> new ArrayDeque<>()).add(new P(x * i, x)); double s = 0; for (var e : m.entrySet()) { P p = e.getValue().poll(); s += p.x() * p.y() * e.getValue().size(); P q = e.getValue().peekLast(); s += q.x(); } return s; }
}
