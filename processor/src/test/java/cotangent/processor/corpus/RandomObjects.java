package cotangent.processor.corpus;

import cotangent.processor.corpus.Scope.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes random statements about records, objects and functions. */
final class RandomObjects extends RandomPart {
  RandomObjects(
      Random random,
      Scope scope,
      RandomExpressions expressions,
      RandomAssignments assignments,
      Set<Feature> features) {
    super(random, scope, expressions, assignments, features);
  }

  void layer(List<Snippet> out) {
    String value = expressions.layer(2);
    assign(out, Kind.LAYER, value);
  }

  void complex(List<Snippet> out) {
    if (!allows(Feature.OBJECTS)) {
      assignments.assignNumber(out);
    } else if (scope.has(Kind.SUM) && chance(2)) {
      add(out, scope.any(Kind.SUM) + ".add(" + assignments.number() + ");");
    } else if (assignments.loops() == 0 && chance(3)) {
      String name = scope.fresh(Kind.SUM);
      add(out, "Sum " + name + " = new Sum();");
      scope.add(Kind.SUM, name, false);
    } else {
      // Squares of squares would grow.
      String value = "new Complex(" + expressions.tame(2) + ", " + expressions.tame(1) + ")";
      assign(out, Kind.COMPLEX, assignments.loops() > 0 ? value : expressions.complex(2));
    }
  }

  void bend(List<Snippet> out) {
    if (allows(Feature.CHOICES)) {
      String one = expressions.bend(2);
      boolean chooses = chance(3);
      assign(
          out,
          Kind.BEND,
          chooses ? expressions.condition(1) + " ? " + one + " : " + expressions.bend(1) : one);
    } else {
      assignments.assignNumber(out);
    }
  }

  void callFunction(List<Snippet> out) {
    if (!allows(Feature.LAMBDAS)) {
      assignments.assignNumber(out);
      return;
    }
    String captured = scope.fresh(Kind.DOUBLE);
    add(out, "double " + captured + " = " + assignments.number() + ";");
    String value = "twice(" + expressions.function(captured) + ", " + assignments.number() + ")";
    String name = scope.fresh(Kind.DOUBLE);
    if (chance(3)) {
      String f = "f" + name;
      String other = expressions.function(captured);
      add(
          out,
          "java.util.function.DoubleUnaryOperator %s = %s ? %s : %s;"
              .formatted(f, expressions.condition(1), expressions.function(captured), other));
      value = f + ".applyAsDouble(" + assignments.number() + ")";
    }
    add(out, "double " + name + " = " + value + ";");
    scope.add(Kind.DOUBLE, captured, false);
    scope.add(Kind.DOUBLE, name, true);
  }

  void point(List<Snippet> out) {
    String value = "new Point(" + assignments.number() + ", " + assignments.number() + ")";
    if (chance(3)) {
      value = expressions.point(2) + ".turned(" + expressions.number(1) + ")";
    }
    assign(out, Kind.POINT, value);
  }
}
