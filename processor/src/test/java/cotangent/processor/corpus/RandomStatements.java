package cotangent.processor.corpus;

import cotangent.processor.corpus.RandomExpressions.Helper;
import cotangent.processor.corpus.Scope.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes the random statements of one method, of which it chooses the control flow itself. Every
 * loop ends, and every value stays small.
 */
final class RandomStatements {
  private final Random random;
  private final Scope scope;
  private final RandomExpressions expressions;
  private final RandomAssignments assignments;
  private final Set<Feature> features;
  private final Kind result;
  private final List<String> labels = new ArrayList<>();
  private int budget;

  /** Makes statements for a method with a result of a kind, {@code null} being void. */
  RandomStatements(
      Random random, Scope scope, List<Helper> helpers, Set<Feature> features, Kind result) {
    this.random = random;
    this.scope = scope;
    this.features = features;
    this.result = result;
    expressions = new RandomExpressions(random, scope, helpers, features);
    assignments = new RandomAssignments(random, scope, expressions, helpers, features);
  }

  /** The body of a method, the return at its end included; blocks stand in others so deep. */
  List<Snippet> body(int size, int depth) {
    budget = size;
    List<Snippet> out = new ArrayList<>();
    while (budget > 0) {
      statement(out, depth);
    }
    if (result != null) {
      out.add(Snippet.statement("return " + returned() + ";"));
    }
    return out;
  }

  private void statement(List<Snippet> out, int depth) {
    budget--;
    switch (depth > 0 ? random.nextInt(24) : 0) {
      case 22, 23 -> attempt(out, depth);
      case 14, 15, 16 -> branch(out, depth);
      case 17, 18 -> countedLoop(out, depth);
      case 19, 20 -> generalLoop(out, depth);
      case 21 -> choose(out, depth);
      default -> assignments.any(out);
    }
  }

  /** A block of statements, which may end in a jump. */
  private List<Snippet> block(int depth, boolean mayJump) {
    List<Snippet> out = new ArrayList<>();
    scope.open();
    int size = 1 + random.nextInt(depth);
    for (int i = 0; i < size; i++) {
      statement(out, depth - 1);
    }
    if (mayJump && allows(Feature.JUMPS) && chance(3)) {
      jump(out);
    }
    scope.close();
    return out;
  }

  private void jump(List<Snippet> out) {
    int which = random.nextInt(4);
    if (assignments.loops() > 0 && which == 0) {
      out.add(Snippet.statement("break;"));
    } else if (assignments.loops() > 0 && which == 1) {
      out.add(Snippet.statement("continue;"));
    } else if (!labels.isEmpty() && which == 2) {
      String label = labels.get(random.nextInt(labels.size()));
      out.add(Snippet.statement((chance(2) ? "break " : "continue ") + label + ";"));
    } else if (assignments.loops() == 0 || chance(2)) {
      out.add(Snippet.statement(result == null ? "return;" : "return " + returned() + ";"));
    }
  }

  private void branch(List<Snippet> out, int depth) {
    String condition = expressions.condition(2);
    out.add(new Snippet("if (" + condition + ") {", block(depth, true), "}"));
    while (chance(4)) {
      Snippet last = out.remove(out.size() - 1);
      out.add(new Snippet(last.open(), last.inside(), "} else {"));
      String other = expressions.condition(1);
      out.add(new Snippet("if (" + other + ") {", block(depth, true), "}}"));
      Snippet then = out.remove(out.size() - 1);
      Snippet both = out.remove(out.size() - 1);
      out.add(new Snippet("", List.of(both, then), ""));
      return;
    }
    if (chance(2)) {
      Snippet then = out.remove(out.size() - 1);
      List<Snippet> other = block(depth, false);
      out.add(
          new Snippet(
              "",
              List.of(
                  new Snippet(then.open(), then.inside(), "} else {"), new Snippet("", other, "}")),
              ""));
    }
  }

  private void attempt(List<Snippet> out, int depth) {
    if (!allows(Feature.EXCEPTIONS)) {
      assignments.any(out);
      return;
    }
    List<Snippet> tried = block(depth, false);
    String failing =
        switch (random.nextInt(4)) {
          case 0 -> "int WHOLE = 3 / (Math.abs(" + expressions.whole(1) + ") & 1);";
          case 1 -> "int WHOLE = new int[] {1, 2, 3, 4}[(" + expressions.whole(1) + ") & 7];";
          default -> "if (" + expressions.condition(1) + ") throw new IllegalStateException();";
        };
    tried.add(
        random.nextInt(tried.size() + 1),
        Snippet.statement(failing.replace("WHOLE", scope.fresh(Kind.INT))));
    List<Snippet> caught = block(depth, true);
    String type =
        chance(2)
            ? "RuntimeException"
            : "IllegalStateException | ArithmeticException | IndexOutOfBoundsException";
    List<Snippet> parts = new ArrayList<>();
    parts.add(new Snippet("try {", tried, ""));
    String head = "} catch (" + type + " caught" + scope.fresh(Kind.INT) + ") {";
    parts.add(new Snippet(head, caught, ""));
    if (chance(3)) {
      List<Snippet> last = new ArrayList<>();
      scope.open();
      assignments.any(last);
      scope.close();
      parts.add(new Snippet("} finally {", last, ""));
    }
    out.add(new Snippet("", parts, "}"));
  }

  private void countedLoop(List<Snippet> out, int depth) {
    if (assignments.loops() > 2) {
      assignments.assignNumber(out);
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
              ? "(" + expressions.whole(0) + ") % 4"
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

  private void generalLoop(List<Snippet> out, int depth) {
    if (assignments.loops() > 2) {
      assignments.assignNumber(out);
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
      out.add(Snippet.statement("int " + count + " = 0;"));
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

  private void loop(List<Snippet> out, int depth, String head, String tail) {
    assignments.enterLoop();
    boolean labelled = allows(Feature.JUMPS) && chance(4);
    String label = "label" + labels.size() + random.nextInt(1000);
    if (labelled) {
      labels.add(label);
    }
    List<Snippet> inside = block(depth, false);
    if (labelled) {
      labels.remove(label);
    }
    assignments.leaveLoop();
    out.add(new Snippet((labelled ? label + ": " : "") + head, inside, tail));
  }

  private void choose(List<Snippet> out, int depth) {
    if (!allows(Feature.SWITCHES)) {
      branch(out, depth);
      return;
    }
    String on = "(" + expressions.whole(1) + ") & 3";
    if (chance(3)) {
      String name = scope.fresh(Kind.DOUBLE);
      String value =
          "switch ("
              + on
              + ") { case 0 -> "
              + assignments.number()
              + "; case 1, 2 -> "
              + assignments.number()
              + "; default -> { double r = "
              + assignments.number()
              + "; yield r * r; } }";
      out.add(Snippet.statement("double " + name + " = " + value + ";"));
      scope.add(Kind.DOUBLE, name, true);
      return;
    }
    boolean arrows = chance(2);
    List<Snippet> arms = new ArrayList<>();
    for (String label : List.of("case 0", "case 1, 3", "default")) {
      String end = arrows ? "}" : chance(3) && !label.equals("default") ? "}" : "} break;";
      arms.add(new Snippet(label + (arrows ? " -> {" : ": {"), block(depth, false), end));
    }
    out.add(new Snippet("switch (" + on + ") {", arms, "}"));
  }

  /** What a method returns: something that many variables reach. */
  private String returned() {
    if (result == Kind.ARRAY) {
      return expressions.canGive(Kind.ARRAY) ? expressions.array() : "new double[] {1, 2, 3, 4}";
    }
    if (result == Kind.POINT) {
      return expressions.point(2);
    }
    if (result == Kind.COMPLEX) {
      return expressions.complex(2);
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
    for (String name : scope.names(Kind.COMPLEX, false)) {
      terms.add("0.3 * " + name + ".size()");
    }
    for (String name : scope.names(Kind.SUM, false)) {
      terms.add(name + ".mean()");
    }
    for (String name : scope.names(Kind.VECTOR, false)) {
      terms.add(name + ".dot(" + name + ")");
    }
    for (String name : scope.names(Kind.BEND, false)) {
      terms.add(name + ".at(" + expressions.tame(1) + ")");
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
