package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
/** Objects that are told apart when the program runs: in arrays, linked, new in each round; lists; trees. */
class ManyObjects {
  sealed interface Expr permits Num, Add, Mul {}
  record Num(double v) implements Expr {}
  record Add(Expr l, Expr r) implements Expr {}
  record Mul(Expr l, Expr r) implements Expr {}
  static double eval(Expr e) {
    if (e instanceof Num n) { return n.v(); }
    if (e instanceof Add a) { return eval(a.l()) + eval(a.r()); }
    Mul m = (Mul) e;
    return eval(m.l()) * eval(m.r());
  }
  @Differentiable
  static double tree(double x, double y) {
    return eval(new Add(new Mul(new Num(x), new Num(y)), new Add(new Num(x), new Num(2))));
  }
  interface Visitor<R> { R num(double v); R sum(Node l, Node r); }
  interface Node { <R> R accept(Visitor<R> v); }
  static final class Leaf implements Node { final double v; Leaf(double v) { this.v = v; } public <R> R accept(Visitor<R> w) { return w.num(v); } }
  static final class Sum implements Node { final Node l, r; Sum(Node l, Node r) { this.l = l; this.r = r; } public <R> R accept(Visitor<R> w) { return w.sum(l, r); } }
  static final class Evaluating implements Visitor<Double> {
    public Double num(double v) { return v * v; }
    public Double sum(Node l, Node r) { return l.accept(this) + r.accept(this); }
  }
  @Differentiable
  static double visited(double x, double y) {
    Node n = new Sum(new Leaf(x), new Sum(new Leaf(y), new Leaf(x * y)));
    return n.accept(new Evaluating());
  }
  static final class Range implements Iterable<Double> {
    final double from; final int n;
    Range(double from, int n) { this.from = from; this.n = n; }
    public Iterator<Double> iterator() {
      return new Iterator<Double>() {
        int i = 0;
        @Override public boolean hasNext() { return i < n; }
        @Override public Double next() { return from + i++; }
      };
    }
  }
  @Differentiable
  static double iterated(double x, int n) {
    double s = 0;
    for (double v : new Range(x, n)) { s += v * v; }
    return s;
  }
  static class Particle { double x, v; Particle(double x, double v) { this.x = x; this.v = v; } void step(double dt) { x += dt * v; v -= dt * x; } }
  @Differentiable
  static double particles(double x0, double v0, int n) {
    Particle[] ps = new Particle[n];
    for (int i = 0; i < n; i++) { ps[i] = new Particle(x0 + i, v0 * i); }
    for (int s = 0; s < 3; s++) {
      for (Particle p : ps) { p.step(0.1); }
      Particle t = ps[0]; ps[0] = ps[n - 1]; ps[n - 1] = t; t.x += ps[0].v;
    }
    double e = 0;
    for (Particle p : ps) { e += p.x * p.x + p.v; }
    return e;
  }
  static class Acc { double sum; Acc prev; Acc plus(double x) { Acc a = new Acc(); a.sum = sum + x * x; a.prev = this; return a; } }
  @Differentiable
  static double chained(double x, int n) {
    Acc a = new Acc();
    for (int i = 0; i < n; i++) { a = a.plus(x + i); }
    return a.sum;
  }
  static class Cell { double v; Cell next; }
  @Differentiable
  static double linked(double x, int n) {
    Cell head = null;
    for (int i = 0; i < n; i++) { Cell c = new Cell(); c.v = x * i; c.next = head; head = c; }
    double s = 0;
    for (Cell c = head; c != null; c = c.next) { s = s * x + c.v; }
    return s;
  }
  @Differentiable
  static double list(double x, int n) {
    List<Double> list = new ArrayList<>();
    for (int i = 0; i < n; i++) { list.add(x * i); }
    double s = 0;
    for (double d : list) { s += d * d; }
    return s * list.get(list.size() - 1);
  }
  @Differentiable
  static double listOf(double x, double y) {
    List<Double> list = List.of(x, y, x * y);
    double s = 0;
    for (double d : list) { s += d * d; }
    return s * list.get(1);
  }
  record P(double a, double b) {}
  @Differentiable
  static double listOfRecords(double x, int n) {
    List<P> list = new ArrayList<>();
    for (int i = 0; i < n; i++) { list.add(new P(x, x * i)); }
    double s = 0;
    for (P p : list) { s += p.a() * p.b(); }
    return s;
  }
}
