package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
}
