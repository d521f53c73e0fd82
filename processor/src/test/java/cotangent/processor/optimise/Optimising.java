package cotangent.processor.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.op.Operations;

/** Holds what the optimiser makes of the body of a graph to another one. */
public final class Optimising {
  private Optimising() {}

  public static Graph parse(String parameters, String body) {
    String text = "graph g(" + parameters + ") {\n" + body.indent(2) + "}\n";
    return GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
  }

  /** Holds what the optimiser makes of a body to another body. */
  public static void becomes(String parameters, String body, String expected) {
    assertThat(GraphText.print(Optimiser.finish(parse(parameters, body))))
        .isEqualTo(GraphText.print(parse(parameters, expected)));
  }

  public static void stays(String parameters, String body) {
    becomes(parameters, body, body);
  }
}
