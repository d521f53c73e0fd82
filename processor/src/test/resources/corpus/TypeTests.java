package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** {@code instanceof}, with and without a variable, and casts. */
class TypeTests {
  sealed interface Curve permits Flat, Steep, Shifted {}

  static final class Flat implements Curve {
    final double level;

    Flat(double level) {
      this.level = level;
    }
  }

  static final class Steep implements Curve {
    final double slope;

    Steep(double slope) {
      this.slope = slope;
    }
  }

  record Shifted(Curve base, double by) implements Curve {}

  static double at(Curve curve, double t) {
    if (curve instanceof Flat flat) {
      return flat.level;
    } else if (curve instanceof Steep steep) {
      return steep.slope * t;
    }
    Shifted shifted = (Shifted) curve;
    return at(shifted.base(), t) + shifted.by();
  }

  @Differentiable
  static double made(double x, double y) {
    return at(new Flat(x), y) * at(new Steep(y), x);
  }

  @Differentiable
  static double chosen(double x, double y) {
    Curve curve = x > y ? new Flat(x * y) : new Steep(y);
    return at(curve, x) + (curve instanceof Steep ? x : 2);
  }

  static final Curve[] ALL = {new Flat(2), new Steep(3)};

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  static double outside(double x, int i) {
    Curve curve = ALL[i];
    if (curve instanceof Flat flat && flat.level > 1) {
      return flat.level * x;
    }
    if (!(curve instanceof Steep steep)) {
      return 0;
    }
    return steep.slope * x * x;
  }

  @Differentiable
  static double casts(double x) {
    Object held = new Flat(x * x);
    Flat flat = (Flat) held;
    return flat.level + ((Flat) held).level;
  }
}
