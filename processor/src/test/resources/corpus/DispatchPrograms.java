package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Programs in which it is decided while they run which objects do what. */
class DispatchPrograms {
  // dispatch that changes class from round to round
  interface Fig {
    double area(double s);

    Fig next();
  }

  record Disc(double r) implements Fig {
    public double area(double s) {
      return Math.PI * r * r * s;
    }

    public Fig next() {
      return new Box(r, r * 2);
    }
  }

  record Box(double a, double b) implements Fig {
    public double area(double s) {
      return a * b + s;
    }

    public Fig next() {
      return new Disc(Math.sqrt(a * a + b * b + 1) / 2);
    }
  }

  @Differentiable
  static double rounds(double x, double y) {
    Fig s = x > y ? new Disc(x) : new Box(x, y);
    double t = 0;
    for (int i = 0; i < 5; i++) {
      t += s.area(y);
      s = s.next();
    }
    return t;
  }

  // accumulators written in branches
  static final class Acc {
    double sum, comp;
    int n;

    void add(double v) {
      double y = v - comp, t = sum + y;
      comp = (t - sum) - y;
      sum = t;
      n++;
    }

    double mean() {
      return n == 0 ? 0 : sum / n;
    }
  }

  @Differentiable
  static double accs(double[] x) {
    Acc pos = new Acc(), neg = new Acc();
    for (double v : x) {
      Acc a = v > 0.2 ? pos : neg;
      a.add(v * v);
      if (v > 1) neg.add(v);
    }
    return pos.mean() - 2 * neg.mean() + pos.sum * neg.n;
  }

  // objects that swap places
  static final class P {
    double x, v;

    P(double x, double v) {
      this.x = x;
      this.v = v;
    }
  }

  @Differentiable
  static double swaps(double[] x) {
    P[] p = new P[x.length];
    for (int i = 0; i < p.length; i++) p[i] = new P(x[i], 1);
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i + 1 < p.length; i++) {
        if (p[i].x > p[i + 1].x) {
          P t = p[i];
          p[i] = p[i + 1];
          p[i + 1] = t;
        }
        p[i].v += p[i + 1].x * p[i].x;
        p[i].x *= 0.9;
      }
    }
    double s = 0;
    for (int i = 0; i < p.length; i++) s += p[i].v * (i + 1);
    return s;
  }

  // lambdas capturing loop variables
  @Differentiable
  static double captured(double[] x) {
    List<DoubleUnaryOperator> fs = new ArrayList<>();
    double[] log = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int k = i;
      double w = x[i];
      fs.add(
          v -> {
            log[k] += v * w;
            return v * w + k;
          });
    }
    double s = 1;
    for (DoubleUnaryOperator f : fs) s = f.applyAsDouble(s * 0.5);
    for (double l : log) s += l * l;
    return s;
  }

  // builder
  static final class Builder {
    private double a, b = 1;
    private final List<Double> cs = new ArrayList<>();

    Builder a(double v) {
      a = v;
      return this;
    }

    Builder b(double v) {
      b *= v;
      return this;
    }

    Builder c(double v) {
      cs.add(v);
      return this;
    }

    Poly build() {
      double[] c = new double[cs.size()];
      for (int i = 0; i < c.length; i++) c[i] = cs.get(i);
      return new Poly(a, b, c);
    }
  }

  record Poly(double a, double b, double[] c) {
    double at(double x) {
      double r = a;
      for (double v : c) r = r * x + v;
      return r * b;
    }
  }

  @Differentiable
  static double built(double x, double y) {
    Builder b = new Builder().a(x).b(y);
    for (int i = 0; i < 3; i++) b.c(x * i).c(y);
    return b.b(x).build().at(y);
  }

  // iterator of one's own
  static final class Range implements Iterable<Double> {
    final double from, step;
    final int n;

    Range(double f, double s, int n) {
      from = f;
      step = s;
      this.n = n;
    }

    public Iterator<Double> iterator() {
      return new Iterator<>() {
        int i = 0;

        public boolean hasNext() {
          return i < n;
        }

        public Double next() {
          return from + step * i++;
        }
      };
    }
  }

  @Differentiable
  static double iterated(double x, double y) {
    double s = 0;
    for (double v : new Range(x, y, 6)) {
      if (v < 0) continue;
      s = s * 0.7 + v * v;
    }
    return s;
  }

  // matrix with views
  interface Mat {
    int rows();

    int cols();

    double get(int i, int j);

    void set(int i, int j, double v);
  }

  static final class Dense implements Mat {
    final double[] d;
    final int r, c;

    Dense(int r, int c) {
      this.r = r;
      this.c = c;
      d = new double[r * c];
    }

    public int rows() {
      return r;
    }

    public int cols() {
      return c;
    }

    public double get(int i, int j) {
      return d[i * c + j];
    }

    public void set(int i, int j, double v) {
      d[i * c + j] = v;
    }

    Mat t() {
      return new Transposed(this);
    }
  }

  static final class Transposed implements Mat {
    final Mat of;

    Transposed(Mat m) {
      of = m;
    }

    public int rows() {
      return of.cols();
    }

    public int cols() {
      return of.rows();
    }

    public double get(int i, int j) {
      return of.get(j, i);
    }

    public void set(int i, int j, double v) {
      of.set(j, i, v);
    }
  }

  static final class Block implements Mat {
    final Mat of;
    final int i0, j0, n;

    Block(Mat m, int i, int j, int n) {
      of = m;
      i0 = i;
      j0 = j;
      this.n = n;
    }

    public int rows() {
      return n;
    }

    public int cols() {
      return n;
    }

    public double get(int i, int j) {
      return of.get(i0 + i, j0 + j);
    }

    public void set(int i, int j, double v) {
      of.set(i0 + i, j0 + j, v);
    }
  }

  static void mul(Mat a, Mat b, Mat out) {
    for (int i = 0; i < a.rows(); i++)
      for (int j = 0; j < b.cols(); j++) {
        double s = 0;
        for (int k = 0; k < a.cols(); k++) s += a.get(i, k) * b.get(k, j);
        out.set(i, j, s);
      }
  }

  @Inputs("x length 9")
  @Differentiable
  static double views(double[] x) {
    Dense a = new Dense(3, 3);
    for (int i = 0; i < 9; i++) a.d[i] = x[i];
    Dense r = new Dense(3, 3);
    mul(a, a.t(), r);
    mul(new Block(a, 0, 1, 2), new Block(r.t(), 1, 0, 2), new Block(r, 0, 0, 2));
    double s = 0;
    for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) s += r.get(i, j) * (i + 2 * j + 1);
    return s;
  }
}
