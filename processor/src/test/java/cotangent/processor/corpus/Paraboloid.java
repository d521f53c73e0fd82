package cotangent.processor.corpus;

import java.util.Arrays;

/** A method with hand-written companions, right and wrong, on which the harness proves itself. */
final class Paraboloid {
  private Paraboloid() {}

  /** Scales an array in place by the first element, and sums its squares. */
  static double bowl(double x, double[] a, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      a[i] = a[i] * x;
      sum += a[i] * a[i];
    }
    if (sum > 1e6) {
      throw new IllegalArgumentException("too steep: " + sum);
    }
    return sum;
  }

  record BowlGradient(double value, double dx, double[] da) {}

  /** What the processor should write. */
  static final class Right {
    private Right() {}

    static double bowl(double x, double[] a, int n) {
      return Paraboloid.bowl(x, a, n);
    }

    static BowlGradient bowlGrad(double x, double[] a, int n) {
      return bowlGradAddTo(x, a, n, new double[a.length]);
    }

    static BowlGradient bowlGradAddTo(double x, double[] a, int n, double[] da) {
      double[] before = a.clone();
      double value = Paraboloid.bowl(x, a, n);
      double dx = 0;
      for (int i = 0; i < n; i++) {
        dx += 2 * a[i] * before[i];
        da[i] += 2 * a[i] * x;
      }
      return new BowlGradient(value, dx, da);
    }
  }

  /** A gradient with one thing wrong at a time, chosen by the name of the subclass. */
  static final class WrongValue {
    private WrongValue() {}

    static double bowl(double x, double[] a, int n) {
      return Math.nextUp(Paraboloid.bowl(x, a, n));
    }
  }

  /** Does not leave the array as the original does. */
  static final class WrongArray {
    private WrongArray() {}

    static double bowl(double x, double[] a, int n) {
      return Paraboloid.bowl(x, a.clone(), n);
    }
  }

  /** Fails otherwise. */
  static final class WrongFailure {
    private WrongFailure() {}

    static double bowl(double x, double[] a, int n) {
      try {
        return Paraboloid.bowl(x, a, n);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("too steep", e);
      }
    }
  }

  /** A derivative that is a little off. */
  static final class WrongGradient {
    private WrongGradient() {}

    static double bowl(double x, double[] a, int n) {
      return Paraboloid.bowl(x, a, n);
    }

    static BowlGradient bowlGrad(double x, double[] a, int n) {
      BowlGradient right = Right.bowlGrad(x, a, n);
      right.da()[1] *= 1 + 1e-6;
      return right;
    }

    static BowlGradient bowlGradAddTo(double x, double[] a, int n, double[] da) {
      return Right.bowlGradAddTo(x, a, n, da);
    }
  }

  /** A derivative with an element too many. */
  static final class WrongShape {
    private WrongShape() {}

    static double bowl(double x, double[] a, int n) {
      return Paraboloid.bowl(x, a, n);
    }

    static BowlGradient bowlGrad(double x, double[] a, int n) {
      BowlGradient right = Right.bowlGrad(x, a, n);
      return new BowlGradient(right.value(), right.dx(), Arrays.copyOf(right.da(), 9));
    }
  }

  /** Remembers the last call. */
  static final class WrongMemory {
    private static double last;

    private WrongMemory() {}

    static double bowl(double x, double[] a, int n) {
      return Paraboloid.bowl(x, a, n);
    }

    static BowlGradient bowlGrad(double x, double[] a, int n) {
      BowlGradient right = Right.bowlGrad(x, a, n);
      BowlGradient all = new BowlGradient(right.value(), right.dx() + last, right.da());
      last += right.dx();
      return all;
    }
  }

  /** Writes where it should add. */
  static final class WrongAdding {
    private WrongAdding() {}

    static double bowl(double x, double[] a, int n) {
      return Paraboloid.bowl(x, a, n);
    }

    static BowlGradient bowlGrad(double x, double[] a, int n) {
      return Right.bowlGrad(x, a, n);
    }

    static BowlGradient bowlGradAddTo(double x, double[] a, int n, double[] da) {
      Arrays.fill(da, 0);
      return Right.bowlGradAddTo(x, a, n, da);
    }
  }
}
