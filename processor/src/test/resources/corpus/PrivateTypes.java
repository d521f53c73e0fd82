package corpus;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
/** Private classes in every place: the companion can name none of them. */
class PrivateTypes {
  private static class Pair {
    final double hi; final Pair next; int n = 2; Pair[] many;
    Pair(double hi) { this.hi = hi; this.next = null; }
    Pair twice() { return new Pair(2 * hi); }
    static Pair one = new Pair(1);
    static Pair of(double d) { return new Pair(d); }
    Pair plus(Pair o) { return new Pair(hi + o.hi); }
    @Override public boolean equals(Object o) { return o instanceof Pair; }
    @Override public int hashCode() { return 1; }
  }
  private enum Kind { A, B; double f() { return ordinal() + 1; } }
  private interface Fun { double f(); }
  private record R(double a, double b) { double s() { return a + b; } }
  private record Name(String s, int k) {}
  private static final Pair[] WEIGHTS = { new Pair(1), new Pair(2) };
  private static final List<Pair> LIST = List.of(new Pair(3));
  private static final Map<String, Pair> MAP = Map.of("a", new Pair(3));
  private static Pair fixed = new Pair(7);
  static Pair open = new Pair(7);
  private static Kind kind = Kind.B;
  private static final Fun FUN = () -> 3;
  private static Pair[][] grid = {{new Pair(3)}};
  @Differentiable static double f(double x) { Pair p = new Pair(1); for (int i = 0; i < 3; i++) { p = p.twice(); } return x * p.hi; }
  @Differentiable static double weights(double x) { double s = 0; for (int i = 0; i < WEIGHTS.length; i++) s += WEIGHTS[i].hi * x * x; return s; }
  @Differentiable static double each(double x) { double s = 0; for (Pair p : WEIGHTS) s += p.hi * x * x; return s; }
  @Differentiable static double list(double x) { double s = 0; for (Pair p : LIST) s += p.hi * x * x; return s * LIST.get(0).hi; }
  @Differentiable static double map(double x) { Pair p = MAP.get("a"); return x * p.hi; }
  @Differentiable static double fix(double x) { return x * fixed.hi * fixed.twice().hi; }
  @Differentiable static double open(double x) { Pair q = open; return x * open.hi * q.plus(fixed).hi; }
  @Differentiable static double unused(double x) { Pair q = open; Pair r = open.twice(); new Pair(3); return x; }
  @Differentiable static double kind(double x) { Kind k = kind; return k == Kind.A ? x : x * k.f(); }
  @Differentiable static double sw(double x) { switch (kind) { case A: return x; default: return x * x; } }
  @Differentiable static double fun(double x) { Fun f = FUN; return x * f.f(); }
  @Differentiable static double cond(double x, boolean b) { Pair p = b ? fixed : open; return x * p.hi; }
  @Differentiable static double nul(double x, boolean b) { Pair p = b ? fixed : null; return p == null ? x : x * p.hi * x; }
  @Differentiable static double grid(double x) { return x * grid[0][0].hi; }
  @Differentiable static double arr(double x) { Pair[] a = new Pair[2]; a[0] = fixed; a[1] = new Pair(3); return x * a[0].hi * a[1].hi; }
  @Differentiable static double arr2(double x) { Pair[] a = {fixed, open}; Pair[] b = a.clone(); return x * b[0].hi * a[1].hi; }
  @Differentiable static double rec(double x) { R r = new R(x, 2); return r.a() * r.b() * r.s(); }
  @Differentiable static double name(double x) { Name n = new Name("a", 3); return n.k() * x * n.s().length(); }
  private static <T> T pick(T a, T b) { return a; }
  @Differentiable static double gen(double x) { return x * pick(fixed, open).hi; }
  @Differentiable static double gen2(double x) { Pair p = pick(fixed, open); return x * p.hi; }
  @Differentiable static double newList(double x) { List<Pair> l = new ArrayList<>(); l.add(fixed); l.add(new Pair(2)); return x * l.get(1).hi; }
  @Differentiable static double newList2(double x) { List<Pair> l = new ArrayList<Pair>(); l.add(fixed); double s = 0; for (Pair p : l) s += p.hi * x; return s; }
  @Differentiable static double opt(double x) { Optional<Pair> l = Optional.of(fixed); return x * l.get().hi; }
  @Differentiable static double eq(double x) { return fixed.equals(open) ? x : 2 * x; }
  @Differentiable static double same(double x) { return fixed == open ? x : 2 * x; }
  @Differentiable static double str(double x) { if (x < -9) throw new IllegalStateException("bad " + fixed + WEIGHTS.length); return 2 * x; }
  @Differentiable static double rcr(double x, int n) { Pair p = fixed; return n == 0 ? x * p.hi : x * rcr2(x, n - 1, p); }
  private static double rcr2(double x, int n, Pair p) { return n == 0 ? x * p.hi : x * rcr2(x, n - 1, p.twice()); }
  @Differentiable static double helper(double x) { return x * PrivateTypesHelper.h(x); }
  private static class Priv2 extends Pair { Priv2() { super(9); } double g() { return hi; } }
  @Differentiable static double sub(double x) { Pair p = new Priv2(); Priv2 q = new Priv2(); return x * p.hi * q.hi * q.g() * ((Pair) q).n; }
  @Differentiable static double wh(double x) { Pair p = fixed; int i = 0; while (p != null) { p = p.next; x *= 2; } return x; }
  private Pair mine = new Pair(5);
  @Differentiable double ins(double x) { return mine.hi * x * mine.twice().n; }
  @Differentiable double vis(double x, Object o) { return o.equals(mine) ? x : x * x; }
  private static class Ratio<T extends Pair> { final T top; private final T bottom; final List<T> all; Ratio(T top, T bottom) { this.top = top; this.bottom = bottom; this.all = List.of(top, bottom); } T top() { return top; } List<T> all() { return all; } }
  private static final Ratio<Pair> RATIO = new Ratio<>(new Pair(3), new Pair(4));
  @Differentiable static double ratio(double x) { return x * RATIO.top.hi / RATIO.bottom.hi * RATIO.top().hi * RATIO.all().get(1).hi * RATIO.all.get(0).hi; }
  static class Open<T> { final T content; Open(T content) { this.content = content; } T content() { return content; } List<T> twice() { return List.of(content, content); } void check(T other) { if (other != content) throw new IllegalArgumentException(); } }
  static final Open<Pair> OPEN = new Open<>(new Pair(5));
  private static final Open<List<Pair>> OPEN_LIST = new Open<>(List.of(new Pair(5)));
  @Differentiable static double openField(double x) { return x * OPEN.content.hi * OPEN.content().hi * OPEN.twice().get(0).hi; }
  @Differentiable static double openList(double x) { double s = 0; for (Pair p : OPEN_LIST.content) s += p.hi; for (Pair p : OPEN_LIST.content()) s += p.hi; for (List<Pair> l : OPEN_LIST.twice()) s += l.get(0).hi; return s * x; }
  @Differentiable static double openChecked(double x) { OPEN.check(OPEN.content); return x * x; }
  private static final Map<String, List<Pair>> LISTS = Map.of("a", List.of(new Pair(2)));
  @Differentiable static double entries(double x) { double s = 0; for (Map.Entry<String, List<Pair>> e : LISTS.entrySet()) { for (Pair p : e.getValue()) s += p.hi * e.getKey().length(); } return s * x; }
  @Differentiable static double asList(double x) { List<Pair> l = java.util.Arrays.asList(fixed, open, new Pair(3)); return x * l.get(2).hi; }
  @Differentiable static double arrayOfRows(double x) { Pair[][] g = new Pair[2][]; g[1] = new Pair[] {fixed}; return x * g[1][0].hi; }
  @Differentiable static double compared(double x) { return kind.compareTo(Kind.A) > 0 ? x * kind.ordinal() * kind.name().length() : x; }
  @Differentiable static double[] values(double x) { double s = x; for (Kind k : Kind.values()) s *= k.f() + k.ordinal() + x; return new double[] {s}; }
  @Differentiable static double cast(double x) { Object o = fixed; return x * ((Pair) o).hi; }
  private static final class Deep { private static final class Deeper { static final Deeper ONE = new Deeper(); private final double k = 3; double k() { return k; } } }
  @Differentiable static double deeper(double x) { Deep.Deeper d = Deep.Deeper.ONE; return x * d.k * d.k() * Deep.Deeper.ONE.k(); }
  static class Base { double scale = 2; double scale() { return scale; } int number() { return 3; } }
  private static class Derived extends Base { @Override double scale() { return 3; } }
  @Differentiable static double base(double x) { Derived d = new Derived(); Base b = d; return x * d.scale * b.scale * d.number() * b.number(); }
  @Differentiable static double overridden(double x) { Base b = new Derived(); Derived d = new Derived(); return x * d.scale(); }
  @Differentiable static double ternary(double x, boolean b) { Pair[] p = b ? WEIGHTS : new Pair[] {fixed}; return x * p[0].hi * p.length; }
  @Differentiable static double inFunction(double x, int n) { return powers(x, n, WEIGHTS, kind, LIST); }
  private static double powers(double x, int n, Pair[] w, Kind k, List<Pair> l) { return n == 0 ? k.f() * l.get(0).hi : x * w[n % 2].hi * powers(x, n - 1, w, k, l); }
  private interface Shape { int corners(); default int twice() { return 2 * corners(); } }
  private record Square(int size) implements Shape { public int corners() { return 4; } }
  private static final Shape SHAPE = new Square(3);
  @Differentiable static double shape(double x) { Shape s = SHAPE; Square q = new Square(2); return x * s.corners() * s.twice() * q.size() * q.size * q.twice(); }
  @Differentiable static double inText(double x) { String s = "a" + fixed.n + kind + SHAPE; return x * s.length(); }
  @Differentiable static double chosen(double x) { Pair p = switch (kind) { case A -> fixed; case B -> open; }; return x * p.hi; }
  static double use(Pair p) { return p.hi; }
  static <T> T give(Class<T> type, T t) { return t; }
  @Differentiable static double handed(double x) { return use(fixed) * x * give(Pair.class, open).hi; }
}
class PrivateTypesHelper {
  private static class W { double k; private int q = 2; W(double k) { this.k = k; } }
  private static final W[] WS = { new W(1), new W(3) };
  private static class Box<T> { T t; Box(T t) { this.t = t; } T get() { return t; } }
  private static Box<W> box = new Box<>(new W(3));
  static double h(double x) { double s = 0; for (W w : WS) s += w.k * x * w.q; W b = box.get(); return s * b.k * box.t.k; }

  private abstract static class Curve {
    double shift = 0.25;

    abstract double at(double x);

    double shifted(double x) {
      return at(x + shift);
    }
  }

  private static final class Wave extends Curve {
    private final double[] weights;

    Wave(double[] weights) {
      this.weights = weights;
    }

    @Differentiable
    @Override
    double at(double x) {
      double sum = 0;
      for (double weight : weights) {
        sum += weight * Math.sin(x * weight);
      }
      return sum;
    }

    @Differentiable
    double twice(double x) {
      return shifted(x) * at(x) + half(x);
    }

    private double half(double x) {
      return x / 2;
    }
  }

  private static class Score {
    @Shape("n") final double[] weights;
    private final int count;

    Score(double[] weights, int count) {
      this.weights = weights;
      this.count = count;
    }

    @Differentiable
    double of(@Shape("n") double[] x) {
      return parts(x)[0] * count;
    }

    @Differentiable
    private double[] parts(double[] x) {
      double[] parts = new double[count + 1];
      for (int i = 0; i < x.length; i++) {
        parts[i % parts.length] += weights[i] * x[i] * x[i];
      }
      return parts;
    }
  }
}
