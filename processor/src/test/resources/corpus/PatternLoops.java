package corpus;

import cotangent.Differentiable;

/** Patterns in the conditions of loops, whose variables are used behind them. */
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
}
