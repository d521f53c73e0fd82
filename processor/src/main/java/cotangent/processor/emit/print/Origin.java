package cotangent.processor.emit.print;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Knows which places of the user's source a statement computes. */
final class Origin {
  private final Map<Value, Set<Position>> variables = new HashMap<>();

  /**
   * Returns the places of all that a statement computes; if it only moves a value, those of that.
   */
  Collection<Position> of(Code code) {
    Set<Position> places = new LinkedHashSet<>();
    if (code instanceof Code.Perform perform) {
      add(perform.step(), places);
    }
    for (Expr expression : code.expressions()) {
      collect(expression, places);
    }
    if (places.isEmpty()) {
      code.expressions().forEach(expression -> expression.locals(v -> moved(v, places)));
    }
    code.targets().forEach(target -> variables.put(target, places));
    return places;
  }

  private void moved(Value value, Set<Position> places) {
    places.addAll(variables.getOrDefault(value, Set.of()));
  }

  private static void collect(Expr expression, Set<Position> places) {
    if (expression instanceof Expr.Computed computed) {
      add(computed.step(), places);
    }
    for (Expr part : expression.parts()) {
      collect(part, places);
    }
  }

  private static void add(Step step, Set<Position> places) {
    if (step.position().line() > 0) {
      places.add(step.position());
    }
  }
}
