package cotangent.processor.prove;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A point at which a method and its derivatives are run, a direction, and weights of results. */
final class Point {
  /** How many steps may be run to see what rounding does, which is seldom asked. */
  private static final long STEPS_FOR_ROUNDING = 2_000_000;

  /** About how many runs of the method prove everything. */
  private static final int RUNS = 25;

  private final Face face;
  private final Run.Budget budget;
  private final int attempt;
  private final List<@Nullable Object> arguments;
  private final double[] direction;
  private final double[] crossing;
  private final double[] weights;
  private final List<@Nullable Object> results;
  private final List<@Nullable Object> after;
  private final List<Object> stopped;
  private final long trace;
  private Run.Rounding rounding = Run.Rounding.NEAREST;

  /**
   * @throws Unclear where the method has no value there
   */
  Point(Face face, Run.Budget budget, int attempt) {
    this.face = face;
    this.budget = budget;
    this.attempt = attempt;
    DrawnValues drawing = new DrawnValues(face.graph().name().hashCode() + 31L * attempt, attempt);
    this.arguments = Arguments.of(face.primal().method().inputs(), drawing, face.meant());
    Run run = new Run(budget.part(RUNS), Map.of(), attempt, List.of(), rounding);
    this.after = copy(arguments);
    this.results = copy(of(run, face.ready(face.graph()), after));
    this.stopped = run.stopped();
    this.trace = run.trace();
    this.weights = directions(drawing, values().length);
    this.direction = directions(drawing, numbers().length);
    this.crossing = directions(drawing, direction.length);
    if (!Reals.areFinite(values())) {
      throw new Unclear("the value is not finite");
    }
  }

  private static double[] directions(DrawnValues drawing, int count) {
    double[] directions = new double[count];
    Arrays.setAll(directions, i -> drawing.direction());
    return directions;
  }

  private static List<@Nullable Object> of(
      Run run, Evaluator graph, List<@Nullable Object> arguments) {
    try {
      return run.of(graph, arguments);
    } catch (Run.Spent spent) {
      throw new Unclear(String.valueOf(spent.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      throw new Unclear("the method ends in an exception: " + e);
    }
  }

  private static List<@Nullable Object> copy(List<@Nullable Object> values) {
    return Reals.map(values, x -> x);
  }

  /** Tells pieces of the function apart. */
  long trace() {
    return trace;
  }

  List<@Nullable Object> results() {
    return results;
  }

  /** Returns the arguments as the method leaves them. */
  List<@Nullable Object> after() {
    return after;
  }

  /** Returns the numbers of the results that have derivatives. */
  double[] values() {
    return Reals.of(face.differentiable(results));
  }

  double[] direction() {
    return direction;
  }

  /** Returns another direction. */
  double[] crossing() {
    return crossing;
  }

  double[] weights() {
    return weights;
  }

  /** Returns the numbers to differentiate with respect to. */
  double[] numbers() {
    return Reals.of(by(arguments));
  }

  List<@Nullable Object> by(List<@Nullable Object> all) {
    List<@Nullable Object> by = new ArrayList<>();
    face.by().forEach(place -> by.add(all.get(place)));
    return by;
  }

  /** Returns the differentiated inputs, filled with other numbers. */
  List<@Nullable Object> shapedLikeInputs(double[] numbers) {
    int[] next = {0};
    return Reals.map(by(arguments), x -> numbers[next[0]++]);
  }

  /** Returns the results that have derivatives, filled with other numbers. */
  List<@Nullable Object> shapedLikeResults(double[] numbers) {
    int[] next = {0};
    return Reals.map(face.differentiable(results), x -> numbers[next[0]++]);
  }

  /** How a run ended. */
  record Ending(List<@Nullable Object> results, List<@Nullable Object> after) {}

  /** Runs a method made of the original, with more arguments. */
  Ending run(Method method, List<@Nullable Object> more, double by) {
    List<@Nullable Object> all = moved(by);
    List<@Nullable Object> passed = face.passed(all);
    passed.addAll(copy(more));
    Run run = new Run(budget(), face.held(all), attempt, stopped, rounding);
    List<@Nullable Object> got = run.of(face.ready(method.graph()), passed);
    return new Ending(got, all);
  }

  /** Returns the weighted values a way along the direction; empty on another piece. */
  Optional<Double> along(double by) {
    Run run = new Run(budget(), Map.of(), attempt, stopped, rounding);
    List<@Nullable Object> got = of(run, face.ready(face.graph()), moved(by));
    double[] values = Reals.of(face.differentiable(got));
    boolean isSame = run.trace() == trace || !roundsAsJava();
    return isSame && values.length == weights.length
        ? Optional.of(Reals.dot(weights, values))
        : Optional.empty();
  }

  /**
   * Returns a number when everything that runs rounds differently; NaN when it can't be run any
   * more.
   */
  double roundingOtherwise(int which, double by, DoubleSupplier number) {
    rounding = new Run.Rounding(new Random(which), by);
    try {
      return number.getAsDouble();
    } catch (Unclear | Disproof other) {
      return Double.NaN;
    } finally {
      rounding = Run.Rounding.NEAREST;
    }
  }

  /** Whether operations round as Java's do. */
  boolean roundsAsJava() {
    return rounding == Run.Rounding.NEAREST;
  }

  private Run.Budget budget() {
    return roundsAsJava() ? budget : new Run.Budget(STEPS_FOR_ROUNDING);
  }

  /** Whether the method is on the same piece a way along the direction. */
  boolean isSamePiece(double by) {
    return along(by).isPresent();
  }

  private List<@Nullable Object> moved(double by) {
    int[] next = {0};
    List<@Nullable Object> moved = copy(arguments);
    for (int place : face.by()) {
      moved.set(place, Reals.moved(arguments.get(place), direction, next, by));
    }
    return moved;
  }
}
