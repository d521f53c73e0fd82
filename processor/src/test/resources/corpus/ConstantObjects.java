package corpus;

import cotangent.Differentiable;

/** Constants of enums and objects in static fields stand where objects that are made in the method do. */
class ConstantObjects {

  sealed interface Tree permits Leaf, Node, Empty {}
  record Leaf(double v) implements Tree {}
  record Node(Tree l, Tree r) implements Tree {}
  enum Empty implements Tree { NIL }
  static double sum(Tree t) { if (t instanceof Leaf l) return l.v(); if (t instanceof Node n) return sum(n.l()) * 2 + sum(n.r()); return 1; }
  static double size(Tree t, double w) { return t instanceof Empty ? w : t instanceof Leaf l ? l.v() * w : size(((Node) t).l(), w * 2) + size(((Node) t).r(), w); }
  @Differentiable static double grown(double[] x) { Tree t = Empty.NIL; for (double d : x) t = new Node(new Leaf(d * d), t); return sum(t) + size(t, x[0]); }
  @Differentiable static double made(double x, double y) { Tree t = new Node(new Leaf(x), new Node(Empty.NIL, new Leaf(y))); return sum(t) * size(t, y); }

  interface Shape { Shape EMPTY = new Disc(0); }
  record Disc(double v) implements Shape {}
  record Pair(Shape l, Shape r) implements Shape {}
  static double area(Shape t) { if (t instanceof Disc l) return l.v(); Pair n = (Pair) t; return area(n.l()) * 2 + area(n.r()); }
  @Differentiable static double folded(double[] x) { Shape t = Shape.EMPTY; for (double d : x) t = new Pair(new Disc(d * d), t); return area(t); }
  static final Shape NONE = new Disc(0);
  @Differentiable static double perhaps(double x, boolean c) { Shape t = c ? new Disc(x) : NONE; return t instanceof Disc l ? l.v() * x : x; }
  @Differentiable static double nested(double x, int n) { Shape t = n > 4 ? new Disc(x) : n > 2 ? new Pair(new Disc(x * 2), NONE) : NONE; return t instanceof Pair m && m.l() instanceof Disc l ? l.v() * x : t instanceof Disc k ? k.v() * x : x * 3; }

  static abstract class List { abstract double total(double w); static final List EMPTY = new One(0); }
  static final class One extends List { final double v; One(double v) { this.v = v; } double total(double w) { return v * w; } }
  static final class Two extends List { final List l, r; Two(List l, List r) { this.l = l; this.r = r; } double total(double w) { return l.total(w) + r.total(w * 2); } }
  static double total(List t, double w) { if (t == List.EMPTY) return w; if (t instanceof One) return ((One) t).v * w; Two n = (Two) t; return total(n.l, w) + 2 * total(n.r, w); }
  @Differentiable static double sentinel(double x, int n) { List t = List.EMPTY; for (int i = 0; i < n; i++) t = new Two(new One(x * i), t); return total(t, x) + t.total(x); }
  @Differentiable static double sentinelOrNot(double x, int n) { List t = n > 3 ? new One(x) : List.EMPTY; return t == List.EMPTY ? x : t.total(x); }
}
