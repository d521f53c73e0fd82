package cotangent.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forward mode, reverse mode, and each over each, on the graphs among the resources: adding a file
 * there adds its tests.
 */
class ModesTest {
  private static final Path GRAPHS = Path.of("src/test/resources/graphs");

  static Stream<String> graphs() throws IOException {
    try (Stream<Path> files = Files.list(GRAPHS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** So a new kind of step needs a graph here, and whatever knows nothing of it throws. */
  @Test
  void haveEveryKindOfStep() throws IOException {
    Set<StepKind> kinds = new HashSet<>();
    for (String file : graphs().toList()) {
      Graph graph = read(file);
      kinds(graph, kinds);
      List<Value> wrt =
          graph.parameters().stream().filter(v -> v.type().isDifferentiable()).toList();
      kinds(Reverse.of(graph, wrt, Reverse.Seeds.GIVEN), kinds);
    }
    assertThat(kinds).containsExactlyInAnyOrder(StepKind.values());
  }

  private static void kinds(Graph graph, Set<StepKind> found) {
    kinds(graph.body(), found);
    graph.functions().forEach(function -> kinds(function.body(), found));
  }

  private static void kinds(Region region, Set<StepKind> found) {
    for (Step step : region.steps()) {
      found.add(step.kind());
      step.regions().forEach(inner -> kinds(inner, found));
    }
  }

  private static Graph read(String file) throws IOException {
    String text = Files.readString(GRAPHS.resolve(file), StandardCharsets.UTF_8);
    return GraphTextParser.parse(text, Operations::byName);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void agree(String file) throws IOException {
    Graph graph = read(file);
    for (int seed = 0; seed < 3; seed++) {
      Probe probe = new Probe(seed);
      List<Object> arguments =
          graph.parameters().stream().map(value -> probe.argument(value.type())).toList();
      probe.check(graph, arguments, 1);
    }
  }
}
