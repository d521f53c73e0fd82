package cotangent.processor.emit;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.List;
import java.util.stream.Stream;

/** How many parameters Java allows: for a method, and for the constructor of its record. */
public final class Arity {
  private static final int MOST = 255;

  private Arity() {}

  /** Whether Java can declare a method, what it returns, and the functions that it calls. */
  public static boolean isDeclarable(Method method) {
    return of(method) <= MOST;
  }

  /** Returns the longest list of parameters that a method needs; double and long count twice. */
  public static int of(Method method) {
    int functions = method.graph().functions().stream().mapToInt(Arity::of).max().orElse(0);
    int own = Math.max(ports(method.inputs()), 1 + ports(method.outputs()));
    return Math.max(own, functions);
  }

  private static int of(Graph function) {
    int results = function.results().size() > 1 ? 1 + values(function.results()) : 0;
    return Math.max(values(function.parameters()), results);
  }

  private static int ports(List<Port> ports) {
    return ports.stream()
        .map(port -> port instanceof Port.Leaf leaf ? leaf.type() : Type.STRING)
        .mapToInt(Arity::slots)
        .sum();
  }

  private static int values(List<Value> values) {
    return values.stream().map(Value::type).mapToInt(Arity::slots).sum();
  }

  private static int slots(Type type) {
    return Stream.of(Type.DOUBLE, Type.LONG).anyMatch(type::equals) ? 2 : 1;
  }
}
