package corpus;

import cotangent.Differentiable;
import java.util.*;

/** Boxed numbers that may be null: in variables, arrays, fields, queues, and as results. */
class BoxedNumbers {
  @Differentiable static double best(double[] x) { Double best = null; for (double v : x) { if (best == null || v > best) best = v; } return best * best; }
  @Differentiable static double memo(double x) { Double[] memo = new Double[5]; for (int i = 0; i < 10; i++) { int n = i % 5; if (memo[n] == null) memo[n] = Math.sin(x * n); x += memo[n]; } return x; }
  @Differentiable static double choice(double x, double y) { Double d = x > y ? x : null; if (d == null) return y; return d * y; }
  @Differentiable static double deq(double x, double y) { ArrayDeque<Double> q = new ArrayDeque<>(); q.add(x); q.add(y); double s = 0; Double d; while ((d = q.poll()) != null) { s += d * d; } return s; }
  @Differentiable static double object(double x) { Object o = 1; Double d = x > 100 ? (Double) o : 2; return d * x; }
  @Differentiable static double asList(double x) { Double[] a = {x, 2 * x, null}; a[2] = a[0] * a[1]; double s = 0; for (Double d : a) s += d * d; return s + a.length; }
  @Differentiable static double fill(double x, int n) { Double[] a = new Double[n]; Arrays.fill(a, x); a[0] = null; int c = 0; double s = 0; for (Double d : a) { if (d != null) s += d * x; else c++; } return s * c; }
  static Double find(double[] a, double t) { for (double v : a) if (v > t) return v; return null; }
  @Differentiable static double helper(double[] a) { Double f = find(a, 0.5); return f != null ? f * f : a[0]; }
  static double fib(int n, double x, Double[] memo) { if (n < 2) return x * n; if (memo[n] != null) return memo[n]; double v = fib(n - 1, x, memo) + fib(n - 2, x, memo) * x; memo[n] = v; return v; }
  @Differentiable static double fibs(double x) { return fib(8, x, new Double[9]); }
  static final class Cell { Double cached; final double a; Cell(double a) { this.a = a; } double get() { if (cached == null) cached = Math.sin(a) * a; return cached; } }
  @Differentiable static double cached(double x) { Cell c = new Cell(x); return c.get() * c.get() + c.cached; }
  @Differentiable static double outside(double x, List<Double> given) { double s = 0; for (int i = 0; i < given.size(); i++) { Double d = given.get(i); if (d == null) d = x; s += d * x; } return s; }
  @Differentiable static double text(double x) { Double d = x > 0.5 ? x : null; try { if (d == null) throw new IllegalStateException("no " + d); return d * d; } catch (IllegalStateException e) { return 3 * x * x * x; } }
  @Differentiable static double ints(double x, int n) { Integer last = null; double s = 0; for (int i = 0; i < n; i++) { if (last != null && last % 2 == 0) s += x * last; last = i; } return s; }
  @Differentiable static double eq(double x, double y) { Double a = x; Double b = x > y ? null : y; return a.equals(b) ? x : (b == null ? y * y : b * a); }

  static final class Only {
    Double v;
  }

  @Differentiable
  static double only(double[] x) {
    Only[] only = new Only[x.length];
    for (int i = 0; i < x.length; i++) {
      only[i] = new Only();
      if (i % 2 == 0) {
        only[i].v = x[i] * 2;
      }
    }
    double s = 0;
    for (Only cell : only) {
      s += cell.v == null ? x[0] : cell.v * x[0];
    }
    return s;
  }
}
