package cotangent.processor.corpus;

import cotangent.processor.corpus.RandomExpressions.Helper;
import cotangent.processor.corpus.Scope.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes the random statements of one method. Every loop ends, and every value stays small. */
final class RandomStatements {
  private final Random random;
  private final Scope scope;
  private final RandomExpressions expressions;
  private final List<Helper> helpers;
  private final Set<Feature> features;
  private final Kind result;
  private final List<String> labels = new ArrayList<>();
  private int loops;
  private int budget;

  /** Makes statements for a method with a result of a kind, {@code null} being void. */
  RandomStatements(
      Random random, Scope scope, List<Helper> helpers, Set<Feature> features, Kind result) {
    this.random = random;
    this.scope = scope;
    this.helpers = helpers;
    this.features = features;
    this.result = result;
    expressions = new RandomExpressions(random, scope, helpers, features);
  }

  /** The body of a method, the return at its end included. */
  List<Source> body(int size) {
    budget = size;
    List<Source> out = new ArrayList<>();
    while (budget > 0) {
      statement(out, 3);
    }
    if (result != null) {
      out.add(Source.statement("return " + returned() + ";"));
    }
    return out;
  }

  private void statement(List<Source> out, int depth) {
    budget--;
    switch (random.nextInt(depth > 0 ? 22 : 14)) {
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
      case 13 -> copy(out);
      case 14, 15, 16 -> branch(out, depth);
      case 17, 18 -> countedLoop(out, depth);
      case 19, 20 -> generalLoop(out, depth);
      default -> choose(out, depth);
    }
  }

  private void add(List<Source> out, String text) {
    out.add(Source.statement(text));
  }

  /** A number that may be used here: a small one in a loop. */
  private String number() {
    return loops > 0 || chance(2) ? expressions.tame(2) : expressions.number(3);
  }

  private void declareNumber(List<Source> out) {
    String value = number();
    String type = chance(5) ? "var" : "double";
    String name = scope.fresh(Kind.DOUBLE);
    add(
        out,
        type + " " + name + " = " + (type.equals("var") ? "1.0 * (" + value + ")" : value) + ";");
    scope.add(Kind.DOUBLE, name, true);
  }

  private void assignNumber(List<Source> out) {
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

  private void compound(List<Source> out) {
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

  private void assignElement(List<Source> out) {
    if (!expressions.canGive(Kind.ARRAY)) {
      assignNumber(out);
      return;
    }
    String target = expressions.array() + "[" + expressions.index() + "]";
    add(out, target + " = " + number() + ";");
  }

  private void declareArray(List<Source> out) {
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

  private void declareMatrix(List<Source> out) {
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

  private void reassignArray(List<Source> out) {
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

  private void copy(List<Source> out) {
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

  private void assignWhole(List<Source> out) {
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

  private void assignBoolean(List<Source> out) {
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

  private void callForEffect(List<Source> out) {
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

  private void rarer(List<Source> out) {
    switch (random.nextInt(7)) {
      case 5, 6 -> {
        if (allows(Feature.ARRAY_RECORDS)) {
          assignLayer(out);
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
          assignPoint(out);
        }
      }
      default -> assignNumber(out);
    }
  }

  private void assignFloat(List<Source> out) {
    String value = "(float) (0.5 * (" + number() + "))";
    if (scope.hasAssignable(Kind.FLOAT) && chance(2)) {
      add(out, scope.assignable(Kind.FLOAT) + (chance(3) ? " += " : " = ") + value + ";");
    } else {
      String name = scope.fresh(Kind.FLOAT);
      add(out, "float " + name + " = " + value + ";");
      scope.add(Kind.FLOAT, name, true);
    }
  }

  private void assignLayer(List<Source> out) {
    String value = expressions.layer(2);
    if (scope.hasAssignable(Kind.LAYER) && chance(2)) {
      add(out, scope.assignable(Kind.LAYER) + " = " + value + ";");
    } else {
      String name = scope.fresh(Kind.LAYER);
      add(out, "Layer " + name + " = " + value + ";");
      scope.add(Kind.LAYER, name, true);
    }
  }

  private void assignPoint(List<Source> out) {
    String value = "new Point(" + number() + ", " + number() + ")";
    if (chance(3)) {
      value = expressions.point(2) + ".turned(" + expressions.number(1) + ")";
    }
    if (scope.hasAssignable(Kind.POINT) && chance(2)) {
      add(out, scope.assignable(Kind.POINT) + " = " + value + ";");
    } else {
      String name = scope.fresh(Kind.POINT);
      add(out, "Point " + name + " = " + value + ";");
      scope.add(Kind.POINT, name, true);
    }
  }

  /** A block of statements, which may end in a jump. */
  private List<Source> block(int depth, boolean mayJump) {
    List<Source> out = new ArrayList<>();
    scope.open();
    int size = 1 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      statement(out, depth - 1);
    }
    if (mayJump && allows(Feature.JUMPS) && chance(3)) {
      jump(out);
    }
    scope.close();
    return out;
  }

  private void jump(List<Source> out) {
    int which = random.nextInt(4);
    if (loops > 0 && which == 0) {
      add(out, "break;");
    } else if (loops > 0 && which == 1) {
      add(out, "continue;");
    } else if (!labels.isEmpty() && which == 2) {
      String label = labels.get(random.nextInt(labels.size()));
      add(out, (chance(2) ? "break " : "continue ") + label + ";");
    } else if (loops == 0 || chance(2)) {
      add(out, result == null ? "return;" : "return " + returned() + ";");
    }
  }

  private void branch(List<Source> out, int depth) {
    String condition = expressions.condition(2);
    out.add(new Source("if (" + condition + ") {", block(depth, true), "}"));
    while (chance(4)) {
      Source last = out.remove(out.size() - 1);
      out.add(new Source(last.open(), last.inside(), "} else {"));
      String other = expressions.condition(1);
      out.add(new Source("if (" + other + ") {", block(depth, true), "}}"));
      Source then = out.remove(out.size() - 1);
      Source both = out.remove(out.size() - 1);
      out.add(new Source("", List.of(both, then), ""));
      return;
    }
    if (chance(2)) {
      Source then = out.remove(out.size() - 1);
      List<Source> other = block(depth, false);
      out.add(
          new Source(
              "",
              List.of(
                  new Source(then.open(), then.inside(), "} else {"), new Source("", other, "}")),
              ""));
    }
  }

  private void countedLoop(List<Source> out, int depth) {
    if (loops > 2) {
      assignNumber(out);
      return;
    }
    scope.open();
    String head;
    if (chance(4) && expressions.canGive(Kind.ARRAY)) {
      String array = expressions.array();
      head = "for (double " + scope.declare(Kind.DOUBLE, true) + " : " + array + ") {";
    } else {
      String bound =
          scope.has(Kind.INT) && chance(3)
              ? "(" + whole(0) + ") % 4"
              : "" + (1 + random.nextInt(4));
      String i = scope.declare(Kind.INT, false);
      head =
          switch (random.nextInt(5)) {
            case 0 -> "for (int I = 3; I >= 0; I--) {";
            case 1 -> "for (int I = 0; I < 7; I += 2) {";
            case 2 -> "for (int I = 1; I <= " + bound + "; I++) {";
            default -> "for (int I = 0; I < " + bound + "; I++) {";
          };
      head = head.replaceAll("\\bI\\b", i);
    }
    loop(out, depth, head, "}");
    scope.close();
  }

  private void generalLoop(List<Source> out, int depth) {
    if (loops > 2) {
      assignNumber(out);
      return;
    }
    scope.open();
    if (chance(4)) {
      String start = expressions.tame(1);
      String t = scope.declare(Kind.DOUBLE, false);
      String limit = chance(2) ? "2" : "2 + Math.sin(" + expressions.number(1) + ")";
      loop(
          out,
          depth,
          "for (double %1$s = %2$s; %1$s < %3$s; %1$s += 0.6 + %1$s * %1$s) {"
              .formatted(t, start, limit),
          "}");
    } else {
      String count = scope.declare(Kind.INT, false);
      add(out, "int " + count + " = 0;");
      String condition = "++" + count + " < " + (2 + random.nextInt(4));
      condition = chance(2) ? condition : condition + " && " + expressions.condition(1);
      if (chance(3)) {
        loop(out, depth, "do {", "} while (" + condition + ");");
      } else {
        loop(out, depth, "while (" + condition + ") {", "}");
      }
    }
    scope.close();
  }

  private void loop(List<Source> out, int depth, String head, String tail) {
    loops++;
    boolean labelled = allows(Feature.JUMPS) && chance(4);
    String label = "label" + labels.size() + random.nextInt(1000);
    if (labelled) {
      labels.add(label);
    }
    List<Source> inside = block(depth, false);
    if (labelled) {
      labels.remove(label);
    }
    loops--;
    out.add(new Source((labelled ? label + ": " : "") + head, inside, tail));
  }

  private void choose(List<Source> out, int depth) {
    if (!allows(Feature.SWITCHES)) {
      branch(out, depth);
      return;
    }
    String on = "(" + whole(1) + ") & 3";
    if (chance(3)) {
      String name = scope.fresh(Kind.DOUBLE);
      String value =
          "switch ("
              + on
              + ") { case 0 -> "
              + number()
              + "; case 1, 2 -> "
              + number()
              + "; default -> { double r = "
              + number()
              + "; yield r * r; } }";
      add(out, "double " + name + " = " + value + ";");
      scope.add(Kind.DOUBLE, name, true);
      return;
    }
    boolean arrows = chance(2);
    List<Source> arms = new ArrayList<>();
    for (String label : List.of("case 0", "case 1, 3", "default")) {
      String end = arrows ? "}" : chance(3) && !label.equals("default") ? "}" : "} break;";
      arms.add(new Source(label + (arrows ? " -> {" : ": {"), block(depth, false), end));
    }
    out.add(new Source("switch (" + on + ") {", arms, "}"));
  }

  /** What a method returns: something that many variables reach. */
  private String returned() {
    if (result == Kind.ARRAY) {
      return expressions.canGive(Kind.ARRAY) ? expressions.array() : "new double[] {1, 2, 3, 4}";
    }
    if (result == Kind.POINT) {
      return expressions.point(2);
    }
    List<String> terms = new ArrayList<>();
    for (String name : scope.names(Kind.DOUBLE, false)) {
      if (chance(2)) terms.add("0.7 * " + name);
    }
    for (String name : scope.names(Kind.ARRAY, false)) {
      terms.add(name + "[" + random.nextInt(4) + "] * " + name + "[" + expressions.index() + "]");
    }
    for (String name : scope.names(Kind.MATRIX, false)) {
      terms.add(name + "[" + expressions.index() + "][" + random.nextInt(4) + "]");
    }
    for (String name : scope.names(Kind.POINT, false)) {
      terms.add(name + ".x() * " + name + ".y()");
    }
    for (String name : scope.names(Kind.LAYER, false)) {
      terms.add(name + ".b() * " + name + ".w()[" + expressions.index() + "]");
    }
    terms.add(expressions.tame(2));
    while (terms.size() > 6) {
      terms.remove(random.nextInt(terms.size()));
    }
    return String.join(" + ", terms);
  }

  private boolean allows(Feature feature) {
    return features.contains(feature);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
