package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Records: parameters, locals, results of helpers, nested, with arrays and constants inside. */
class Records {
  record Point(double x, double y) {
    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }

    Point times(double factor) {
      return new Point(factor * x, factor * y);
    }

    double dot(Point other) {
      return x * other.x + this.y * other.y();
    }

    double norm() {
      return Math.sqrt(dot(this));
    }

    static Point polar(double r, double angle) {
      return new Point(r * Math.cos(angle), r * Math.sin(angle));
    }
  }

  record Segment(Point from, Point to, String label) {
    double length() {
      return from.plus(to.times(-1)).norm();
    }
  }

  record Layer(double[][] weights, double[] bias, int size) {}

  record Network(Layer first, Layer second, double rate) {}

  record Mixed(int n, double x, boolean flag, long l, String name, int[] order) {}

  record Checked(double low, double high) {
    Checked {
      if (low > high) {
        throw new IllegalArgumentException("low > high");
      }
      high = high * 2;
    }

    double width() {
      return high - low;
    }
  }

  record Odd(double x) {
    @Override
    public double x() {
      return 3 * x;
    }
  }

  record Spare(double a, double b) {
    Spare(double a) {
      this(a, a * a);
    }

    static final Spare UNIT = new Spare(1, 2);
  }

  record Pair<T>(T tag, double value) {}

  @Differentiable
  static double parameter(Point p) {
    return p.x() * p.y() + p.x();
  }

  @Differentiable
  static double twoParameters(Point p, Point q, double s) {
    return p.x() * q.y() - p.y() * q.x() * s;
  }

  @Differentiable
  static double methods(Point p, Point q) {
    return p.plus(q.times(2)).dot(p) + q.norm();
  }

  @Differentiable
  static double local(double x, double y) {
    Point p = new Point(x * y, x + y);
    var q = new Point(p.y(), p.x());
    p = new Point(q.x() * p.x(), 3);
    return p.x() * q.y() + p.y();
  }

  @Differentiable
  static double staticFactory(double r, double angle) {
    Point p = Point.polar(r, angle);
    return p.x() * p.x() + p.y();
  }

  @Differentiable
  static double inLoop(Point p, int n) {
    Point t = p;
    for (int i = 0; i < n; i++) {
      t = t.plus(p.times(0.1 * i)).times(t.x());
    }
    return t.x() * t.y();
  }

  @Differentiable
  static double inWhile(Point p) {
    Point t = new Point(p.x() * p.x() + 0.1, p.y());
    while (t.x() < 2) {
      t = new Point(t.x() * 1.5, t.y() + t.x());
    }
    return t.y() * t.x();
  }

  @Differentiable
  static double conditional(Point p, Point q, boolean flag) {
    Point t = flag ? p : q;
    Point u;
    if (t.x() > 0) {
      u = t.times(2);
    } else {
      u = p;
    }
    return u.dot(q) + t.y();
  }

  @Differentiable
  static double nested(Segment s, double w) {
    return s.from().x() * s.to().y() * w + s.length();
  }

  @Differentiable
  static double accessedDirectly(Point p) {
    return p.x * p.y - p.x;
  }

  @Differentiable
  @Inputs("layer.weights length 3 3; layer.bias length 2; x length 3")
  static double arrayComponents(Layer layer, double[] x) {
    double sum = 0;
    for (int i = 0; i < layer.bias().length; i++) {
      double t = layer.bias()[i];
      for (int j = 0; j < x.length; j++) t += layer.weights()[i][j] * x[j];
      sum += Math.tanh(t);
    }
    return sum * layer.size();
  }

  @Differentiable
  @Inputs(
      "net.first.weights length 2 2 2; net.first.bias length 3; net.second.weights length 3;"
          + " net.second.bias length 1; x length 2")
  static double network(Network net, double[] x) {
    double[] h = forward(net.first(), x);
    double[] y = forward(net.second(), h);
    return y[0] * net.rate();
  }

  private static double[] forward(Layer layer, double[] x) {
    double[] y = new double[layer.bias().length];
    for (int i = 0; i < y.length; i++) {
      y[i] = layer.bias()[i];
      for (int j = 0; j < x.length; j++) y[i] += layer.weights()[i][j] * x[j];
      y[i] = Math.tanh(y[i]);
    }
    return y;
  }

  @Differentiable
  static double constantComponents(Mixed m, double y) {
    return m.x() * m.n() * y + (m.flag() ? 2 : 3) * m.x() + m.l() * y;
  }

  @Differentiable
  @Inputs("x in [0, 1]; y in [1, 2]")
  @Inputs(value = "x in [1, 2]; y in [0, 1]", fails = IllegalArgumentException.class)
  static double compactConstructor(double x, double y) {
    Checked c = new Checked(x, y);
    return c.width() * c.high();
  }

  @Differentiable
  static double ownAccessor(double x) {
    Odd o = new Odd(x);
    return o.x() * x;
  }

  @Differentiable
  static double secondConstructor(double x) {
    Spare s = new Spare(x);
    return s.a() * s.b() + Spare.UNIT.b() * x;
  }

  @Differentiable
  static double generic(double x) {
    Pair<String> p = new Pair<>("tag", x * x);
    return p.value() * p.tag().length();
  }

  @Differentiable
  static double returnedByHelper(double x, double y) {
    Point p = make(x, y);
    Point q = make(p.x(), x);
    return p.x() * q.y() + q.x();
  }

  private static Point make(double x, double y) {
    if (x > y) {
      return new Point(x * y, y);
    }
    return new Point(x, x * x);
  }

  @Differentiable
  static double minMaxByHelper(double[] a) {
    Point range = range(a);
    return range.y() * range.y() - range.x();
  }

  private static Point range(double[] a) {
    double low = a[0];
    double high = a[0];
    for (double each : a) {
      low = Math.min(low, each);
      high = Math.max(high, each);
    }
    return new Point(low, high);
  }

  @Differentiable(wrt = "q")
  static double withRespectToOne(Point p, Point q) {
    return p.dot(q) * q.x();
  }

  @Differentiable
  static double componentArrayChanged(Layer layer) {
    double[] b = layer.bias();
    b[0] = b[1] * b[2];
    layer.bias()[1] *= 2;
    return b[0] * layer.bias()[1] + layer.weights()[0][0];
  }

  @Differentiable
  static double bothOverloads(Point p, double s) {
    return area(p) + area(p, s);
  }

  private static double area(Point p) {
    return p.x() * p.y();
  }

  private static double area(Point p, double s) {
    return s * area(p);
  }

  @Differentiable
  static double renamed(Mixed m, double t) {
    Mixed changed =
        new Mixed(m.n() + 1, m.x() * t, !m.flag(), m.l(), m.name() + "x", m.order().clone());
    return changed.x() * changed.name().length() * changed.n();
  }
}
