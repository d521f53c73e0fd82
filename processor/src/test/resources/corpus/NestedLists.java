package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists in lists, in arrays, in maps and from one round of a loop into the next; copies of them. */
class NestedLists {
  record Pt(double x, double y) {}
  static final class Graph { final List<List<Integer>> out = new ArrayList<>(); final List<Double> w = new ArrayList<>();
    Graph(int n, double p) { for (int i = 0; i < n; i++) { out.add(new ArrayList<>()); w.add(p * i); } }
    void edge(int a, int b) { out.get(a).add(b); }
    double walk(int at) { double s = w.get(at); for (int b : out.get(at)) s += walk(b) * 0.5; return s; } }
  static List<List<Double>> matrix(double p, int n) { List<List<Double>> m = new ArrayList<>(); for (int i = 0; i < n; i++) { List<Double> r = new ArrayList<>(); for (int j = 0; j < n; j++) r.add(p / (i + j + 1)); m.add(r); } return m; }
  static List<List<Double>> times(List<List<Double>> a, List<List<Double>> b) { List<List<Double>> m = new ArrayList<>(); for (List<Double> row : a) { List<Double> r = new ArrayList<>(); for (int j = 0; j < b.get(0).size(); j++) { double s = 0; for (int k = 0; k < b.size(); k++) s += row.get(k) * b.get(k).get(j); r.add(s); } m.add(r); } return m; }

  @Differentiable static double grow(double p, double q, int n) {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < n + 2; i++) { List<Double> row = new ArrayList<>(); rows.add(row); row.add(p); for (int j = 0; j < i; j++) row.add(rows.get(i - 1).get(j) * q + p * j); }
    double s = 0;
    for (List<Double> row : rows) { for (double d : row) s += d * d; s += row.size() * p; }
    rows.remove(0); rows.get(0).clear(); rows.get(0).add(p);
    return s + rows.get(0).get(0) * rows.size();
  }

  @Differentiable static double carried(double p, double q, int n) {
    List<Double> now = new ArrayList<>(); now.add(p); now.add(q);
    for (int i = 0; i < n; i++) { List<Double> next = new ArrayList<>(); for (int j = 0; j < now.size(); j++) next.add(now.get(j) * p + q); next.add(p); now = next; }
    double s = 0; for (double d : now) s += d * d; return s;
  }

  @Differentiable static double array(double p, double q) {
    @SuppressWarnings({"unchecked", "rawtypes"}) List<Double>[] all = new List[3];
    for (int i = 0; i < 3; i++) all[i] = new ArrayList<>();
    for (int i = 0; i < 7; i++) all[i % 3].add(p * i + q);
    double s = 0; for (List<Double> l : all) for (double d : l) s += d * d * l.size(); return s;
  }

  @Differentiable static double map(double p, double q) {
    Map<String, List<Double>> by = new TreeMap<>();
    for (int i = 0; i < 5; i++) { String k = i % 2 == 0 ? "a" : "b"; List<Double> l = by.get(k); if (l == null) { l = new ArrayList<>(); by.put(k, l); } l.add(p * i * q); }
    double s = 0; for (Map.Entry<String, List<Double>> e : by.entrySet()) { double t = 1; for (double d : e.getValue()) t += d; s += t * t; } return s;
  }

  @Differentiable static double computed(double p, double q) {
    Map<Integer, List<Double>> by = new HashMap<>();
    for (int i = 0; i < 6; i++) by.computeIfAbsent(i % 3, k -> new ArrayList<>()).add(p * i + q);
    double s = 0; for (List<Double> l : by.values()) s += l.get(0) * l.get(1); return s;
  }

  @Differentiable static double records(double p, double q) {
    List<List<Pt>> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) { all.add(new ArrayList<>()); for (int j = 0; j < 2; j++) all.get(i).add(new Pt(p * i, q * j)); }
    Collections.swap(all, 0, 2); all.get(1).set(0, new Pt(q, p));
    double s = 0; for (List<Pt> l : all) for (Pt a : l) s += a.x() * a.y() * l.get(0).x() + a.x(); return s;
  }

  @Differentiable static double graph(double p, double q) { Graph g = new Graph(4, p); g.edge(0, 1); g.edge(0, 2); g.edge(2, 3); g.w.set(3, q); return g.walk(0); }

  @Differentiable static double product(double p, double q) { List<List<Double>> m = times(matrix(p, 3), matrix(q, 3)); return m.get(0).get(1) * m.get(2).get(2); }

  @Differentiable static double streams(double p, double q) { List<List<Double>> m = matrix(p * q, 3); return m.stream().mapToDouble(r -> r.stream().mapToDouble(d -> d * d).sum()).sum(); }
  static <T> List<List<T>> chunks(List<T> all, int n) {
    List<List<T>> out = new ArrayList<>();
    for (int i = 0; i < all.size(); i += n) { List<T> part = new ArrayList<>(); for (int j = i; j < Math.min(i + n, all.size()); j++) part.add(all.get(j)); out.add(part); }
    return out;
  }

  @Differentiable static double chunked(double p, double q) {
    double s = 0;
    for (List<Double> c : chunks(List.of(p, q, p * q, p + q, q * q), 2)) { double t = 1; for (double d : c) t *= d; s += t; }
    return s;
  }

  interface Curve { double at(double x); }
  record Line(double a) implements Curve { public double at(double x) { return a * x; } }
  record Sq(double a) implements Curve { public double at(double x) { return a * x * x; } }
  static double min(double[] v) { List<Double> l = new ArrayList<>(); for (double d : v) l.add(d); return Collections.min(l); }

  @Differentiable static double extremes(double[] x) { List<Double> l = new ArrayList<>(); for (double d : x) l.add(d * d); return Collections.min(l) * Collections.max(l) + min(x) + Collections.max(l, Comparator.reverseOrder()) + Collections.min(l, Comparator.comparing(d -> -d)); }

  @Differentiable static double copies(double p, double q) { List<Double> l = new ArrayList<>(Collections.nCopies(3, p)); l.set(1, q); double s = 0; for (double d : l) s += d * d; for (Line c : Collections.nCopies(2, new Line(q))) s += c.at(p); return s; }

  @Differentiable static double toArray(double p, double q) { List<Curve> l = new ArrayList<>(); l.add(new Line(p)); l.add(new Sq(q)); Curve[] all = l.toArray(new Curve[0]); double s = 0; for (Curve c : all) s += c.at(p * q); return s * all.length; }

  @Differentiable static double numbers(double p, double q) { List<Double> l = new ArrayList<>(List.of(p, q)); Double[] a = l.toArray(new Double[0]); return a[0] * a[1]; }

  static void collect(List<Double> into, double x, int n) {
    if (n > 0) {
      into.add(x);
      collect(into, x * x, n - 1);
      into.set(0, into.get(0) + x);
    }
  }

  static List<Double> halves(double x, int n) {
    if (n == 0) {
      return new ArrayList<>();
    }
    List<Double> rest = halves(x / 2, n - 1);
    rest.add(x);
    return rest;
  }

  @Differentiable
  static double recursion(double p, double q, int n) {
    List<Double> values = new ArrayList<>();
    values.add(q);
    collect(values, p, 3);
    double sum = 0;
    for (double each : halves(q, n)) {
      sum += each * p;
    }
    return sum + values.get(0) * values.get(2);
  }
}
