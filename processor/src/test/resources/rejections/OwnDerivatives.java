package rejections;

import static cotangent.Derivative.*;

import cotangent.DerivativeOf;
import cotangent.Differentiable;

class OwnDerivatives {
  static double mystery(double x) {
    return x;
  }

  static double mystery(double x, double y) {
    return x * y;
  }

  double ofObject(double x) {
    return x;
  }

  static void nothing(double[] x) {}

  static int whole(double x) {
    return (int) x;
  }

  static double constant(int n) {
    return n;
  }

  static <T> double generic(double x, T t) {
    return x;
  }

  static double[] array(double[] x) {
    return x.clone();
  }

  static double pushed(double[] x) {
    return x[0];
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "mysteri") // error: [CT070] rejections.OwnDerivatives has no method mysteri @ @DerivativeOf(owner = OwnDerivatives.class, method = "mysteri")
  static double notFound(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "ofObject") // error: [CT071] this does not fit as a rule for rejections.OwnDerivatives.ofObject. Instead: declare it as static double ofObjectPullback(rejections.OwnDerivatives self, double x, double value, double seed)
  static double ofObjectPullback(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = int[].class, method = "clone") // error: [CT070] int[] has no method clone
  static double ofArrayPullback(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "mystery") // error: [CT071] this does not fit as a rule for rejections.OwnDerivatives.mystery. Instead: declare it as static double wrong(double x, double value, double seed), or static Derivatives wrong(double x, double y, double value, double seed) with record Derivatives(double dx, double dy)
  static double wrong(double x, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "mystery", derivative = JVP) // error: [CT071] this does not fit as a rule for rejections.OwnDerivatives.mystery. Instead: declare it as static double wrongTangent(double x, double value, double tx), or
  static float wrongTangent(double x, double value, double tx) {
    return (float) tx;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "array") // error: [CT071] this does not fit as a rule for rejections.OwnDerivatives.array. Instead: declare it as static double[] ofObject(double[] x, double[] value, double[] seed)
  double[] ofObject(double[] x, double[] value, double[] seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "mystery", derivative = HVP) // error: [CT072] HVP is not a derivative that a rule computes
  static double hvp(double x, double value, double tx) {
    return tx;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "mystery")
  static double first(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "mystery") // error: [CT073] rejections.OwnDerivatives.first(double,double,double) and rejections.OwnDerivatives.second(double,double,double) are both rules for rejections.OwnDerivatives.mystery(double)
  static double second(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = Math.class, method = "abs") // error: [CT074] java.lang.Math.abs can have no rule: its derivative is built in
  static double abs(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "nothing") // error: [CT074] rejections.OwnDerivatives.nothing can have no rule: it returns nothing
  static double[] nothing(double[] x, double[] seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "whole") // error: [CT074] rejections.OwnDerivatives.whole can have no rule: its result of type int is not differentiable
  static double whole(double x, int value, int seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "constant") // error: [CT074] rejections.OwnDerivatives.constant can have no rule: none of its parameters is differentiable
  static double constant(int n, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "generic") // error: [CT074] rejections.OwnDerivatives.generic can have no rule: it has type parameters
  static <T> double generic(double x, T t, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = Missing.class, method = "generic") // error: cannot find symbol
  static double missing(double x, double value, double seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "array")
  static double[] arrayPullback(double[] x, double[] value, double[] seed) {
    return seed;
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "pushed", derivative = JVP)
  static double pushedTangent(double[] x, double value, double[] tx) {
    return tx[0];
  }

  @Differentiable(JVP)
  static double lacksForward(double[] x) {
    return array(x)[0]; // error: [CT075] nothing is known that carries derivatives through rejections.OwnDerivatives.array, forward. Instead: write a rule with derivative = JVP for it @ array(x)
  }

  @Differentiable
  static double lacksBackward(double[] x) {
    return pushed(x); // error: [CT075] nothing is known that carries derivatives through rejections.OwnDerivatives.pushed, backward. Instead: write a rule with derivative = VJP
  }

  static native double opaque(double x);

  static double unknown(double x) {
    return opaque(x);
  }

  @DerivativeOf(owner = OwnDerivatives.class, method = "opaque")
  static double opaquePullback(double x, double value, double seed) {
    return seed * Double.parseDouble("" + x); // error: [CT052] a differentiable value flows into
  }

  @Differentiable(HESSIAN)
  static double secondOrder(double x) {
    return unknown(x) * x;
  }

  static native double failing(double x);

  @DerivativeOf(owner = OwnDerivatives.class, method = "failing")
  static double failingPullback(double x, double value, double seed) { // error: [CT040] a rule that always throws an exception
    throw new UnsupportedOperationException();
  }

  @Differentiable
  static double fails(double x) {
    return failing(x);
  }

  static class Curve {
    final double width;
    double moving;

    Curve(double width) {
      this.width = width;
    }

    double at(double x) {
      return Double.parseDouble("" + x * width);
    }
  }

  static class Line {
    private final double slope;

    Line(double slope, String name) {
      this.slope = slope;
    }

    Line(double slope) {
      this.slope = slope;
    }

    double at(double x) {
      return Double.parseDouble("" + x * slope); // error: [CT052] a differentiable value flows into a string
    }

    double wide(double x) {
      return Double.parseDouble("" + x / slope);
    }

    double slope() {
      return slope;
    }

    void move(double x) {}
  }

  record ByLine(double dslope, double dx) {}

  @DerivativeOf(owner = Curve.class, method = "at")
  static double curvePullback(Curve self, double x, double value, double seed) {
    return self.width * seed;
  }

  @DerivativeOf(owner = Curve.class, method = "at") // error: [CT071] this does not fit as a rule for rejections.OwnDerivatives.Curve.at. Instead: declare it as static double changeable(rejections.OwnDerivatives.Curve self, double x, double value, double seed)
  static ByLine changeable(double width, double x, double value, double seed) {
    return new ByLine(x * seed, width * seed);
  }

  @DerivativeOf(owner = Line.class, method = "at")
  static ByLine linePullback(double slope, double x, double value, double seed) {
    return new ByLine(x * seed, slope * seed);
  }

  @DerivativeOf(owner = Line.class, method = "wide") // error: [CT071] this does not fit as a rule for rejections.OwnDerivatives.Line.wide. Instead: declare it as static double wrongLine(rejections.OwnDerivatives.Line self, double x, double value, double seed), or static Derivatives wrongLine(double slope, double x, double value, double seed) with record Derivatives(double dslope, double dx)
  static ByLine wrongLine(Line self, double x, double value, double seed) {
    return new ByLine(0, seed / self.slope);
  }

  @DerivativeOf(owner = Line.class, method = "move") // error: [CT074] rejections.OwnDerivatives.Line.move can have no rule: it returns nothing
  static double moved(Line self, double x, double seed) {
    return seed;
  }

  @DerivativeOf(owner = cotangent.tensor.Vector.class, method = "dot") // error: [CT074] cotangent.tensor.Vector.dot can have no rule: its derivative is built in
  static cotangent.tensor.Vector dot(
      cotangent.tensor.Vector self, cotangent.tensor.Vector other, double value, double seed) {
    return self;
  }

  @Differentiable
  static double byWidth(double width, double x) {
    Curve curve = new Curve(width); // error: [CT052] a differentiable value flows into new rejections.OwnDerivatives.Curve
    return curve.at(x);
  }

  @Differentiable
  static double byOther(double slope, double x) {
    Line line = new Line(slope); // error: [CT052] a differentiable value flows into new rejections.OwnDerivatives.Line
    return line.at(x) * line.slope();
  }

  @Differentiable
  static double eitherLine(double slope, double x) {
    Line line = x > 0 ? new Line(slope) : new Line(2); // error: [CT052] a differentiable value flows into new rejections.OwnDerivatives.Line
    return line.at(x);
  }
}
