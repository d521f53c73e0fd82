package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Dispatch that changes, accumulators, builders, iterators, views, visitors, layers, trees, and what throws half-way. */
class EverydayObjects {
  interface Shape { double area(double s); default Shape scaled(double k) { return s -> area(s * k); } }
  static final class Sq implements Shape { double a; int n; Sq(double a) { this.a = a; } public double area(double s) { n++; return a * a * s * n; } }
  static final class Ci implements Shape { final double r; Ci(double r) { this.r = r; } public double area(double s) { return Math.PI * r * r * s; } public Shape scaled(double k) { return new Ci(r * k); } }
  enum Mode { LIN { double f(double x) { return x; } }, SQ { double f(double x) { return x * x; } }, EXP { double f(double x) { return Math.exp(x); } }; abstract double f(double x); Mode next() { return values()[(ordinal() + 1) % 3]; } }

  @Differentiable static double dispatch1(double x, double y) { Shape s = new Sq(x); double t = 0; for (int i = 0; i < 6; i++) { t += s.area(y); s = i % 3 == 0 ? new Ci(t * 0.1) : i % 3 == 1 ? s.scaled(2) : new Sq(y); } return t; }

  @Differentiable static double dispatch2(double[] x) { Mode m = Mode.LIN; double s = 0; for (double v : x) { s += m.f(v * 0.1); if (v > 0) m = m.next(); } return s; }
  static final class Acc { double s, c; int n; Acc add(double v) { double y = v - c; double t = s + y; c = (t - s) - y; s = t; n++; return this; } double mean() { return s / n; } }

  @Differentiable static double accBranches(double[] x) { Acc pos = new Acc(), neg = new Acc(), cur; for (double v : x) { cur = v > 0 ? pos : neg; cur.add(v * v); if (cur == neg) pos.add(1); } return pos.mean() + (neg.n > 0 ? neg.mean() * 3 : 0); }
  static final class Body { double m, p, v; Body(double m, double p, double v) { this.m = m; this.p = p; this.v = v; } void kick(double f) { v += f / m; } void drift(double h) { p += v * h; } }

  @Differentiable static double swap(double[] x) { Body[] b = new Body[3]; for (int i = 0; i < 3; i++) b[i] = new Body(1 + x[i] * x[i], x[i], 0); for (int k = 0; k < 4; k++) { for (Body q : b) q.kick(Math.sin(q.p) * b[0].m); Body t = b[k % 3]; b[k % 3] = b[(k + 1) % 3]; b[(k + 1) % 3] = t; for (Body q : b) q.drift(0.1 * (k + 1)); } return b[0].p * b[1].v + b[2].m; }

  @Differentiable static double capture(double[] x) { double[] out = new double[3]; Runnable[] rs = new Runnable[3]; for (int i = 0; i < 3; i++) { int k = i; double w = x[i]; rs[i] = () -> out[k] += w * w * (k + 1) + out[(k + 1) % 3]; } for (int r = 0; r < 2; r++) for (Runnable q : rs) q.run(); return out[0] * out[1] + out[2]; }
  static final class Builder { private double a = 1, b; private final List<Double> ws = new ArrayList<>(); private DoubleUnaryOperator f = v -> v; Builder a(double v) { a = v; return this; } Builder b(double v) { b = v; return this; } Builder w(double v) { ws.add(v); return this; } Builder f(DoubleUnaryOperator g) { DoubleUnaryOperator h = f; f = v -> g.applyAsDouble(h.applyAsDouble(v)); return this; } Model build() { double[] w = new double[ws.size()]; for (int i = 0; i < w.length; i++) w[i] = ws.get(i); return new Model(a, b, w, f); } }
  record Model(double a, double b, double[] w, DoubleUnaryOperator f) { double at(double x) { double s = b; for (double v : w) s = s * x + v; return f.applyAsDouble(a * s); } }

  @Differentiable static double builder(double x, double y) { return new Builder().a(x).w(y).w(x * y).b(2).f(v -> v * y).f(Math::sin).w(3).build().at(x); }
  static final class Range implements Iterable<Double> { final double from, step; final int n; Range(double f, double s, int n) { from = f; step = s; this.n = n; } public Iterator<Double> iterator() { return new Iterator<>() { int i; double cur = from; public boolean hasNext() { return i < n; } public Double next() { double c = cur; cur = cur * step; i++; return c; } }; } }

  @Differentiable static double iter(double x, double y) { double s = 0; for (double a : new Range(x, y, 4)) for (double b : new Range(y, x, 3)) s += a * b * b; return s; }
  static final class Mat { final double[] d; final int off, rs, cs, r, c; Mat(int r, int c) { this(new double[r * c], 0, c, 1, r, c); } Mat(double[] d, int off, int rs, int cs, int r, int c) { this.d = d; this.off = off; this.rs = rs; this.cs = cs; this.r = r; this.c = c; } double get(int i, int j) { return d[off + i * rs + j * cs]; } void set(int i, int j, double v) { d[off + i * rs + j * cs] = v; } Mat t() { return new Mat(d, off, cs, rs, c, r); } Mat row(int i) { return new Mat(d, off + i * rs, rs, cs, 1, c); } Mat sub(int i, int j, int h, int w) { return new Mat(d, off + i * rs + j * cs, rs, cs, h, w); } Mat times(Mat o) { Mat m = new Mat(r, o.c); for (int i = 0; i < r; i++) for (int j = 0; j < o.c; j++) { double s = 0; for (int k = 0; k < c; k++) s += get(i, k) * o.get(k, j); m.set(i, j, s); } return m; } void scale(double k) { for (int i = 0; i < r; i++) for (int j = 0; j < c; j++) set(i, j, get(i, j) * k); } double sum() { double s = 0; for (int i = 0; i < r; i++) for (int j = 0; j < c; j++) s += get(i, j) * (i + 2 * j + 1); return s; } }

  @Differentiable static double views(double[] x) { Mat m = new Mat(2, 2); for (int i = 0; i < 4; i++) m.set(i / 2, i % 2, x[i % x.length] + i); m.t().row(0).scale(x[0]); m.sub(0, 1, 2, 1).scale(x[1]); Mat p = m.times(m.t()); p.row(1).scale(2); return p.sum() + m.sum(); }
  interface Visitor<R> { R num(double v); R add(Expr a, Expr b); R mul(Expr a, Expr b); }
  interface Expr { <R> R accept(Visitor<R> v); }
  static final class Num implements Expr { final double v; Num(double v) { this.v = v; } public <R> R accept(Visitor<R> w) { return w.num(v); } }
  static final class Add implements Expr { final Expr a, b; Add(Expr a, Expr b) { this.a = a; this.b = b; } public <R> R accept(Visitor<R> w) { return w.add(a, b); } }
  static final class Mul implements Expr { final Expr a, b; Mul(Expr a, Expr b) { this.a = a; this.b = b; } public <R> R accept(Visitor<R> w) { return w.mul(a, b); } }
  static final class Eval implements Visitor<Double> { int ops; public Double num(double v) { return v; } public Double add(Expr a, Expr b) { ops++; return a.accept(this) + b.accept(this); } public Double mul(Expr a, Expr b) { ops++; return a.accept(this) * b.accept(this); } }
  static final class Depth implements Visitor<Integer> { public Integer num(double v) { return 1; } public Integer add(Expr a, Expr b) { return 1 + Math.max(a.accept(this), b.accept(this)); } public Integer mul(Expr a, Expr b) { return 1 + Math.max(a.accept(this), b.accept(this)); } }
  static Expr build(double x, double y, int n) { return n == 0 ? new Num(x) : n % 2 == 0 ? new Add(build(x, y, n - 1), new Num(y)) : new Mul(build(x * y, y, n - 1), new Num(x)); }

  @Differentiable static double visitor(double x, double y) { Expr e = build(x, y, 4); Eval ev = new Eval(); return e.accept(ev) * ev.ops + e.accept(new Depth()) * x; }
  interface Layer { double[] fwd(double[] x); default double reg() { return 0; } }
  static final class Dense implements Layer { final double[][] w; final double[] b; Dense(double[] p, int off, int in, int out) { w = new double[out][in]; b = new double[out]; for (int i = 0; i < out; i++) { for (int j = 0; j < in; j++) w[i][j] = p[(off + i * in + j) % p.length]; b[i] = p[(off + i) % p.length] * 0.1; } } public double[] fwd(double[] x) { double[] y = b.clone(); for (int i = 0; i < y.length; i++) for (int j = 0; j < x.length; j++) y[i] += w[i][j] * x[j]; return y; } public double reg() { double s = 0; for (double[] r : w) for (double v : r) s += v * v; return s; } }
  static final class Act implements Layer { final DoubleUnaryOperator f; Act(DoubleUnaryOperator f) { this.f = f; } public double[] fwd(double[] x) { return Arrays.stream(x).map(f).toArray(); } }
  static final class Drop implements Layer { int n; public double[] fwd(double[] x) { double[] y = x.clone(); y[n++ % y.length] *= 0.5; return y; } }
  static final class Seq2 implements Layer { final List<Layer> ls = new ArrayList<>(); Seq2 add(Layer l) { ls.add(l); return this; } public double[] fwd(double[] x) { for (Layer l : ls) x = l.fwd(x); return x; } public double reg() { return ls.stream().mapToDouble(Layer::reg).sum(); } }

  @Differentiable static double net(double[] p) { Layer n = new Seq2().add(new Dense(p, 0, 2, 3)).add(new Act(Math::tanh)).add(new Drop()).add(new Seq2().add(new Dense(p, 1, 3, 2)).add(new Act(v -> v / (1 + Math.abs(v))))); double s = 0; for (int k = 0; k < 3; k++) { double[] o = n.fwd(new double[] {k, 1 - k * p[0]}); s += o[0] * o[0] + o[1]; } return s + 0.01 * n.reg(); }
  sealed interface T permits Lf, Nd { }
  record Lf(double v) implements T { }
  record Nd(T l, T r, double w) implements T { }
  static T grow(double x, int n) { return n == 0 ? new Lf(x) : new Nd(grow(x * 0.9, n - 1), grow(x + 0.1 * n, n - 1), x); }
  static double val(T t) { if (t instanceof Lf l) return l.v() * l.v(); Nd n = (Nd) t; return n.w() * val(n.l()) + Math.sin(val(n.r())); }
  static T map(T t, DoubleUnaryOperator f) { return t instanceof Lf l ? new Lf(f.applyAsDouble(l.v())) : t instanceof Nd n ? new Nd(map(n.l(), f), map(n.r(), f), f.applyAsDouble(n.w())) : null; }

  @Differentiable static double tree(double x, double y) { T t = grow(x, 3); return val(map(t, v -> v * y)) + val(t); }
  static double safe(double x) { if (x < 0.4) throw new IllegalArgumentException("small"); return Math.log(x); }

  @Differentiable static double half(double[] x) { double s = 0; Acc a = new Acc(); for (double v : x) { try { a.add(v); s += safe(v) * a.s; a.add(s); } catch (IllegalArgumentException e) { s -= v * a.s; a.c += 0.5 * v; } finally { a.n++; } } return s + a.mean(); }

  @Differentiable static double sortLoss(double[] x) { double[] r = new double[x.length]; for (int i = 0; i < r.length; i++) r[i] = Math.abs(x[i] - x[0] * 0.5); Integer[] idx = {0, 1, 2}; double[] q = Arrays.copyOf(r, 3); Arrays.sort(idx, (i, j) -> Double.compare(q[j], q[i])); double s = 0; for (int i = 0; i < 3; i++) s += q[idx[i]] / (i + 1); Arrays.sort(r); return s + r[r.length / 2]; }

  @Differentiable static double streams(double[] x) { return IntStream.range(0, x.length).mapToDouble(i -> IntStream.range(0, i + 1).mapToDouble(j -> x[i] * x[j] * DoubleStream.of(x).limit(j + 1).map(v -> v * v).sum()).max().orElse(0)).sum(); }

  @Differentiable static double streams2(double[] x) { List<double[]> rows = new ArrayList<>(); for (int i = 0; i < 3; i++) rows.add(new double[] {x[i % x.length] * i, x[0]}); return rows.stream().filter(r -> r[1] > -9).mapToDouble(r -> Arrays.stream(r).map(Math::exp).sum()).map(Math::log).sum(); }
}
