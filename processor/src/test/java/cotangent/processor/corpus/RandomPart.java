package cotangent.processor.corpus;

import cotangent.processor.corpus.Scope.Kind;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes random statements about one part of the language. */
abstract class RandomPart {
  final Random random;
  final Scope scope;
  final RandomExpressions expressions;
  final RandomAssignments assignments;
  private final Set<Feature> features;

  RandomPart(
      Random random,
      Scope scope,
      RandomExpressions expressions,
      RandomAssignments assignments,
      Set<Feature> features) {
    this.random = random;
    this.scope = scope;
    this.expressions = expressions;
    this.assignments = assignments;
    this.features = features;
  }

  final boolean allows(Feature feature) {
    return features.contains(feature);
  }

  final boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  final String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  static void add(List<Snippet> out, String text) {
    out.add(Snippet.statement(text));
  }

  /** Declares a variable. */
  final void declare(List<Snippet> out, Kind kind, String value) {
    String name = scope.fresh(kind);
    add(out, kind.java + " " + name + " = " + value + ";");
    scope.add(kind, name, true);
  }

  /** Assigns to a variable that there is, or declares one. */
  final void assign(List<Snippet> out, Kind kind, String value) {
    if (scope.hasAssignable(kind) && chance(2)) {
      add(out, scope.assignable(kind) + " = " + value + ";");
    } else {
      declare(out, kind, value);
    }
  }
}
