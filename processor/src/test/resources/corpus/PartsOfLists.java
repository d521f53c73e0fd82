package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Parts of lists that go from round to round, into objects, records, lists and helpers. */
class PartsOfLists {
  static List<Double> squares(double[] x) {
    List<Double> all = new ArrayList<>();
    for (double v : x) all.add(v * v + v);
    return all;
  }
  @Differentiable static double rest(double[] x) {
    List<Double> rest = squares(x);
    double t = 0;
    while (!rest.isEmpty()) { t = t * 0.5 + rest.get(0); rest = rest.subList(1, rest.size()); }
    return t;
  }
  @Differentiable static double rest2(double[] x) {
    List<Double> all = squares(x);
    List<Double> rest = all.subList(0, all.size());
    double t = 0;
    while (rest.size() > 0) { t = t * 0.5 + rest.get(0); rest = rest.subList(1, rest.size()); }
    return t;
  }
  @Differentiable static double chunks(double[] x) {
    List<Double> all = squares(x);
    List<List<Double>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) chunks.add(all.subList(i, Math.min(i + 2, all.size())));
    double sum = 1;
    for (List<Double> chunk : chunks) for (double v : chunk) sum = sum * 0.5 + v;
    return sum;
  }
  record Window(List<Double> values, double scale) { double mean() { double s = 0; for (double v : values) s += v; return scale * s / values.size(); } }
  @Differentiable static double inRecord(double[] x) {
    List<Double> all = squares(x);
    double t = 1;
    for (int i = 0; i + 2 <= all.size(); i++) t *= new Window(all.subList(i, i + 2), x[i]).mean();
    return t;
  }
  static final class Win { private final List<Double> v; Win(List<Double> v) { this.v = v; } double mean() { double s = 0; for (double d : v) s += d; return s / v.size(); } }
  @Differentiable static double inObject(double[] x) {
    List<Double> all = squares(x);
    Win a = new Win(all.subList(0, 2)), b = new Win(Collections.unmodifiableList(all));
    Win c = x[0] > 1 ? a : b;
    return a.mean() * b.mean() + c.mean();
  }
  static List<Double> tail(List<Double> l, int n) { return l.subList(Math.max(0, l.size() - n), l.size()); }
  static double mean(List<Double> l) { return l.stream().mapToDouble(v -> v).average().orElse(Double.NaN); }
  static double sd(List<Double> l) { double m = mean(l); return Math.sqrt(l.stream().mapToDouble(v -> (v - m) * (v - m)).sum() / (l.size() - 1)); }
  @Differentiable static double sharpe(double[] x) { List<Double> l = squares(x); return mean(tail(l, 3)) / sd(tail(l, 3)) + mean(l.subList(0, 1)); }
  @Differentiable static double quickSelect(double[] x, int k) {
    List<Double> l = squares(x);
    return select(l, Math.abs(k) % l.size());
  }
  static double select(List<Double> l, int k) {
    double p = l.get(0);
    List<Double> less = new ArrayList<>(), more = new ArrayList<>();
    for (double v : l.subList(1, l.size())) if (v < p) less.add(v); else more.add(v);
    return k < less.size() ? select(less, k) : k == less.size() ? p : select(more, k - less.size() - 1);
  }
  @Differentiable static double forEachPart(double[] x) {
    List<Double> l = squares(x);
    double[] t = {0};
    l.subList(1, l.size()).forEach(v -> t[0] += v * l.get(0));
    IntStream.range(0, l.size() - 1).forEach(i -> t[0] += l.subList(i, i + 2).stream().mapToDouble(v -> v).max().getAsDouble());
    return t[0];
  }
  @Differentiable static double tensors(double[] x) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < x.length; i++) rows.add(new double[] {x[i], x[i] * x[i]});
    double t = 0;
    for (double[] r : rows.subList(1, rows.size())) t += r[0] * r[1];
    Collections.reverse(rows);
    return t + rows.subList(0, 2).get(1)[1];
  }

  @Differentiable static double equal(double[] x) {
    List<Double> l = squares(x);
    List<Double> m = new ArrayList<>(l);
    double t = l.equals(m) ? x[0] : 2 * x[0];
    m.set(1, x[1]);
    t *= l.equals(m.subList(0, 3)) ? x[0] : 2 * x[1];
    return m.subList(1, 2).equals(Arrays.asList(x[1])) && !List.of(x[0]).equals(l) ? t : 3 * t;
  }
  static final class Cursor { final ListIterator<Double> it; double last; Cursor(List<Double> l) { it = l.listIterator(); } boolean step() { if (!it.hasNext()) return false; last = it.next(); return true; } }
  @Differentiable static double cursor(double[] x) {
    List<Double> l = new ArrayList<>(); for (double v : x) l.add(v * v);
    Cursor a = new Cursor(l), b = new Cursor(l.subList(1, l.size())); double s = 0;
    while (a.step() && b.step()) s += a.last * b.last;
    return s;
  }
  @Differentiable static double reassigned(double[] x) {
    List<Double> l = new ArrayList<>(); for (double v : x) l.add(v);
    List<Double> part = l.subList(0, 2);
    l = new ArrayList<>(); l.add(3.0);
    l.add(part.get(0) * part.get(1));
    return l.get(1) + part.size();
  }
  @Differentiable static double holderInLoop(double[] x) {
    List<Double> best = new ArrayList<>(List.of(x[0]));
    for (int i = 0; i < 3; i++) {
      List<Double> next = new ArrayList<>(best);
      next.add(x[i] * x[0]);
      if (next.size() > 2) next = new ArrayList<>(next.subList(1, 3));
      best = next;
    }
    return best.get(0) * best.get(1);
  }
  @Differentiable static double viewsOfChanging(double[] x, int n) {
    List<Double> l = new ArrayList<>(); for (double v : x) l.add(v);
    List<Double> p = l.subList(0, 2);
    double s = 0;
    for (int i = 0; i < 3; i++) { s += p.get(i % 2); l.set(i % 2, s); if (n > 100) l.add(s); }
    return s + p.get(0);
  }
  @Differentiable static double swapViews(double[] x) {
    List<Double> a = new ArrayList<>(), b = new ArrayList<>(); for (double v : x) { a.add(v); b.add(v * v); }
    List<Double> p = a.subList(0, 2), q = b.subList(1, 3);
    for (int i = 0; i < 3; i++) { List<Double> t = p; p = q; q = t; p.set(0, p.get(0) * 1.5); }
    return p.get(0) * q.get(1) + a.get(0) + b.get(1);
  }
  @Differentiable static double parallelViews(double[] x) {
    double[] arr = x.clone();
    List<double[]> rows = Arrays.asList(arr, new double[] {x[1], x[0]});
    rows.get(0)[1] = x[0] * x[0]; rows.set(1, rows.get(0));
    Collections.swap(rows, 0, 1);
    return arr[1] + rows.get(0)[1];
  }
  @Differentiable static double clearInLoop(double[] x) {
    List<Double> buf = new ArrayList<>(); double s = 0;
    for (double v : x) { buf.add(v * v); if (buf.size() == 2) { s += buf.get(0) * buf.get(1); buf.subList(0, 1).clear(); } }
    return s + buf.size() * buf.get(0);
  }
  @Differentiable static double tree(double[] x) {
    TreeMap<Integer, List<Double>> m = new TreeMap<>();
    for (int i = 0; i < x.length; i++) m.computeIfAbsent(i % 3, k -> new ArrayList<>()).add(x[i]);
    double s = 0;
    for (List<Double> l : m.tailMap(1).values()) for (double v : l.subList(0, 1)) s += v * v;
    for (Iterator<Integer> it = m.descendingKeySet().iterator(); it.hasNext(); ) { int k = it.next(); s = s * 0.5 + m.get(k).size() * m.get(k).get(0); }
    return s;
  }

  @Differentiable static double swapReadOnly(double[] x) {
    List<Double> a = new ArrayList<>(), b = new ArrayList<>(); for (double v : x) { a.add(v); b.add(v * v); }
    List<Double> p = Collections.unmodifiableList(a), q = Collections.unmodifiableList(b.subList(1, 3));
    double s = 0;
    for (int i = 0; i < 3; i++) { List<Double> t = p; p = q; q = t; for (double v : p.subList(0, 2)) s = s * 0.5 + v; a.set(0, s); s += p.get(1) * q.indexOf(a.get(0)); }
    return p.subList(1, 2).get(0) * q.get(0) + s;
  }

  static final class Bag {
    final List<Double> items = new ArrayList<>();

    List<Double> items() {
      return Collections.unmodifiableList(items);
    }
  }

  @Differentiable static double shrinksMeanwhile(double[] x, int n) {
    Bag[] bags = new Bag[3];
    for (int i = 0; i < 3; i++) bags[i] = new Bag();
    for (int i = 0; i < 9; i++) bags[i % 3].items.add(x[i % x.length] * i);
    Bag bag = bags[Math.abs(n) % 3];
    double sum = 0;
    int round = 0;
    try {
      for (double v : bag.items()) {
        sum += v;
        if (++round == 2) {
          bag.items.remove(0);
          if (n % 2 == 0) bag.items.remove(0);
        }
      }
    } catch (java.util.ConcurrentModificationException e) {
      sum = sum * 2 + x[0];
    }
    return sum + bag.items().size();
  }

  @Differentiable static double grownInForEach(double[] x) {
    List<Double> l = squares(x);
    double[] t = {0, 0};
    l.subList(0, 2).forEach(v -> { t[0] += v; if (++t[1] == 2) l.add(v * v); });
    try {
      l.subList(0, 2).forEach(v -> { t[0] += v; if (++t[1] == 3) l.add(v * v); });
    } catch (java.util.ConcurrentModificationException e) {
      t[0] *= 2;
    }
    return t[0] * l.get(l.size() - 1);
  }
}
