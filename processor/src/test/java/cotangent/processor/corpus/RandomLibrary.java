package cotangent.processor.corpus;

import cotangent.processor.corpus.Scope.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes random statements that use the library: streams, lists, sorting, tensors. */
final class RandomLibrary extends RandomPart {
  RandomLibrary(
      Random random,
      Scope scope,
      RandomExpressions expressions,
      RandomAssignments assignments,
      Set<Feature> features) {
    super(random, scope, expressions, assignments, features);
  }

  /** Adds a statement, or several; none where the program has no such part of the language. */
  void any(List<Snippet> out) {
    boolean hasArrays = allows(Feature.ARRAYS) && expressions.canGive(Kind.ARRAY);
    switch (random.nextInt(4)) {
      case 0 -> {
        if (allows(Feature.STREAMS) && hasArrays) stream(out);
      }
      case 1 -> {
        if (allows(Feature.STREAMS)) list(out);
      }
      case 2 -> {
        if (allows(Feature.SORTING) && hasArrays) sort(out);
      }
      default -> {
        if (allows(Feature.TENSORS)) tensor(out);
      }
    }
  }

  private void stream(List<Snippet> out) {
    String captured = scope.fresh(Kind.DOUBLE);
    add(out, "double " + captured + " = " + assignments.number() + ";");
    String kept = scope.fresh(Kind.ARRAY);
    add(out, "double[] " + kept + " = " + expressions.array() + ".clone();");
    String numbers =
        pick(
            "java.util.Arrays.stream(" + expressions.array() + ")",
            "java.util.Arrays.stream(" + kept + ", 1, 3)",
            "java.util.stream.DoubleStream.of(0.25, " + captured + ", " + kept + "[2])",
            "java.util.stream.IntStream.range(0, 4).mapToDouble(i -> Math.sin("
                + kept
                + "[i] * "
                + captured
                + "))",
            "java.util.stream.IntStream.rangeClosed(1, 3).mapToDouble(i -> " + kept + "[i] / i)");
    String through =
        pick(
            "",
            ".map(" + expressions.function(captured) + ")",
            ".filter(arg -> arg > -0.3).map(" + expressions.function(captured) + ")",
            ".skip(1)",
            ".limit(2).map(" + expressions.function(captured) + ")");
    String end =
        pick(
            ".sum()",
            ".average().orElse(0.5)",
            ".max().orElse(" + captured + ")",
            ".min().orElse(0.1)",
            ".reduce(0.5, (arg, other) -> Math.sin(arg) + 0.5 * other)",
            ".reduce(Math::max).orElse(1)");
    declare(out, Kind.DOUBLE, "Math.atan(" + numbers + through + end + ")");
    if (chance(3)) {
      String mapped = ".map(" + expressions.function(captured) + ").toArray()";
      declare(out, Kind.ARRAY, "java.util.Arrays.stream(" + kept + ")" + mapped);
    }
    scope.add(Kind.DOUBLE, captured, false);
    scope.add(Kind.ARRAY, kept, false);
  }

  private void list(List<Snippet> out) {
    String name = "list" + scope.fresh(Kind.INT);
    add(out, "java.util.List<Double> " + name + " = new java.util.ArrayList<>();");
    int size = 2 + random.nextInt(3);
    for (int i = 0; i < size; i++) {
      add(out, name + ".add(1.0 * (" + expressions.tame(2) + "));");
    }
    String index = String.valueOf(random.nextInt(size));
    declare(
        out,
        Kind.DOUBLE,
        pick(
            name + ".get(" + index + ") * " + name + ".get(0)",
            name + ".stream().mapToDouble(Double::doubleValue).sum()",
            name + ".get(" + name + ".size() - 1)"));
  }

  private void sort(List<Snippet> out) {
    String array = expressions.array();
    switch (random.nextInt(3)) {
      case 0 -> add(out, "java.util.Arrays.sort(" + array + ");");
      case 1 -> add(out, "java.util.Arrays.sort(" + array + ", 1, 4);");
      default -> {
        String name = scope.fresh(Kind.ARRAY);
        add(out, "double[] " + name + " = " + array + ".clone();");
        add(out, "java.util.Arrays.sort(" + name + ");");
        scope.add(Kind.ARRAY, name, true);
      }
    }
  }

  private void tensor(List<Snippet> out) {
    if (scope.has(Kind.VECTOR) && chance(2)) {
      String one = scope.any(Kind.VECTOR);
      String other = scope.any(Kind.VECTOR);
      String number =
          pick(
              one + ".sum()",
              one + ".dot(" + other + ")",
              one + ".get(" + expressions.index() + ")",
              one + ".squaredNorm()",
              one + ".max()",
              one + ".logSumExp()",
              one + ".mean()",
              one + ".outer(" + other + ").times(" + one + ").sum()",
              one + ".squaredDistance(" + other + ")");
      declare(out, Kind.DOUBLE, "Math.sin(" + number + ")");
    } else if (scope.hasAssignable(Kind.VECTOR) && chance(3)) {
      add(out, scope.assignable(Kind.VECTOR) + " = " + vector() + ";");
    } else {
      declare(out, Kind.VECTOR, vector());
    }
  }

  /** A vector of four elements, all of them small. */
  private String vector() {
    if (!scope.has(Kind.VECTOR) || chance(4)) {
      return expressions.canGive(Kind.ARRAY) && chance(2)
          ? Kind.VECTOR.java + ".of(" + expressions.array() + ")"
          : Kind.VECTOR.java
              + ".of(0.5, "
              + assignments.number()
              + ", 1.25, "
              + expressions.number(1)
              + ")";
    }
    String one = scope.any(Kind.VECTOR);
    String other = scope.any(Kind.VECTOR);
    String matrix =
        pick(
            one + ".outer(" + other + ")",
            "cotangent.tensor.Matrix.ofRows(" + one + ", " + other + ", " + one + ", " + one + ")",
            "cotangent.tensor.Matrix.diagonal(" + other + ")");
    String value =
        pick(
            one + ".plus(" + other + ")",
            one + ".minus(" + expressions.number(1) + ")",
            one + ".times(" + expressions.number(1) + ")",
            one + ".hadamard(" + other + ")",
            one + ".dividedBy(" + other + ".square().plus(1))",
            one + ".map(" + expressions.function("0.5") + ")",
            one + ".max(" + other + ")",
            one + ".slice(0, 2).concat(" + other + ".slice(1, 3))",
            matrix + ".times(" + other + ")",
            matrix + ".transpose().times(" + one + ")",
            matrix + ".plusEachRow(" + other + ").row(" + random.nextInt(4) + ")",
            matrix + ".plus(cotangent.tensor.Matrix.identity(4).times(9)).solve(" + other + ")");
    return value + pick(".sin()", ".tanh()", ".sigmoid()", ".softmax()", ".sin().square()");
  }
}
