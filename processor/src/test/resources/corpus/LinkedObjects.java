package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Lists and trees whose nodes are made in loops and recursion, read and changed by recursion. */
class LinkedObjects {
  static final class Node {
    double v;
    Node next;

    Node(double v) {
      this.v = v;
    }
  }

  @Differentiable
  static double tail(double x) {
    Node head = null, t = null;
    for (int i = 0; i < 4; i++) {
      Node q = new Node(x * i);
      if (head == null) {
        head = q;
        t = q;
      } else {
        t.next = q;
        t = q;
      }
    }
    double s = 0;
    for (Node n = head; n != null; n = n.next) s = s * x + n.v;
    return s;
  }

  @Differentiable
  static double reversed(double x) {
    Node head = null;
    for (int i = 0; i < 4; i++) {
      Node q = new Node(x * i + 1);
      q.next = head;
      head = q;
    }
    Node r = null;
    while (head != null) {
      Node n = head.next;
      head.next = r;
      r = head;
      head = n;
    }
    double s = 0;
    for (Node n = r; n != null; n = n.next) s = s * x + n.v;
    return s;
  }

  static final class Queue {
    Node head, tail;
    int size;

    void add(double v) {
      Node q = new Node(v);
      if (tail == null) head = q;
      else tail.next = q;
      tail = q;
      size++;
    }

    double poll() {
      double v = head.v;
      head = head.next;
      if (head == null) tail = null;
      size--;
      return v;
    }
  }

  @Differentiable
  static double queue(double x) {
    Queue q = new Queue();
    for (int i = 1; i < 5; i++) q.add(x * i);
    double s = 0;
    while (q.size > 0) {
      s = s * x + q.poll();
    }
    return s;
  }

  @Differentiable
  static double dummy(double x) {
    Node d = new Node(0);
    Node t = d;
    for (int i = 0; i < 4; i++) {
      t.next = new Node(x + i);
      t = t.next;
    }
    double s = 0;
    for (Node n = d.next; n != null; n = n.next) s = s * x + n.v;
    return s;
  }

  static final class Link {
    double v;
    Link next;

    Link(double v, Link next) {
      this.v = v;
      this.next = next;
    }
  }

  static Link rev(Link n, Link acc) {
    if (n == null) return acc;
    Link rest = n.next;
    n.next = acc;
    return rev(rest, n);
  }

  static Link merge(Link a, Link b) {
    if (a == null) return b;
    if (b == null) return a;
    if (a.v < b.v) {
      a.next = merge(a.next, b);
      return a;
    }
    b.next = merge(a, b.next);
    return b;
  }

  static double sum(Link c) {
    double s = 0;
    int k = 1;
    for (Link n = c; n != null; n = n.next) s += n.v * n.v / k++;
    return s;
  }

  @Differentiable
  static double alternating(double[] x) {
    Link a = null, b = null;
    for (int i = 0; i < x.length; i++)
      if (i % 2 == 0) a = new Link(x[i], a);
      else b = new Link(x[i] * x[0], b);
    return sum(a) * sum(b);
  }

  @Differentiable
  static double reversedByRecursion(double[] x) {
    Link a = null;
    for (int i = 0; i < x.length; i++) a = new Link(x[i], a);
    return sum(rev(a, null));
  }

  @Differentiable
  static double mergedByRecursion(double[] x) {
    Link a = null, b = null;
    for (int i = 0; i < x.length; i++) {
      a = new Link(x[i], a);
      b = new Link(x[i] * x[0], b);
    }
    return sum(merge(a, b));
  }

  static final class Cell {
    final double v;
    final Cell next;

    Cell(double v, Cell next) {
      this.v = v;
      this.next = next;
    }
  }

  @Differentiable
  static double chained(double x) {
    Cell c = null;
    for (int i = 0; i < 4; i++) c = new Cell(x * i, c);
    double s = 0;
    for (Cell n = c; n != null; n = n.next) s = s * x + n.v;
    return s;
  }

  interface Term {
    double ev();
  }

  static final class Leaf implements Term {
    final double v;

    Leaf(double v) {
      this.v = v;
    }

    public double ev() {
      return v;
    }
  }

  static final class Product implements Term {
    final Term a, b;

    Product(Term a, Term b) {
      this.a = a;
      this.b = b;
    }

    public double ev() {
      return a.ev() * b.ev();
    }
  }

  @Differentiable
  @Inputs("n = 3")
  static double tower(double x, int n) {
    Term e = new Leaf(x);
    for (int i = 0; i < n; i++) e = new Product(e, new Leaf(x + i));
    return e.ev() * x;
  }

  static Cell cells(int n, double x) {
    return n == 0 ? null : new Cell(x * n, cells(n - 1, x));
  }

  @Differentiable
  static double chainedByRecursion(double x) {
    double s = 0;
    for (Cell c = cells(4, x); c != null; c = c.next) s = s * x + c.v;
    return s;
  }

  sealed interface Ex permits Lit, Add, Mul {}

  static final class Lit implements Ex {
    final double v;

    Lit(double v) {
      this.v = v;
    }
  }

  static final class Add implements Ex {
    final Ex a, b;

    Add(Ex a, Ex b) {
      this.a = a;
      this.b = b;
    }
  }

  static final class Mul implements Ex {
    final Ex a, b;

    Mul(Ex a, Ex b) {
      this.a = a;
      this.b = b;
    }
  }

  static double eval(Ex e) {
    if (e instanceof Lit l) return l.v;
    if (e instanceof Add s) return eval(s.a) + eval(s.b);
    Mul m = (Mul) e;
    return eval(m.a) * eval(m.b);
  }

  static Ex build(int n, double x) {
    if (n == 0) return new Lit(x);
    Ex l = build(n - 1, x + 0.1);
    return n % 2 == 0 ? new Add(l, build(n - 1, x * x)) : new Mul(l, new Lit(n * x));
  }

  @Differentiable
  @Inputs("n = 4")
  static double built(double x, int n) {
    return eval(build(n, x));
  }

  static final class Tree {
    double key, value;
    Tree left, right;

    Tree(double k, double v) {
      key = k;
      value = v;
    }

    void insert(double k, double v) {
      if (k < key) {
        if (left == null) left = new Tree(k, v);
        else left.insert(k, v);
      } else if (right == null) right = new Tree(k, v);
      else right.insert(k, v);
    }

    double sum(double w) {
      double s = w * value;
      if (left != null) s += left.sum(w * 0.5);
      if (right != null) s += right.sum(w * 0.25);
      return s;
    }
  }

  @Differentiable
  static double bst(double[] x) {
    Tree t = new Tree(0.5, x[0]);
    for (int i = 1; i < x.length; i++) t.insert(x[i], x[i] * x[0]);
    return t.sum(1);
  }

  static Tree put(Tree t, double k, double v) {
    if (t == null) return new Tree(k, v);
    if (k < t.key) t.left = put(t.left, k, v);
    else t.right = put(t.right, k, v);
    return t;
  }

  static double fold(Tree t, double d) {
    return t == null ? 0 : t.value * d + fold(t.left, d * 0.5) + fold(t.right, d * 0.3);
  }

  @Differentiable
  static double treap(double[] x) {
    Tree t = null;
    for (double v : x) t = put(t, v, Math.sin(v));
    return fold(t, x[0]);
  }

  static void scale(Tree t, double f) {
    if (t != null) {
      t.value *= f;
      scale(t.left, f * f);
      scale(t.right, f);
    }
  }

  @Differentiable
  static double scaled(double[] x) {
    Tree t = null;
    for (double v : x) t = put(t, v, Math.sin(v));
    scale(t, x[1]);
    return fold(t, x[0]);
  }

  static int count(Ex e) {
    return e instanceof Lit
        ? 1
        : e instanceof Add a
            ? 1 + count(a.a) + count(a.b)
            : 1 + count(((Mul) e).a) + count(((Mul) e).b);
  }

  @Differentiable
  @Inputs("n = 3")
  static double counted(double x, int n) {
    Ex e = build(n, x);
    return eval(e) * count(e);
  }

  static final class Sum {
    double value;
    int count;

    void add(double x) {
      value += x;
      count++;
    }

    double mean() {
      return value / count;
    }
  }

  static void add(Sum sum, double x, int n) {
    if (n > 0) {
      sum.add(x * n);
      add(sum, Math.sin(x), n - 1);
    }
  }

  @Differentiable
  @Inputs("n = 4")
  static double filled(double x, int n) {
    Sum sum = new Sum();
    add(sum, x, n);
    return sum.mean();
  }

  static Sum made(double x, int n) {
    if (n == 0) {
      Sum s = new Sum();
      s.add(x);
      return s;
    }
    Sum s = made(x * 0.5, n - 1);
    s.add(x * s.value);
    return s;
  }

  @Differentiable
  @Inputs("n = 4")
  static double giving(double x, int n) {
    return made(x, n).mean() * made(x * x, n).value;
  }

  static double adaptive(Sum calls, double a, double b, double w) {
    calls.add(b - a);
    double m = (a + b) / 2;
    if (b - a < 0.3) return w * Math.sin(m) * (b - a);
    return adaptive(calls, a, m, w) + adaptive(calls, m, b, w);
  }

  @Differentiable
  static double simpson(double w) {
    Sum calls = new Sum();
    double v = adaptive(calls, 0, w + 0.5, w);
    return v * calls.mean();
  }
}
