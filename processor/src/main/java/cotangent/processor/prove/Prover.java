package cotangent.processor.prove;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Primal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves the derivatives of a method at a few points: the values of all methods are the same bit
 * for bit, forward and reverse mode are each other's transpose, derivatives are what Taylor's
 * remainder falls by, Hessians are symmetric and the derivatives of gradients.
 */
public final class Prover {
  private static final int ATTEMPTS = 16;
  private static final int POINTS = 2;
  private static final int MOST_POINTS = 8;

  /**
   * The number of points at which a derivative is compared with differences, which takes many runs;
   * at others, where the function takes another path, derivatives are compared with each other.
   */
  private static final int REMAINDERS = 4;

  private final Face face;
  private final Run.Budget budget;
  private final Map<String, Consumer<AtPoint>> checks = new LinkedHashMap<>();
  private final Set<String> done = new LinkedHashSet<>();

  /** What decided between the ways through the method, at the points so far. */
  private final Set<Long> traces = new HashSet<>();

  private int points;
  private int remainders;
  private String reason = "no point was found where it has a value";
  private double residual;

  private Prover(Face face, List<Method> methods, @Nullable Method forward, long steps) {
    this.face = face;
    this.budget = new Run.Budget(steps);
    for (Method method : methods) {
      checks.put("value of " + method.name(), point -> point.value(method));
    }
    if (!face.hasRules()) {
      derivatives(methods, forward);
    }
  }

  private void derivatives(List<Method> methods, @Nullable Method forward) {
    @Nullable Method first = forward;
    for (Method method : methods) {
      Method other = first;
      String mode = face.mode(method);
      if (mode.isEmpty()) {
        continue;
      } else if (other != null && other != method) {
        checks.put("transpose of " + method.name(), point -> point.agree(method, other));
      }
      first = first == null ? method : first;
      if (mode.equals("Hessian") || mode.equals("Hvp")) {
        checks.put("second order of " + method.name(), point -> point.second(method));
      }
    }
    if (first != null) {
      Method known = first;
      checks.put(
          "remainder of " + known.name(),
          point -> {
            if (remainders < REMAINDERS) {
              point.taylor(known);
              remainders++;
            }
          });
    }
  }

  /**
   * Proves the methods that are made of one.
   *
   * @param graph the method as it is differentiated
   * @param methods its value and its derivatives, as they are written
   * @param forward its derivative along tangents, to compare with
   * @param meant where points are drawn
   * @param steps how many steps of graphs may be run
   * @throws Disproof where one is wrong
   */
  public static Proof of(
      Primal primal,
      Graph graph,
      List<Method> methods,
      Optional<Method> forward,
      Meant meant,
      long steps) {
    return new Prover(Face.of(primal, graph, meant), methods, forward.orElse(null), steps).proof();
  }

  private Proof proof() {
    try {
      for (int attempt = 0; attempt < ATTEMPTS && points < MOST_POINTS; attempt++) {
        attempt(attempt);
      }
    } catch (Run.Spent spent) {
      reason = String.valueOf(spent.getMessage());
    }
    if (face.hasRules()) {
      reason = "its derivatives are made of rules";
    } else if (done.containsAll(checks.keySet())) {
      reason = "";
    }
    return new Proof(List.copyOf(done), points, residual, reason);
  }

  /** Checks what can be at a point, if that shows more than the points before. */
  private void attempt(int attempt) {
    try {
      Point drawn = new Point(face, budget, attempt);
      if (!traces.add(drawn.trace()) && points >= POINTS) {
        return;
      }
      boolean isAll = true;
      AtPoint point = new AtPoint(face, drawn);
      for (Map.Entry<String, Consumer<AtPoint>> check : checks.entrySet()) {
        try {
          check.getValue().accept(point);
          done.add(check.getKey());
        } catch (Unclear unclear) {
          isAll = false;
          reason = check.getKey() + ": " + unclear.getMessage();
        }
      }
      residual = Math.max(residual, point.residual());
      points += isAll ? 1 : 0;
    } catch (Unclear unclear) {
      reason = String.valueOf(unclear.getMessage());
    }
  }
}
