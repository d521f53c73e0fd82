package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Arrays of boxed numbers, and what is made of them; copies of arrays that are longer. */
class BoxedArrays {
  record Pt(double x, double y) {}

  static class Body {
    double m;
    Body(double m) { this.m = m; }
  }

  @Differentiable
  static double asList(double x, double y, double z) {
    Double[] a = {x * y, Math.sin(z), x - z};
    List<Double> l = Arrays.asList(a);
    double s = 0;
    for (double v : l) s = s * 0.5 + v * v;
    l.set(1, x * 3);
    a[2] = y;
    return s + a[1] * z + l.get(0) + l.get(2) * x;
  }

  @Differentiable
  static double asListWithNull(double x, double y) {
    Double[] a = new Double[4];
    a[1] = x * y;
    a[3] = x;
    List<Double> l = new ArrayList<>(Arrays.asList(a));
    l.removeIf(Objects::isNull);
    l.add(y);
    l.removeIf(v -> v == null);
    double s = 0;
    for (Double v : l) s = s * 0.5 + v * v;
    return s * l.size();
  }

  @Differentiable
  static double sorted(double x, double y, double z) {
    Double[] a = {x * y, Math.sin(z), x - z};
    Arrays.sort(a);
    return a[0] + 2 * a[1] + 3 * a[2];
  }

  @Differentiable
  static double sortedDown(double[] x) {
    Double[] a = new Double[x.length];
    for (int i = 0; i < a.length; i++) a[i] = x[i] * x[i];
    Arrays.sort(a, Collections.reverseOrder());
    double s = 0;
    for (int i = 0; i < a.length; i++) s += i * a[i];
    return s;
  }

  @Differentiable
  static double sortedBySize(double[] x) {
    Double[] a = new Double[x.length];
    Arrays.setAll(a, i -> x[i] * x[i] - x[i]);
    Arrays.sort(a, (p, q) -> Double.compare(Math.abs(q), Math.abs(p)));
    Arrays.sort(a, a.length / 2, a.length);
    double s = 0;
    for (int i = 0; i < a.length; i++) s += i * a[i];
    return s;
  }

  @Differentiable
  static double sortedNullsFirst(double[] x) {
    Double[] a = new Double[x.length + 1];
    for (int i = 0; i < x.length; i++) a[i] = x[i];
    Arrays.sort(a, Comparator.nullsFirst(Comparator.reverseOrder()));
    double s = a[0] == null ? 1 : 2;
    for (int i = 1; i < a.length; i++) s += i * a[i];
    return s;
  }

  @Differentiable
  static double streams(double x, double y, double z) {
    Double[] a = {x * y, Math.sin(z), x - z};
    return Stream.of(a).mapToDouble(v -> v * v).sum() + Arrays.stream(a).map(v -> v * v).reduce(0.0, Double::sum) + Arrays.stream(a, 1, 3).mapToDouble(Double::doubleValue).max().orElse(0);
  }

  @Differentiable
  static double greatest(double x, double y, double z) {
    Double[] a = {x * y, Math.sin(z), x - z};
    return Collections.max(Arrays.asList(a)) - 3 * Collections.min(Arrays.asList(a)) * Collections.max(Arrays.asList(a), Comparator.comparingDouble(Math::abs));
  }

  @Differentiable
  static double toArray(double[] x) {
    List<Double> l = new ArrayList<>();
    for (double v : x) l.add(v * v);
    Double[] a = l.toArray(new Double[0]);
    Double[] b = l.toArray(Double[]::new);
    Double[] c = l.toArray(new Double[l.size()]);
    Double[] d = l.toArray(new Double[x.length + 1]);
    double s = d[x.length] == null ? 1 : 2;
    for (Double v : a) s += v * v;
    Arrays.sort(c);
    return s + b[0] + c[0] * x[0];
  }

  @Differentiable
  static double streamToArray(double[] x) {
    Double[] a = Arrays.stream(x).boxed().map(v -> v * 3).toArray(Double[]::new);
    double s = 0;
    for (Double d : a) s += d * d;
    Double[] c = Stream.of(x[0], s).toArray(n -> new Double[n]);
    return s + c[1];
  }

  @Differentiable
  static double othersToArray(double x, double y) {
    Deque<Double> q = new ArrayDeque<>(List.of(x, y, x * y));
    q.addFirst(y * y);
    Map<String, Double> m = new HashMap<>(Map.of("a", x, "b", x * y));
    Double[] a = q.toArray(new Double[0]);
    Double[] b = m.values().toArray(new Double[0]);
    Double[] c = q.toArray(Double[]::new);
    return a[0] * a[3] + b[0] + 2 * b[1] + c[1];
  }

  @Differentiable
  static double reversed(double[] x) {
    Double[] a = new Double[x.length];
    Arrays.setAll(a, i -> x[i] * x[i]);
    Collections.reverse(Arrays.asList(a));
    Collections.sort(Arrays.asList(a).subList(0, 2));
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i] * i;
    return s;
  }

  @Differentiable
  static double filled(double[] x) {
    Double[] a = new Double[x.length];
    Arrays.fill(a, x[0]);
    a[1] = null;
    Double[] b = Arrays.copyOf(a, 1);
    Double[] c = a.clone();
    double s = 0;
    for (Double v : c) s += v == null ? x[1] : v * v;
    return s + b[0];
  }

  static Double[] squares(Double[] a) {
    Double[] b = new Double[a.length];
    for (int i = 0; i < a.length; i++) b[i] = a[i] * a[i];
    return b;
  }

  static <T extends Comparable<T>> T greatest(T[] all) {
    T best = all[0];
    for (T each : all) if (each.compareTo(best) > 0) best = each;
    return best;
  }

  @Differentiable
  static double handed(double x, double y) {
    Double[] a = squares(new Double[] {x, y, x - y});
    return greatest(a) * greatest(new Double[] {x, 0.5}) + Arrays.asList(squares(a)).get(1);
  }

  @Differentiable
  static double longerCopy(double x, double y, double z) {
    Pt[] a = {new Pt(x, y), new Pt(y, z)};
    Pt[] b = Arrays.copyOf(a, 4);
    b[2] = new Pt(x, z);
    double s = 0;
    for (Pt p : b) s += p != null ? p.x() * p.y() + 1 : 0.5;
    return s;
  }

  @Differentiable
  static double longerRange(double x, double y) {
    Body[] a = {new Body(x), new Body(y)};
    Body[] b = Arrays.copyOfRange(a, 1, 3);
    b[0].m *= x;
    double s = a[1].m;
    for (Body p : b) s += p != null ? p.m * p.m : 0.5;
    return s;
  }

  @Differentiable
  static double longerBoxes(double x, double y) {
    Double[] a = {x, y};
    Double[] b = Arrays.copyOf(a, 3);
    return (b[2] == null ? x : y) * b[1];
  }

  @Differentiable
  static double halves(double x, double y, double z) {
    Pt[] a = {new Pt(x, y), new Pt(y, z), new Pt(z, x)};
    Pt[] b = Arrays.copyOfRange(a, a.length / 2, a.length);
    Pt[] c = Arrays.copyOf(a, a.length / 2);
    return b[0].x() * b[1].y() + c[0].x();
  }

  @Differentiable
  static double bodies(double x, double y) {
    Body[] a = new Body[2];
    a[0] = new Body(x);
    a[1] = new Body(y);
    List<Body> l = Arrays.asList(a);
    double s = 0;
    for (Body b : l) { s += b.m * x; b.m += 1; }
    l.set(0, new Body(s));
    return a[0].m * a[1].m;
  }
}
