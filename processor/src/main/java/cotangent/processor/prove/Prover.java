package cotangent.processor.prove;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Primal;
import java.util.ArrayList;
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
  private static final int ATTEMPTS = 32;
  private static final int POINTS = 2;
  private static final int MOST_POINTS = 16;

  private final Face face;
  private final Run.Budget budget;

  /**
   * Checks that take one run of each method: all have the same value, and agree with each other.
   */
  private final Map<String, Consumer<AtPoint>> agreements = new LinkedHashMap<>();

  /** Checks that take many runs: derivatives are the limits of differences of lower ones. */
  private final Map<String, Consumer<AtPoint>> remainders = new LinkedHashMap<>();

  private final Set<String> done = new LinkedHashSet<>();

  /** The ways through the method at the points so far. */
  private final Set<Long> traces = new HashSet<>();

  private int points;
  private String reason = "no point was found where it has a value";
  private double residual;

  private Prover(Face face, List<Method> methods, @Nullable Method forward, long steps) {
    this.face = face;
    this.budget = new Run.Budget(steps);
    for (Method method : methods) {
      agreements.put("value of " + method.name(), point -> point.value(method));
    }
    if (!face.hasRules()) {
      derivatives(methods, forward);
    }
  }

  private void derivatives(List<Method> methods, @Nullable Method forward) {
    @Nullable Method first = forward;
    @Nullable Method second = null;
    for (Method method : methods) {
      Method other = first;
      if (method.mode().isEmpty()) {
        continue;
      } else if (other != null && other != method) {
        agreements.put("transpose of " + method.name(), point -> point.agree(method, other));
      }
      first = first == null ? method : first;
      if (method.is(Mode.HESSIAN, Mode.HVP)) {
        remainders.put("second order of " + method.name(), point -> point.second(method));
        Method otherSecond = second;
        if (otherSecond != null) {
          agreements.put(
              "second order of " + method.name() + " as of " + otherSecond.name(),
              point -> point.agreeInSecondOrder(method, otherSecond));
        }
        second = method;
      }
    }
    if (first != null) {
      Method known = first;
      remainders.put("remainder of " + known.name(), point -> point.taylor(known));
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
      List<AtPoint> more = new ArrayList<>();
      for (int attempt = 0; attempt < ATTEMPTS && points < MOST_POINTS; attempt++) {
        boolean isWhole = isWhole();
        AtPoint point = point(attempt);
        if (point == null || !check(point, agreements)) {
          continue;
        } else if (isWhole) {
          more.add(point);
          points++;
        } else if (check(point, remainders)) {
          points++;
        }
      }
      more.forEach(point -> check(point, remainders));
    } catch (Run.Spent spent) {
      reason = String.valueOf(spent.getMessage());
    }
    if (face.hasRules()) {
      reason = "its derivatives are made of rules";
    } else if (isWhole()) {
      reason = "";
    }
    return new Proof(List.copyOf(done), points, residual, reason);
  }

  /** Whether everything was checked somewhere. */
  private boolean isWhole() {
    return done.containsAll(agreements.keySet()) && done.containsAll(remainders.keySet());
  }

  /** Draws a point; null if that shows no more than the points before. */
  private @Nullable AtPoint point(int attempt) {
    try {
      Point drawn = new Point(face, budget, attempt);
      boolean isNew = traces.add(drawn.trace());
      return isNew || points < POINTS ? new AtPoint(face, drawn) : null;
    } catch (Unclear unclear) {
      reason = String.valueOf(unclear.getMessage());
      return null;
    }
  }

  /** Checks what can be at a point, and returns whether that is all. */
  private boolean check(AtPoint point, Map<String, Consumer<AtPoint>> checks) {
    boolean isAll = true;
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
    return isAll;
  }
}
