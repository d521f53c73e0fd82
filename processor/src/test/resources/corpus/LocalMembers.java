package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Local classes with all that classes can have: bounds, constants, overloads, members, shapes. */
class LocalMembers {
  static final double SCALE = 2.5;
  enum Outer { A, B }
  static class Base { static final int SHADOW = 7; double held = 1.5; double twice(double z) { return 2 * z; } class Kind { double k = 3; } }
  interface Deep<T extends Number> extends Function<T, Double> { default double plus(T t) { return apply(t) + 1; } }
  double field = 3;

  // constants
  @Differentiable
  static double constants(double x) {
    final double local = 4;
    class C extends Base {
      static final double A = Math.PI * 2 + Math.E;
      static final double B = A * SCALE + SHADOW;
      static final int N = 3 << 2;
      static final long L = N * 5L + 'c';
      static final float F = 1 / 3f;
      static final boolean YES = N > 4 && !false;
      static final String S = "a" + N;
      final double k = local * B;
      final byte small = (byte) 300;
      static final double R = Math.sqrt(2);
      double of(double z) { return YES ? z * A + k + N + L * F + small + S.length() : z * R + R; }
    }
    return new C().of(x) * C.B + C.F * x + C.R * x + new C().twice(x) + new C().held * x;
  }

  // generics with bounds
  @Differentiable
  static double generics(double x, double y) {
    interface Num<T extends Num<T>> { T plus(T other); double v(); }
    record Real(double v) implements Num<Real> { public Real plus(Real other) { return new Real(v + other.v); } }
    record Pair<A extends Num<A> & Serializable, B>(A a, B b) { }
    record Both(double v) implements Num<Both>, Serializable { public Both plus(Both o) { return new Both(v * o.v); } }
    class Sum<T extends Num<T>> {
      T total;
      Sum(T zero) { total = zero; }
      Sum<T> add(T t) { total = total.plus(t); return this; }
      Sum<T> addAll(List<? extends T> all) { for (T each : all) { total = total.plus(each); } return this; }
      double v() { return total.v(); }
    }
    List<Real> reals = new ArrayList<>();
    reals.add(new Real(x)); reals.add(new Real(x * y));
    Pair<Both, Double> pair = new Pair<>(new Both(x), y * y);
    double d = new Sum<>(new Real(y)).add(new Real(x)).addAll(reals).v();
    return d * pair.a().plus(new Both(y)).v() * pair.b();
  }

  // varargs, overloads, static methods, statics in interfaces
  @Differentiable
  static double overloads(double x) {
    class O {
      double f(double a) { return a; }
      double f(int a) { return 2 * a * x; }
      double f(double... all) { double s = 0; for (double each : all) { s += each; } return s * 3; }
      double f(Object o) { return 5 * x; }
      double f(Base b) { return 7 * x * b.held; }
    }
    record S(double v) { S { v = v * 2; } S(int n) { this(n * 1.5); } static S of(double... v) { return new S(v[0] * v[1]); } public double v() { return v + 1; } }
    O o = new O();
    return o.f(1) + o.f(x) + o.f(x, x, x) + o.f("") + o.f(new Base()) + S.of(x, x * x).v() + new S(2).v * x + o.f();
  }

  // enum with fields, interface, switch
  @Differentiable
  static double enums(double x, int n) {
    interface Rate { double at(double t); }
    enum Day implements Rate {
      LOW(1.5) { public double at(double t) { return k * t; } double more(double t) { return t; } },
      HIGH(2.5) { public double at(double t) { return k * t * t + more(t); } double more(double t) { return t * t * t; } };
      final double k;
      static final double BASE = 1.25 * SCALE;
      Day(double k) { this.k = k; }
      abstract double more(double t);
    }
    Day day = n > 2 ? Day.HIGH : Day.LOW;
    double s = 0;
    for (Day each : Day.values()) { s += each.at(x) * each.ordinal(); }
    return day.at(x) + s * Day.BASE + Day.valueOf("LOW").at(x) + switch (day) { case LOW -> x; case HIGH -> x * x; };
  }

  // patterns
  @Differentiable
  static double patterns(double x, double y) {
    interface Expr { }
    record Const(double v) implements Expr { }
    record Add(Expr l, Expr r) implements Expr { }
    Expr e = x > 1 ? new Add(new Const(x), new Const(y)) : new Const(x * y);
    if (e instanceof Add a && a.l() instanceof Const c) { return c.v() * y; }
    Object o = e;
    if (o instanceof Const c) { return c.v() * x; }
    return x;
  }

  // instance method of a generic class: outer object
  @Differentiable
  double instance(double x) {
    class In { double k = field * x; class Deeper { double of(double z) { return z * k * field; } } Deeper deeper() { return new Deeper(); } }
    return new In().deeper().of(x);
  }

  // streams and functional
  @Differentiable
  static double streams(double[] v) {
    record P(double a, double b) { double m() { return a * b; } static P of(double z) { return new P(z, z + 1); } }
    interface Tri { double apply(double a, double b, double c); }
    Tri tri = (a, b, c) -> a * b * c;
    Supplier<P> sup = () -> new P(v[0], v[1]);
    Function<P, Double> f = P::m;
    return Arrays.stream(v).mapToObj(P::of).mapToDouble(P::m).sum() + tri.apply(v[0], v[1], 2) + sup.get().m() * f.apply(new P(v[0], 2));
  }

  @Differentiable
  static double shapes(double[] v, double[] w) {
    record Vec(@Shape("n") double[] a, @Shape("n") double[] b) { double dot() { double s = 0; for (int i = 0; i < a.length; i++) { s += a[i] * b[i]; } return s; } }
    return new Vec(v, w).dot() * v[0];
  }

  @Differentiable
  static double inSwitch(double x, int n) {
    switch (n) {
      case 1:
        record T(double a) { }
        return new T(x).a() * x;
      default:
        record U(double t) { }
        return new U(x).t() * 3;
    }
  }

  @Differentiable({Derivative.GRADIENT, Derivative.HESSIAN, Derivative.HVP})
  static double second(double x, double y) {
    class Acc { double s; Acc add(double z) { s += z * z * y; return this; } }
    Acc[] accs = {new Acc().add(x), new Acc().add(y)};
    List<Acc> list = new ArrayList<>();
    for (Acc each : accs) { list.add(each); }
    double r = 0; for (Acc a : list) { r += a.s * x; }
    return r;
  }

  @Differentiable
  static double iterable(double x) {
    class Range implements Iterable<Integer> {
      final int n; Range(int n) { this.n = n; }
      public Iterator<Integer> iterator() { return new Iterator<>() { int i = 0; public boolean hasNext() { return i < n; } public Integer next() { return i++; } }; }
    }
    double s = 0; for (int i : new Range(3)) { s += i * x * x; } return s;
  }

  @Differentiable
  static double deep(double x) {
    class D implements Deep<Double> { public Double apply(Double t) { return t * x; } }
    Deep<Double> d = new D();
    return d.plus(x) * new D().apply(2.0);
  }

  interface Named { String NAME = "abc"; double WEIGHT = 2.5; }

  @Differentiable
  static double inheritsConstants(double x) {
    class A implements Named { double f() { return WEIGHT * x + NAME.length(); } }
    class B extends A { static final double WEIGHT = Named.WEIGHT * 2; @Override double f() { return WEIGHT * super.f(); } }
    return new B().f() + new A().f() + A.WEIGHT;
  }

  @Differentiable
  static double comparing(double x, double y) {
    record Item(double price, int rank) implements Comparable<Item> { public int compareTo(Item o) { return Integer.compare(rank, o.rank); } static int count = 3; }
    List<Item> items = new ArrayList<>();
    items.add(new Item(x, 2)); items.add(new Item(y, 1));
    Item best = items.get(0);
    for (Item i : items) { if (i.compareTo(best) < 0) best = i; }
    return best.price() * x + Item.count;
  }

  @Differentiable
  static double shaped(double[] a, double[] b) {
    class Dot { final double[] w; Dot(@Shape("n") double[] w) { this.w = w; } double with(@Shape("n") double[] o) { double s = 0; for (int i = 0; i < w.length; i++) s += w[i] * o[i]; return s; } @Shape("n") double[] scaled(double k) { double[] r = new double[w.length]; for (int i = 0; i < w.length; i++) r[i] = w[i] * k; return r; } }
    Dot d = new Dot(a);
    return d.with(b) + d.scaled(a[0])[0];
  }

  @Differentiable
  static double nested(double x) {
    class Outer<T> { T t; Outer(T t) { this.t = t; }
      class Inner { T get() { return t; } }
      static class Stat { double d = 4; }
      record Rec(double q) { }
      enum Col { RED, BLUE }
      interface I { double ap(double z); }
      Inner inner() { return new Inner(); } }
    Outer<Double> o = new Outer<>(x * 3);
    Outer.I i = z -> z * x;
    Outer.Rec r = new Outer.Rec(x);
    return o.inner().get() * x + new Outer.Stat().d * x + i.ap(x) + r.q() + (Outer.Col.RED.ordinal() + 1) * x;
  }

  @Differentiable
  static double funcs(double x) {
    interface F<A, B> { B ap(A a); default <C> F<A, C> then(F<? super B, ? extends C> g) { return a -> g.ap(ap(a)); } static <Z> F<Z, Z> id() { return z -> z; } }
    class Twice implements F<Double, Double> { public Double ap(Double d) { return 2 * d * x; } }
    F<Double, Double> t = new Twice();
    F<Double, Double> u = t.then(d -> d * d);
    return u.ap(x);
  }
}
