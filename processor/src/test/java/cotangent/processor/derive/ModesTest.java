package cotangent.processor.derive;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphText;
import cotangent.processor.op.Operations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("graphs")
  void agree(String file) throws IOException {
    String text = Files.readString(GRAPHS.resolve(file), StandardCharsets.UTF_8);
    Graph graph = GraphText.parse(text, Operations::byName);
    for (int seed = 0; seed < 3; seed++) {
      Probe probe = new Probe(seed);
      List<Object> arguments =
          graph.parameters().stream().map(value -> probe.argument(value.type())).toList();
      probe.check(graph, arguments, 1);
    }
  }
}
