package corpus;

import cotangent.Differentiable;

/** Patterns whose variables are used where a loop is left, or stand in parts of conditions. */
class PatternExits {
  sealed interface Node permits Leaf, Twig {}

  record Leaf(double v) implements Node {}

  record Twig(Node node) implements Node {}

  interface Open {
    double bend();
  }

  static final class Cell implements Open {
    double v;

    Cell(double v) {
      this.v = v;
    }

    @Override
    public double bend() {
      v += 1;
      return v;
    }
  }

  static final class Box implements Open {
    final Open inner;

    Box(Open inner) {
      this.inner = inner;
    }

    @Override
    public double bend() {
      return inner.bend() * 2;
    }
  }

  interface Asked {
    double at(Object o);
  }

  private static final boolean DEBUG = false;
  private static final double l = 3;

  @Differentiable
  static double returned(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    for (int i = 0; i < 2; i++) { if (o instanceof Leaf l) return l.v(); o = ((Twig) o).node(); x += 1; }
    return x;
  }

  @Differentiable
  static double guarded(double x) { Object o = new Leaf(x); for (int i = 0; i < 2; i++) { if (o instanceof Leaf l && x > 5) return l.v(); x += 1; } return x; }

  @Differentiable
  static double guardedBefore(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    int i = 0;
    while (i < 3) { if (x > 1 && o instanceof Leaf l) return l.v(); if (o instanceof Twig t) o = t.node(); i++; }
    return x;
  }

  @Differentiable
  static double brokenUnless(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    for (int i = 0; i < 3; i++) { if (!(o instanceof Twig t) || x > 3) break; o = t.node(); r += x; }
    return r + x * x;
  }

  @Differentiable
  static double labelled(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    outer:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        if (o instanceof Leaf l && x > 0.5) { r += l.v(); break outer; }
        if (o instanceof Twig t && j > 0) { o = t.node(); continue outer; }
        r += x;
      }
    }
    return r;
  }

  @Differentiable
  static double nested(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    for (int i = 0; i < 3; i++) {
      if (o instanceof Leaf l) { if (x > 1) return l.v() * 2; r += l.v(); }
      else if (o instanceof Twig t && t.node() instanceof Leaf l && l.v() > 1) { r += 2 * l.v(); break; }
      else { o = ((Twig) o).node(); continue; }
      r += x;
    }
    return r;
  }

  @Differentiable
  static double inDo(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0; int k = 0;
    do { if (o instanceof Leaf l && x > 1) return l.v() * r; r += x; if (o instanceof Twig t) o = t.node(); } while (k++ < 3);
    return r;
  }

  @Differentiable
  static double besideTheLoopsOwn(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0; int k = 0;
    while (o instanceof Twig t) { if (t.node() instanceof Leaf l && l.v() > 0.3) { r = l.v() * x; break; } o = t.node(); r += x; }
    return r;
  }

  @Differentiable
  static double overElements(double x, int n) {
    Node[] os = {new Leaf(x), new Twig(new Leaf(x * x)), new Twig(new Twig(new Leaf(3 * x)))};
    double r = 0;
    for (Node o : os) { if (o instanceof Twig t && t.node() instanceof Leaf l && n > 1) return l.v() + r; r += x; }
    return r;
  }

  @Differentiable
  static double continued(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    for (int i = 0; i < 3 && r < 5; i++) { if (!(o instanceof Leaf l)) { o = ((Twig) o).node(); continue; } if (l.v() > 1) return l.v(); r += l.v(); }
    return r;
  }

  @Differentiable
  static double oneAfterTheOther(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    for (int i = 0; i < 3; i++) { if ((o instanceof Leaf l && l.v() > 1) && x > 0) { double q = l.v(); return q * q; } if (o instanceof Leaf l && r > 3) { r = l.v(); break; } if (o instanceof Twig l) { o = l.node(); } r += x; }
    return r;
  }

  @Differentiable
  static double eitherWay(double x, int n) {
    Node o = n > 1 ? new Leaf(x) : new Twig(new Leaf(x));
    double r = 0;
    for (int i = 0; i < 3; i++) { if ((o instanceof Leaf l && l.v() > 1) || x > 2) return r + x; r += x; if (o instanceof Leaf l && !(x > 1)) { r *= l.v(); } if (o instanceof Leaf l ? l.v() > 3 : x < 0) break; }
    return r;
  }

  @Differentiable
  static double underConstants(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    for (int i = 0; i < n; i++) { if (DEBUG && o instanceof Leaf l) return l.v(); if ((DEBUG || o instanceof Leaf) && o instanceof Leaf l && l.v() > 1) { r += l.v(); break; } r += x; if (o instanceof Twig t) o = t.node(); }
    return r;
  }

  @Differentiable
  static double underConstantsForever(double x, int n) {
    Node o = n > 2 ? new Leaf(x) : new Twig(new Leaf(x * x));
    double r = 0;
    while (true) { if (DEBUG && o instanceof Leaf l) return l.v(); r += x; if (o instanceof Twig t) o = t.node(); if (n-- < 0) break; }
    if (!DEBUG || !(o instanceof Leaf z)) return r * x;
    return z.v();
  }

  @Differentiable
  static double neverFits(double x, int n) {
    Open o = new Box(new Cell(x));
    for (int i = 0; i < n; i++) { if (o instanceof Cell l && x > 1) return l.v * l.bend(); if (x > 10) return x; x += o.bend(); }
    return x;
  }

  @Differentiable
  static double changing(double x, int n) {
    Open o = n > 2 ? new Box(new Cell(x)) : new Cell(x * x);
    for (int i = 0; i < n; i++) { if (o instanceof Cell l && x > 1) return l.v * l.bend(); if (x > 10) return x; x += o.bend(); if (o instanceof Box t) o = t.inner; }
    return x;
  }

  @Differentiable
  static double besideField(double x, int n) {
    Open o = n > 2 ? new Box(new Cell(x)) : new Cell(x * x);
    double r = 0;
    for (int i = 0; i < n; i++) { if ((o instanceof Cell l && l.v > x) || l > x + i) { r += l * x; } if ((o instanceof Cell l && l.v > x) || l < x + i) return l * r; }
    r += o instanceof Cell l && l.v > x || l > x ? l * x : l * x * x;
    return r + l;
  }

  @Differentiable
  static double besideCaptured(double x, double y) {
    Leaf l = new Leaf(x * 3);
    Asked asked =
        new Asked() {
          @Override
          public double at(Object o) {
            double r = 0;
            if (o instanceof Leaf l && l.v() > 0) r += l.v();
            return r + l.v() * 10;
          }
        };
    return asked.at(new Leaf(y)) + asked.at("a");
  }

  @Differentiable
  static double neverSeen(double x, double y) {
    Node o = new Twig(new Leaf(x));
    double r = DEBUG && o instanceof Leaf l && l.v() > 0 ? l.v() : y;
    return r * (o instanceof Leaf k && k.v() > x ? k.v() : x);
  }
}
