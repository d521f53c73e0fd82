package corpus;

import cotangent.Differentiable;

/** Records taken apart where a loop is left, and in parts of conditions. */
class RecordExits {
  sealed interface Node permits Leaf, Twig, Pair {}

  record Leaf(double v) implements Node {}

  record Twig(Node node) implements Node {}

  record Pair(Node a, Node b) implements Node {}

  @Differentiable
  static double returned(double x, int n) {
    Node o = n > 2 ? new Pair(new Leaf(x), new Twig(new Leaf(2 * x))) : new Twig(new Pair(new Leaf(x * x), new Leaf(1)));
    for (int i = 0; i < 2; i++) { if (o instanceof Pair(Leaf(double a), Twig(var b)) && x > 1) return b instanceof Leaf l ? l.v() * a : a; if (o instanceof Twig(var t)) o = t; x += 1; }
    return x;
  }

  @Differentiable
  static double broken(double x, int n) {
    Node o = n > 2 ? new Pair(new Leaf(x), new Twig(new Leaf(2 * x))) : new Twig(new Pair(new Leaf(x * x), new Leaf(1)));
    double r = 0;
    for (int i = 0; i < 3; i++) {
      if (x > 0.5 && o instanceof Pair(Leaf(var a), var b)) { r += a; if (b instanceof Twig(Leaf(var c)) && c > 1) return c * r; break; }
      if (o instanceof Twig(var t)) o = t;
      r += x;
    }
    return r;
  }

  @Differentiable
  static double switched(double x, int n) {
    Node o = n > 2 ? new Pair(new Leaf(x), new Twig(new Leaf(2 * x))) : new Twig(new Pair(new Leaf(x * x), new Leaf(1)));
    double r = 0;
    loop:
    for (int i = 0; i < 4; i++) {
      switch (o) {
        case Pair(Leaf(var a), Twig t) when a > 1 -> { r += a; o = t; continue loop; }
        case Pair(var a, var b) when a instanceof Leaf(var q) && q > 1 -> { return r * x; }
        case Pair(var a, var b) -> o = b;
        case Twig(Leaf(var v)) when v > 0.5 -> { r += v; break loop; }
        case Twig(var t) -> o = t;
        case Leaf l when l.v() > 2 -> { return l.v() * l.v(); }
        case Leaf(var v) -> r += v * x;
      }
      r += 0.25 * x;
    }
    return r;
  }

  @Differentiable
  static double behind(double x, int n) {
    Node o = n > 2 ? new Pair(new Leaf(x), new Twig(new Leaf(2 * x))) : new Twig(new Pair(new Leaf(x * x), new Leaf(1)));
    while (!(o instanceof Pair(Leaf(var a), var b))) o = ((Twig) o).node();
    return a * x + (b instanceof Leaf(var c) ? c : 3);
  }

  @Differentiable
  static double unless(double x, int n) {
    Node o = n > 2 ? new Pair(new Leaf(x), new Twig(new Leaf(2 * x))) : new Twig(new Pair(new Leaf(x * x), new Leaf(1)));
    double r = 0;
    for (int i = 0; i < 2; i++) {
      r += x > 1 && o instanceof Pair(Leaf(var a), var b) && a > 1 ? a : 2 * x;
      if (!(o instanceof Twig(var t)) || r > 4) { r *= 2; continue; }
      o = t;
    }
    return r;
  }

  @Differentiable
  static double neverSeen(double x, double y) {
    Node o = new Twig(new Leaf(x));
    double r = o instanceof Leaf l && o instanceof Pair(Leaf(var a), var b) ? a + l.v() : y;
    return r * (o instanceof Pair && o instanceof Pair(var a, Leaf(var b)) && b > 0 ? b : x);
  }
}
