package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Lists whose type arguments follow from where they go, or from what they hold. */
class Lists {
  static final class Poly {
    final List<Double> c;
    final double k;

    Poly(List<Double> c, double k) {
      this.c = c;
      this.k = k;
    }

    double at(double x) {
      double s = k;
      for (double v : c) s = s * x + v;
      return s;
    }
  }

  @Differentiable
  static double none(double x) {
    return new Poly(List.of(), x).at(x);
  }

  @Differentiable
  static double some(double x) {
    return new Poly(List.of(1.0, x), 2).at(x);
  }

  static double sum(List<Double> l, double x) {
    double s = x;
    for (double v : l) s += v * x;
    return s;
  }

  @Differentiable
  static double helper(double x) {
    return sum(List.of(), x) + sum(List.of(x, 2.0), x);
  }

  interface P {
    double at(double x);
  }

  static final class A implements P {
    final double k;

    A(double k) {
      this.k = k;
    }

    public double at(double x) {
      return k * x;
    }
  }

  static final class B implements P {
    final double k;

    B(double k) {
      this.k = k;
    }

    public double at(double x) {
      return Math.sin(k * x);
    }
  }

  @Differentiable
  static double mix(double x) {
    List<P> l = List.of(new A(x), new B(2));
    double s = 0;
    for (P p : l) s += p.at(x);
    return s;
  }

  @Differentiable
  static double vari(double x) {
    var l = List.of(new A(x), new B(2));
    double s = 0;
    for (P p : l) s += p.at(x);
    return s;
  }

  @Differentiable
  static double direct(double x) {
    double s = 0;
    for (P p : List.of(new A(x), new B(2))) s += p.at(x);
    return s;
  }

  static double sumOf(List<? extends P> l, double x) {
    double s = 0;
    for (P p : l) s += p.at(x);
    return s;
  }

  @Differentiable
  static double passed(double x) {
    return sumOf(List.of(new A(x), new B(x), new A(3)), x);
  }

  record Pair(double a, double b) {}
  @Differentiable static double ofRecords(double x) { Pair[] vs = {new Pair(x, 1), new Pair(2, x)}; List<Pair> l = List.of(vs); List<Pair> m = Arrays.asList(vs); vs[0] = new Pair(x * x, x); double s = 0; for (Pair v : l) s += v.a() * v.b(); return s + m.get(0).b() * m.size(); }
  static class Mass { double v; Mass(double v) { this.v = v; } }
  @Differentiable static double ofObjects(double x) { Mass[] ps = {new Mass(x), new Mass(2 * x)}; List<Mass> l = List.of(ps); for (Mass p : l) p.v *= x; return ps[0].v + l.get(1).v; }
  @Differentiable static double ofFunctions(double x, double y) { List<DoubleUnaryOperator> l = List.of(Math::sin, v -> v * y, v -> Math.exp(-v)); double r = x; for (DoubleUnaryOperator f : l) r = f.applyAsDouble(r); return r; }
  static List<DoubleUnaryOperator> made(double y) { return Arrays.asList(v -> v * y, Math::cos); }
  @Differentiable static double returned(double x, double y) { double r = x; for (DoubleUnaryOperator f : made(y)) r += f.applyAsDouble(r); return r; }
  @Differentiable static double addedMeanwhile(double x) { List<Double> l = new ArrayList<>(); l.add(x); l.add(2 * x); double s = 0; try { for (double v : l) { s += v * x; if (x > 0.5) l.add(v * x); } } catch (ConcurrentModificationException e) { s *= s; } return s; }
  @Differentiable static double removedMeanwhile(double x) { List<Double> l = new ArrayList<>(); l.add(x); l.add(2 * x); l.add(x); double s = 0; try { for (double v : l) { s += v * x; if (x > 0.5 && l.size() == 3) l.remove(0); } } catch (ConcurrentModificationException e) { s *= s; } return s; }
  @Differentiable static double removedLast(double x) { List<Double> l = new ArrayList<>(); l.add(x); l.add(2 * x); l.add(x); double s = 0; for (double v : l) { s += v * x; if (l.size() == 3 && s > x * x) l.remove(0); } return s; }
  @Differentiable static double inserted(double[] a) { List<Double> l = new ArrayList<>(); for (double v : a) { int k = 0; while (k < l.size() && l.get(k) < v) k++; l.add(k, v); } double s = 0; for (int i = 0; i < l.size(); i++) s += i * l.get(i) * l.get(i); return s; }
  @Differentiable static double insertedObjects(double x) { List<Mass> l = new ArrayList<>(); for (int i = 0; i < 14; i++) { l.add(i / 2, new Mass(i * x)); } l.get(3).v *= x; l.add(0, l.get(5)); l.get(0).v += x; double s = 0; for (Mass m : l) s = s * x + m.v; return s; }
  @Differentiable static double insertedBeyond(double x) { List<Double> l = new ArrayList<>(); l.add(0, x); double s = 1; try { l.add(1, x * x); s += l.get(1); l.add(3, x); s = 0; } catch (IndexOutOfBoundsException e) { s *= l.get(1) * l.size(); } return s; }
  static double fill(List<Double> into, double[] a) { double s = 0; for (double v : a) { into.add(v * s); s += v; } return s * into.get(into.size() - 1); }
  @Differentiable static double filled(double[] a) { return fill(new ArrayList<>(), a) * a[0]; }
  static List<Mass> massed(List<Mass> into, double x) { into.add(new Mass(x)); into.add(0, new Mass(x * x)); return into; }
  @Differentiable static double handedBack(double x) { List<Mass> l = massed(massed(new ArrayList<>(), x), x * 3); double s = 0; for (Mass m : l) s = s * x + m.v; return s; }
  static <T> double counted(List<T> into, T one, double x) { into.add(one); return into.size() * x * x; }
  @Differentiable static double ofAnything(double x) { return counted(new ArrayList<>(), "a", x); }
  interface Sink { double take(List<Double> into, double x); }
  @Differentiable static double toFunction(double x) { Sink sink = (into, v) -> { into.add(v * v); return into.get(0) * x; }; Sink other = new Sink() { double all(List<Double> l, double v) { l.add(v); l.add(x); return l.get(0) * l.get(1); } @Override public double take(List<Double> into, double v) { return all(into, v) * v; } }; return sink.take(new ArrayList<>(), x + 1) * other.take(new ArrayList<>(), x); }
}
