package cotangent.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Receiver;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrices of derivatives against products with unit vectors, for the graphs in the resources. */
class DerivativesTest {

  static Stream<String> graphs() throws IOException {
    return ModesTest.graphs();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void haveTheEntriesOfTheProducts(String file) throws IOException {
    String text =
        Files.readString(Path.of("src/test/resources/graphs", file), StandardCharsets.UTF_8);
    Graph graph = GraphTextParser.parse(text, Operations::byName);
    Probe probe = new Probe(7);
    List<Object> arguments =
        graph.parameters().stream().map(value -> probe.argument(value.type())).toList();
    Primal primal = primal(graph);
    if (graph.results().size() == 1 && graph.results().get(0).type().isReal()) {
      checkHessian(primal, arguments);
    }
    if (graph.results().size() < 2) {
      checkJacobian(primal, arguments);
    }
  }

  private static void checkHessian(Primal primal, List<Object> arguments) {
    List<Object> result = Probe.run(graph(primal, Mode.HESSIAN), arguments);
    double[] gradient = (double[]) result.get(1);
    double[][] hessian = (double[][]) result.get(2);
    List<Object> gradients = Probe.run(graph(primal, Mode.GRADIENT), arguments);
    assertThat(Probe.flat(gradients.subList(1, gradients.size()))).isEqualTo(Probe.flat(gradient));
    List<List<Object>> units = Probe.units(primal.wrt().stream().map(arguments::get).toList());
    assertThat(hessian).hasDimensions(units.size(), units.size());
    Graph product = graph(primal, Mode.HVP);
    for (int i = 0; i < units.size(); i++) {
      List<Object> products = Probe.run(product, Probe.joined(arguments, units.get(i)));
      int start = 1 + primal.wrt().size();
      List<Double> row = Probe.flat(products.subList(start, products.size()));
      for (int j = 0; j < units.size(); j++) {
        double tolerance = 1e-12 * (1 + Math.abs(row.get(j)));
        assertThat(hessian[i][j]).isCloseTo(row.get(j), within(tolerance));
        assertThat(hessian[j][i]).isCloseTo(row.get(j), within(tolerance));
      }
    }
  }

  private static void checkJacobian(Primal primal, List<Object> arguments) {
    int values = primal.method().outputs().size();
    List<Object> jacobians = Probe.run(graph(primal, Mode.JACOBIAN), arguments);
    List<Object> inputs = primal.wrt().stream().map(arguments::get).toList();
    List<List<Object>> units = Probe.units(inputs);
    Graph product = graph(primal, Mode.JVP);
    List<List<Double>> columns = new ArrayList<>();
    for (List<Object> unit : units) {
      List<Object> products = Probe.run(product, Probe.joined(arguments, unit));
      columns.add(Probe.flat(products.get(values)));
    }
    int first = 0;
    for (int k = 0; k < inputs.size(); k++) {
      int size = Probe.flat(inputs.get(k)).size();
      List<Double> entries = Probe.flat(jacobians.get(values + k));
      for (int e = 0; e < entries.size(); e++) {
        double expected = columns.get(first + e % size).get(e / size);
        double tolerance = 1e-12 * (1 + Math.abs(expected));
        assertThat(entries.get(e)).isCloseTo(expected, within(tolerance));
      }
      assertThat(entries).hasSize(size * columns.get(0).size());
      first += size;
    }
  }

  private static Graph graph(Primal primal, Mode mode) {
    return GraphCheck.check(Derivatives.of(primal, mode).graph());
  }

  private static Primal primal(Graph graph) {
    List<Port> inputs = graph.parameters().stream().map(DerivativesTest::port).toList();
    List<Port> outputs = graph.results().stream().map(DerivativesTest::port).toList();
    List<Integer> wrt =
        IntStream.range(0, inputs.size())
            .filter(i -> inputs.get(i).isDifferentiable())
            .boxed()
            .toList();
    Method method = new Method(graph.name(), Optional.empty(), graph, inputs, outputs, "", "");
    Receiver none = new Receiver(List.of(), 0, List.of());
    return new Primal(method, none, 1, null, wrt, Set.of(), Position.NONE);
  }

  private static Port port(Value value) {
    return new Port.Leaf(value.name(), value.type());
  }
}
