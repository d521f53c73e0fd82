package cotangent.processor.prove;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Outside;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a graph. Code that isn't looked into is not called: since nothing differentiable flows
 * into it, any answer will do, as long as it is always the same. What decides between pieces of the
 * function (comparisons, roundings, the larger of two) is traced, so that runs of one piece can be
 * told from others.
 */
final class Run implements Outside {
  private static final Set<String> OWN =
      Set.of(
          "cotangent.Comparisons",
          "cotangent.Keys",
          "cotangent.Order",
          "cotangent.Overlaps",
          "cotangent.SortedKeys",
          "cotangent.Streams",
          "cotangent.Sublists",
          "cotangent.Tape",
          "cotangent.Transcript",
          "cotangent.Workspace",
          "cotangent.tensor.Kernels",
          "cotangent.tensor.Matrix",
          "cotangent.tensor.Shapes",
          "cotangent.tensor.Vector");
  private static final Set<String> PURE =
      Set.of("Boolean", "Byte", "Character", "Double", "Float", "Integer", "Long", "Short");

  /** The operations on real numbers that {@link #piece} tells something of. */
  private static final Set<String> KINKED =
      Set.of(
          "abs",
          "max",
          "min",
          "copySign",
          "rem",
          "IEEEremainder",
          "floor",
          "ceil",
          "rint",
          "signum",
          "ulp");

  private final Budget budget;
  private final Map<Callee, @Nullable Object> fields;
  private final int attempt;
  private final List<Object> frozen;
  private final Rounding rounding;
  private final List<Object> stopped = new ArrayList<>();
  private final Map<Object, @Nullable Object> answers = new HashMap<>();
  private long trace;

  /**
   * How operations round: as Java does, or at random by somewhat more, which shows how much of a
   * result is rounding.
   *
   * @param by at most so much beside the result
   */
  record Rounding(@Nullable Random random, double by) {
    static final Rounding NEAREST = new Rounding(null, 0);

    Object of(Object result) {
      if (random == null || !isReal(result)) {
        return result;
      }
      double rounded = of(((Number) result).doubleValue());
      return result instanceof Float ? (Object) (float) rounded : (Object) rounded;
    }

    double of(double result) {
      return random == null ? result : result * (1 + by * (2 * random.nextDouble() - 1));
    }
  }

  /** The most steps that all runs for a method may take. */
  static final class Budget {
    private final Budget all;
    private long left;

    Budget(long steps) {
      this.all = this;
      this.left = steps;
    }

    private Budget(Budget all, long steps) {
      this.all = all;
      this.left = steps;
    }

    /** Returns a part of what is left, for the run that shows how long runs are. */
    Budget part(int of) {
      return new Budget(this, left / of);
    }

    void spend(long steps) {
      left -= Math.max(0, steps);
      if (left < 0) {
        throw new Spent();
      } else if (all != this) {
        all.spend(steps);
      }
    }
  }

  /** Thrown where runs take too long. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("it takes too many steps", null, false, false);
    }
  }

  /**
   * @param fields what fields of the object hold that are inputs
   * @param attempt as of the point, decides what opaque code answers
   * @param frozen what {@code Cotangent.stop} gives, in order; empty for its arguments
   */
  Run(
      Budget budget,
      Map<Callee, @Nullable Object> fields,
      int attempt,
      List<Object> frozen,
      Rounding rounding) {
    this.rounding = rounding;
    this.budget = budget;
    this.fields = fields;
    this.attempt = attempt;
    this.frozen = frozen;
  }

  /** Whether runs call what a rule is for: a kernel, whose derivatives are kernels too. */
  static boolean isCalled(Callee.Ruled rule) {
    return rule.original().startsWith("cotangent.tensor.Kernels.");
  }

  /** Makes a graph ready for runs. */
  static Evaluator ready(Graph graph) {
    return new Evaluator(graph, operation -> KINKED.contains(operation.name()));
  }

  /**
   * Runs a graph.
   *
   * @param graph made {@link #ready}
   */
  List<@Nullable Object> of(Evaluator graph, List<@Nullable Object> arguments) {
    return graph.runIn(this, arguments);
  }

  /** Tells pieces of the function apart. */
  long trace() {
    return trace;
  }

  /** Returns what was held constant, in order. */
  List<Object> stopped() {
    return stopped;
  }

  @Override
  public void spend(long steps) {
    budget.spend(steps);
  }

  @Override
  public Object apply(Operation operation, List<Object> operands) {
    Object result = rounding.of(operation.evaluate(operands));
    if (result instanceof Boolean || haveReal(operands)) {
      note(isReal(result) ? piece(operation.name(), operands, result) : result);
    }
    return result;
  }

  @Override
  public double rounded(double exact) {
    return rounding.of(exact);
  }

  private static boolean haveReal(List<@Nullable Object> values) {
    for (@Nullable Object value : values) {
      if (isReal(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReal(@Nullable Object value) {
    return value instanceof Double || value instanceof Float;
  }

  private void note(Object decision) {
    trace = 31 * trace + decision.hashCode();
  }

  /** Tells on which piece of a function with kinks its operands are. */
  private static Object piece(String operation, List<Object> operands, Object result) {
    return switch (operation) {
      case "abs" -> Math.signum(real(operands, 0));
      case "max", "min" -> Double.compare(real(operands, 0), real(operands, 1));
      case "copySign" -> Math.signum(real(operands, 0)) + 2 * Math.signum(real(operands, 1));
      case "rem" -> (long) (real(operands, 0) / real(operands, 1));
      case "IEEEremainder" -> Math.rint(real(operands, 0) / real(operands, 1));
      case "floor", "ceil", "rint", "signum", "ulp" -> result;
      default -> 0;
    };
  }

  private static double real(List<Object> operands, int index) {
    return ((Number) operands.get(index)).doubleValue();
  }

  @Override
  public @Nullable Object call(Step.Call call, List<@Nullable Object> operands) {
    Callee.Member member = (Callee.Member) call.callee();
    if (fields.containsKey(member) && operands.get(0) instanceof DrawnValues.Token) {
      return fields.get(member);
    } else if (member.isStop()) {
      return stopped(Objects.requireNonNull(operands.get(0)));
    } else if (OWN.contains(member.owner()) || isPure(member)) {
      @Nullable Object result = Outcomes.of(member, operands);
      if (result != null && haveReal(operands) && isPure(member)) {
        note(result);
      }
      return result;
    }
    @Nullable Object told = Outcomes.told(member, operands);
    if (told != Outcomes.UNKNOWN) {
      return told;
    }
    return call.results().isEmpty() ? null : answer(member, call.results().get(0), operands);
  }

  private static boolean isPure(Callee.Member member) {
    return member.kind() == Callee.Member.Kind.STATIC_METHOD
        && member.owner().startsWith("java.lang.")
        && PURE.contains(member.owner().substring("java.lang.".length()));
  }

  private Object stopped(Object argument) {
    Object result = argument;
    if (stopped.size() < frozen.size()) {
      result = Objects.requireNonNull(Reals.map(frozen.get(stopped.size()), x -> x));
    }
    stopped.add(Objects.requireNonNull(Reals.map(result, x -> x)));
    return result;
  }

  /** Returns what can be told of an operand, the same in each run: not which object it is. */
  private static @Nullable Object told(@Nullable Object operand) {
    if (operand == null || isReal(operand) || operand.getClass().isArray()) {
      return operand == null ? null : "";
    }
    boolean isOwn = OWN.contains(operand.getClass().getName()) || operand instanceof Throwable;
    return isOwn ? operand.getClass().getName() : operand;
  }

  private @Nullable Object answer(
      Callee.Member member, Value wanted, List<@Nullable Object> operands) {
    Type type = wanted.type();
    List<@Nullable Object> key = new ArrayList<>();
    key.add(member.owner() + "." + member.name() + ":" + type);
    for (@Nullable Object operand : operands) {
      key.add(told(operand));
    }
    DrawnValues drawing = new DrawnValues(key.toString().hashCode(), attempt);
    // What a field holds is one array; what a method returns may be a new one each time.
    boolean isField =
        member.kind() == Callee.Member.Kind.FIELD
            || member.kind() == Callee.Member.Kind.STATIC_FIELD;
    if (isField && !answers.containsKey(key)) {
      answers.put(key, drawing.of(type, key.toString()));
    }
    return isField ? answers.get(key) : drawing.of(type, key.toString());
  }
}
