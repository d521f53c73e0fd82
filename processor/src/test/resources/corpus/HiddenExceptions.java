package corpus;

import cotangent.Differentiable;

/** Exceptions of classes that the companion can't name: private ones, and some of one method. */
@SuppressWarnings("serial")
class HiddenExceptions {
  static class Known extends RuntimeException {
    final double at;

    Known(double at) {
      this.at = at;
    }
  }

  private static class Hidden extends Known {
    private final double more;

    Hidden(double at, double more) {
      super(at);
      this.more = more;
    }
  }

  private static class Checked extends Exception {
    Checked(String message) {
      super(message);
    }
  }

  @Differentiable
  static double uncaught(double x) {
    if (x > 1.5) {
      throw new Hidden(1, 2);
    }
    return x * x;
  }

  @Differentiable
  static double caught(double x) {
    try {
      if (x > 1) {
        throw new Hidden(3, 4);
      }
      return x * x;
    } catch (Hidden e) {
      return x * e.at + e.more;
    }
  }

  @Differentiable
  static double caughtAbove(double x, int n) {
    double sum = x;
    for (int i = 0; i < 4; i++) {
      try {
        sum += guarded(x * i, n);
      } catch (Hidden e) {
        sum *= e.more;
      } catch (Known e) {
        sum *= x + e.at;
      } catch (Checked e) {
        sum += x * e.getMessage().length();
      }
    }
    return sum;
  }

  private static double guarded(double z, int n) throws Checked {
    if (z > 2) {
      throw n > 2 ? new Hidden(n, 5) : new Known(7);
    } else if (z > 1) {
      throw new Checked("four");
    }
    return z * z;
  }

  @Differentiable
  static double local(double x) {
    class Stop extends RuntimeException {
      final int steps;

      Stop(int steps) {
        this.steps = steps;
      }
    }
    double product = 1;
    try {
      for (int i = 0; i < 9; i++) {
        product *= x;
        if (product > 3) {
          throw new Stop(i);
        }
      }
    } catch (Stop e) {
      product += x * e.steps;
    }
    return product;
  }

  @Differentiable
  static double localUncaught(double x) {
    class Stop extends RuntimeException {}
    if (x > 1.5) {
      throw new Stop();
    }
    return x * x * x;
  }
}
