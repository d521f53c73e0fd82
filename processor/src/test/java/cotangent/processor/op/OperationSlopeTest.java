package cotangent.processor.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the slopes of every row to central differences, and at kinks to what docs/kinks.md says.
 */
class OperationSlopeTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;

  /** From where to where the operands of a row go, where that isn't from -2 to 2. */
  private static final Map<String, double[][]> DOMAINS =
      Map.ofEntries(
          domain("div", -2, 2, 0.5, 3),
          domain("rem", 5.1, 5.4, 2.1, 2.4),
          domain("IEEEremainder", 5.0, 5.2, 2.2, 2.4),
          domain("log", 0.1, 5),
          domain("log10", 0.1, 5),
          domain("log1p", -0.8, 5),
          domain("sqrt", 0.1, 5),
          domain("cbrt", 0.1, 5),
          domain("pow", 0.2, 3, -2, 3),
          domain("hypot", 0.2, 2, -2, -0.1),
          domain("asin", -0.9, 0.9),
          domain("acos", -0.9, 0.9),
          domain("tan", -1.2, 1.2),
          domain("atan2", -2, 2, 0.2, 2),
          domain("abs", -2, -0.1),
          domain("max", 0, 1, 1.1, 2),
          domain("min", 0, 1, 1.1, 2),
          domain("copySign", 0.1, 2, -2, -0.1),
          domain("floor", 0.1, 0.9),
          domain("ceil", 0.1, 0.9),
          domain("rint", 0.6, 1.4),
          domain("signum", 0.1, 2),
          domain("ulp", 1.1, 1.9));

  private static Map.Entry<String, double[][]> domain(String name, double... bounds) {
    double[][] intervals = new double[bounds.length / 2][];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = new double[] {bounds[2 * i], bounds[2 * i + 1]};
    }
    return Map.entry(name, intervals);
  }

  /** Every row that takes and gives real numbers, with each operand that is one. */
  static Stream<Arguments> realOperands() {
    List<Arguments> all = new ArrayList<>();
    for (Op op : Operations.all()) {
      for (List<Type> types : op == Operations.LENGTH ? List.<List<Type>>of() : Signatures.of(op)) {
        for (int i = 0; i < types.size(); i++) {
          if (types.get(i).isReal() && op.type(types).isReal()) {
            all.add(arguments(op, types, i));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("realOperands")
  void agreesWithDifferences(Op op, List<Type> types, int by) {
    Random random = new Random(7);
    // Formulas of float are held to the same in double, where differences tell more.
    boolean single = types.contains(Type.FLOAT) || op.type(types) == Type.FLOAT;
    for (int sample = 0; sample < 20; sample++) {
      List<Object> x = sample(op, types, random);
      double slope = slope(op, x, by, 1.5);
      double difference = single ? slope(op, widened(op, x), by, 1.5) : 1.5 * difference(op, x, by);
      double tolerance = (single ? 3e-5 : 2e-8) * Math.max(1, Math.abs(difference));
      assertThat(slope).as("%s%s by %d", op, x, by).isCloseTo(difference, within(tolerance));
    }
  }

  private static List<Object> sample(Op op, List<Type> types, Random random) {
    double[][] domain = DOMAINS.get(op.name().replace("StrictMath.", ""));
    List<Object> x = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      double low = domain == null || i >= domain.length ? -2 : domain[i][0];
      double high = domain == null || i >= domain.length ? 2 : domain[i][1];
      double number = low + (high - low) * random.nextDouble();
      x.add(
          types.get(i) == Type.BOOLEAN
              ? (Object) (number > 0)
              : Operations.cast(types.get(i)).evaluate(List.of(number)));
    }
    return x;
  }

  /** The same point in double, where the row takes that. */
  private static List<Object> widened(Op op, List<Object> x) {
    List<Object> wide =
        x.stream().map(a -> a instanceof Float f ? (Object) (double) f : a).toList();
    return op.accepts(wide.stream().map(OperationSlopeTest::typeOf).toList()) ? wide : x;
  }

  private static double difference(Op op, List<Object> x, int by) {
    double h = 1e-3;
    double coarse = (shifted(op, x, by, h) - shifted(op, x, by, -h)) / (2 * h);
    double fine = (shifted(op, x, by, h / 2) - shifted(op, x, by, -h / 2)) / h;
    double finest = (shifted(op, x, by, h / 4) - shifted(op, x, by, -h / 4)) / (h / 2);
    double better = (4 * fine - coarse) / 3;
    double best = (4 * finest - fine) / 3;
    return (16 * best - better) / 15;
  }

  private static double shifted(Op op, List<Object> x, int by, double h) {
    List<Object> moved = new ArrayList<>(x);
    moved.set(by, (Double) x.get(by) + h);
    return ((Number) op.evaluate(moved)).doubleValue();
  }

  /** Runs the formula of a slope. */
  private static double slope(Op op, List<Object> x, int by, double scaled) {
    GraphBuilder builder = new GraphBuilder();
    List<Value> operands = new ArrayList<>();
    for (Object operand : x) {
      operands.add(builder.parameter(typeOf(operand), "x" + operands.size()));
    }
    Value y = builder.apply("y", op, operands.toArray(Value[]::new));
    Value t = builder.parameter(y.type(), "t");
    Value result = op.slope(by).scale(new FormulaWriter(builder), operands, y, t);
    if (result == null) {
      return 0;
    }
    Graph graph = GraphCheck.check(new Graph("slope", builder.yield(result), List.of()));
    List<Object> inputs = new ArrayList<>(x);
    inputs.add(y.type() == Type.FLOAT ? (Object) (float) scaled : (Object) scaled);
    return ((Number) Evaluator.run(graph, inputs).get(0)).doubleValue();
  }

  private static Type typeOf(Object value) {
    return new GraphBuilder().constant(value).type();
  }

  static Stream<Arguments> kinks() {
    return Stream.of(
        kink("abs", List.of(0.0), 0),
        kink("abs", List.of(-0.0), 0),
        kink("max", List.of(3.0, 3.0), 0.5, 0.5),
        kink("max", List.of(0.0, -0.0), 0.5, 0.5),
        kink("min", List.of(3.0, 3.0), 0.5, 0.5),
        kink("max", List.of(2.0, 1.0), 1, 0),
        kink("max", List.of(1.0, 2.0), 0, 1),
        kink("min", List.of(2.0, 1.0), 0, 1),
        kink("min", List.of(1.0, 2.0), 1, 0),
        kink("max", List.of(3f, 3f), 0.5, 0.5),
        kink("hypot", List.of(0.0, 0.0), 0, 0),
        kink("sqrt", List.of(0.0), INF),
        kink("cbrt", List.of(0.0), INF),
        kink("cbrt", List.of(-0.0), INF),
        kink("asin", List.of(1.0), INF),
        kink("asin", List.of(-1.0), INF),
        kink("acos", List.of(1.0), -INF),
        kink("acos", List.of(-1.0), -INF),
        kink("pow", List.of(0.0, 0.0), 0, 0),
        kink("pow", List.of(5.0, 0.0), 0, Math.log(5)),
        kink("pow", List.of(0.0, 1.0), 1, 0),
        kink("pow", List.of(0.0, 2.0), 0, 0),
        kink("pow", List.of(0.0, 0.5), INF, 0),
        kink("pow", List.of(0.0, -1.0), -INF, -INF),
        kink("pow", List.of(INF, -0.5), 0, 0),
        kink("pow", List.of(-2.0, 3.0), 12, NAN),
        kink("pow", List.of(-2.0, 1.0), 1, NAN),
        kink("rem", List.of(7.0, 2.0), 1, -3),
        kink("rem", List.of(-7.0, 2.0), 1, 3),
        kink("rem", List.of(7.0, -2.0), 1, 3),
        kink("rem", List.of(1.0, 0.1), 1, -9),
        kink("rem", List.of(7.5f, 2f), 1, -3),
        kink("IEEEremainder", List.of(7.0, 2.0), 1, -4),
        kink("IEEEremainder", List.of(8.0, 3.0), 1, -3),
        kink("copySign", List.of(2.0, -1.0), -1, 0),
        kink("copySign", List.of(-2.0, -1.0), 1, 0),
        kink("copySign", List.of(-2.0, 0.0), -1, 0),
        kink("copySign", List.of(0.0, -0.0), -1, 0),
        kink("atan2", List.of(0.0, 0.0), NAN, NAN),
        kink("atan2", List.of(0.0, -1.0), -1, 0),
        kink("atan2", List.of(1e-200, 1e-200), 5e199, -5e199),
        kink("signum", List.of(0.0), 0),
        kink("floor", List.of(1.0), 0),
        kink("tan", List.of(0.0), 1),
        kink("exp", List.of(-INF), 0));
  }

  private static Arguments kink(String name, List<Object> x, double... slopes) {
    return arguments(name, x, slopes);
  }

  @ParameterizedTest
  @MethodSource("kinks")
  void isAtKinksWhatTheDocumentationSays(String name, List<Object> x, double[] slopes) {
    for (String owner : List.of("", "StrictMath.")) {
      Op op = Operations.byName(Operations.isName(owner + name) ? owner + name : name);
      for (int by = 0; by < slopes.length; by++) {
        double expected = slopes[by];
        double tolerance = Double.isFinite(expected) ? 1e-15 * Math.abs(expected) : 0;
        double slope = slope(op, x, by, 1);
        if (Double.isFinite(expected)) {
          assertThat(slope).as("by %d", by).isCloseTo(expected, within(tolerance));
        } else {
          assertThat(Double.valueOf(slope)).as("by %d", by).isEqualTo(Double.valueOf(expected));
        }
      }
    }
  }

  /** The slope of a slope: differences of first slopes, where the first one has no kink. */
  @ParameterizedTest
  @CsvSource({"2, 0, 2", "2, 1.5, 2", "3, 0, 0", "1, 0, 0", "0, 0, 0", "2.5, 1, 3.75"})
  void wholePowersAreSmoothAtZero(double exponent, double x, double second) {
    double h = 1e-5;
    double above = slope(Operations.POW, List.of(x + h, exponent), 0, 1);
    double below = slope(Operations.POW, List.of(x - h, exponent), 0, 1);
    assertThat((above - below) / (2 * h)).isCloseTo(second, within(1e-4));
  }
}
