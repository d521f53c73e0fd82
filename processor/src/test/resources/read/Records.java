import cotangent.Differentiable;

public class Records {
  record Point(double x, double y) {
    Point plus(Point other) {
      return new Point(x + other.x, this.y + other.y());
    }

    double norm() {
      return Math.sqrt(x * x + y * y);
    }

    Point scaled(double f) {
      return new Point(f * x(), y * f);
    }
  }

  record Segment(Point from, Point to, String name) {}

  record Layer(double[][] weights, double[] bias, int size) {
    Layer {
      if (size < -90) throw new IllegalArgumentException("size " + size);
    }
  }

  record Range(double lo, double hi) {
    Range {
      if (lo > hi) {
        double t = lo;
        lo = hi;
        hi = t;
      }
    }

    Range(double width) {
      this(-width / 2, width / 2);
    }

    double width() {
      return hi - lo;
    }
  }

  record Polar(double r, double phi) {
    Polar(double r, double phi) {
      this.r = Math.abs(r);
      this.phi = phi + this.r;
    }

    public double phi() {
      return phi * 2;
    }
  }

  record Pair<A, B>(A first, B second) {}

  record Settings(int n, String name) {
    int twice() {
      return 2 * n;
    }
  }

  @Differentiable
  static double points(Point p, double t) {
    Point q = p.plus(new Point(t, 1)).scaled(2);
    q = new Point(q.y, q.x());
    return q.norm() + p.x * q.y();
  }

  @Differentiable
  static double chosen(Point p, Point q, double t) {
    Point r = t > 0 ? p : q;
    if (t > 1) {
      r = r.plus(q);
    } else if (t < -1) {
      r = new Point(t, r.x);
    }
    for (int i = 0; i < 4; i++) {
      r = new Point(r.y() * t, r.x());
      if (r.norm() > 5) break;
    }
    return r.x() - r.y;
  }

  @Differentiable
  static double nested(Segment s) {
    Segment t = new Segment(s.to(), s.from(), s.name() + "!");
    double length = t.to().plus(t.from().scaled(-1)).norm();
    return s.name().equals("sum") ? length : length * t.name().length();
  }

  @Differentiable
  static double layer(Layer l, double[] x) {
    double s = l.size();
    for (int i = 0; i < l.weights().length && i < l.bias().length; i++) {
      double h = l.bias()[i];
      double[] row = l.weights()[i];
      for (int j = 0; j < Math.min(row.length, x.length); j++) h += row[j] * x[j];
      s += Math.tanh(h);
      l.bias()[i] = h;
    }
    Layer m = new Layer(l.weights(), x, l.size() - 1);
    return s + m.bias().length;
  }

  @Differentiable
  static double constructors(double a, double b) {
    Range r = new Range(a, b);
    Range s = new Range(a);
    Polar p = new Polar(b, a);
    return r.width() * s.width() + r.lo() * s.hi + p.r() * p.phi();
  }

  @Differentiable
  static double generic(double a, double[] b) {
    Pair<double[], Point> p = new Pair<>(b, new Point(a, 2));
    Pair<double[], Point> q = p;
    double s = q.second().x() * p.second().y();
    for (double x : p.first()) s += x;
    return s;
  }

  @Differentiable
  static double constant(Settings settings, double x) {
    return x * settings.n() + settings.twice() + settings.name().length();
  }

  @Differentiable
  static Point result(Point p, double t) {
    if (t < 0) return p;
    return new Point(p.y() * t, p.x());
  }

  static final Segment UNIT = new Segment(new Point(0, 1), new Point(2, 3), "unit");

  interface Shape {
    Point centre();
  }

  private static Point parsed(String s) {
    return java.util.stream.Stream.of(s).map(t -> new Point(t.length(), 1)).findFirst().get();
  }

  @Differentiable
  static double references(double x, String s) {
    Point p = UNIT.to();
    return p.scaled(x).norm() + UNIT.name().length() + p.hashCode() % 3;
  }

  static Point walk(Point p, int n) {
    if (n <= 0) return p;
    return walk(p.plus(new Point(1, 0.5)), n - 1).scaled(0.9);
  }

  @Differentiable
  static double recursive(Point p, int n) {
    return walk(p, n).norm();
  }

  record Circle(double r) {
    @Differentiable
    double area(double f) {
      return Math.PI * r * r() * f;
    }
  }
}
