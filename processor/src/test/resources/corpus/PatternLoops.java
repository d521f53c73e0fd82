package corpus;

import cotangent.Differentiable;

/** Patterns in the conditions of loops, whose variables are seen behind them. */
class PatternLoops {
  record P(double x, double y) { }
  static final class Cell { double v; Cell(double v) { this.v = v; } }
  sealed interface Node permits Leaf, Fork { }
  record Leaf(double v) implements Node { }
  record Fork(Node l, Node r) implements Node { }

  @Differentiable static double behindWhile(double x, double y) { Object o = x > 0 ? new P(x, y) : new Cell(y); while (!(o instanceof P p)) { o = new P(x, x); } return p.x() * p.y(); }

  @Differentiable static double behindFor(double x, double y) { Object o = x > 0 ? new P(x, y) : new Cell(y); for (; !(o instanceof P p); ) { o = new P(x, x); } return p.x() * p.y(); }

  @Differentiable static double behindDo(double x, double y) { Object o = x > 0 ? new P(x, y) : new Cell(y); do { if (o instanceof Cell c) o = new P(c.v, c.v * x); } while (!(o instanceof P p)); return p.x() * p.y(); }

  @Differentiable static double otherAround(double x, double y) { Object o = x > y ? new P(x, 1) : new Cell(y); double c = 3; if (!(o instanceof P k)) { return ((Cell) o).v * c * x; } c *= k.x(); while (!(o instanceof Cell z)) { o = new Cell(c * y); } return c + z.v; }

  @Differentiable static double leftmost(double x, double y) { Node n = new Fork(new Fork(new Leaf(x * y), new Leaf(x)), new Leaf(y)); double s = 1; while (!(n instanceof Leaf leaf)) { s *= x; n = ((Fork) n).l(); } return s * leaf.v(); }

  @Differentiable static double withReturn(double x, double y) { Object o = new Cell(x); int i = 0; while (!(o instanceof P p)) { if (i++ > 2) return x * y; o = x > 0 ? new P(y, x) : o; } return p.x() * p.y() * 2; }

  @Differentiable static double twoTests(double x, double y) { Object o = new P(x, y); double t = x; while (!(o instanceof P p) || t > 2) { t *= 0.5; o = new P(t, y); } return p.x() * p.y() * t; }

  sealed interface S permits C, B { }
  record C(double v) implements S { }
  record B(S in) implements S { }
  static final class Bent { double v; Bent(double v) { this.v = v; } double half() { return v *= 0.5; } }
  static final double a = 7;

  static Object next(Bent c, int[] i) { c.half(); return i[0]++ > 3 ? new Leaf(c.v) : "a"; }

  static Node down(Node n) { return n instanceof Fork fork ? fork.l() : n; }

  @Differentiable static double helped(double x) { Node n = new Fork(new Leaf(x), new Leaf(2)); while (!(down(n) instanceof Leaf leaf)) { n = down(n); } return leaf.v() * x; }

  @Differentiable static double unused(double x) {
    Object s = new Leaf(x); int i = 0;
    while (!(s instanceof Leaf a && a.v() < 1) && i++ < 30) { s = new Leaf(x *= 0.5); }
    return x * 2;
  }

  @Differentiable static double unusedBesideAnother(double x) {
    Object s = new Leaf(x); int i = 0;
    while (i < 30 && !(s instanceof Leaf a && a.v() < 1)) { i++; s = new Leaf(x *= 0.5); if (s instanceof Leaf b && x > 0) x -= b.v() * 0.1; }
    return x * 2;
  }

  @Differentiable static double usedThough(double x, int n) {
    S s = n > 2 ? new C(x) : new B(new C(x * x)); int i = 0;
    while (!(s instanceof C a && (a.v() < 1 || i++ > 30))) { s = s instanceof B b ? b.in() : new C(x *= 0.5); }
    return x * a.v();
  }

  @Differentiable static double calling(double x) {
    Bent c = new Bent(x); int[] i = {0}; double r = 0;
    while (!(next(c, i) instanceof Leaf a)) { r += c.v; }
    return r * a.v() + i[0];
  }

  @Differentiable static double callingAtTheEnd(double x) {
    Bent c = new Bent(x); int[] i = {0}; double r = 0;
    do { r += c.v; if (!(r < 100)) return r * x; } while (!(next(c, i) instanceof Leaf a && a.v() < 50));
    return r * a.v() + i[0];
  }

  @Differentiable static double callingInFor(double x, int n) {
    Bent c = new Bent(x); int[] i = {0}; double r = 0;
    for (int j = 0; !(next(c, i) instanceof Leaf a); j++) { r += c.v * j; if (r > 10) return r; if (r > 5) continue; r += x; }
    return r * a.v() + i[0];
  }

  @Differentiable static double brokenBesideField(double x, int n) {
    Bent c = new Bent(x); int[] i = {0}; double r = 0;
    while (!(next(c, i) instanceof Leaf a)) { r += c.v; if (r > 1) break; }
    for (; !(next(c, i) instanceof Leaf a); ) { r += c.v; if (i[0] > n) break; }
    return r * a + i[0];
  }

  @Differentiable static double nested(double x, int n) {
    S s = n > 2 ? new C(x) : new B(new C(x * x));
    while (!(s instanceof C a)) { if (s instanceof B b) s = b.in(); if (x > 5) return x; }
    S t = new B(new B(new C(x * 3))); int k = 0;
    outer:
    while (!(t instanceof C)) { while (!(t instanceof C e)) { if (k++ > 1) continue outer; t = ((B) t).in(); } x += e.v(); t = k > 4 ? new C(x) : e; }
    return a.v() * x + ((C) t).v();
  }

  @Differentiable static double once(double x, int n) {
    S s = new C(x);
    while (!(s instanceof C a)) { s = new C(x * x); }
    S t = new B(s);
    do { t = ((B) t).in(); } while (!(t instanceof C b));
    do { if (x > 3) return b.v() * 3; t = new C(x * 7); } while (!(t instanceof C e));
    return a.v() * b.v() + e.v();
  }
}
