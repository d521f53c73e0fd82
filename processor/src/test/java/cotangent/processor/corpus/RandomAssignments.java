package cotangent.processor.corpus;

import cotangent.processor.corpus.RandomExpressions.Helper;
import cotangent.processor.corpus.Scope.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes random statements that only compute: declarations, assignments, copies, calls. */
final class RandomAssignments {
  private final Random random;
  private final Scope scope;
  private final RandomExpressions expressions;
  private final List<Helper> helpers;
  private final Set<Feature> features;
  private final RandomObjects objects;
  private final RandomLibrary library;
  private int loops;

  RandomAssignments(
      Random random,
      Scope scope,
      RandomExpressions expressions,
      List<Helper> helpers,
      Set<Feature> features) {
    this.random = random;
    this.scope = scope;
    this.expressions = expressions;
    this.helpers = helpers;
    this.features = features;
    objects = new RandomObjects(random, scope, expressions, this, features);
    library = new RandomLibrary(random, scope, expressions, this, features);
  }

  /** Is told that a loop begins: numbers must stay small inside. */
  void enterLoop() {
    loops++;
  }

  void leaveLoop() {
    loops--;
  }

  /** In how many loops a statement stands. */
  int loops() {
    return loops;
  }

  /** Adds a statement. */
  void any(List<Snippet> out) {
    switch (random.nextInt(21)) {
      case 20 -> total(out);
      case 17, 18, 19 -> library.any(out);
      case 14 -> objects.complex(out);
      case 15 -> objects.bend(out);
      case 16 -> objects.callFunction(out);
      case 0, 1 -> declareNumber(out);
      case 2, 3 -> assignNumber(out);
      case 4, 5 -> assignElement(out);
      case 6 -> declareArray(out);
      case 7 -> assignWhole(out);
      case 8 -> assignBoolean(out);
      case 9 -> compound(out);
      case 10 -> callForEffect(out);
      case 11 -> reassignArray(out);
      case 12 -> rarer(out);
      default -> copy(out);
    }
  }

  private static void add(List<Snippet> out, String text) {
    out.add(Snippet.statement(text));
  }

  /** A number that may be used here: a small one in a loop. */
  String number() {
    return loops > 0 || chance(2) ? expressions.tame(2) : expressions.number(3);
  }

  private void declareNumber(List<Snippet> out) {
    String value = number();
    String type = chance(5) ? "var" : "double";
    String name = scope.fresh(Kind.DOUBLE);
    add(
        out,
        type + " " + name + " = " + (type.equals("var") ? "1.0 * (" + value + ")" : value) + ";");
    scope.add(Kind.DOUBLE, name, true);
  }

  void assignNumber(List<Snippet> out) {
    if (!scope.hasAssignable(Kind.DOUBLE)) {
      declareNumber(out);
      return;
    }
    String name = scope.assignable(Kind.DOUBLE);
    if (chance(5)) {
      add(out, name + " = " + scope.assignable(Kind.DOUBLE) + " = " + number() + ";");
    } else {
      add(out, name + " = " + number() + ";");
    }
  }

  private void compound(List<Snippet> out) {
    String target =
        scope.hasAssignable(Kind.DOUBLE) && chance(2)
            ? scope.assignable(Kind.DOUBLE)
            : expressions.canGive(Kind.ARRAY)
                ? expressions.array() + "[" + expressions.index() + "]"
                : null;
    if (target == null) {
      declareNumber(out);
      return;
    }
    add(
        out,
        switch (random.nextInt(6)) {
          case 0 -> target + " += " + expressions.tame(2) + ";";
          case 1 -> target + " -= " + expressions.tame(2) + ";";
          case 2 -> target + " *= Math.sin(" + expressions.number(2) + ");";
          case 3 -> target + " /= 1.5 + Math.abs(" + expressions.number(2) + ");";
          case 4 -> target + "++;";
          default -> target + " %= 2.5;";
        });
  }

  /** Adds a sum that goes into another one, or into itself; in inner loops it would get large. */
  private void total(List<Snippet> out) {
    if (loops > 1 || !scope.hasAssignable(Kind.DOUBLE)) {
      assignNumber(out);
      return;
    }
    String one = scope.assignable(Kind.DOUBLE);
    String other = scope.assignable(Kind.DOUBLE);
    switch (random.nextInt(4)) {
      case 0 -> {
        add(out, other + " = " + one + " + " + other + ";");
        add(out, one + " = " + other + ";");
      }
      case 1 -> add(out, one + " += " + expressions.condition(1) + " ? " + other + " : 0;");
      case 2 -> add(out, one + " -= " + other + ";");
      default -> {
        String taken = scope.fresh(Kind.DOUBLE);
        String sum = one + " += " + expressions.tame(1) + "; " + taken + " = " + one + ";";
        add(out, "double " + taken + " = 0;");
        add(out, "if (" + expressions.condition(1) + ") { " + sum + " }");
        add(out, other + " += " + taken + ";");
      }
    }
  }

  private void assignElement(List<Snippet> out) {
    if (!expressions.canGive(Kind.ARRAY)) {
      assignNumber(out);
      return;
    }
    String target = expressions.array() + "[" + expressions.index() + "]";
    add(out, target + " = " + number() + ";");
  }

  private void declareArray(List<Snippet> out) {
    if (!allows(Feature.ARRAYS)) {
      declareNumber(out);
      return;
    }
    if (allows(Feature.MATRICES) && chance(4)) {
      declareMatrix(out);
      return;
    }
    if (allows(Feature.INT_ARRAYS) && chance(4)) {
      String name = scope.fresh(Kind.INTS);
      add(out, "int[] " + name + " = {" + whole(0) + ", " + whole(1) + ", 2, " + whole(1) + "};");
      scope.add(Kind.INTS, name, false);
      return;
    }
    String name = scope.fresh(Kind.ARRAY);
    add(out, "double[] " + name + " = " + array(true) + ";");
    scope.add(Kind.ARRAY, name, true);
  }

  private String array(boolean declaration) {
    if (allows(Feature.ALIASES) && expressions.canGive(Kind.ARRAY) && chance(3)) {
      return chance(4)
          ? expressions.condition(1) + " ? " + expressions.array() + " : " + expressions.array()
          : expressions.array();
    }
    if (expressions.canGive(Kind.ARRAY) && chance(3)) {
      return expressions.array() + ".clone()";
    }
    if (chance(4)) {
      var makers = helpers.stream().filter(each -> each.result() == Kind.ARRAY).toList();
      if (!makers.isEmpty() && makers.get(0).parameters().stream().allMatch(expressions::canGive)) {
        return expressions.call(makers.get(0), 1);
      }
    }
    return chance(3)
        ? "new double[4]"
        : (declaration ? "" : "new double[] ")
            + "{"
            + number()
            + ", "
            + expressions.number(1)
            + ", 0.5, "
            + expressions.number(1)
            + "}";
  }

  private void declareMatrix(List<Snippet> out) {
    String name = scope.fresh(Kind.MATRIX);
    if (allows(Feature.ALIASES) && expressions.canGive(Kind.ARRAY) && chance(2)) {
      String row = expressions.array();
      String rows = row + ", " + expressions.array() + ", new double[4], " + expressions.array();
      add(out, "double[][] " + name + " = {" + rows + "};");
    } else {
      add(out, "double[][] " + name + " = new double[4][4];");
    }
    scope.add(Kind.MATRIX, name, false);
  }

  private void reassignArray(List<Snippet> out) {
    if (allows(Feature.ALIASES) && scope.has(Kind.MATRIX) && chance(2)) {
      add(
          out,
          scope.any(Kind.MATRIX) + "[" + expressions.index() + "] = " + expressions.array() + ";");
    } else if (scope.hasAssignable(Kind.ARRAY)) {
      add(out, scope.assignable(Kind.ARRAY) + " = " + array(false) + ";");
    } else {
      assignNumber(out);
    }
  }

  private void copy(List<Snippet> out) {
    if (!allows(Feature.COPIES) || !expressions.canGive(Kind.ARRAY)) {
      assignElement(out);
      return;
    }
    String a = expressions.array();
    switch (random.nextInt(3)) {
      case 0 -> add(out, "System.arraycopy(" + expressions.array() + ", 0, " + a + ", 1, 3);");
      case 1 -> add(out, "java.util.Arrays.fill(" + a + ", 1, 3, " + number() + ");");
      default -> {
        String name = scope.fresh(Kind.ARRAY);
        add(out, "double[] " + name + " = java.util.Arrays.copyOf(" + a + ", 4);");
        scope.add(Kind.ARRAY, name, true);
      }
    }
  }

  private String whole(int depth) {
    return expressions.whole(depth);
  }

  private void assignWhole(List<Snippet> out) {
    if (scope.has(Kind.INTS) && chance(3)) {
      String target = scope.any(Kind.INTS) + "[" + expressions.index() + "]";
      add(out, target + (chance(2) ? " = (" + whole(2) + ") & 7;" : "++;"));
    } else if (scope.hasAssignable(Kind.INT) && chance(2)) {
      String name = scope.assignable(Kind.INT);
      add(
          out,
          switch (random.nextInt(5)) {
            case 0 -> name + "++;";
            case 1 -> name + " += " + whole(1) + ";";
            case 2 -> name + " ^= " + whole(0) + ";";
            case 3 -> name + " *= 1.5;";
            default -> name + " = (" + whole(2) + ") & 7;";
          });
    } else {
      String value = whole(2);
      String name = scope.fresh(Kind.INT);
      add(out, "int " + name + " = " + value + ";");
      scope.add(Kind.INT, name, true);
    }
  }

  private void assignBoolean(List<Snippet> out) {
    if (scope.hasAssignable(Kind.BOOLEAN) && chance(2)) {
      String operator = List.of(" = ", " |= ", " &= ", " ^= ").get(random.nextInt(4));
      add(out, scope.assignable(Kind.BOOLEAN) + operator + expressions.condition(2) + ";");
    } else {
      String value = expressions.condition(2);
      String name = scope.fresh(Kind.BOOLEAN);
      add(out, "boolean " + name + " = " + value + ";");
      scope.add(Kind.BOOLEAN, name, true);
    }
  }

  private void callForEffect(List<Snippet> out) {
    var procedures =
        helpers.stream()
            .filter(each -> each.result() == null)
            .filter(each -> each.parameters().stream().allMatch(expressions::canGive))
            .toList();
    if (procedures.isEmpty()) {
      assignNumber(out);
    } else {
      add(out, expressions.call(procedures.get(random.nextInt(procedures.size())), 2) + ";");
    }
  }

  private void rarer(List<Snippet> out) {
    switch (random.nextInt(7)) {
      case 5, 6 -> {
        if (allows(Feature.ARRAY_RECORDS)) {
          objects.layer(out);
        }
      }
      case 0 ->
          add(
              out,
              "double "
                  + scope.fresh(Kind.DOUBLE)
                  + " = Math.log(-3 - Math.abs("
                  + expressions.number(1)
                  + "));");
      case 1 -> {
        if (allows(Feature.FLOATS)) {
          assignFloat(out);
        }
      }
      case 2 -> {
        if (allows(Feature.LONGS)) {
          String name = scope.fresh(Kind.LONG);
          add(out, "long " + name + " = " + whole(1) + " * 3L;");
          add(out, name + " = " + name + " * 6364136223846793005L + 1442695040888963407L;");
          String index = scope.fresh(Kind.INT);
          add(out, "int " + index + " = (int) (" + name + " >>> 40) & 3;");
          scope.add(Kind.INT, index, true);
        }
      }
      case 3, 4 -> {
        if (allows(Feature.RECORDS)) {
          objects.point(out);
        }
      }
      default -> assignNumber(out);
    }
  }

  private void assignFloat(List<Snippet> out) {
    String value = "(float) (0.5 * (" + number() + "))";
    if (scope.hasAssignable(Kind.FLOAT) && chance(2)) {
      add(out, scope.assignable(Kind.FLOAT) + (chance(3) ? " += " : " = ") + value + ";");
    } else {
      String name = scope.fresh(Kind.FLOAT);
      add(out, "float " + name + " = " + value + ";");
      scope.add(Kind.FLOAT, name, true);
    }
  }

  private boolean allows(Feature feature) {
    return features.contains(feature);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
