package cotangent.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphCheckTest {
  private static final Value X = new Value(Type.DOUBLE, "x");
  private static final Value N = new Value(Type.INT, "n");
  private static final Value C = new Value(Type.BOOLEAN, "c");
  private static final Value A = new Value(Type.array(Type.DOUBLE), "a");

  /** What is wrong with a graph, and the steps that make it so. */
  private static Map<String, Consumer<GraphBuilder>> broken() {
    Map<String, Consumer<GraphBuilder>> cases = new TreeMap<>();
    cases.put("is undefined", b -> b.apply(Operations.NEG, new Value(Type.DOUBLE, "y")));
    cases.put(
        "is out of sight",
        b -> {
          GraphBuilder arm = new GraphBuilder();
          Value inside = arm.constant(1.0);
          b.branch(C, arm.yield(), new GraphBuilder().yield(), List.of());
          b.apply(Operations.NEG, inside);
        });
    cases.put("second definition", b -> b.add(new Step.Constant(X, 1.0)));
    cases.put("constant of another type", b -> b.constant(Type.INT, 1.0));
    cases.put(
        "doesn't take",
        b -> b.add(apply(new Value(Type.DOUBLE, ""), Operations.ADD, List.of(X, N))));
    cases.put(
        "should be double", b -> b.add(apply(new Value(Type.INT, ""), Operations.NEG, List.of(X))));
    cases.put("int for double", b -> b.write(A, N, N));
    cases.put(
        "step after a throw",
        b -> {
          Value error = b.constant(new Type.Reference("java.lang.Error"), null);
          b.throwing(error);
          b.constant(1);
        });
    cases.put(
        "[] for [r:double]",
        b ->
            b.branch(
                C,
                new GraphBuilder().yield(X),
                new GraphBuilder().yield(),
                List.of(new Value(Type.DOUBLE, "r"))));
    cases.put(
        "double for int",
        b -> {
          GraphBuilder body = new GraphBuilder();
          body.parameter(Type.INT, "i");
          body.parameter(Type.INT, "carried");
          b.loop(N, N, 1, List.of(N), body.yield(X));
        });
    cases.put(
        "no function is named g", b -> b.call(new Callee.Function("g"), List.of(), List.of()));
    cases.put("should be int", b -> b.read("", A, X));
    cases.put("no array", b -> b.add(new Step.Clone(new Value(Type.DOUBLE, ""), X, Position.NONE)));
    return cases;
  }

  private static Step apply(Value result, Operation operation, List<Value> operands) {
    return new Step.Apply(result, operation, operands, Position.NONE);
  }

  static List<String> faults() {
    return List.copyOf(broken().keySet());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void refuses(String fault) {
    GraphBuilder builder = new GraphBuilder();
    List.of(X, N, C, A).forEach(builder::parameter);
    broken().get(fault).accept(builder);
    Graph graph = new Graph("broken", builder.yield(), List.of());
    assertThatThrownBy(() -> GraphCheck.check(graph))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(fault)
        .hasMessageContaining("graph broken(");
  }

  @Test
  void seesValuesOfEnclosingRegionsAndOfTheLoopsTest() {
    String text =
        """
        graph fine(double x) {
          double r = while (double u = x) {
            w = mul(u, x)
            more = lt(w, x)
            yield more, w
          } do {
            u#2 = add(w, u)
            yield u#2
          }
          yield r
        }
        """;
    Graph graph = GraphTextParser.parse(text, Operations::byName);
    assertThat(GraphCheck.check(graph)).isSameAs(graph);
  }

  /** A method that was refused half-way may still hold one. */
  @Test
  void printsWhatReadingHasNotedInAGraphThatMakesNoSense() {
    GraphBuilder b = new GraphBuilder();
    Value unknown = new Value(Type.DOUBLE, "unknown");
    b.call(new Callee.Note(3), List.of(), List.of(unknown));
    Graph graph = new Graph("refused", b.yield(), List.of());
    assertThatThrownBy(() -> GraphCheck.check(graph))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("note 3(unknown)");
  }
}
