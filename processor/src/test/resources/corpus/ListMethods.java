package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Methods of lists that are made in the method, and of {@code Collections}. */
class ListMethods {
  static class Body {
    double m;
    Body(double m) { this.m = m; }
  }

  record Pt(double x, double y) {}

  interface Shape { double area(); }

  record Square(double s) implements Shape {
    @Override public double area() { return s * s; }
  }

  record Circle(double r) implements Shape {
    @Override public double area() { return 3 * r * r; }
  }

  static double total(Iterator<Double> it) {
    double s = 0;
    while (it.hasNext()) {
      double v = it.next();
      s += v * v;
    }
    return s;
  }

  @Differentiable
  static double addAll(double p, double x) { List<Double> l = new ArrayList<>(); l.addAll(List.of(p, x)); l.addAll(Arrays.asList(p * x, x)); double s = 0; for (double d : l) s = s * 0.5 + d * d; return s; }

  @Differentiable
  static double addAllObjects(double p, double x) { List<Pt> a = new ArrayList<>(), b = new ArrayList<>(); a.add(new Pt(p, x)); b.add(new Pt(x, p * p)); b.addAll(a); double s = 0; for (Pt d : b) s = s * 0.5 + d.x() * d.y(); return s; }

  @Differentiable
  static double iterator(double p, double x) { List<Double> l = new ArrayList<>(); l.add(p); l.add(x); double s = 0; Iterator<Double> it = l.iterator(); while (it.hasNext()) { double d = it.next(); s += d * d; } return s; }

  @Differentiable
  static double maxMin(double p, double x) { List<Double> l = new ArrayList<>(); l.add(p); l.add(x); l.add(p * x); return Collections.max(l) * Collections.min(l); }

  @Differentiable
  static double nestedOf(double p, double x) { List<List<Double>> l = List.of(List.of(p, x), List.of(x), List.of(p * x, p, x)); double s = 0; for (List<Double> r : l) for (double d : r) s += d * d; return s; }

  @Differentiable
  static double maxBy(double p, double x) { List<Pt> l = new ArrayList<>(); l.add(new Pt(p, x)); l.add(new Pt(x, p)); Pt m = Collections.max(l, Comparator.comparingDouble(Pt::x)); return m.x() * m.x() * m.y(); }

  @Differentiable
  static double removeIf(double p, double x) { List<Double> l = new ArrayList<>(List.of(p, x, p * x)); l.removeIf(d -> d < 0); double s = 0; for (double d : l) s += d * d; return s; }

  @Differentiable
  static double copyOf(double p, double x) { List<Double> l = List.copyOf(new ArrayList<>(List.of(p, x, p * x))); double s = 0; for (double d : l) s += d * d; return s; }

  @Differentiable
  static double singleton(double p, double x) { List<Double> l = Collections.singletonList(p * x); return l.get(0) * p; }

  @Differentiable
  static double reversed(double p, double x) { List<Double> l = new ArrayList<>(); l.add(p); l.add(x); l.add(p * x); Collections.reverse(l); Collections.swap(l, 0, 1); double s = 0; for (double d : l) s = s * 0.5 + d * d; return s; }

  @Differentiable
  static double swapped(double p, double x) { List<Body> l = new ArrayList<>(); l.add(new Body(p)); l.add(new Body(x)); Collections.swap(l, 0, 1); l.get(0).m *= p; double s = 0; Iterator<Body> it = l.iterator(); while (it.hasNext()) { Body d = it.next(); d.m += p; s = s * 0.5 + d.m * d.m; } return s; }

  @Differentiable
  static double maxBody(double p, double x) { List<Body> l = new ArrayList<>(); l.add(new Body(p)); l.add(new Body(x)); Body b = Collections.max(l, Comparator.comparingDouble(d -> d.m)); b.m *= 3; return l.get(0).m + 2 * l.get(1).m + b.m; }

  @Differentiable
  static double fixedIterator(double p, double x) { double s = 0; for (Iterator<Double> it = List.of(p, x, p * x).iterator(); it.hasNext(); ) s = s * .5 + it.next(); return s; }

  @Differentiable
  static double handed(double p, double x) { List<Double> l = new ArrayList<>(); for (int i = 0; i < 4; i++) l.add(p * i + x); return total(l.iterator()); }

  @Differentiable
  static double modified(double p, double x) { List<Double> l = new ArrayList<>(List.of(p, x)); double s = 0; Iterator<Double> it = l.iterator(); while (it.hasNext()) { double v = it.next(); if (v > 1) l.add(v); s += v; } return s; }

  @Differentiable
  static double addAllSelf(double p, double x) { List<Double> l = new ArrayList<>(List.of(p, x)); l.addAll(l); double s = 0; for (double v : l) s = s * .5 + v * v; return s; }

  @Differentiable
  static double mixed(double p, double x) { List<Shape> l = new ArrayList<>(); List<Circle> c = new ArrayList<>(); c.add(new Circle(x)); l.add(new Square(p)); l.addAll(c); l.addAll(List.of(new Square(p * x), new Circle(p))); l.removeIf(q -> q.area() > 4); Collections.reverse(l); double s = 0; for (Shape q : l) s = s * .5 + q.area(); return s; }

  @Differentiable
  static double minMixed(double p, double x) { List<Shape> l = List.of(new Square(p), new Circle(x), new Square(p * x)); return Collections.min(l, Comparator.comparingDouble(Shape::area)).area(); }

  @Differentiable
  static double contains(double p, double x) { List<Double> l = new ArrayList<>(List.of(p, x)); return l.contains(p) ? p * x * (1 + l.indexOf(x)) : p; }

  @Differentiable
  static double nothingThere(double p, double x) {
    List<Double> l = new ArrayList<>();
    if (x > 0) {
      l.add(p * x);
    }
    try {
      return Collections.max(l);
    } catch (NoSuchElementException e) {
      return p - x;
    }
  }

  @Differentiable
  static double absentElement(double p, double x) {
    List<Double> list = new ArrayList<>();
    list.add(x);
    list.add(null);
    list.add(p);
    list.set(0, x > p ? list.get(0) * p : null);
    double sum = list.size();
    for (Double each : list) {
      sum += each == null ? p : each * x;
    }
    return sum;
  }

  @Differentiable
  static double nullIsUnboxed(double p, double x) {
    List<Double> list = new ArrayList<>(Arrays.asList(p, x));
    list.add(x > p ? x : null);
    try {
      return list.get(1) * list.get(2);
    } catch (NullPointerException e) {
      return list.get(0) * 3;
    }
  }

  @Differentiable static double ofRows(double[] x) { double[][] p = {x.clone(), {1, 2}}; List<double[]> l = List.of(p); p[0] = new double[] {7}; double s = 0; for (double[] r : l) for (double v : r) s = s * 0.5 + v * v; return s; }

  @Differentiable static double ofRowsWithNull(double x) { double[][] p = {{x}, x > 0.5 ? null : new double[] {x * x}}; try { List<double[]> l = List.of(p); return l.get(0)[0] * l.get(1)[0]; } catch (NullPointerException e) { return x * 3; } }

  @Differentiable static double ofGivenRows(double[][] x) { List<double[]> l = List.of(x); double s = 0; for (double[] r : l) s += r.length == 0 ? 1 : r[0] * r[0]; return s; }
  @Differentiable @Inputs("k = -1") @Inputs("k = 0") @Inputs("k = 3") static double capacities(double x, int k) { try { List<Double> l = new ArrayList<>(k); l.add(x); PriorityQueue<Double> q = new PriorityQueue<>(k); q.add(x * x); return q.poll() * l.get(0); } catch (IllegalArgumentException e) { return e.getMessage() == null ? 2 * x : e.getMessage().length() * x; } }
  @Differentiable @Inputs("k = -1") @Inputs("k = 0") @Inputs("k = 2") static double farAdded(double x, int k) { List<Double> l = new ArrayList<>(); l.add(x); try { l.add(k, x * x); } catch (IndexOutOfBoundsException e) { return x * e.getMessage().length(); } return l.get(0) + 3 * l.get(1); }
  @Differentiable @Inputs("k = 1") @Inputs("k = 3") static double lockedByNull(double x, int k) { Object lock = k > 2 ? null : "a"; try { synchronized (lock) { x *= 2; } synchronized (k > 1 ? null : "b") { } return x * x; } catch (NullPointerException e) { return 7 * x; } }
}
