package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;

/** Lists that may be null before, or are one of two, and are given to the library. */
class PerhapsLists {
  static List<Double> perhaps(double x, boolean isThere) {
    List<Double> list = null;
    if (isThere) {
      list = new ArrayList<>();
      list.add(x * x);
      list.add(x);
    }
    return list;
  }

  @Differentiable
  static double sorted(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    if (c != null) Collections.sort(c);
    return c == null ? x : c.get(0) * 2 + c.get(1);
  }

  @Differentiable
  static double greatest(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    return c == null ? x : Collections.max(c);
  }

  @Differentiable
  static double reversed(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    if (c != null) Collections.reverse(c);
    return c == null ? x : c.get(0) * 2 + c.get(1);
  }

  @Differentiable
  static double copied(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    List<Double> d = c == null ? new ArrayList<>() : new ArrayList<>(c);
    d.add(x);
    return d.get(0) * d.size();
  }

  @Differentiable
  static double streamed(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    return c == null ? x : c.stream().mapToDouble(v -> v * v).sum();
  }

  @Differentiable
  static double eitherSorted(double x, int k) {
    List<Double> p = new ArrayList<>(List.of(x, 1.0)), q = new ArrayList<>(List.of(2.0, x));
    Collections.sort(k > 0 ? p : q);
    return p.get(0) * 3 + q.get(0) + p.get(1);
  }

  @Differentiable
  static double linked(double x, int k) {
    List<Double> p = new LinkedList<>();
    p.add(x);
    p.add(1.0);
    p.add(x * x);
    Collections.sort(p);
    return p.get(0) * 3 + p.get(1) + Collections.max(p);
  }

  @Differentiable
  static double eitherOne(double x, int k) {
    List<Double> p = new ArrayList<>(List.of(x, 1.0)), q = new ArrayList<>(List.of(2.0, x));
    return (k > 0 ? p : q).stream().mapToDouble(v -> v * v).sum() + new ArrayList<>(k > 1 ? p : q).get(0) + Collections.max(k > 0 ? p : q);
  }

  @Differentiable
  static double added(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    List<Double> d = new ArrayList<>();
    d.add(x);
    if (c != null) d.addAll(c);
    return d.get(d.size() - 1) * x;
  }

  @Differentiable
  static double copiedWithoutNull(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    return (c == null ? List.<Double>of(x) : List.copyOf(c)).get(0) * x;
  }

  @Differentiable
  static double shown(double x, int k) {
    List<Double> c = perhaps(x, k > 0);
    return (c == null ? List.<Double>of(x) : Collections.unmodifiableList(c)).get(0) * x;
  }
}
