package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Programs whose objects change class, places and numbers from round to round. */
class StatefulPrograms {
  sealed interface Layer permits Dense, Act, Seq {}
  record Dense(double w, double b) implements Layer {}
  enum Fn { TANH, RELU }
  record Act(Fn fn) implements Layer {}
  record Seq(Layer a, Layer b) implements Layer {}
  static double forward(Layer l, double x) { if (l instanceof Dense d) return d.w() * x + d.b(); if (l instanceof Act a) return a.fn() == Fn.TANH ? Math.tanh(x) : Math.max(0, x); Seq s = (Seq) l; return forward(s.b(), forward(s.a(), x)); }
  @Differentiable static double net(double w, double b, double x) { Layer l = new Dense(w, b); for (int i = 0; i < 3; i++) l = new Seq(l, i % 2 == 0 ? new Act(Fn.TANH) : new Dense(b, w)); return forward(l, x); }
  static abstract class State { abstract State next(double x); abstract double energy(); }
  static final class Cold extends State { final double t; Cold(double t) { this.t = t; } State next(double x) { return t + x > 1 ? new Hot(t * x, x) : new Cold(t + x); } double energy() { return t * t; } }
  static final class Hot extends State { final double t, p; Hot(double t, double p) { this.t = t; this.p = p; } State next(double x) { return t < 0.2 ? new Cold(t) : new Hot(t * 0.5, p + x); } double energy() { return Math.exp(t) * p; } }
  @Differentiable static double machine(double[] x) { State s = new Cold(x[0]); double e = 0; for (double v : x) { s = s.next(v); e += s.energy() * v; } return e; }
  static final class Swapper { double v; Swapper(double v) { this.v = v; } }
  @Differentiable static double swap(double[] x) { Swapper[] a = new Swapper[3]; for (int i = 0; i < 3; i++) a[i] = new Swapper(x[i % x.length] * (i + 1)); for (int i = 0; i < 2; i++) { if (a[i].v > a[i + 1].v) { Swapper t = a[i]; a[i] = a[i + 1]; a[i + 1] = t; } a[i].v *= a[2].v; } return a[0].v + 2 * a[1].v + 3 * a[2].v * a[0].v; }
  @Differentiable static double capture(double[] x) { List<DoubleUnaryOperator> fs = new ArrayList<>(); double[] acc = {1}; for (int i = 0; i < x.length; i++) { int k = i; fs.add(v -> { acc[0] += v * x[k]; return acc[0] * k; }); } double s = 0; for (DoubleUnaryOperator f : fs) s += f.applyAsDouble(s + 1); return s * acc[0]; }
  static final class Builder { private double a = 1; private final List<Double> terms = new ArrayList<>(); Builder scale(double s) { a *= s; return this; } Builder term(double t) { terms.add(t * a); return this; } double build() { double s = 0; for (double t : terms) s = s * a + t; return s; } }
  @Differentiable static double built(double x, double y) { return new Builder().term(x).scale(y).term(x * x).scale(2).term(y).build(); }
  static final class Fib implements Iterable<Double> { final double a, b; final int n; Fib(double a, double b, int n) { this.a = a; this.b = b; this.n = n; } public Iterator<Double> iterator() { return new Iterator<>() { double p = a, q = b; int i = 0; public boolean hasNext() { return i < n; } public Double next() { double r = p; p = q; q = r * 0.5 + q; i++; return r; } }; } }
  @Differentiable static double iterated(double x, double y) { double s = 0; for (double v : new Fib(x, y, 6)) { if (v < 0) continue; s += v * v; } return s; }
  interface View { double get(int i, int j); int n(); default View t() { View me = this; return new View() { public double get(int i, int j) { return me.get(j, i); } public int n() { return me.n(); } }; } default View times(View o) { View me = this; double[][] r = new double[n()][n()]; for (int i = 0; i < n(); i++) for (int j = 0; j < n(); j++) for (int k = 0; k < n(); k++) r[i][j] += me.get(i, k) * o.get(k, j); return of(r); } static View of(double[][] a) { return new View() { public double get(int i, int j) { return a[i][j]; } public int n() { return a.length; } }; } }
  @Differentiable static double views(double x, double y) { View a = View.of(new double[][] {{x, 1}, {y, x * y}}); View p = a.times(a.t()).t().times(a); return p.get(0, 1) + 2 * p.get(1, 0) - p.t().get(1, 1); }
  interface Visitor<R> { R num(double v); R add(Node a, Node b); R mul(Node a, Node b); }
  interface Node { <R> R accept(Visitor<R> v); }
  static final class Num implements Node { final double v; Num(double v) { this.v = v; } public <R> R accept(Visitor<R> x) { return x.num(v); } }
  static final class Add implements Node { final Node a, b; Add(Node a, Node b) { this.a = a; this.b = b; } public <R> R accept(Visitor<R> x) { return x.add(a, b); } }
  static final class Mul implements Node { final Node a, b; Mul(Node a, Node b) { this.a = a; this.b = b; } public <R> R accept(Visitor<R> x) { return x.mul(a, b); } }
  static final class Eval implements Visitor<Double> { public Double num(double v) { return v; } public Double add(Node a, Node b) { return a.accept(this) + b.accept(this); } public Double mul(Node a, Node b) { return a.accept(this) * b.accept(this); } }
  @Differentiable static double visited(double x, double y) { return new Add(new Mul(new Num(x), new Num(y)), new Mul(new Num(x), new Num(x))).accept(new Eval()); }
  static final class Bad extends RuntimeException { private static final long serialVersionUID = 1; final int at; Bad(int at) { this.at = at; } }
  static double risky(double[] x, double[] out) { double s = 0; for (int i = 0; i < x.length; i++) { out[i] = x[i] * x[i]; s += out[i]; if (s > 1) throw new Bad(i); } return s; }
  @Differentiable static double halfway(double[] x) { double[] out = new double[x.length]; double s; try { s = risky(x, out); } catch (Bad e) { s = out[e.at] * e.at; } finally { out[0] *= 2; } return s * out[0]; }
  @Differentiable static double loss(double[] p, double[] y) { Integer[] order = new Integer[p.length]; for (int i = 0; i < order.length; i++) order[i] = i; Arrays.sort(order, (a, b) -> Double.compare(p[a], p[b])); double s = 0; for (int r = 0; r < order.length; r++) s += p[order[r]] * (r + 1) * y[order[r] % y.length]; return s; }
  static final class Cache { private final Map<Integer, Double> known = new HashMap<>(); final double x; Cache(double x) { this.x = x; } double at(int n) { return known.computeIfAbsent(n, k -> Math.pow(x, k)); } }
  @Differentiable static double cache(double x) { Cache c = new Cache(x); double s = 0; for (int i = 0; i < 6; i++) s += c.at(i % 3) * c.at(i); return s; }
}
