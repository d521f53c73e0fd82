package corpus;

import cotangent.Derivative;
import cotangent.DerivativeOf;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.awt.geom.Point2D;

/** Rules for methods of objects, and for objects that are made of numbers. */
class ObjectRules {
  private ObjectRules() {}

  /** What a class of a library is: nothing of it can be looked into. */
  static class Curve {
    private final double scale;

    Curve(double scale) {
      if (!(scale > 0)) {
        throw new IllegalArgumentException("scale " + scale);
      }
      this.scale = scale;
    }

    double scale() {
      return scale;
    }

    /** The logarithm of what a subclass computes. */
    double logAt(double x) {
      Object[] boxed = {Math.log(at(x))};
      return (Double) boxed[0];
    }

    double at(double x) {
      return Double.parseDouble("" + 1 / (1 + x * x / scale));
    }
  }

  static final class Bell extends Curve {
    private final double width;

    Bell(double center, double width) {
      super(width);
      this.width = width + 0 * center;
      this.center = center;
    }

    Bell(double width) {
      this(0, width);
    }

    private final double center;

    @Override
    double at(double x) {
      double z = (x - center) / width;
      return Double.parseDouble("" + Math.exp(-z * z));
    }

    double[] all(double[] x, int from) {
      return java.util.Arrays.stream(x).skip(from).map(this::at).toArray();
    }
  }

  /** For an object that came from elsewhere. */
  @DerivativeOf(owner = Curve.class, method = "at")
  static double atPullback(Curve self, double x, double value, double seed) {
    return -2 * x / self.scale() * value * value * seed;
  }

  @DerivativeOf(owner = Bell.class, method = "at")
  static double bellPullback(Bell self, double x, double value, double seed) {
    double h = 1e-3;
    double width = self.scale();
    double ratio = Math.log(self.at(h) / self.at(-h)) / (4 * h);
    return (-2 * x / (width * width) + 2 * ratio) * value * seed;
  }

  record ByBell(double dcenter, double dwidth, double dx) {}

  /** For an object that is made of numbers: by these as well. */
  @DerivativeOf(owner = Bell.class, method = "at")
  static ByBell madeBellPullback(
      double center, double width, double x, double value, double seed) {
    double z = (x - center) / width;
    double slope = 2 * z / width * value * seed;
    return new ByBell(slope, slope * z, -slope);
  }

  record ByWidth(double dwidth, double dx) {}

  @DerivativeOf(owner = Bell.class, method = "at")
  static ByWidth narrowBellPullback(double width, double x, double value, double seed) {
    double z = x / width;
    return new ByWidth(2 * z * z / width * value * seed, -2 * z / width * value * seed);
  }

  /** Inherited, and known for this class only. */
  @DerivativeOf(owner = Bell.class, method = "logAt", derivative = Derivative.JVP)
  static double logAtTangent(
      double center, double width, double x, double value, double tcenter, double twidth, double tx) {
    double z = (x - center) / width;
    return -2 * z * (tx - tcenter - z * twidth) / width;
  }

  record ByAll(double dcenter, double dwidth, double[] dx) {}

  @DerivativeOf(owner = Bell.class, method = "all")
  static ByAll allPullback(
      double center, double width, double[] x, int from, double[] value, double[] seed) {
    double[] dx = new double[x.length];
    double byCenter = 0;
    double byWidth = 0;
    for (int i = from; i < x.length; i++) {
      double z = (x[i] - center) / width;
      double slope = 2 * z / width * value[i - from] * seed[i - from];
      byCenter += slope;
      byWidth += slope * z;
      dx[i] = -slope;
    }
    return new ByAll(byCenter, byWidth, dx);
  }

  @DerivativeOf(owner = Bell.class, method = "all", derivative = Derivative.JVP)
  static double[] allTangent(
      double center,
      double width,
      double[] x,
      int from,
      double[] value,
      double tcenter,
      double twidth,
      double[] tx) {
    double[] t = new double[value.length];
    for (int i = 0; i < t.length; i++) {
      double z = (x[i + from] - center) / width;
      t[i] = -2 * z * (tx[i + from] - tcenter - z * twidth) / width * value[i];
    }
    return t;
  }

  record ByPoint(double dx, double dy) {}

  /** Of Java's own classes, abstract: for all that extend it. */
  @DerivativeOf(owner = Point2D.class, method = "distanceSq")
  static ByPoint distancePullback(Point2D self, double x, double y, double value, double seed) {
    return new ByPoint(2 * (x - self.getX()) * seed, 2 * (y - self.getY()) * seed);
  }

  private static final Curve CURVE = new Curve(1.5);
  private static final Bell BELL = new Bell(0.3, 1.5);
  private static final Point2D POINT = new Point2D.Double(0.5, 2);

  @Differentiable
  static double fromOutside(double x, double y) {
    return BELL.at(x * y) * y + CURVE.at(y);
  }

  @Differentiable
  static double ofJava(double x, double y) {
    return POINT.distanceSq(x * y, y) * x;
  }

  @Differentiable
  static double madeOfConstants(double x) {
    return new Bell(0.3, 1.5).at(x) * new Curve(2).at(x * x);
  }

  @Differentiable
  static double made(double center, double width, double x) {
    double w = width * width + 0.5;
    return new Bell(center, w).at(x * center) * x;
  }

  @Differentiable
  static double named(double center, double width, double x) {
    Bell bell = new Bell(center, width * width + 0.5);
    Bell narrow = new Bell(width * width + 0.3);
    return bell.at(x) * bell.at(2 * x) + narrow.at(center);
  }

  @Differentiable
  static double inALoop(double[] x, double center, double width) {
    Bell around = new Bell(center, width * width + 1);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      Bell bell = new Bell(x[i], 1 + i);
      sum += bell.at(center) * around.at(x[i]);
    }
    return sum;
  }

  private static double density(Bell bell, double x) {
    double v = bell.at(x);
    return v > 0.5 ? v * x : Math.sin(v);
  }

  @Differentiable
  static double handedToAHelper(double width, double x) {
    return density(new Bell(x, width * width + 0.4), width);
  }

  @Differentiable
  static double inherited(double center, double width, double x) {
    Curve bell = new Bell(center, width * width + 0.5);
    return bell.logAt(x) * x;
  }

  @Differentiable
  static double ofArrays(double[] x, double center, double width) {
    double[] all = new Bell(center, width * width + 0.5).all(x, 1);
    double sum = 0;
    for (int i = 0; i < all.length; i++) {
      sum += all[i] * all[i] * (i + 1);
    }
    return sum;
  }

  @Differentiable
  static double[] toArrays(double[] x, double width) {
    return new Bell(x[0], width * width + 0.5).all(x, 0);
  }

  /** Thrown where the object is made, whether it is used or not. */
  @Differentiable
  @Inputs("width in [0.5, 2]")
  @Inputs(value = "width = -1; x = 2", fails = IllegalArgumentException.class)
  static double failing(double width, double x) {
    double sum = x * x;
    Bell bell = new Bell(width);
    return x > 0 ? sum * bell.at(x) : sum;
  }

  @Differentiable
  static double onOneWay(double center, double x) {
    double v = x * center;
    if (x > center) {
      Bell bell = new Bell(center, 2);
      v += bell.at(x);
    }
    return v;
  }
}
