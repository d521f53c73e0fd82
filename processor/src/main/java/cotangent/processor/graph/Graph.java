package cotangent.processor.graph;

import java.util.List;

/**
 * A method as a graph: the parameters of the body are the leaves of the method's inputs, its yields
 * the leaves of its outputs.
 *
 * @param functions the functions that the body calls, or that they call in turn, recursively too
 */
public record Graph(String name, Region body, List<Graph> functions) {
  public Graph {
    functions = List.copyOf(functions);
  }

  public List<Value> parameters() {
    return body.parameters();
  }

  public List<Value> results() {
    return body.yields();
  }

  /** Counts its steps, and those of its functions. */
  public int size() {
    return body.size() + functions.stream().mapToInt(Graph::size).sum();
  }
}
