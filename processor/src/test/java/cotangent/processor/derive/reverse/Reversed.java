package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.List;

/** Graphs in reverse mode, as text: what they look like, besides being right. */
final class Reversed {
  private Reversed() {}

  /** Returns the gradient of a graph by all its parameters that are differentiable. */
  static String of(String parameters, String body) {
    return of(parameters, body, "");
  }

  /** Returns the gradient of a graph with functions. */
  static String of(String parameters, String body, String functions) {
    String text = "graph f(" + parameters + ") {\n" + body.indent(2) + "}\n" + functions;
    Graph graph = GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
    List<Value> wrt =
        graph.parameters().stream().filter(value -> value.type().isDifferentiable()).toList();
    return GraphText.print(GraphCheck.check(Reverse.of(graph, wrt, Reverse.Seeds.ONE)));
  }
}
