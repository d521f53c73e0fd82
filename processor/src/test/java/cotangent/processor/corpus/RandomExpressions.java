package cotangent.processor.corpus;

import cotangent.processor.corpus.Scope.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes random expressions over the variables in scope. Functions are called inside their domains,
 * and values stay small.
 */
final class RandomExpressions {
  private static final List<String> LITERALS = List.of("0.5", "2", "1.25", "-0.75", "3", "0.1");
  private static final List<String> FUNCTIONS =
      List.of(
          "Math.sin(%s)",
          "Math.cos(%s)",
          "Math.tanh(%s)",
          "Math.atan(%s)",
          "Math.sinh(Math.sin(%s))",
          "Math.exp(Math.cos(%s))",
          "Math.expm1(Math.sin(%s))",
          "Math.abs(%s)",
          "Math.cbrt(2 + Math.sin(%s))",
          "Math.sqrt(1.5 + Math.cos(%s))",
          "Math.log(1.5 + Math.sin(%s))",
          "Math.log1p(Math.abs(Math.sin(%s)))",
          "Math.asin(0.9 * Math.sin(%s))",
          "Math.acos(0.8 * Math.cos(%s))",
          "Math.pow(1.2 + Math.sin(%s), 1.5)",
          "Math.pow(Math.sin(%s), 2)",
          "Math.pow(2, Math.sin(%s))",
          "1 / (1.5 + Math.cos(%s))",
          "StrictMath.sin(%s)",
          "Math.floor(%s)",
          "Math.toRadians(%s)");
  private static final List<String> FUNCTIONS_OF_TWO =
      List.of(
          "Math.max(%s, %s)",
          "Math.min(%s, %s)",
          "Math.atan2(Math.sin(%s), 1.5 + Math.cos(%s))",
          "Math.hypot(1.2 + Math.sin(%s), %s)",
          "Math.pow(1.5 + Math.sin(%s), Math.cos(%s))",
          "Math.sin(%s) / (2 + Math.sin(%s))",
          "Math.fma(Math.sin(%s), 0.5, %s)",
          "Math.copySign(%s, %s)");

  private final Random random;
  private final Scope scope;
  private final List<Helper> helpers;
  private final Set<Feature> features;

  /** A method that may be called: its name, result and the kinds of its parameters. */
  record Helper(String name, Kind result, List<Kind> parameters, String suffix) {
    Helper(String name, Kind result, List<Kind> parameters) {
      this(name, result, parameters, "");
    }
  }

  RandomExpressions(Random random, Scope scope, List<Helper> helpers, Set<Feature> features) {
    this.random = random;
    this.scope = scope;
    this.helpers = helpers;
    this.features = features;
  }

  /** An expression of type double or one promoted to it. */
  String number(int depth) {
    if (depth <= 0) {
      return numberLeaf();
    }
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3:
        String operator = pick(List.of("+", "-", "*", "*"));
        return operand(depth) + " " + operator + " " + operand(depth);
      case 4, 5:
        return pick(FUNCTIONS).formatted(number(depth - 1));
      case 6:
        return pick(FUNCTIONS_OF_TWO).formatted(number(depth - 1), number(depth - 1));
      case 7:
        return "-" + primary(depth - 1);
      case 8:
        return "("
            + condition(depth - 1)
            + " ? "
            + number(depth - 1)
            + " : "
            + number(depth - 1)
            + ")";
      case 9:
        return primary(depth - 1) + " / " + pick(List.of("2", "1.5", "4.0", "-3"));
      case 10:
        return chance(4) && scope.hasAssignable(Kind.DOUBLE)
            ? sideEffect(depth)
            : numberLeaf() + " * " + numberLeaf();
      case 11, 12:
        return call(Kind.DOUBLE, depth);
      default:
        return numberLeaf();
    }
  }

  private String sideEffect(int depth) {
    String variable = scope.assignable(Kind.DOUBLE);
    return switch (random.nextInt(5)) {
      case 0 -> variable + "++";
      case 1 -> "--" + variable;
      case 2 -> "(" + variable + " *= 0.5)";
      case 3 -> "(" + variable + " += " + numberLeaf() + ")";
      default -> "(" + variable + " = " + tame(depth - 1) + ")";
    };
  }

  /** An expression whose value stays small whatever the variables are, for use in loops. */
  String tame(int depth) {
    String inner = number(depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "Math.sin(" + inner + ")";
      case 1 -> "Math.tanh(" + inner + ") + 0.5";
      case 2 -> "Math.atan(" + inner + ")";
      case 3 -> "0.5 * Math.cos(" + inner + ") + 0.25";
      case 4 -> "Math.sin(" + inner + ") * Math.cos(" + number(depth - 1) + ")";
      default -> "(" + inner + ") / (1 + Math.abs(" + inner + "))";
    };
  }

  private String operand(int depth) {
    return chance(3) ? number(depth - 1) : primary(depth - 1);
  }

  private String primary(int depth) {
    String text = number(depth);
    return text.matches("[\\w.\\[\\]]+") ? text : "(" + text + ")";
  }

  private String numberLeaf() {
    for (int attempt = 0; attempt < 20; attempt++) {
      switch (random.nextInt(16)) {
        case 13:
          if (scope.has(Kind.COMPLEX)) {
            return scope.any(Kind.COMPLEX) + pick(List.of(".re", ".im", ".size()"));
          }
          break;
        case 14:
          if (scope.has(Kind.SUM)) return scope.any(Kind.SUM) + pick(List.of(".mean()", ".total"));
          break;
        case 15:
          if (scope.has(Kind.BEND)) {
            return scope.any(Kind.BEND) + ".at(" + pick(LITERALS) + ")";
          }
          break;
        case 11:
          if (allows(Feature.STATICS)) return "TABLE[" + index() + "]";
          break;
        case 12:
          if (scope.has(Kind.LAYER)) {
            String layer = scope.any(Kind.LAYER);
            return chance(2) ? layer + ".b()" : layer + ".w()[" + index() + "]";
          }
          break;
        case 0, 1, 2, 3:
          if (scope.has(Kind.DOUBLE)) return scope.any(Kind.DOUBLE);
          break;
        case 4, 5:
          if (scope.has(Kind.ARRAY)) return scope.any(Kind.ARRAY) + "[" + index() + "]";
          break;
        case 6:
          if (scope.has(Kind.MATRIX)) {
            return scope.any(Kind.MATRIX) + "[" + index() + "][" + index() + "]";
          }
          break;
        case 7:
          if (scope.has(Kind.POINT)) return scope.any(Kind.POINT) + pick(List.of(".x()", ".y()"));
          break;
        case 8:
          if (scope.has(Kind.FLOAT)) return scope.any(Kind.FLOAT);
          break;
        case 9:
          if (scope.has(Kind.INT) && chance(2)) return "0.1 * (" + whole(1) + ")";
          break;
        default:
          return pick(LITERALS);
      }
    }
    return "1.5";
  }

  /** A whole number. */
  String whole(int depth) {
    if (depth <= 0) {
      if (scope.has(Kind.INTS) && chance(4)) {
        return scope.any(Kind.INTS) + "[" + index() + "]";
      }
      return scope.has(Kind.INT) && chance(2, 3)
          ? scope.any(Kind.INT)
          : String.valueOf(random.nextInt(5));
    }
    return switch (random.nextInt(8)) {
      case 0 -> whole(depth - 1) + " + " + whole(depth - 1);
      case 1 -> whole(depth - 1) + " * 3 - " + whole(depth - 1);
      case 2 -> "(" + whole(depth - 1) + ") % 3";
      case 3 -> "(" + whole(depth - 1) + ") / 2";
      case 4 -> "(" + condition(0) + " ? " + whole(0) + " : " + whole(depth - 1) + ")";
      case 5 -> "((" + whole(depth - 1) + ") ^ " + random.nextInt(6) + ")";
      case 6 -> chance(4) ? "(int) (" + numberLeaf() + " * 3.5)" : opaque();
      default -> whole(0);
    };
  }

  /** A whole number that code tells which isn't looked into. */
  private String opaque() {
    if (!allows(Feature.OPAQUE)) {
      return whole(0);
    }
    return switch (random.nextInt(4)) {
      case 0 -> "String.valueOf(" + whole(0) + ").length()";
      case 1 -> "java.util.List.of(2, 0, 3, 1).get(" + index() + ")";
      case 2 -> "java.util.Objects.hash(" + whole(0) + ", " + whole(0) + ") % 5";
      default -> allows(Feature.STATICS) ? "STEPS[" + index() + "]" : "Integer.parseInt(\"3\")";
    };
  }

  /** A whole number from 0 to 3. */
  String index() {
    return chance(2) ? String.valueOf(random.nextInt(4)) : "(" + whole(1) + ") & 3";
  }

  /** A test. */
  String condition(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0, 1:
        return numberLeaf() + pick(List.of(" < ", " > ", " <= ", " >= ")) + primary(depth - 1);
      case 2:
        return "(" + whole(1) + ") % 2 == " + random.nextInt(2);
      case 3:
        return scope.has(Kind.BOOLEAN) ? scope.any(Kind.BOOLEAN) : numberLeaf() + " > 0.2";
      case 4:
        return whole(0) + pick(List.of(" < ", " != ", " >= ")) + whole(0);
      case 5:
        return "!(" + condition(depth - 1) + ")";
      case 6:
        return "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
      case 7:
        return "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      default:
        return "(" + condition(depth - 1) + " ^ " + condition(depth - 1) + ")";
    }
  }

  /** A call of a helper with such a result, or something else when there is none. */
  String call(Kind result, int depth) {
    List<Helper> fitting =
        helpers.stream()
            .filter(each -> each.result() == result)
            .filter(each -> each.parameters().stream().allMatch(this::canGive))
            .toList();
    if (fitting.isEmpty()) {
      return numberLeaf();
    }
    return call(fitting.get(random.nextInt(fitting.size())), depth);
  }

  /** A call of a helper. */
  String call(Helper helper, int depth) {
    return helper.name()
        + helper.parameters().stream()
            .map(kind -> argument(kind, depth))
            .collect(Collectors.joining(", ", "(", ")"))
        + helper.suffix();
  }

  boolean canGive(Kind kind) {
    return switch (kind) {
      case ARRAY -> scope.has(Kind.ARRAY) || scope.has(Kind.MATRIX);
      case MATRIX, INTS, SUM -> scope.has(kind);
      default -> true;
    };
  }

  private String argument(Kind kind, int depth) {
    return switch (kind) {
      case DOUBLE -> number(depth - 1);
      case INT -> "(" + whole(1) + ") & 3";
      case ARRAY -> array();
      case POINT -> point(depth - 1);
      case LAYER -> layer(depth - 1);
      case COMPLEX -> complex(depth - 1);
      case BEND -> bend(depth - 1);
      case BOOLEAN -> condition(0);
      case FLOAT -> "(float) (0.5 * (" + number(depth - 1) + "))";
      default -> scope.any(kind);
    };
  }

  /** An array that is there already: a variable or a row. */
  String array() {
    if (scope.has(Kind.LAYER) && chance(4)) {
      return scope.any(Kind.LAYER) + ".w()";
    }
    boolean row = scope.has(Kind.MATRIX) && (chance(3) || !scope.has(Kind.ARRAY));
    return row ? scope.any(Kind.MATRIX) + "[" + index() + "]" : scope.any(Kind.ARRAY);
  }

  /** A record with an array. */
  String layer(int depth) {
    if (scope.has(Kind.LAYER) && chance(2)) {
      return scope.any(Kind.LAYER);
    }
    String array =
        canGive(Kind.ARRAY) && chance(2)
            ? array() + (allows(Feature.ALIASES) ? "" : ".clone()")
            : "new double[] {1, " + numberLeaf() + ", 0.5, " + numberLeaf() + "}";
    return "new Layer(" + array + ", " + number(depth) + ")";
  }

  /** An object of two numbers. */
  String complex(int depth) {
    if (scope.has(Kind.COMPLEX) && chance(2)) {
      String one = scope.any(Kind.COMPLEX);
      return chance(2) ? one + ".times(" + scope.any(Kind.COMPLEX) + ")" : one;
    }
    return "new Complex(" + number(depth) + ", " + numberLeaf() + ")";
  }

  /** An object of one of two classes. */
  String bend(int depth) {
    if (scope.has(Kind.BEND) && chance(2)) {
      return scope.any(Kind.BEND);
    }
    return chance(2) ? "new Soft(" + number(depth) + ")" : "new Hard(" + numberLeaf() + ")";
  }

  /** A function of a number, which captures at most what is called {@code captured}. */
  String function(String captured) {
    Scope own = new Scope(random);
    own.add(Kind.DOUBLE, "arg", false);
    own.add(Kind.DOUBLE, captured, false);
    String body = new RandomExpressions(random, own, List.of(), features).tame(2);
    return chance(4) ? "Math::sin" : "arg -> " + body;
  }

  /** A record. */
  String point(int depth) {
    if (scope.has(Kind.POINT) && chance(2)) {
      return chance(3)
          ? scope.any(Kind.POINT) + ".turned(" + numberLeaf() + ")"
          : scope.any(Kind.POINT);
    }
    return "new Point(" + number(depth) + ", " + number(depth) + ")";
  }

  boolean allows(Feature feature) {
    return features.contains(feature);
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private boolean chance(int times, int in) {
    return random.nextInt(in) < times;
  }
}
