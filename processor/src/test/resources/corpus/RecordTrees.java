package corpus;

import cotangent.Differentiable;
import java.util.List;

/** Records that hold others of them, and records that may be null: trees and lists, folded. */
class RecordTrees {
  sealed interface Tree permits Leaf, Fork {}

  record Leaf(double v) implements Tree {}

  record Fork(Tree l, Tree r, double w) implements Tree {}

  static Tree build(double[] x, int from, int to, double w) {
    if (to - from == 1) return new Leaf(x[from]);
    int mid = (from + to) >>> 1;
    return new Fork(build(x, from, mid, w), build(x, mid, to, w), w);
  }

  static double eval(Tree t) {
    if (t instanceof Leaf f) return Math.sin(f.v());
    Fork k = (Fork) t;
    return k.w() * eval(k.l()) * eval(k.r()) + eval(k.l());
  }

  @Differentiable
  static double folded(double[] x, double w) {
    return eval(build(x, 0, x.length, w));
  }

  record Cons(double head, Cons tail) {}

  @Differentiable
  static double linked(double[] x) {
    Cons l = null;
    for (double v : x) l = new Cons(v * v, l);
    double s = 0, w = 1;
    for (Cons c = l; c != null; c = c.tail()) {
      s += w * c.head();
      w *= 1.5;
    }
    return s;
  }

  static Cons push(double[] x, int i) {
    return i == x.length ? null : new Cons(Math.sin(x[i]), push(x, i + 1));
  }

  static double sum(Cons c) {
    return c == null ? 0 : c.head() * c.head() + 0.5 * sum(c.tail());
  }

  @Differentiable
  static double recursed(double[] x) {
    return sum(push(x, 0));
  }

  record P(double key, double w) {}

  @Differentiable
  static double argmax(double[] x) {
    P best = null;
    for (int i = 0; i < x.length; i++) {
      P p = new P(x[i], x[i] * i + 1);
      if (best == null || p.key() > best.key()) best = p;
    }
    return best == null ? 0 : best.w() * best.key();
  }

  @Differentiable
  static P best(P one, P two) {
    P best = null;
    if (one.key() > two.key()) best = one;
    if (best == null) best = new P(two.w() * one.key(), two.key());
    return best;
  }

  record Bst(double key, double value, Bst left, Bst right) {
    static Bst insert(Bst t, double k, double v) {
      if (t == null) return new Bst(k, v, null, null);
      if (k < t.key) return new Bst(t.key, t.value, insert(t.left, k, v), t.right);
      return new Bst(t.key, t.value, t.left, insert(t.right, k, v));
    }

    double fold(int depth) {
      return (left == null ? 0 : left.fold(depth + 1))
          + value * key / (depth + 1)
          + (right == null ? 0 : right.fold(depth + 1));
    }
  }

  @Differentiable
  static double bst(double[] x) {
    Bst t = null;
    for (int i = 0; i < x.length; i++) t = Bst.insert(t, x[i], x[i] * x[i]);
    return t.fold(0);
  }

  sealed interface Expr permits Num, Var, Add, Mul {}

  record Num(double c) implements Expr {}

  record Var(int i) implements Expr {}

  record Add(Expr a, Expr b) implements Expr {}

  record Mul(Expr a, Expr b) implements Expr {}

  static Expr random(double[] x, int depth, int seed) {
    if (depth == 0) return seed % 2 == 0 ? new Num(x[seed % x.length]) : new Var(seed % x.length);
    Expr a = random(x, depth - 1, seed * 7 + 3), b = random(x, depth - 1, seed * 5 + 1);
    return seed % 3 == 0 ? new Add(a, b) : new Mul(a, b);
  }

  static double eval(Expr e, double[] x) {
    if (e instanceof Num n) return n.c();
    if (e instanceof Var v) return x[v.i()] * 2;
    if (e instanceof Add a) return eval(a.a(), x) + eval(a.b(), x);
    if (e instanceof Mul m) return eval(m.a(), x) * eval(m.b(), x);
    throw new IllegalStateException();
  }

  static Expr twice(Expr e) {
    if (e instanceof Num n) return new Num(2 * n.c());
    if (e instanceof Add a) return new Add(twice(a.a()), twice(a.b()));
    if (e instanceof Mul m) return new Mul(twice(m.a()), m.b());
    return e;
  }

  @Differentiable
  static double expr(double[] x) {
    return eval(random(x, 3, 5), x);
  }

  @Differentiable
  static double mapped(double[] x) {
    return eval(twice(random(x, 2, 3)), x);
  }

  record Node(double v, Node[] kids) {}

  static Node tree(double x, int depth) {
    Node[] kids = new Node[depth];
    for (int i = 0; i < depth; i++) kids[i] = tree(x * (i + 1), depth - 1);
    return new Node(Math.sin(x), kids);
  }

  static double total(Node n) {
    double s = n.v();
    for (Node k : n.kids()) s += 0.5 * total(k);
    return s;
  }

  @Differentiable
  static double kids(double x) {
    return total(tree(x, 3));
  }

  interface Bush {}

  record Twig(double v) implements Bush {}

  record Twigs(List<Bush> all) implements Bush {}

  static Bush grown(double x, int depth) {
    return depth <= 0
        ? new Twig(x)
        : new Twigs(List.of(grown(x * x, depth - 1), new Twig(depth * x)));
  }

  static Bush twice(Bush b) {
    return b instanceof Twig t
        ? new Twig(2 * t.v())
        : new Twigs(((Twigs) b).all().stream().map(each -> twice(each)).toList());
  }

  static double sum(Bush b) {
    return b instanceof Twig t
        ? t.v() * t.v()
        : ((Twigs) b).all().stream().mapToDouble(RecordTrees::sum).sum();
  }

  @Differentiable
  static double mapped(double x, int n) {
    return sum(twice(grown(x, n & 3)));
  }
}
