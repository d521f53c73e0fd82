package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** Methods that call themselves with lists that they make: sorting by parts, subsets. */
class RecursiveLists {
  static List<Double> qs(List<Double> l) {
    if (l.size() <= 1) return l;
    double p = l.get(0);
    List<Double> a = new ArrayList<>(), b = new ArrayList<>();
    for (int i = 1; i < l.size(); i++) if (l.get(i) < p) a.add(l.get(i)); else b.add(l.get(i));
    List<Double> r = new ArrayList<>(); r.addAll(qs(a)); r.add(p); r.addAll(qs(b));
    return r;
  }

  @Differentiable static double quick2(double[] x) { List<Double> l = new ArrayList<>(); for (double v : x) l.add(v * v); double s = 0; int i = 1; for (double v : qs(l)) s += v * i++; return s; }
  static List<Double> down(double x, int n) { if (n == 0) return new ArrayList<>(); List<Double> r = new ArrayList<>(down(x * x, n - 1)); r.add(x); return r; }

  @Differentiable static double copyOfRecursive(double x) { double s = 0; int k = 1; for (double v : down(x, 3)) s += v * k++; return s; }
  static List<Double> qs1(List<Double> l) { if (l.size() <= 1) return l; List<Double> a = new ArrayList<>(); for (int i = 1; i < l.size(); i++) a.add(l.get(i)); return qs1(a); }

  @Differentiable static double rest(double[] x) { List<Double> l = new ArrayList<>(); for (double v : x) l.add(v * v); return qs1(l).get(0) * x[0]; }
  static <T extends Comparable<T>> List<T> msort(List<T> l) { if (l.size() < 2) return new ArrayList<>(l); List<T> a = new ArrayList<>(), b = new ArrayList<>(); for (int i = 0; i < l.size(); i++) (i < l.size() / 2 ? a : b).add(l.get(i)); a = msort(a); b = msort(b); List<T> r = new ArrayList<>(); int i = 0, j = 0; while (i < a.size() || j < b.size()) if (j >= b.size() || i < a.size() && a.get(i).compareTo(b.get(j)) <= 0) r.add(a.get(i++)); else r.add(b.get(j++)); return r; }

  @Differentiable static double merged(double[] x) { List<Double> l = new ArrayList<>(); for (double v : x) l.add(v * x[0]); double s = 0; int k = 1; for (double v : msort(l)) s += v * v * k++; return s; }
  static final class Cell { double v; Cell(double v) { this.v = v; } }
  static List<Cell> qsc(List<Cell> l) { if (l.size() < 2) return l; Cell p = l.remove(0); List<Cell> a = new ArrayList<>(), b = new ArrayList<>(); for (Cell c : l) if (c.v < p.v) a.add(c); else b.add(c); List<Cell> r = new ArrayList<>(qsc(a)); r.add(p); r.addAll(qsc(b)); return r; }

  @Differentiable static double cells(double[] x) { List<Cell> l = new ArrayList<>(); for (double v : x) l.add(new Cell(v * v)); List<Cell> r = qsc(l); r.get(0).v *= 2; double s = 0; for (Cell c : r) s = s * 0.5 + c.v; return s; }
  static List<List<Double>> subsets(List<Double> l, int i) { if (i == l.size()) { List<List<Double>> r = new ArrayList<>(); r.add(new ArrayList<>()); return r; } List<List<Double>> r = subsets(l, i + 1), all = new ArrayList<>(r); for (List<Double> s : r) { List<Double> t = new ArrayList<>(s); t.add(l.get(i)); all.add(t); } return all; }

  @Differentiable static double allSubsets(double[] x) { List<Double> l = new ArrayList<>(); for (double v : x) l.add(v); double s = 0; for (List<Double> t : subsets(l, 0)) { double p = 1; for (double v : t) p *= v; s += p; } return s; }
  interface Tree {}
  record Leaf(double v) implements Tree {}
  record Many(List<Tree> kids) implements Tree {}
  static Tree doubled(Tree t) { if (t instanceof Leaf l) return new Leaf(2 * l.v()); List<Tree> r = new ArrayList<>(); for (Tree c : ((Many) t).kids()) r.add(doubled(c)); return new Many(r); }
  static double sum(Tree t) { if (t instanceof Leaf l) return l.v(); double s = 0; for (Tree c : ((Many) t).kids()) s = s * 0.5 + sum(c); return s; }

  @Differentiable static double rebuilt(double x) { return sum(doubled(new Many(List.of(new Leaf(x), new Many(List.of(new Leaf(x * x), new Leaf(3)))))));  }

  @Differentiable static double whileItGrows(double x) { List<Tree> all = new ArrayList<>(); all.add(new Leaf(x)); all.add(new Leaf(x * x)); Many m = new Many(x > 0 ? all : List.<Tree>of(new Leaf(x))); double s = 0; try { for (Tree t : m.kids()) { s += sum(t); if (x > 0.5) all.add(t); } } catch (java.util.ConcurrentModificationException e) { s *= s; } return s * x; }
}
