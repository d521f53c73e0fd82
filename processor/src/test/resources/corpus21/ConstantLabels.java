package corpus;

import cotangent.Differentiable;

/** Switches whose cases are constants beside patterns. */
class ConstantLabels {
  sealed interface Expression permits Known, Number {}

  enum Known implements Expression {
    PI,
    ONE
  }

  record Number(double v) implements Expression {}

  private static final Expression[] ALL = {Known.PI, Known.ONE};

  private static Expression chosen(double[] p) {
    return p[0] > 0 ? Known.ONE : p[1] > 0 ? Known.PI : new Number(p[0]);
  }

  @Differentiable
  static double constantsOnly(double[] p) {
    double factor =
        switch (chosen(p)) {
          case Known.PI -> 3;
          case Known.ONE -> 4;
          case Number(double v) -> v;
        };
    return factor * p[0];
  }

  @Differentiable
  static double constantsBehindPatterns(double[] p) {
    double factor =
        switch (chosen(p)) {
          case Number(double v) -> v;
          case Known.PI -> 3;
          case Known other -> 5 + other.ordinal();
        };
    return factor * p[0];
  }

  @Differentiable
  static double constantsOfTheEnum(double[] p) {
    Known known = p[0] > 0 ? Known.ONE : p[1] > 0 ? Known.PI : null;
    double factor =
        switch (known) {
          case PI -> 3;
          case Known other when p.length > 2 -> 6;
          case null -> 2;
          case Known other -> 5;
        };
    return factor * p[0];
  }

  @Differentiable
  static double statements(double[] p) {
    double factor = 1;
    switch (chosen(p)) {
      case Known.PI:
        factor = 3;
        break;
      case Known other:
        factor = 5 + other.ordinal();
        break;
      case Number number:
        factor = number.v();
    }
    return factor * p[0];
  }

  @Differentiable
  static double texts(double[] p) {
    String text = p[0] > 0 ? "a" : p[1] > 0 ? "b" : "ccc";
    double factor =
        switch (text) {
          case "a" -> 3;
          case String other when other.length() > 2 -> 7;
          case "b" -> 4;
          case String other -> 5;
        };
    return factor * p[0];
  }

  @Differentiable
  static double textsOrNull(double[] p) {
    String text = p[0] > 0 ? "a" : p[1] > 0 ? "b" : null;
    double factor =
        switch (text) {
          case "a", "c" -> 3;
          case null, default -> 4;
        };
    return factor * p[0];
  }

  @Differentiable
  static double fromOutside(double[] p) {
    return p[0]
        * switch (ALL[p.length % 2]) {
          case Known.PI -> 3;
          case Known other -> 5;
          case Number number -> number.v();
        };
  }

  /** A variable has the name that an earlier pattern has given. */
  @Differentiable
  static double namedAgain(double[] p) {
    Expression chosen = chosen(p);
    double factor =
        switch (chosen) {
          case Number(double v) when v > -0.5 -> v * 2;
          case Number(double w) -> {
            double v = w * w;
            yield v;
          }
          case Known k -> {
            double v = p[0] * k.ordinal();
            yield v * v;
          }
        };
    return factor * p[0];
  }

  @Differentiable
  static double boxed(double[] p, int[] n) {
    double s = 0;
    for (int k : n) {
      Integer boxed = k;
      s +=
          switch (boxed) {
            case 2 -> p[0] * p[0];
            case Integer u when u > 3 -> p[0] * u;
            case 3, -1 -> 7 * p[1];
            case Integer u -> p[0] + u;
          };
    }
    return s;
  }

  static double ofReference(double x, Integer n) {
    return switch (n) {
      case 2, 5 -> x * x;
      case null -> x * x * x;
      case Integer u when u > 3 -> x * u;
      default -> x + n;
    };
  }

  @Differentiable
  static double boxedOrNull(double x, Integer n) {
    return ofReference(x, n) * ofReference(x, n + 1) * ofReference(x, null);
  }

  @Differentiable
  static double boxedCharacter(double x, String text) {
    double s = x;
    for (int i = 0; i < text.length(); i++) {
      Character c = text.charAt(i);
      s *=
          switch (c) {
            case 'a' -> x * x;
            case Character u when u > 'f' -> x * 9;
            default -> Math.sin(x);
          };
    }
    return s;
  }
}
