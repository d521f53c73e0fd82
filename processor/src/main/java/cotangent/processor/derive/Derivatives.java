package cotangent.processor.derive;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Makes the derivative methods that a user asked for, with the names and shapes of the contract.
 */
public final class Derivatives {
  private final Primal primal;
  private final Method method;
  private final Graph graph;
  private final List<List<Value>> leaves = new ArrayList<>();

  private Derivatives(Primal primal) {
    this.primal = primal;
    this.method = primal.method();
    this.graph = method.graph();
    Iterator<Value> parameters = graph.parameters().iterator();
    for (Port input : method.inputs()) {
      leaves.add(input.leaves().map(leaf -> parameters.next()).toList());
    }
  }

  /** Gives the derivative methods of a method. */
  public static List<Method> of(Primal primal) {
    Derivatives derivatives = new Derivatives(primal);
    List<Method> methods = new ArrayList<>();
    if (primal.derivatives().contains("GRADIENT")) {
      methods.add(derivatives.gradient(Reverse.Target.FRESH));
      if (derivatives.wrt().stream().anyMatch(value -> value.type().isArray())) {
        methods.add(derivatives.gradient(Reverse.Target.ADDED));
      }
    }
    if (primal.derivatives().contains("VJP")) {
      methods.add(derivatives.vjp());
    }
    return methods;
  }

  private Method gradient(Reverse.Target target) {
    Graph derived = Reverse.of(graph, wrt(), Reverse.Seeds.ONE, target);
    boolean added = target == Reverse.Target.ADDED;
    List<Port> inputs = new ArrayList<>(method.inputs());
    if (added) {
      primal.wrt().stream()
          .map(method.inputs()::get)
          .filter(port -> port instanceof Port.Leaf leaf && leaf.type().isArray())
          .forEach(port -> inputs.add(port.named(derivative(port))));
    }
    return method(
        added ? "GradAddTo" : "Grad",
        "Gradient",
        added
            ? "adds its gradient by " + byWhat() + " to the arrays given"
            : "its gradient by " + byWhat(),
        inputs,
        derived);
  }

  private Method vjp() {
    Graph derived = Reverse.of(graph, wrt(), Reverse.Seeds.GIVEN, Reverse.Target.FRESH);
    List<Port> inputs = new ArrayList<>(method.inputs());
    for (Port output : method.outputs()) {
      if (output.isDifferentiable()) {
        inputs.add(
            output.named(method.outputs().size() == 1 ? "seed" : "seed" + capital(output.name())));
      }
    }
    return method(
        "Vjp", "Vjp", "its derivatives by " + byWhat() + ", weighted by the seed", inputs, derived);
  }

  private Method method(
      String suffix, String record, String what, List<Port> inputs, Graph derived) {
    List<Port> outputs = new ArrayList<>();
    List<Value> yields = new ArrayList<>();
    Iterator<Value> results = derived.results().iterator();
    for (Port output : method.outputs()) {
      outputs.add(method.outputs().size() == 1 ? output.named("value") : output);
      output.leaves().forEach(leaf -> yields.add(results.next()));
    }
    for (int index : primal.wrt()) {
      Port input = method.inputs().get(index);
      outputs.add(input.named(derivative(input)));
      for (Value leaf : leaves.get(index)) {
        yields.add(leaf.type().isDifferentiable() ? results.next() : leaf);
      }
    }
    Region body = derived.body();
    Graph graphOfMethod =
        new Graph(
            method.name() + suffix,
            new Region(body.parameters(), body.steps(), yields),
            derived.functions());
    return new Method(
        method.name() + suffix,
        graphOfMethod,
        inputs,
        outputs,
        capital(method.name()) + record + (primal.overload() > 1 ? primal.overload() : ""),
        "Computes {@code " + method.name() + "} and " + what + ".");
  }

  /** The leaves by which is differentiated, in order. */
  private List<Value> wrt() {
    return primal.wrt().stream()
        .flatMap(index -> leaves.get(index).stream())
        .filter(value -> value.type().isDifferentiable())
        .toList();
  }

  private String byWhat() {
    List<String> names =
        primal.wrt().stream().map(i -> "{@code " + method.inputs().get(i).name() + "}").toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String derivative(Port port) {
    return "d" + port.name();
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
