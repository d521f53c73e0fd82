package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * How the object on which a method is called becomes inputs of its graph: whole, or field by field,
 * so that derivatives by a field are derivatives by an input.
 *
 * @param parameters what Java passes: one parameter, none for a static method
 * @param inputs how many inputs of the method, from the first on, stand for it
 * @param reads the steps that read from the object what those inputs hold; none where they are what
 *     is passed, or its components
 */
public record Receiver(List<Port> parameters, int inputs, List<Step> reads) {
  public Receiver {
    parameters = List.copyOf(parameters);
    reads = List.copyOf(reads);
  }

  /** Returns what Java passes instead of the inputs of a method. */
  public List<Port> passed(List<Port> methodInputs) {
    List<String> names = parameters.stream().map(Port::name).toList();
    if (methodInputs.stream().limit(inputs).map(Port::name).toList().equals(names)) {
      return methodInputs; // the object as it is, or whole where the method only hands it on
    }
    List<Port> passed = new ArrayList<>(parameters);
    passed.addAll(methodInputs.subList(inputs, methodInputs.size()));
    return passed;
  }
}
