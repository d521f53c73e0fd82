package cotangent.processor.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A graph with its signature in Java: what {@code emit} turns into one public method.
 *
 * @param name the Java method's name, such as {@code lossGrad}
 * @param mode the derivative that it computes; empty for the value alone
 * @param inputs parameters of the Java method; their leaves are the graph's parameters
 * @param outputs what it returns; their leaves are the graph's results
 * @param record the simple name of the record that holds the outputs, such as {@code LossGradient};
 *     empty where the single output, or nothing, is returned as it is
 * @param summary the javadoc sentence that says what is computed and from what
 */
public record Method(
    String name,
    Optional<Mode> mode,
    Graph graph,
    List<Port> inputs,
    List<Port> outputs,
    String record,
    String summary) {
  public Method {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  @Override
  public int hashCode() { // for a whole graph it would take long
    return name.hashCode();
  }

  /** Returns the same method with another graph. */
  public Method with(Graph newGraph) {
    return with(newGraph, inputs);
  }

  /**
   * Returns the signature of a method that computes the same as this one, but is called
   * differently.
   */
  public Method as(Mode newMode, String newName, String newSummary) {
    return new Method(newName, Optional.of(newMode), graph, inputs, outputs, record, newSummary);
  }

  /** Returns the same method with more to say of it. */
  public Method saying(String more) {
    String all = more.isEmpty() ? summary : summary + " " + more;
    return new Method(name, mode, graph, inputs, outputs, record, all);
  }

  /** Returns the same method as if it took other inputs, where only its face matters. */
  public Method with(List<Port> newInputs) {
    return with(graph, newInputs);
  }

  /** Returns the same method with another graph that takes other inputs. */
  public Method with(Graph newGraph, List<Port> newInputs) {
    return new Method(name, mode, newGraph, newInputs, outputs, record, summary);
  }

  /** Whether it computes one of some derivatives. */
  public boolean is(Mode... modes) {
    return mode.filter(Arrays.asList(modes)::contains).isPresent();
  }
}
