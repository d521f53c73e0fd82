package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.function.*;

/** Variables that hold a number or an object: an {@code Object} may be a number or a text. */
class NumbersAndObjects {
  record Box(Object o, double w) { }
  static class Held { Object v; Held(Object v) { this.v = v; } }
  record A(double v) {}
  static class Cell { double v; Cell(double v) { this.v = v; } }
  @Differentiable static double constants(double x, int mode) {
    Object o; if (mode == 0) o = 2; else o = "text";
    if (o instanceof Integer i) return x * i;
    return x;
  }
  @Differentiable static double conditional(double x, int mode) {
    Object o = mode == 0 ? (Object) Integer.valueOf(2) : "text";
    return o instanceof String s ? x * x * s.length() : x;
  }
  @Differentiable static double cast(double x, int mode) {
    Object o = mode == 0 ? (Object) x : "text";
    return o instanceof String s ? x * x * s.length() : x * (Double) o;
  }
  @Differentiable static double ofFive(double x, int mode) {
    Object o = mode == 0 ? (Object) x : mode == 1 ? (Object) 3 : mode == 2 ? new A(x * x) : mode == 3 ? "text" : null;
    if (o instanceof Double d && d > 1) return d * d;
    if (o instanceof Number n) return n.doubleValue() * x;
    if (o instanceof A a) return a.v() * x;
    return o == null ? -x : x * 2;
  }
  static double at(Object o, double x) { if (o instanceof Double d) return d * x; if (o instanceof Integer i) return i * x; return o instanceof String s ? s.length() * x : 0; }
  @Differentiable static double inLoop(double x, int mode) {
    double r = 0; Object last = "none";
    for (int i = 0; i < 4; i++) { Object o = i % 2 == 0 ? (Object) (x * i) : "text"; r += at(o, x); if (last instanceof Double d) r += d; last = i == mode ? o : i == 2 ? (Object) i : last; }
    return r + at(last, x);
  }
  @Differentiable static double equal(double x, int mode) {
    Object o = mode == 0 ? (Object) 2 : mode == 1 ? (Object) 2L : "text";
    return o.equals(2) ? x : o.equals("text") ? x * x : x * o.hashCode();
  }
  @Differentiable static double text(double x, int mode) {
    Object o = mode == 0 ? (Object) 2 : mode == 1 ? (Object) 2.5 : "text";
    return x * o.toString().length() + (o instanceof Comparable ? x : 1);
  }
  @Differentiable static double handedOut(double x, int mode) {
    Object o = mode == 0 ? (Object) 2 : "text";
    List<Object> l = new ArrayList<>(); l.add(o); l.add("z");
    Object[] os = {o, "u"};
    String t = "a" + o;
    return x * l.size() * t.length() + (l.get(0) instanceof Integer i ? i : 7) + (os[0] instanceof Integer i ? i * x : 3);
  }
  static Object pick(double x, int mode) { if (mode == 0) return x; return mode == 1 ? "a" : (Object) mode; }
  @Differentiable static double returned(double x, int mode) {
    Object o = pick(x, mode);
    Object p = o;

    return at(pick(x * 2, mode + 1), x) + at(p, x);
  }
  static Object deep(double x, int n) { return n <= 0 ? (Object) x : n == 1 ? "s" : deep(x * 2, n - 2); }
  @Differentiable static double recursive(double x, int mode) { return at(deep(x, mode), x); }
  @Differentiable static double besideNull(double x, int mode) {
    Object o = mode == 0 ? null : mode == 1 ? (Object) x : "q";
    Double d = o instanceof Double ? (Double) o : null;
    if (o == null) return x;
    Number n = mode == 2 ? (Number) 3 : (Number) x;
    return (d == null ? 2 : d) * x + n.doubleValue();
  }
  @Differentiable static double kinds(double x, int mode) {
    Object o = mode == 0 ? (Object) 'c' : mode == 1 ? (Object) true : mode == 2 ? (Object) 1f : "t";
    if (o instanceof Character c) return x * c;
    if (o instanceof Boolean b) return b ? x : 2;
    if (o instanceof Float f) return f * x;
    return x * x;
  }
  @Differentiable static double comparable(double x, int mode) { Comparable<?> c = mode == 0 ? (Comparable<?>) 1 : "a"; return c instanceof Integer i ? i * x : x * x; }
  static <T> T pick(boolean b, T p, T q) { return b ? p : q; }
  @Differentiable static double generic(double x, int mode) { Object o = pick(mode == 0, (Object) x, "a"); return at(o, x); }
  @Differentiable static double inRecord(double x, int mode) { Box b = new Box(mode == 0 ? (Object) x : "a", x * x); Box c = mode > 1 ? b : new Box(7, x); return at(b.o(), c.w()) + at(c.o(), x); }
  @Differentiable static double inField(double x, int mode) { Held b = new Held("a"); for (int i = 0; i < mode; i++) b.v = i == 1 ? (Object) (x * 2) : i == 3 ? (Object) 3 : b.v; return at(b.v, x) * x; }
  @Differentiable static double equalByObjects(double x, int mode) { Object o = mode == 0 ? (Object) 2 : "t"; return java.util.Objects.equals(o, 2) ? x : java.util.Objects.equals(o, "t") ? x * x : 2; }
  @Differentiable static double unboxed(double x, int mode) { Object o = mode == 0 ? (Object) 2 : mode == 1 ? (Object) 'c' : "t"; int k = mode == 0 ? (int) o : 1; Integer j = mode == 0 ? (Integer) o : null; return x * k + (j == null ? 0 : j); }
  @Differentiable static double inFunctions(double x, int mode) { Supplier<Object> s = () -> mode == 0 ? (Object) x : "a"; Function<Object, Double> f = o -> at(o, x); return f.apply(s.get()) + f.apply(3); }
  @Differentiable static double reassigned(double x, int mode) { Object o = x; if (mode > 1) o = "text"; if (mode > 2) o = new A(x); if (mode > 3) o = null; if (!(o instanceof Double d)) return o instanceof A a ? a.v() * 3 : x * 2; return d * d; }
  @Differentiable static double numbers(double x, int mode) { Number n = mode == 0 ? (Number) 2 : mode == 1 ? (Number) x : (Number) 3L; return n.doubleValue() * x + n.intValue(); }
  @Differentiable static double inCondition(double x, int mode) { Object o = mode == 0 ? (Object) 2 : "t"; if (o == null) return x; Object p = o; while (p instanceof String s && s.length() < 4) { p = s.length() < mode ? s + "u" : (Object) 5; } return p instanceof Integer i ? i * x : x * x; }
  @Differentiable static double caught(double x, int mode) { Object o = mode == 0 ? (Object) 2.0 : "t"; try { return (Double) o * x; } catch (ClassCastException e) { return -x; } }
  @Differentiable static double inArray(double x, int mode) { Object o = mode == 0 ? (Object) 2.5f : "t"; Object[] os = {o, "u", 2}; double r = 0; for (Object p : os) r += p instanceof Float f ? f * x : p instanceof Integer i ? i * x : x * x; return r; }
  static Object rec(Object o, int n) { return n <= 0 ? o : rec(n == 2 ? "z" : n == 1 ? (Object) 4 : o, n - 1); }
  @Differentiable static double changedByRecursion(double x, int mode) { return at(rec(x, mode), x); }
  @Differentiable static double inTexts(double x, int mode) { Object o = mode == 0 ? (Object) 2 : "t"; StringBuilder sb = new StringBuilder(); sb.append(o).append(x > 1 ? (Object) 1 : "w"); return sb.length() * x + String.valueOf(o).length() + ("" + o).length() * x; }
  @Differentiable static double inSwitches(double x, int mode) { Object o; switch (mode) { case 0: o = x; break; case 1: o = 'c'; break; case 2: o = 7L; break; default: o = "s"; } Object q = switch (mode) { case 0 -> x * 2; case 1 -> "t"; default -> o; }; return at(o, x) + at(q, x) + (q instanceof Long l ? l : 0); }
  @Differentiable static double optional(double x, int mode) { Optional<Object> o = Optional.of(mode == 0 ? (Object) x : "a"); return o.map(e -> at(e, x)).orElse(2.0); }
  @Differentiable static double swapped(double x, int mode) { Object a = mode == 0 ? (Object) 1 : "a"; Object b = mode == 1 ? (Object) 2 : "b"; Object t = a; a = b; b = t; return at(a, x) + 2 * at(b, x) + (a.hashCode() == b.hashCode() ? x : 0); }
  @Differentiable static double same(double x, int mode) { Object o = mode == 0 ? (Object) 2 : "t"; return o == "t" ? x : x * x; }
  @Differentiable static double sameAsGiven(double x, String p, int mode) { Object o = mode == 0 ? (Object) 2 : "t"; return o == p ? x : o != null ? x * x : 3; }
  @Differentiable static double locked(double x, int mode) { Object o = mode == 0 ? (Object) x : "a"; synchronized (o) { return x; } }
  @Differentiable static double elements(double x, int mode) { Object[] m = new Object[2]; m[0] = x; m[1] = mode > 1 ? 2 : "text"; double r = 0; for (Object o : m) r += o instanceof Double d ? d : 1; return r; }
}
