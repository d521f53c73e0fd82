package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** {@code switch} over sealed types, records taken apart, guards, variables without names. */
class Patterns {
  sealed interface Curve permits Flat, Steep, Shifted, Scaled {}

  record Flat(double level) implements Curve {}

  record Steep(double slope, String name) implements Curve {}

  record Shifted(Curve base, double by) implements Curve {}

  static final class Scaled implements Curve {
    final double factor;

    Scaled(double factor) {
      this.factor = factor;
    }
  }

  static double at(Curve curve, double t) {
    return switch (curve) {
      case Flat flat -> flat.level();
      case Steep(double slope, String _) when slope > 2 -> slope * t * t;
      case Steep(var slope, var name) -> slope * t + name.length();
      case Shifted(Flat(double level), double by) -> level * by;
      case Shifted(Curve base, double by) -> 3 * by;
      case Scaled scaled -> {
        double factor = scaled.factor;
        yield factor * factor * t;
      }
    };
  }

  @Differentiable
  @Inputs("x = 1.5; y = 3")
  @Inputs("x = 3; y = 1.5")
  static double made(double x, double y) {
    Curve curve = x > y ? new Steep(x, "steep") : new Scaled(y * x);
    return at(new Flat(x * x), y)
        + at(new Steep(y, "one"), x)
        + at(curve, x) * at(curve, y)
        + at(new Shifted(new Flat(x), y), 1) * at(new Shifted(new Scaled(x), y), x);
  }

  static final Curve[] ALL = {new Flat(2), new Steep(3, "a"), new Steep(1, "bc"), new Scaled(3)};

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 2")
  @Inputs("i = 3")
  static double outside(double x, int i) {
    return at(ALL[i], x) * x;
  }

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 3")
  static double statement(double x, int i) {
    double y = x;
    Curve curve = ALL[i];
    switch (curve) {
      case Flat(double level) -> y *= level;
      case Steep steep when steep.slope() > 5 -> y = 0;
      case Steep _ -> y *= y;
      default -> y += 1;
    }
    if (curve instanceof Steep(double slope, String _) && slope > 2) {
      y *= slope;
    }
    return y;
  }

  @Differentiable
  @Inputs("text = \"abc\"")
  @Inputs("text = null")
  static double withNull(double x, Object text) {
    return switch (text) {
      case null -> x;
      case String s when s.length() > 2 -> x * x;
      case Integer _, Double _ -> 2 * x;
      default -> 3 * x;
    };
  }

  @Differentiable
  static double unnamed(double x) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      var _ = Math.max(i, 2);
      int _ = i;
      sum += x * i;
    }
    return sum * sum;
  }

  sealed interface Tree permits Leaf, Plus, Times {}

  record Leaf(double v) implements Tree {}

  record Plus(Tree a, Tree b) implements Tree {}

  record Times(Tree a, Tree b) implements Tree {}

  static double valueOf(Tree e) {
    return switch (e) {
      case Leaf k -> k.v();
      case Plus(Tree a, Tree b) -> valueOf(a) + valueOf(b);
      case Times(Tree a, Leaf(double v)) when v > 0 -> valueOf(a) * v;
      case Times t -> valueOf(t.a()) * valueOf(t.b());
    };
  }

  @Differentiable
  @Inputs("n = 4")
  static double grownTree(double x, int n) {
    Tree e = new Leaf(x);
    for (int i = 0; i < n; i++)
      e = i % 2 == 0 ? new Plus(e, new Leaf(i)) : new Times(e, new Leaf(x - 1));
    return valueOf(e);
  }

  static Tree hornerTree(double[] c, int i, double x) {
    return i == c.length - 1
        ? new Leaf(c[i])
        : new Plus(new Leaf(c[i]), new Times(new Leaf(x), hornerTree(c, i + 1, x)));
  }

  @Differentiable
  static double treeByRecursion(double[] c, double x) {
    return valueOf(hornerTree(c, 0, x));
  }

  sealed interface Ex permits Num, Var, Neg, Add {}

  record Num(double v) implements Ex {}

  record Var(int i) implements Ex {}

  record Neg(Ex of) implements Ex {}

  record Add(Ex a, Ex b) implements Ex {}

  static double eval(Ex e, double[] x) {
    return switch (e) {
      case Num(double v) -> v * x[0];
      case Var(int i) -> x[i];
      case Neg(Ex of) -> -eval(of, x) * eval(of, x);
      case Add(Ex a, Ex b) -> eval(a, x) + eval(b, x) * x[1];
    };
  }

  @Differentiable
  @Inputs("x = {0.5, 0.7, 1.1}")
  static double numbersOnTheRight(double[] x) {
    Ex e = new Num(1);
    for (int i = 0; i < x.length; i++) {
      e = new Add(e, new Num(x[i]));
    }
    return eval(e, x);
  }

  static Ex half(double[] x, int from, int to) {
    if (to - from == 1) {
      return x[from] > 1 ? new Num(x[from] * x[from]) : new Var(from);
    }
    int middle = (from + to) >>> 1;
    return new Add(half(x, from, middle), new Neg(half(x, middle, to)));
  }

  @Differentiable
  @Inputs("x = {0.5, 0.7, 1.1, 0.2, 2}")
  static double halvesAndAll(double[] x) {
    Ex e = half(x, 0, x.length);
    return eval(e, x) + eval(new Add(e, e), x) * 0.5;
  }

  @Differentiable
  @Inputs("x = {0.5, 0.7, 1.1, 0.2}; at = 2")
  @Inputs("x = {0.5, 0.7, 1.1, 0.2}; at = 7")
  static double nullInTheTree(double[] x, int at) {
    Ex e = new Neg(new Var(0));
    for (int i = 0; i < x.length; i++) {
      e = i == at ? new Neg(null) : new Add(new Neg(e), new Neg(new Num(x[i])));
    }
    try {
      return eval(e, x);
    } catch (NullPointerException none) {
      return x[1] * x[1];
    }
  }

  static final class Link {
    final Link next;
    final double v;

    Link(Link next, double v) {
      this.next = next;
      this.v = v;
    }
  }

  static double links(Link link, int n, double x) {
    return switch (link) {
      case Link l when n > 0 -> l.v * x + links(l.next, n - 1, x * x);
      case Link l -> 2 * x;
    };
  }

  @Differentiable
  @Inputs("x = 0.9; n = 1")
  @Inputs("x = 0.9; n = 2")
  @Inputs("x = 0.9; n = 3")
  @Inputs("x = 0.9; n = 4")
  static double endOfLinks(double x, int n) {
    Link link = null;
    for (int i = 0; i < 3; i++) {
      link = new Link(link, x * (i + 1));
    }
    try {
      return links(link, n, x);
    } catch (NullPointerException none) {
      return 5 * x;
    }
  }

  record Two<A, B>(A a, B b) {}

  @Differentiable
  static double whatIsInBoth(double x, boolean first) {
    Object o = first ? new Two<>(x, "s") : new Two<>("s", x);
    if (o instanceof Two(Double a, String s)) {
      return a * s.length();
    }
    return o instanceof Two<?, ?>(var a, Double b) ? b * x : 1;
  }

  @Differentiable
  static double chosenByWhatIsIn(double x, boolean first) {
    Object o = first ? new Two<>(x, "s") : new Two<>("t", x);
    double s = 0;
    s +=
        switch (o) {
          case Two(Double a, String c) -> {
            yield a + 2 * a;
          }
          default -> x * x;
        };
    return s;
  }

  sealed interface Perhaps<T> permits Some, None {}

  record Some<T>(T value) implements Perhaps<T> {}

  record None<T>() implements Perhaps<T> {}

  /** Null fits where the type of what is matched says so, whatever is in the record. */
  @Differentiable
  @Inputs("x = 0.7; n = 0")
  @Inputs("x = 0.7; n = 1")
  @Inputs("x = 0.7; n = 2")
  static double nullInAPattern(double x, int n) {
    Double value = n == 0 ? null : (Double) x;
    Object any = new Some<>(value);
    Perhaps<Double> some = n == 2 ? new None<>() : new Some<>(value);
    double of = any instanceof Some(Double v) ? v : x * x;
    return of
        * switch (some) {
          case Some(Double v) -> v == null ? 3 * x : 2 * v;
          case None() -> x * x;
        };
  }
}
