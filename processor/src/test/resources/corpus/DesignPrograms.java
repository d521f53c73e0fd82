package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Programs as they come to hand: views, visitors, iterators, builders, templates, states, particles. */
class DesignPrograms {
  // matrix with views
  interface Mat { int rows(); int cols(); double at(int i, int j); default Mat t() { return new T(this); } default Mat sub(int r, int c, int n, int m) { return new View(this, r, c, n, m); }
    default double trace() { double s = 0; for (int i = 0; i < Math.min(rows(), cols()); i++) s += at(i, i); return s; }
    default Mat times(Mat o) { double[] d = new double[rows() * o.cols()]; for (int i = 0; i < rows(); i++) for (int j = 0; j < o.cols(); j++) { double s = 0; for (int k = 0; k < cols(); k++) s += at(i, k) * o.at(k, j); d[i * o.cols() + j] = s; } return new Flat(d, rows(), o.cols()); } }
  static class Flat implements Mat { final double[] d; final int n, m; Flat(double[] d, int n, int m) { this.d = d; this.n = n; this.m = m; } public int rows() { return n; } public int cols() { return m; } public double at(int i, int j) { return d[i * m + j]; } void set(int i, int j, double v) { d[i * m + j] = v; } }
  static class T implements Mat { final Mat a; T(Mat a) { this.a = a; } public int rows() { return a.cols(); } public int cols() { return a.rows(); } public double at(int i, int j) { return a.at(j, i); } @Override public Mat t() { return a; } }
  static class View implements Mat { final Mat a; final int r, c, n, m; View(Mat a, int r, int c, int n, int m) { this.a = a; this.r = r; this.c = c; this.n = n; this.m = m; } public int rows() { return n; } public int cols() { return m; } public double at(int i, int j) { return a.at(r + i, c + j); } }
  @Differentiable @Inputs("x = {0.3, -1.1, 0.8, 2.1, -0.6, 0.1, -0.2, 0.5, 0.9}") static double views(double[] x) { Flat a = new Flat(x.clone(), 3, 3); Mat b = a.t().sub(0, 1, 2, 2); double before = b.times(b.t()).trace(); a.set(1, 1, a.at(0, 2) * 2); return before + b.times(b.t()).trace() * a.t().t().at(1, 1); }
  // visitor
  interface Visitor<R> { R num(double v); R add(Expr a, Expr b); R mul(Expr a, Expr b); R var(); }
  interface Expr { <R> R accept(Visitor<R> v); }
  static class Num implements Expr { final double v; Num(double v) { this.v = v; } public <R> R accept(Visitor<R> vis) { return vis.num(v); } }
  static class Var implements Expr { public <R> R accept(Visitor<R> vis) { return vis.var(); } }
  static class Add implements Expr { final Expr a, b; Add(Expr a, Expr b) { this.a = a; this.b = b; } public <R> R accept(Visitor<R> vis) { return vis.add(a, b); } }
  static class Mul implements Expr { final Expr a, b; Mul(Expr a, Expr b) { this.a = a; this.b = b; } public <R> R accept(Visitor<R> vis) { return vis.mul(a, b); } }
  static class Eval implements Visitor<Double> { final double x; Eval(double x) { this.x = x; } public Double num(double v) { return v; } public Double var() { return x; } public Double add(Expr a, Expr b) { return a.accept(this) + b.accept(this); } public Double mul(Expr a, Expr b) { return a.accept(this) * b.accept(this); } }
  @Differentiable static double visited(double x, double c) { Expr e = new Add(new Mul(new Var(), new Var()), new Mul(new Num(c), new Add(new Var(), new Num(2)))); return e.accept(new Eval(x)); }
  static class Grid implements Iterable<Double> { final double from, step; final int n; Grid(double from, double step, int n) { this.from = from; this.step = step; this.n = n; }
    public Iterator<Double> iterator() { return new Iterator<>() { int i = 0; double at = from; public boolean hasNext() { return i < n; } public Double next() { double r = at; at += step * (1 + 0.1 * i); i++; return r; } }; } }
  @Differentiable static double iterated(double a, double h) { double s = 0; for (double v : new Grid(a, h, 4)) s += v * v; Iterator<Double> it = new Grid(h, a, 3).iterator(); while (it.hasNext()) s *= 1 + 0.1 * Math.sin(it.next()); return s; }
  // builder
  static class Model { final double a, b, c; final int order; private Model(Builder q) { a = q.a; b = q.b; c = q.c; order = q.order; } static Builder builder() { return new Builder(); } double f(double x) { double p = 1, s = 0; for (int i = 0; i <= order; i++) { s += p * (i == 0 ? a : i == 1 ? b : c); p *= x; } return s; }
    static class Builder { private double a = 1, b, c; private int order = 1; Builder a(double v) { a = v; return this; } Builder b(double v) { b = v; return this; } Builder c(double v) { c = v; order = 2; return this; } Model build() { if (order > 2) throw new IllegalStateException("order " + order); return new Model(this); } } }
  @Differentiable static double built(double x, double y) { Model.Builder q = Model.builder().a(x).b(x * y); if (y > 0) q = q.c(y); return q.build().f(x) * Model.builder().build().f(y); }
  // exceptions half-way
  static class Bad extends Exception { private static final long serialVersionUID = 1; final double at; Bad(String m, double at) { super(m); this.at = at; } }
  static double step(double x, double[] acc) throws Bad { acc[0] += x; if (x > 1) throw new Bad("too big", 3); acc[0] *= x; return acc[0]; }
  @Differentiable @Inputs("x = {0.7, -0.4, 1.3, 0.2}") static double halfway(double[] x) { double[] acc = {0.5}; double s = 0; for (double v : x) { try { s += step(v, acc); } catch (Bad e) { s -= acc[0] * e.at; } finally { acc[0] += 0.1 * v; } } return s * acc[0]; }
  // sorting in a loss
  @Differentiable @Inputs("x = {0.3, -1.1, 0.8, 2.1, -0.6}; y = {0.3, -1.1, 0.8, 2.1, -0.6}; w = 1.3") static double trimmed(double[] x, double[] y, double w) { double[] r = new double[x.length]; for (int i = 0; i < r.length; i++) r[i] = Math.pow(y[i] - w * x[i], 2); Arrays.sort(r); double s = 0; for (int i = 1; i < r.length - 1; i++) s += r[i]; return s / (r.length - 2); }

  sealed interface Tree permits Leaf, Node {}
  record Leaf(double v) implements Tree {}
  record Node(Tree l, Tree r, double w) implements Tree {}
  static double fold(Tree t, double x) { if (t instanceof Leaf f) return f.v() * x; Node n = (Node) t; return n.w() * fold(n.l(), x) + fold(n.r(), x * 0.5); }
  static Tree make(int d, double v) { return d == 0 ? new Leaf(v) : new Node(make(d - 1, v * 0.5), make(d - 1, v + 1), v); }
  @Differentiable static double tree(double x, double v, int d) { return fold(make(Math.floorMod(d, 4), v), x); }
  enum Op implements DoubleBinaryOperator { PLUS { public double applyAsDouble(double a, double b) { return a + b; } }, TIMES { public double applyAsDouble(double a, double b) { return a * b; } }; abstract public double applyAsDouble(double a, double b); }
  @Differentiable @Inputs("x = {0.7, -0.4, 1.3, 0.2}") static double ops(double[] x) { double r = x[0]; Op op = Op.PLUS; for (double v : x) { r = op.applyAsDouble(r, v); op = op == Op.PLUS ? Op.TIMES : Op.PLUS; } return r; }
  static DoubleUnaryOperator compose(List<DoubleUnaryOperator> fs) { DoubleUnaryOperator r = DoubleUnaryOperator.identity(); for (DoubleUnaryOperator f : fs) r = r.andThen(f); return r; }
  @Differentiable static double composed(double x, double y) { List<DoubleUnaryOperator> l = List.of(Math::sin, v -> v * y, v -> Math.exp(-v)); double r = x; for (DoubleUnaryOperator f : l) r = f.applyAsDouble(r); return r; }
  static double newton(DoubleUnaryOperator f, DoubleUnaryOperator df, double x0) { double x = x0; for (int i = 0; i < 50; i++) { double d = f.applyAsDouble(x) / df.applyAsDouble(x); x -= d; if (Math.abs(d) < 1e-12) break; } return x; }
  @Differentiable @Inputs("a = 1.3") static double solved(double a) { return newton(x -> x * x * x - a, x -> 3 * x * x, 1.5); }
  static class Cell { double val; Cell next; Cell(double v, Cell n) { val = v; next = n; } }
  @Differentiable @Inputs("x = {0.7, -0.4, 1.3, 0.2}") static double reversed(double[] x) { Cell head = null; for (double v : x) head = new Cell(v * v, head); Cell prev = null; while (head != null) { Cell n = head.next; head.next = prev; prev = head; head = n; } double s = 0, w = 1; for (Cell n = prev; n != null; n = n.next) { s += w * n.val; w *= 0.5; n.val = s; } return s * prev.val; }
  static class Particle { double x, v; double m; Particle(double x, double v, double m) { this.x = x; this.v = v; this.m = m; } double force(Particle o) { double d = o.x - x; return m * o.m * d / (1 + Math.abs(d * d * d)); } void push(double f, double dt) { v += f / m * dt; x += v * dt; } }
  @Differentiable @Inputs("x0 = {0.4, -1.2, 0.9}; mass = 1.3") static double nbody(double[] x0, double mass) { Particle[] ps = new Particle[x0.length]; for (int i = 0; i < ps.length; i++) ps[i] = new Particle(x0[i], 0, mass * (i + 1)); for (int t = 0; t < 4; t++) { for (Particle p : ps) { double f = 0; for (Particle q : ps) if (q != p) f += p.force(q); p.push(f, 0.1); } if (ps[0].x > ps[1].x) { Particle q = ps[0]; ps[0] = ps[1]; ps[1] = q; } } double e = 0; for (Particle p : ps) e += p.m * p.v * p.v + p.x; return e; }
  record Pt(double x, double y) { Pt plus(Pt o) { return new Pt(x + o.x, y + o.y); } double norm() { return Math.hypot(x, y); } static Pt polar(double r, double t) { return new Pt(r * Math.cos(t), r * Math.sin(t)); } }
  @Differentiable @Inputs("len = {0.4, -1.2, 0.9}; ang = {0.4, -1.2, 0.9}") static double arm(double[] len, double[] ang) { return IntStream.range(0, 3).mapToObj(i -> Pt.polar(len[i], ang[i])).reduce(new Pt(0, 0), Pt::plus).norm(); }
  @Differentiable @Inputs("x = {0.7, -0.4, 1.3, 0.2}") static double pairs(double[] x) { return IntStream.range(0, 4).mapToDouble(i -> IntStream.range(0, 4).filter(j -> j != i).mapToDouble(j -> Math.abs(x[i] - x[j])).min().orElse(0)).sum(); }
  static abstract class Template { double run(double x) { double s = before(x); for (int i = 0; i < times(); i++) s = body(s, i); return after(s); } double before(double x) { return x; } abstract double body(double s, int i); int times() { return 3; } double after(double s) { return s; } }
  @Differentiable static double template(double x, double k) { Template a = new Template() { double seen; double body(double s, int i) { seen += s; return s * k + i; } @Override double after(double s) { return s * seen; } }; Template b = new Template() { double body(double s, int i) { return a.run(s) * 0.01; } @Override int times() { return 2; } }; return b.run(x); }
  static <T> double sumBy(Collection<? extends T> c, ToDoubleFunction<? super T> f) { double s = 0; for (T t : c) s += f.applyAsDouble(t); return s; }
  @Differentiable static double generic(double x) { return sumBy(List.of(new Pt(x, 1), new Pt(2, x)), Pt::norm) + sumBy(List.of(x, x * x), v -> v * 3); }
  @Differentiable @Inputs("x = {0.7, -0.4, 1.3, 0.2}") static double ragged(double[] x) { double[][] t = new double[4][]; for (int i = 0; i < 4; i++) { t[i] = Arrays.copyOf(x, i + 1); t[i][i] *= 2; } double s = 0; for (double[] r : t) s += Arrays.stream(r).map(v -> v * v).sum(); return s; }
  @Differentiable static double supplier(double x) { Supplier<Pt> s = () -> new Pt(x, x * x); BiFunction<Pt, Double, Double> f = (p, k) -> p.x() * k + p.y(); Function<Double, Function<Double, Double>> curried = a -> b -> a * b + x; return f.apply(s.get(), 3.0) + curried.apply(x).apply(2.0); }
  // state machine: class changes from round to round
  interface State { State next(double[] acc, double x); }
  static class Heating implements State {
    final double rate; Heating(double rate) { this.rate = rate; }
    public State next(double[] acc, double x) { acc[0] += rate * x; return acc[0] > 2 ? new Cooling(rate * 0.5, x) : this; }
  }
  static class Cooling implements State {
    final double rate, mem; Cooling(double rate, double mem) { this.rate = rate; this.mem = mem; }
    public State next(double[] acc, double x) { acc[0] *= 1 - rate / (1 + mem * mem); return acc[0] < 1 ? new Heating(rate * 1.5) : this; }
  }
  @Differentiable @Inputs("rate = 0.7; xs = {0.9, 0.5, 1.4, 0.3, 0.8, 1.1}") static double machine(double rate, double[] xs) {
    State s = new Heating(rate); double[] acc = {0.1};
    for (double x : xs) s = s.next(acc, x);
    return acc[0];
  }
  static abstract class Optimizer {
    protected double lr; private int steps;
    Optimizer(double lr) { this.lr = lr; }
    final double minimise(DoubleUnaryOperator grad, double x0, int n) { double x = x0; for (int i = 0; i < n; i++) { x -= step(grad.applyAsDouble(x)); steps++; } return x; }
    abstract double step(double g);
    int steps() { return steps; }
  }
  static class Sgd extends Optimizer { Sgd(double lr) { super(lr); } double step(double g) { return lr * g; } }
  static class Momentum extends Optimizer { double v; final double beta; Momentum(double lr, double beta) { super(lr); this.beta = beta; } double step(double g) { v = beta * v + g; return lr * v; } }
  static class Adam extends Optimizer { double m, v; int t; Adam(double lr) { super(lr); } double step(double g) { t++; m = 0.9*m + 0.1*g; v = 0.99*v+0.01*g*g; double mh = m/(1-Math.pow(0.9,t)); double vh = v/(1-Math.pow(0.99,t)); return lr*mh/(Math.sqrt(vh)+1e-8); } }
  @Differentiable static double tuned(double lr, double k, double x0, int kind) {
    Optimizer o;
    switch (Math.floorMod(kind, 3)) { case 0: o = new Sgd(0.1 * lr); break; case 1: o = new Momentum(0.1 * lr, 0.5); break; default: o = new Adam(0.1 * lr); }
    double x = o.minimise(z -> k * z + Math.sin(z), x0, 5);
    return x * x + o.steps();
  }
  static class Acc { private double sum, sumSq; private int n; void add(double v) { sum += v; sumSq += v * v; n++; } double mean() { return n == 0 ? 0 : sum / n; } double var() { return n < 2 ? 0 : (sumSq - sum * sum / n) / (n - 1); } Acc merge(Acc o) { sum += o.sum; sumSq += o.sumSq; n += o.n; return this; } }
  @Differentiable @Inputs("x = {0.3, -1.1, 0.8, 2.1, -0.6, 0.1, -0.2}") static double buckets(double[] x) {
    Acc pos = new Acc(), neg = new Acc();
    for (double v : x) (v > 0 ? pos : neg).add(v);
    Acc all = pos.mean() > -neg.mean() ? pos.merge(neg) : neg.merge(pos);
    return all.var() + pos.mean() * neg.mean();
  }
  static class P { double x, v; P(double x, double v) { this.x = x; this.v = v; } }
  @Differentiable @Inputs("xs = {0.3, -1.1, 0.8, 2.1, -0.6}") static double bubble(double[] xs) {
    P[] ps = new P[xs.length];
    for (int i = 0; i < ps.length; i++) ps[i] = new P(xs[i], i * 0.5);
    for (int i = 0; i < ps.length; i++) for (int j = 0; j + 1 < ps.length - i; j++) if (ps[j].x > ps[j + 1].x) { P t = ps[j]; ps[j] = ps[j + 1]; ps[j + 1] = t; t.v += ps[j].x; }
    double e = 0; for (int i = 0; i < ps.length; i++) e += (i + 1) * ps[i].x * ps[i].v; return e;
  }
}
