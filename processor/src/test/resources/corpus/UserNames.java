package corpus;

import cotangent.Differentiable;

/** Names of the user's that generated code might have wanted for itself. */
class UserNames {
  private static double grad(double x) {
    return x * x;
  }

  private static double sin(double x) {
    return x * 3;
  }

  @Differentiable
  static double value(double value) {
    return value * value;
  }

  @Differentiable
  static double derivatives(double x, double dx, double ddx) {
    double dy = x * dx;
    return dy * ddx + dx;
  }

  @Differentiable
  static double seeds(double seed, double bar, double tape, double grad) {
    double workspace = seed * bar;
    double result = tape * workspace;
    double adjoint = grad(grad) * result;
    return adjoint + workspace;
  }

  @Differentiable
  static double numbered(double x, double x1, double x2, double t, double t1, double t2) {
    t = t * x;
    t = t1 * x1 + t;
    x = t * t2;
    x = x * x2;
    return x * x1;
  }

  @Differentiable
  static double underscored(double _x, double x_, double $x, double x$1) {
    return _x * x_ + $x * x$1;
  }

  @Differentiable
  static double indices(double[] i, int j, double k) {
    double sum = 0;
    for (int n = 0; n < i.length; n++) {
      sum += i[n] * k * j;
    }
    for (double v : i) sum *= v + 2;
    return sum;
  }

  @Differentiable
  static double companion(double UserNames, double CompanionGradient, double UserNamesGrad) {
    return UserNames * CompanionGradient + UserNamesGrad * UserNames;
  }

  @Differentiable
  static double shadowsMath(double x) {
    return sin(x) * Math.sin(x);
  }

  @Differentiable
  static double keptValues(double kept, double keep, double taken, double count, double branch) {
    double trips = 0;
    double cond = kept;
    int steps = 0;
    while (cond < 2) {
      cond += keep * keep + 0.5;
      trips += taken * cond;
      steps++;
    }
    if (trips > 0) {
      branch *= trips;
    }
    return branch * count * steps + kept;
  }

  @Differentiable
  static double gradient(double gradient, double hessian, double tangent) {
    double primal = gradient * hessian;
    double cotangent = primal * tangent;
    return primal + cotangent;
  }

  @Differentiable
  static double loss(double x) {
    return x * Loss.scale(x);
  }

  @Differentiable
  static double unicode(double α, double λ, double größe) {
    double Δ = α * λ;
    return Δ * größe;
  }

  @Differentiable
  static double reusedInBlocks(double x) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double t = x * i;
      sum += t * t;
    }
    for (int i = 0; i < 2; i++) {
      double t = x + i;
      sum *= t;
    }
    if (sum > 0) {
      int t = 3;
      sum *= t;
    } else {
      double t = x;
      sum -= t;
    }
    return sum;
  }

  @Differentiable
  static double arrays(double[] a, double[] da, double[] aa) {
    double[] db = new double[a.length];
    for (int i = 0; i < a.length; i++) db[i] = a[i] * da[i];
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += db[i] * aa[i];
    return sum;
  }

  @Differentiable
  static double records(double record, double var, double yield, double sealed, double permits) {
    double module = record * var;
    return module * yield + sealed * permits;
  }

  @Differentiable
  static double ClassLike(double Math_, double Double_, double String) {
    return Math_ * Double_ + String;
  }

  static double Rates = 3;
  static int Sign = 1;

  /** Obscured by a field, where its name is before a dot. */
  static class Rates {
    static double first = 8;

    static double second(int n) {
      return n * first;
    }

    double at(double x) {
      return first * x + second(3);
    }

    @Differentiable
    static double inside(double x) {
      return x * x * first;
    }
  }

  enum Sign {
    PLUS,
    MINUS {
      @Override
      double of(double x) {
        return -x * x;
      }
    };

    double of(double x) {
      return x;
    }
  }

  @Differentiable
  static double obscured(double x, Sign sign) {
    return new Rates().at(x) * Rates * switch (sign) {
          case PLUS -> x;
          case MINUS -> sign.of(x) * Sign;
        };
  }

  /** Named as a record might be. */
  static final class Loss {
    static double scale(double x) {
      return x * 2;
    }

    private Loss() {}
  }
}
