package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;

/** Small programs of objects as people write them: builders, visitors, views, stacks, layers. */
class ObjectPrograms {
  interface Act {
    double f(double x);
  }

  static final class Relu implements Act {
    public double f(double x) {
      return Math.max(0, x);
    }
  }

  static final class Tanh implements Act {
    final double k;

    Tanh(double k) {
      this.k = k;
    }

    public double f(double x) {
      return Math.tanh(k * x);
    }
  }

  @Differentiable
  static double changing(double x) {
    Act a = new Relu();
    double s = x;
    for (int i = 0; i < 4; i++) {
      s = a.f(s) + x;
      if (i % 2 == 0) a = new Tanh(s);
      else a = new Relu();
    }
    return s;
  }

  static final class Body {
    double p, v;

    Body(double p, double v) {
      this.p = p;
      this.v = v;
    }

    void step(double dt) {
      p += dt * v;
      v -= dt * p;
    }
  }

  @Differentiable
  static double swap(double x) {
    Body[] b = {new Body(x, 1), new Body(1, x), new Body(2, 3)};
    for (int i = 0; i < 5; i++) {
      Body t = b[i % 3];
      b[i % 3] = b[(i + 1) % 3];
      b[(i + 1) % 3] = t;
      b[0].step(0.1);
      t.v += x * b[2].p;
    }
    double s = 0;
    for (Body q : b) s += q.p * q.v;
    return s;
  }

  @Differentiable
  static double captures(double x) {
    List<DoubleUnaryOperator> fs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int k = i;
      double w = x * i;
      fs.add(v -> v * w + k);
    }
    double s = x;
    for (DoubleUnaryOperator f : fs) s = f.applyAsDouble(s);
    return s;
  }

  @Differentiable
  static double writes(double[] x) {
    double[] acc = new double[x.length];
    IntConsumer c = i -> acc[i] += x[i] * x[0];
    for (int i = 0; i < x.length; i++) c.accept(i);
    c.accept(1);
    double s = 0;
    for (double a : acc) s += a * a;
    return s;
  }

  static final class Builder {
    private double a = 1, b;
    private final List<Double> l = new ArrayList<>();

    Builder a(double a) {
      this.a = a;
      return this;
    }

    Builder b(double b) {
      this.b = b;
      return this;
    }

    Builder with(double v) {
      l.add(v);
      return this;
    }

    double build() {
      double s = a;
      for (double v : l) s = s * b + v;
      return s;
    }
  }

  @Differentiable
  static double builder(double x) {
    Builder b = new Builder().a(x).b(2 * x);
    for (int i = 0; i < 3; i++) b.with(i * x).b(x + i);
    return b.build();
  }

  interface Visitor<R> {
    R num(double v);

    R add(Node a, Node b);

    R mul(Node a, Node b);
  }

  interface Node {
    <R> R accept(Visitor<R> v);
  }

  record Num(double v) implements Node {
    public <R> R accept(Visitor<R> vis) {
      return vis.num(v);
    }
  }

  record AddN(Node a, Node b) implements Node {
    public <R> R accept(Visitor<R> vis) {
      return vis.add(a, b);
    }
  }

  record MulN(Node a, Node b) implements Node {
    public <R> R accept(Visitor<R> vis) {
      return vis.mul(a, b);
    }
  }

  static final class Eval implements Visitor<Double> {
    public Double num(double v) {
      return v;
    }

    public Double add(Node a, Node b) {
      return a.accept(this) + b.accept(this);
    }

    public Double mul(Node a, Node b) {
      return a.accept(this) * b.accept(this);
    }
  }

  @Differentiable
  static double visitor(double x) {
    Node n = new AddN(new MulN(new Num(x), new Num(3)), new Num(x * x));
    return n.accept(new Eval());
  }

  static Node grown(double x, int depth) {
    return depth == 0
        ? new Num(x)
        : depth % 2 == 0
            ? new AddN(grown(x * 2, depth - 1), grown(x, depth - 1))
            : new MulN(grown(x + 1, depth - 1), grown(x, depth - 1));
  }

  @Differentiable
  static double visitorOfAGrownTree(double x) {
    return grown(x, 3).accept(new Eval());
  }

  static final class Range implements Iterable<Double> {
    final double a, h;
    final int n;

    Range(double a, double h, int n) {
      this.a = a;
      this.h = h;
      this.n = n;
    }

    public Iterator<Double> iterator() {
      return new Iterator<Double>() {
        int i = 0;

        public boolean hasNext() {
          return i < n;
        }

        public Double next() {
          return a + h * i++;
        }
      };
    }
  }

  @Differentiable
  static double iter(double x) {
    double s = 0;
    for (double v : new Range(x, x * x, 4)) s += v * v;
    return s;
  }

  static final class Mat {
    final double[] d;
    final int off, rows, cols, stride;

    Mat(int r, int c) {
      this(new double[r * c], 0, r, c, c);
    }

    Mat(double[] d, int off, int r, int c, int s) {
      this.d = d;
      this.off = off;
      rows = r;
      cols = c;
      stride = s;
    }

    double get(int i, int j) {
      return d[off + i * stride + j];
    }

    void set(int i, int j, double v) {
      d[off + i * stride + j] = v;
    }

    Mat view(int i, int j, int r, int c) {
      return new Mat(d, off + i * stride + j, r, c, stride);
    }

    Mat times(Mat o) {
      Mat m = new Mat(rows, o.cols);
      for (int i = 0; i < rows; i++)
        for (int j = 0; j < o.cols; j++) {
          double s = 0;
          for (int k = 0; k < cols; k++) s += get(i, k) * o.get(k, j);
          m.set(i, j, s);
        }
      return m;
    }
  }

  @Differentiable
  static double views(double x) {
    Mat m = new Mat(4, 4);
    for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) m.set(i, j, x * (i + 1) + j);
    Mat v = m.view(1, 1, 2, 2);
    v.set(0, 0, x * x);
    Mat p = v.times(m.view(0, 2, 2, 2));
    m.view(2, 2, 2, 2).set(1, 1, p.get(0, 1));
    return m.get(3, 3) + p.get(1, 0) * m.get(1, 1);
  }

  @Differentiable
  static double thrown(double[] x) {
    Body b = new Body(1, 1);
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      try {
        b.p *= x[i];
        if (i == 2) throw new IllegalStateException();
        b.v += b.p;
      } catch (IllegalStateException e) {
        b.v *= 2;
      } finally {
        s += b.p * b.v;
      }
    }
    return s;
  }

  abstract static class Layer {
    abstract double[] f(double[] x);
  }

  static final class Dense extends Layer {
    final double[][] w;
    final Act a;

    Dense(double[][] w, Act a) {
      this.w = w;
      this.a = a;
    }

    double[] f(double[] x) {
      double[] y = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        double s = 0;
        for (int j = 0; j < x.length; j++) s += w[i][j] * x[j];
        y[i] = a.f(s);
      }
      return y;
    }
  }

  static final class Scale extends Layer {
    final double k;

    Scale(double k) {
      this.k = k;
    }

    double[] f(double[] x) {
      double[] y = x.clone();
      for (int i = 0; i < y.length; i++) y[i] *= k;
      return y;
    }
  }

  @Differentiable
  @Inputs("w length 3 3")
  static double net(double[][] w, double x) {
    Layer[] ls = {new Dense(w, new Tanh(1)), new Scale(x), new Dense(w, v -> v * v)};
    double[] h = {x, 1, 2};
    for (Layer l : ls) h = l.f(h);
    double s = 0;
    for (double v : h) s += v;
    return s;
  }

  static class Acc {
    double s;
    Acc other;

    void add(double v) {
      s += v;
      if (other != null) other.s += 0.5 * v;
    }
  }

  @Differentiable
  static double linked(double x) {
    Acc a = new Acc(), b = new Acc();
    a.other = b;
    for (int i = 0; i < 3; i++) {
      a.add(x * i);
      if (i == 1) {
        b.other = a;
      }
      Acc t = a;
      a = b;
      b = t;
    }
    return a.s * 2 + b.s;
  }

  static class Cell {
    double v;
    Cell l, r;

    Cell(double v) {
      this.v = v;
    }
  }

  static double depth(Cell c) {
    return c == null ? 0 : 1 + Math.max(depth(c.l), depth(c.r));
  }

  static Cell grow(double x, int d) {
    Cell c = new Cell(x);
    if (d > 0) {
      c.l = grow(x * 0.5, d - 1);
      c.r = d % 2 == 0 ? c.l : grow(x + 1, d - 1);
    }
    return c;
  }

  static void bump(Cell c, double k) {
    if (c == null) return;
    c.v += k;
    bump(c.l, k * 2);
    bump(c.r, k);
  }

  static double total(Cell c) {
    return c == null ? 0 : c.v * c.v + total(c.l) + 2 * total(c.r);
  }

  @Differentiable
  @Inputs("d = 3")
  static double shared(double x, int d) {
    Cell c = grow(x, d);
    bump(c, x);
    return total(c) * depth(c);
  }

  @Differentiable
  static double same(double x) {
    Cell a = new Cell(x), b = new Cell(x);
    Cell[] cs = {a, b, a};
    double s = 0;
    for (Cell c : cs) for (Cell e : cs) s += c == e ? c.v : 0.5 * e.v * x;
    return s;
  }

  @Differentiable
  static double nul(double x) {
    Cell c = x > 100 ? new Cell(x) : null;
    try {
      return c.v;
    } catch (NullPointerException e) {
      return x * x;
    }
  }

  static Cell find(Cell c, double v) {
    while (c != null) {
      if (c.v > v) return c;
      c = c.l;
    }
    return null;
  }

  @Differentiable
  static double found(double x) {
    Cell a = new Cell(0.1);
    a.l = new Cell(x);
    a.l.l = new Cell(3);
    Cell f = find(a, 0.2), g = find(a, 100);
    return f.v * (g == null ? 2 : g.v);
  }

  interface Term {}

  record K(double v) implements Term {}

  record Plus(Term a, Term b) implements Term {}

  record Times(Term a, Term b) implements Term {}

  static double ev(Term e) {
    if (e instanceof K k) return k.v();
    if (e instanceof Plus p) return ev(p.a()) + ev(p.b());
    Times t = (Times) e;
    return ev(t.a()) * ev(t.b());
  }

  @Differentiable
  @Inputs("n = 4")
  static double recordTower(double x, int n) {
    Term e = new K(x);
    for (int i = 0; i < n; i++) e = i % 2 == 0 ? new Plus(e, new K(i)) : new Times(e, new K(x));
    return ev(e);
  }

  static Term horner(double[] c, int i, double x) {
    return i == c.length - 1
        ? new K(c[i])
        : new Plus(new K(c[i]), new Times(new K(x), horner(c, i + 1, x)));
  }

  @Differentiable
  static double recordRec(double[] c, double x) {
    return ev(horner(c, 0, x));
  }

  static Term simp(Term e) {
    if (e instanceof Times t && t.b() instanceof K k && k.v() == 0) return new K(0);
    if (e instanceof Plus p) return new Plus(simp(p.a()), simp(p.b()));
    return e;
  }

  @Differentiable
  static double simplified(double x) {
    Term e = new K(x);
    for (int i = 0; i < 3; i++) e = new Plus(e, new Times(new K(x * i), new K(i)));
    return ev(simp(e));
  }

  static final class Stack {
    double[] d = new double[2];
    int n;

    void push(double v) {
      if (n == d.length) d = Arrays.copyOf(d, 2 * n);
      d[n++] = v;
    }

    double pop() {
      if (n == 0) throw new NoSuchElementException("empty");
      return d[--n];
    }
  }

  @Differentiable
  static double rpn(double x) {
    Stack s = new Stack();
    for (int i = 0; i < 5; i++) s.push(x + i);
    while (s.n > 1) s.push(s.pop() * s.pop() + x);
    return s.pop();
  }

  static double rpnRec(Stack s, int n, double x) {
    if (n == 0) return s.n == 0 ? 0 : s.pop();
    s.push(x * n);
    double r = rpnRec(s, n - 1, x * 0.9);
    return s.n == 0 ? r : r + s.pop();
  }

  @Differentiable
  @Inputs("n = 5")
  static double stackInRecursion(double x, int n) {
    return rpnRec(new Stack(), n, x);
  }
}
