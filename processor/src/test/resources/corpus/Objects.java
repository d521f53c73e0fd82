package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Objects of plain classes, made in the method or in helpers, held by their fields. */
class Objects {
  static final class Complex {
    final double re;
    final double im;

    Complex(double re, double im) {
      this.re = re;
      this.im = im;
    }

    Complex times(Complex other) {
      return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Complex plus(Complex other) {
      return new Complex(re + other.re, im + other.im);
    }

    double squaredNorm() {
      return re * re + im * im;
    }
  }

  @Differentiable
  static double square(double x, double y) {
    Complex z = new Complex(x, y);
    return z.times(z).squaredNorm() + z.re;
  }

  static Complex power(Complex base, int n) {
    Complex result = new Complex(1, 0);
    for (int i = 0; i < n; i++) {
      result = result.times(base);
    }
    return result;
  }

  @Differentiable
  static double powers(double x, double y) {
    Complex z = power(new Complex(x, y), 5);
    return z.re - 2 * z.im;
  }

  @Differentiable
  static double julia(double x, double y) {
    Complex c = new Complex(x, y);
    Complex z = new Complex(0, 0);
    int n = 0;
    while (z.squaredNorm() < 4 && n < 6) {
      z = z.times(z).plus(c);
      n++;
    }
    return z.squaredNorm();
  }

  @Differentiable
  static double merged(double x, double y) {
    Complex z;
    if (x > y) {
      z = new Complex(x, y);
    } else {
      z = new Complex(y, x * x);
    }
    return z.times(z).re;
  }

  static Complex reflected(Complex z) {
    if (z.im < 0) {
      return new Complex(z.re, -z.im);
    }
    return z;
  }

  @Differentiable
  static double fromHelper(double x, double y) {
    return reflected(new Complex(x, y)).times(reflected(new Complex(y, x))).im;
  }

  /** Not final, and it changes. */
  static class Accumulator {
    private double sum;
    private double squares;
    int count;

    void add(double x) {
      sum += x;
      squares += x * x;
      count++;
    }

    double variance() {
      double mean = sum / count;
      return squares / count - mean * mean;
    }
  }

  @Differentiable
  static double variance(double[] x) {
    Accumulator all = new Accumulator();
    for (double each : x) {
      all.add(each);
    }
    return all.variance();
  }

  @Differentiable
  static double addedInBranches(double[] x) {
    Accumulator up = new Accumulator();
    Accumulator down = new Accumulator();
    for (int i = 0; i < x.length; i++) {
      if (x[i] > 0) {
        up.add(x[i]);
      } else {
        down.add(x[i]);
        down.sum *= 2;
      }
    }
    return up.sum * down.squares + up.squares + down.sum * down.count;
  }

  @Differentiable
  static double twoNames(double x) {
    Accumulator one = new Accumulator();
    Accumulator other = one;
    one.add(x);
    other.add(x * x);
    return one.sum * (one == other ? 2 : 3) + other.squares;
  }

  @Differentiable
  static double untilBig(double x) {
    Accumulator all = new Accumulator();
    while (all.sum < 10) {
      all.add(1 + x * x);
      if (all.count > 100) {
        break;
      }
    }
    return all.squares;
  }

  static class Segment {
    Complex from;
    Complex to;

    Segment(Complex from, Complex to) {
      this.from = from;
      this.to = to;
    }

    double length() {
      return Math.hypot(to.re - from.re, to.im - from.im);
    }

    void move(double by) {
      from = new Complex(from.re + by, from.im);
    }
  }

  @Differentiable
  static double nested(double x, double y) {
    Segment segment = new Segment(new Complex(x, y), new Complex(y, 3));
    segment.move(x * y);
    double before = segment.length();
    for (int i = 0; i < 3; i++) {
      segment.to = segment.to.times(segment.from);
    }
    return before * segment.length();
  }

  static class Shape {
    protected final double size;

    Shape(double size) {
      this.size = size;
    }

    double area() {
      return size * size;
    }

    double twice() {
      return 2 * area();
    }
  }

  static class Circle extends Shape {
    private double factor = 1;

    Circle(double radius) {
      super(radius);
      factor = Math.PI;
    }

    Circle() {
      this(2);
    }

    @Override
    double area() {
      return factor * super.area();
    }
  }

  @Differentiable
  static double overridden(double x) {
    Shape shape = new Circle(x);
    Shape square = new Shape(x + 1);
    return shape.twice() * square.twice() + new Circle().area() * x;
  }

  @Differentiable
  static double eitherClass(double x, double y) {
    Shape shape = x > y ? new Circle(x) : new Shape(y * y);
    return shape.twice() + shape.size;
  }

  @Differentiable
  @Inputs("n = 0")
  @Inputs("n = 1")
  @Inputs("n = 5")
  static double changesClass(double x, int n) {
    Shape shape = new Shape(x);
    for (int i = 0; i < n; i++) {
      double area = shape.area();
      if (i % 2 == 0) {
        shape = new Circle(Math.sqrt(area) / 2);
      } else {
        shape = new Shape(area / 3);
      }
    }
    return shape.area();
  }

  @Differentiable
  static double nulls(double x, double y) {
    Complex z = null;
    if (x > 0) {
      z = new Complex(x, y);
    }
    double result = y;
    if (z != null) {
      result += z.squaredNorm();
    }
    return result * (z == null ? x : 2);
  }

  static class Counter {
    double total = 1;

    class Step {
      final double by;

      Step(double by) {
        this.by = by;
      }

      void go() {
        total *= by;
      }
    }

    Step step(double by) {
      return new Step(by);
    }
  }

  @Differentiable
  static double inner(double x) {
    Counter counter = new Counter();
    Counter.Step step = counter.step(x);
    step.go();
    step.go();
    counter.step(x + 1).go();
    return counter.total;
  }

  static class Builder {
    private double a;
    private double b = 1;

    Builder a(double value) {
      a = value;
      return this;
    }

    Builder b(double value) {
      b = value;
      return this;
    }

    Complex build() {
      return new Complex(a, b);
    }
  }

  @Differentiable
  static double built(double x, double y) {
    return new Builder().a(x * y).b(y).build().squaredNorm() + new Builder().a(x).build().im;
  }

  static class Matrix {
    final double[] data;
    final int columns;

    Matrix(int rows, int columns) {
      this.data = new double[rows * columns];
      this.columns = columns;
    }

    double get(int i, int j) {
      return data[i * columns + j];
    }

    void set(int i, int j, double value) {
      data[i * columns + j] = value;
    }

    int rows() {
      return data.length / columns;
    }

    Matrix times(Matrix other) {
      Matrix product = new Matrix(rows(), other.columns);
      for (int i = 0; i < rows(); i++) {
        for (int j = 0; j < other.columns; j++) {
          double sum = 0;
          for (int k = 0; k < columns; k++) {
            sum += get(i, k) * other.get(k, j);
          }
          product.set(i, j, sum);
        }
      }
      return product;
    }
  }

  @Differentiable
  static double matrices(double x, double y) {
    Matrix a = new Matrix(2, 2);
    a.set(0, 0, x);
    a.set(0, 1, y);
    a.set(1, 0, x * y);
    a.set(1, 1, 1);
    Matrix b = a.times(a).times(a);
    return b.get(0, 1) + b.get(1, 1);
  }

  record Pair<T>(T first, T second) {
    T chosen(boolean isFirst) {
      return isFirst ? first : second;
    }
  }

  @Differentiable
  static double pairs(double x, double y) {
    Pair<Complex> pair = new Pair<>(new Complex(x, y), new Complex(y, x));
    return pair.first().times(pair.second()).im + pair.chosen(x > y).re;
  }

  static final class Power {
    final double full;

    Power(double full) {
      this.full = full;
    }

    Power to(long exponent) {
      Power result = new Power(1);
      for (long left = exponent; left != 0; left >>>= 1) {
        result = new Power(result.full * full);
      }
      if (Double.isNaN(result.full)) {
        if (full < 1) {
          return new Power(3 * full);
        } else if (full < 0 && exponent == 1) {
          return new Power(4);
        } else {
          return new Power(5);
        }
      } else {
        return result;
      }
    }
  }

  @Differentiable
  @Inputs("exponent = 3")
  @Inputs("exponent = -2")
  static double helperThatMakesObjectsCalledTwice(double x, long exponent) {
    if (exponent > 0) {
      return new Power(x).to(exponent).full;
    } else {
      return new Power(x).to(-exponent).full;
    }
  }

  @Differentiable
  static double ofNoNamedClass(double x) {
    double result = x;
    if (x > -100) {
      var counter =
          new Object() {
            int k = 1;
          };
      counter.k++;
      result += x * counter.k;
    }
    for (int i = 0; i < 3; i++) {
      var last =
          new Object() {
            double y = 1;
          };
      last.y *= x;
      result += last.y * i;
    }
    return result;
  }
}
