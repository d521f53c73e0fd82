package cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.emit.code.Splitting;
import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of a graph computes what the graph means: every bit, every array, every exception. */
class RandomGraphsTest {
  private static final int COUNT = Integer.getInteger("graphs", 200);
  private static final int AT_ONCE = 50;

  @ParameterizedTest
  @ValueSource(ints = {Splitting.LIMIT, 400, 100})
  void javaComputesWhatTheGraphMeans(int limit) {
    for (int first = 0; first < COUNT; first += AT_ONCE) {
      check(first, Math.min(COUNT, first + AT_ONCE), limit);
    }
  }

  private static void check(int first, int end, int limit) {
    List<Graph> graphs =
        IntStream.range(first, end)
            .mapToObj(seed -> GraphCheck.check(new RandomGraphs(seed).graph(2 + seed % 11)))
            .toList();
    List<Method> methods = new ArrayList<>();
    for (int i = 0; i < graphs.size(); i++) {
      methods.add(method(graphs.get(i), first + i));
    }
    Companion companion = new Companion("p", "CGrad", false, "C", name -> false, methods);
    String source = new CompanionWriter(companion, limit).written().source();
    Compiled compiled = new Compiled("p.CGrad", source, "p.C", "package p; class C {}");
    for (int i = 0; i < graphs.size(); i++) {
      String name = "f" + (first + i);
      int seed = first + i;
      Object[] forJava = arguments(seed);
      Object[] forGraph = arguments(seed);
      assertThat(outcome(() -> results(compiled.call(name, forJava)), forJava))
          .as(() -> name + "\n" + GraphText.print(graphs.get(seed - first)) + source)
          .isEqualTo(
              outcome(() -> Evaluator.run(graphs.get(seed - first), list(forGraph)), forGraph));
    }
  }

  private static Method method(Graph graph, int seed) {
    List<Port> inputs = new ArrayList<>();
    graph.parameters().forEach(value -> inputs.add(new Port.Leaf(value.name(), value.type())));
    List<Port> outputs = new ArrayList<>();
    graph.results().forEach(v -> outputs.add(new Port.Leaf("r" + outputs.size(), v.type())));
    boolean isStrict = outputs.size() == 1;
    return new Method(
        "f" + seed,
        Optional.empty(),
        graph,
        inputs,
        outputs,
        isStrict ? "" : "Results" + seed,
        "Computes it.");
  }

  private static Object[] arguments(int seed) {
    double[] a = {1, -0.5, 0.25, seed};
    double[] b = {0.75, -2, 3};
    return new Object[] {0.5 + seed % 3, -1.25, seed % 5 - 1, seed % 2 == 0, a, b};
  }

  private static List<Object> list(Object[] arguments) {
    return new ArrayList<>(Arrays.asList(arguments));
  }

  private static List<Object> results(Object returned) {
    if (!(returned instanceof Record)) {
      return Arrays.asList(returned);
    }
    return IntStream.range(0, returned.getClass().getRecordComponents().length)
        .mapToObj(i -> Compiled.component(returned, "r" + i))
        .toList();
  }

  private interface Run {
    List<Object> results();
  }

  /** Returns the results and the arrays afterwards, or the exception. */
  private static String outcome(Run run, Object[] arguments) {
    try {
      return text(run.results()) + text(Arrays.asList(arguments));
    } catch (RuntimeException thrown) {
      return thrown.getClass() + text(Arrays.asList(arguments));
    }
  }

  private static String text(List<Object> values) {
    return Arrays.deepToString(values.toArray());
  }
}
