package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Functions, and methods of anonymous classes, that call themselves. */
class RecursiveFunctions {
  interface F {
    double apply(int n);
  }

  static class Holder {
    IntToDoubleFunction f;
  }

  interface Rec {
    double apply(Rec self, int n);
  }

  interface Visit {
    void at(int i);
  }

  static double twice(double x, int n) {
    F[] f = new F[1];
    f[0] = k -> k <= 0 ? 1 : x * f[0].apply(k - 1);
    return f[0].apply(n) * f[0].apply(2);
  }

  /** Through an array. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double inArray(double x, int n) {
    F[] f = new F[1];
    f[0] = k -> k <= 0 ? 1 : x * f[0].apply(k - 1);
    return f[0].apply(n);
  }

  /** Through a field. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double inField(double x, int n) {
    Holder h = new Holder();
    h.f = k -> k <= 0 ? 1 : x * h.f.applyAsDouble(k - 1);
    return h.f.applyAsDouble(n);
  }

  /** Through a reference that is set later on. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double inReference(double x, int n) {
    AtomicReference<IntToDoubleFunction> f = new AtomicReference<>();
    f.set(k -> k <= 0 ? 1 : x * f.get().applyAsDouble(k - 1));
    return f.get().applyAsDouble(n);
  }

  /** A method that only an anonymous class has. */
  @Differentiable
  static double ofObject(double x, int n) {
    var fib =
        new Object() {
          double at(int k) {
            return k < 2 ? x : at(k - 1) + x * at(k - 2);
          }
        };
    return fib.at(Math.min(n, 8));
  }

  @Differentiable
  @Inputs("n in [-1, 6]")
  static double ofItself(double x, int n) {
    IntToDoubleFunction f =
        new IntToDoubleFunction() {
          public double applyAsDouble(int k) {
            return k <= 0 ? 1 : x * this.applyAsDouble(k - 1);
          }
        };
    return f.applyAsDouble(n);
  }

  /** A function that is handed itself. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double handedItself(double x, int n) {
    Rec f = (self, k) -> k <= 0 ? 1 : x * self.apply(self, k - 1);
    return f.apply(f, n);
  }

  /** Numbers in boxes. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double boxed(double x, int n) {
    @SuppressWarnings({"rawtypes", "unchecked"})
    BiFunction<Double, Integer, Double>[] f = (BiFunction[]) new BiFunction<?, ?, ?>[1];
    f[0] = (y, k) -> k <= 0 ? 1.0 : y * f[0].apply(y * 0.9, k - 1);
    return f[0].apply(x, n);
  }

  @Differentiable
  @Inputs("n in [-1, 6]")
  static double inHelper(double x, int n) {
    return twice(x, n) + twice(x * x, n);
  }

  @Differentiable
  static double j(double x, int n) {
    F[] f = new F[2];
    f[0] = k -> k <= 0 ? 1 : x * f[1].apply(k - 1);
    f[1] = k -> k <= 0 ? x : Math.sin(x) + f[0].apply(k - 1);
    return f[0].apply(n);
  }

  /** Two that call each other. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double ofEachOther(double x, int n) {
    F[] f = new F[2];
    f[0] = k -> k <= 0 ? 1 : x * f[1].apply(k - 1);
    f[1] = k -> k <= 0 ? x : Math.sin(x) + f[0].apply(k - 1);
    return f[0].apply(n);
  }

  @Differentiable
  static double inConstructor(double x, int n) {
    class Fact {
      IntToDoubleFunction f;

      Fact() {
        f = k -> k <= 0 ? 1 : x * f.applyAsDouble(k - 1);
      }
    }
    return new Fact().f.applyAsDouble(Math.min(n, 5));
  }

  /** As long as it takes. */
  @Differentiable
  static double newton(double x, int n) {
    DoubleUnaryOperator[] newton = new DoubleUnaryOperator[1];
    newton[0] = v -> Math.abs(v * v - 2) < 1e-3 ? v : newton[0].applyAsDouble(0.5 * (v + 2 / v));
    return newton[0].applyAsDouble(1 + x * x);
  }

  /** By halves, of an array. */
  @Differentiable
  static double halves(double[] x) {
    @SuppressWarnings({"rawtypes", "unchecked"})
    BiFunction<Integer, Integer, Double>[] s = (BiFunction[]) new BiFunction<?, ?, ?>[1];
    s[0] =
        (lo, hi) -> {
          if (hi - lo == 0) return 0.0;
          if (hi - lo == 1) return x[lo] * x[lo];
          int mid = (lo + hi) / 2;
          return s[0].apply(lo, mid) + s[0].apply(mid, hi);
        };
    return s[0].apply(0, x.length);
  }

  /** One that gives nothing, but changes an array. */
  @Differentiable
  static double visited(double[] x) {
    double[] sum = {0};
    Visit[] v = new Visit[1];
    v[0] =
        i -> {
          if (i < x.length) {
            sum[0] += x[i] * sum[0] + 1;
            v[0].at(2 * i + 1);
            v[0].at(2 * i + 2);
          }
        };
    v[0].at(0);
    return sum[0];
  }

  /** Its exceptions are caught outside. */
  @Differentiable
  @Inputs("n in [0, 7]")
  static double caught(double x, int n) {
    try {
      IntToDoubleFunction[] f = new IntToDoubleFunction[1];
      f[0] =
          k -> {
            if (k > 4) throw new IllegalArgumentException("deep");
            return k <= 0 ? 1 : x * f[0].applyAsDouble(k - 1);
          };
      return f[0].applyAsDouble(n);
    } catch (IllegalArgumentException e) {
      return x * x;
    }
  }

  /** What it found is kept in a list. */
  @Differentiable
  static double remembered(double x, int n) {
    List<Double> memo = new ArrayList<>();
    IntToDoubleFunction[] f = new IntToDoubleFunction[1];
    f[0] =
        k -> {
          if (k < memo.size()) return memo.get(k);
          double r = k <= 1 ? x : f[0].applyAsDouble(k - 1) + x * f[0].applyAsDouble(k - 2);
          if (memo.size() == k) memo.add(r);
          return r;
        };
    return f[0].applyAsDouble(Math.min(Math.max(n, 0), 6));
  }

  @Differentiable
  static double inMap(double x, int n) {
    Map<Integer, IntToDoubleFunction> memo = new HashMap<>();
    memo.put(
        0,
        m -> m < 2 ? x : x * memo.get(0).applyAsDouble(m - 1) + memo.get(0).applyAsDouble(m - 2));
    return memo.get(0).applyAsDouble(Math.min(n, 7));
  }

  double scale = 1.5;

  /** It names fields of the object around it. */
  @Differentiable
  double withFields(double x, int n) {
    IntToDoubleFunction[] h = new IntToDoubleFunction[1];
    h[0] = m -> m <= 0 ? scale : x * h[0].applyAsDouble(m - 1) * scale;
    return h[0].applyAsDouble(Math.min(n, 5));
  }

  /** It leads to itself twice at each depth. */
  @Differentiable
  static double halvesOfObject(double[] x) {
    BiFunction<Integer, Integer, Double> sum =
        new BiFunction<>() {
          @Override
          public Double apply(Integer from, Integer to) {
            if (to - from < 2) {
              return from < to ? x[from] * x[from] : 0.0;
            }
            int middle = (from + to) / 2;
            double left = apply(from, middle);
            return left + 0.9 * apply(middle, to);
          }
        };
    return sum.apply(0, x.length);
  }

  static double product(int n, double x, DoubleUnaryOperator rest) {
    return n <= 0 ? rest.applyAsDouble(1) : product(n - 1, x, v -> rest.applyAsDouble(v * x + n));
  }

  interface Continued {
    double go(int n, DoubleUnaryOperator rest);
  }

  /** What is left to do is handed on, and grows with each call. */
  @Differentiable
  @Inputs("n in [-1, 6]")
  static double continued(double x, int n) {
    Continued[] self = new Continued[1];
    self[0] =
        (m, rest) ->
            m <= 0 ? rest.applyAsDouble(x) : self[0].go(m - 1, v -> rest.applyAsDouble(v * x + m));
    return self[0].go(n, v -> v) + product(n, x, v -> v);
  }

  interface Fn {
    double at(double x);
  }

  record Sum(Fn a, Fn b) implements Fn {
    public double at(double v) {
      return a.at(v) + b.at(v);
    }
  }

  static double sums(Fn f, int n) {
    return n <= 0 ? f.at(1) : sums(new Sum(f, v -> v * v), n - 1);
  }

  static double products(Fn f, int n) {
    if (n <= 0) {
      return f.at(1);
    }
    Fn more =
        new Fn() {
          public double at(double v) {
            return f.at(v) * v;
          }
        };
    return products(more, n - 1);
  }

  @Differentiable
  @Inputs("n in [-1, 6]")
  static double grown(double x, int n) {
    return sums(v -> v * x, n) * products(v -> v + x, n);
  }

  /** Written out, it would be called thousands of times. */
  @Differentiable
  static double doubled(double x) {
    DoubleUnaryOperator f = Math::sin;
    for (int i = 0; i < 11; i++) {
      DoubleUnaryOperator g = f;
      f = v -> 0.5 * g.applyAsDouble(v) + 0.25 * g.applyAsDouble(v + 1);
    }
    return f.applyAsDouble(x);
  }
}
