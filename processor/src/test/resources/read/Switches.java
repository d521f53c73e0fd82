import cotangent.Differentiable;

public class Switches {
  enum Color {
    RED,
    GREEN,
    BLUE
  }

  static final int TWO = 2;

  @Differentiable
  static double old(double x, int n) {
    double t = 0;
    switch (n) {
      case 0:
        t = x;
        break;
      case 1:
      case TWO:
        t = x * 2;
      case 3:
        t += 1;
        break;
      case 4: {
        double u = t + 3;
        t = u * x;
      }
      default:
        t -= x;
    }
    return t * x;
  }

  @Differentiable
  static double defaultFirst(double x, int n) {
    switch (n) {
      default:
        x += 1;
      case 1:
        x *= 2;
        break;
      case 2:
        x -= 4;
    }
    return x;
  }

  @Differentiable
  static double returning(double x, int n) {
    switch (n) {
      case 0:
        return x;
      case 1:
        if (x > 1) return 2 * x;
        x += 3;
        break;
      case 2:
        return x * x;
      default:
    }
    return x + n;
  }

  @Differentiable
  static double arrows(double x, int n) {
    double t = 1;
    switch (n) {
      case 0 -> t = x;
      case 1, 2 -> {
        double u = x * x;
        if (u > 2) break;
        t = u;
      }
      case 3 -> throw new IllegalArgumentException("three");
      default -> t += n;
    }
    return t * x;
  }

  @Differentiable
  static double expression(double x, int n) {
    double t =
        switch (n) {
          case 0 -> x;
          case 1, 2 -> {
            double u = x * n;
            if (u > 1) yield u;
            yield 3;
          }
          case 3 -> throw new IllegalStateException();
          default -> n;
        };
    int k =
        switch (n % 3) {
          case 0:
            yield 5;
          case 1:
            n++;
          default:
            yield n;
        };
    return t * k + n;
  }

  @Differentiable
  static double enums(double x, Color c) {
    double t =
        switch (c) {
          case RED -> x;
          case GREEN -> x * x;
          case BLUE -> 2 - x;
        };
    switch (c) {
      case GREEN:
        t += 1;
        break;
      case BLUE:
        t *= c.ordinal();
    }
    if (c == Color.RED || c != Color.BLUE && x > 0) t++;
    return t;
  }

  @Differentiable
  static double strings(double x, String s) {
    return switch (s) {
      case "sum" -> x + x;
      case "product", "times" -> x * x;
      default -> s.length() * x;
    };
  }

  @Differentiable
  static double chars(double x, char c, byte b) {
    double t = 0;
    switch (c) {
      case 'a' -> t = x;
      case 'b', 'c' -> t = 2 * x;
      default -> {}
    }
    switch (b) {
      case -1:
      case 1:
        t++;
    }
    return t;
  }

  @Differentiable
  static double inLoops(double[] a) {
    double s = 0;
    loop:
    for (int i = 0; i < a.length; i++) {
      switch (i) {
        case 0:
          continue;
        case 1:
          s += a[i];
          break;
        case 3:
          if (s > 1) break loop;
          return s;
        default:
          s *= a[i];
      }
      s += 1;
    }
    return s;
  }

  @Differentiable
  static double yieldFromLoop(double[] a, int n) {
    double t =
        switch (n) {
          case 0, 1, 2 -> {
            double s = n;
            for (double x : a) {
              s += x;
              if (s > 2) yield s * 2;
            }
            yield s;
          }
          default -> 1;
        };
    return t;
  }

  @Differentiable
  static double nested(double x, int n, int m) {
    switch (n) {
      case 0:
      case 1:
        switch (m) {
          case 0:
            x += 1;
            break;
          case 1:
            return x;
        }
        x *= 2;
        break;
      default:
        x = switch (m) { case 0 -> 1; case 1 -> 2f; default -> x; };
    }
    return x;
  }

  @Differentiable
  static double locals(double x, int n) {
    switch (n) {
      case 0:
        double t = x;
        x += t;
        break;
      case 1:
        t = 3;
        x *= t;
        break;
      default:
    }
    return x;
  }
}
