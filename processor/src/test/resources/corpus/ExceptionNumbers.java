package corpus;

import cotangent.Differentiable;

/** Exceptions whose fields hold numbers with derivatives, with which a clause goes on. */
@SuppressWarnings("serial")
class ExceptionNumbers {
  static class Left extends Exception {
    final double size;
    final double[] parts;

    Left(String message, double size, double[] parts) {
      super(message);
      this.size = size;
      this.parts = parts;
    }

    double scaled(double k) {
      return k * size + parts[0];
    }
  }

  static final class Far extends Left {
    final double by;

    Far(double by, double[] parts) {
      super("far " + by, by * by, parts);
      this.by = by;
    }

    Far(double by) {
      this(-by, null);
    }
  }

  private record Point(double x, double y) {}

  private static final class Outside extends RuntimeException {
    private final Point point;

    Outside(Point point) {
      super("outside: " + point.x());
      this.point = point;
    }

    double norm() {
      return Math.sqrt(point.x() * point.x() + point.y() * point.y());
    }
  }

  /** Does more than keep what it is given. */
  static final class Copying extends RuntimeException {
    private static final double FACTOR = 2;
    final double value;
    final double twice;

    Copying(double value) {
      this.value = value;
      this.twice = FACTOR * value;
    }
  }

  static double step(double x, double[] p) throws Left {
    if (x > 2) {
      throw new Far(x - 2, p);
    }
    if (x < -1) {
      throw new Left("low", x, p);
    }
    return x * p[0];
  }

  @Differentiable
  static double inRounds(double x, double[] p) {
    double s = 1;
    for (int i = 0; i < p.length; i++) {
      try {
        s += step(x * i, p);
      } catch (Far f) {
        s *= f.by + f.size + f.parts[1 % f.parts.length];
      } catch (Left b) {
        s -= b.scaled(s);
      }
    }
    return s;
  }

  @Differentiable
  static double thrownOn(double x) {
    try {
      try {
        if (x > 0) {
          throw new Far(x * x);
        }
        return x;
      } catch (Far f) {
        if (f.by < -1) {
          throw f;
        }
        return f.by * 2;
      }
    } catch (Far g) {
      return g.by * g.size;
    }
  }

  @Differentiable
  static double byPattern(double x) {
    try {
      if (x > 0) {
        throw new Far(x * x);
      }
      return x;
    } catch (Exception e) {
      return e instanceof Far f ? f.by + x : 3 * x;
    }
  }

  @Differentiable
  static double cast(double x) {
    try {
      if (x > 0.3) {
        throw new Copying(x * x);
      }
      return x;
    } catch (RuntimeException e) {
      Copying copy = (Copying) e;
      return copy.value * copy.twice;
    }
  }

  @Differentiable
  static double neverThrown(double x) {
    Far far = new Far(x * 2);
    return far.by * far.size;
  }

  static double checked(double x, double y) {
    if (x > y) {
      throw new Outside(new Point(x, x * y));
    }
    return x / (2 + y * y);
  }

  @Differentiable
  static double ofRecord(double x, double y) {
    double sum = x;
    for (int i = 0; i < 3; i++) {
      try {
        sum += checked(sum * x, y);
      } catch (Outside o) {
        sum -= o.norm() * o.point.y();
        x *= 0.5;
      } finally {
        y += 0.25 * x;
      }
    }
    return sum;
  }

  /** The best that was found so far comes with the exception that says there is no more time. */
  @Differentiable
  static double best(double[] starts, double target) {
    double best = 0;
    try {
      double found = 0;
      for (double start : starts) {
        found = refined(start, target);
        best += found;
      }
    } catch (Copying late) {
      best = 0.5 * best + late.value * late.twice;
    }
    return best;
  }

  private static double refined(double start, double target) {
    double x = start;
    for (int i = 0; i < 20; i++) {
      x = 0.5 * (x + target / x);
      if (i > 4 && Math.abs(x) > 1.2) {
        throw new Copying(x);
      }
    }
    return x;
  }

  /** Where no clause uses the exception, its numbers are lost with it. */
  @Differentiable
  static double forgotten(double x) {
    try {
      if (x > 0) {
        throw new Copying(x);
      }
      return x;
    } catch (Copying e) {
      return 2 * x;
    }
  }
}
