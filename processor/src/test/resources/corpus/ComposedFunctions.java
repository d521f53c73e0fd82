package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.function.*;

/** Functions composed in loops whose rounds are known, and handed over among many arguments. */
class ComposedFunctions {
  interface G { double at(double x); default G then(G o) { return v -> o.at(at(v)); } }
  static double sum(double x, G... gs) { double s = 0; for (G g : gs) s += g.at(x); return s; }
  @Differentiable static double varargs(double x, double y) { return sum(x, v -> v * y, Math::sin, v -> v * v); }
  @Differentiable static double listOf(double x, double y) { double s = 0; for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(v -> v * y, Math::sin)) s += f.applyAsDouble(x); List<DoubleUnaryOperator> l = List.of(v -> v * v, v -> v + y); for (var f : l) s *= f.applyAsDouble(s); return s; }
  @Differentiable static double asList(double x) { List<G> gs = Arrays.asList(v -> v * 2, v -> v * v); return gs.get(0).at(gs.get(1).at(x)); }
  @Differentiable static double composed(double x) { DoubleUnaryOperator f = v -> v; for (int i = 0; i < 3; i++) f = f.andThen(v -> v * v + 1); return f.applyAsDouble(x); }
  @Differentiable static double composedOwn(double x) { G f = v -> v; for (int i = 1; i <= 3; i++) { int k = i; f = f.then(v -> v * k + Math.sin(v)); } return f.at(x); }
  @Differentiable static double composedList(double x) { G f = v -> v; for (G g : List.<G>of(v -> v * 2, Math::sin, v -> v * v)) f = f.then(g); return f.at(x); }
  static double l1(double x) { record R(double a) {} return new R(x * 2).a(); }
  static double l2(double x) { record R(double a, double b) {} R r = new R(x, x * x); return r.a() * r.b(); }
  @Differentiable static double inlined(double x) { return l1(x) + l2(x); }
  @SafeVarargs static <T> double total(double x, ToDoubleFunction<T> f, T... ts) { double s = 0; for (T t : ts) s += f.applyAsDouble(t) * x; return s; }
  @SafeVarargs static <T> T last(T... ts) { return ts[ts.length - 1]; }
  @Differentiable static double generic(double x) { return last(x, 2 * x) + total(x, (String t) -> t.length(), "a", "bb"); }
  interface Expr { double eval(double x); }
  static Expr plus(Expr... es) { return v -> { double s = 0; for (Expr e : es) s += e.eval(v); return s; }; }
  static Expr times(Expr a, Expr b) { return v -> a.eval(v) * b.eval(v); }
  static Expr c(double k) { return v -> k; }
  @Differentiable static double expr(double x, double k) { return times(plus(v -> v, c(k), v -> v * v), plus(c(2), Math::sin)).eval(x); }
  @Differentiable static double map(double x, double y) { Map<String, DoubleBinaryOperator> ops = Map.of("+", (a, b) -> a + b, "*", (a, b) -> a * b); return ops.get("+").applyAsDouble(x, y) * ops.get("*").applyAsDouble(x, y); }
}
