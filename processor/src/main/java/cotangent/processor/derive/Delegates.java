package cotangent.processor.derive;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the methods that only prepare an argument of another one of the same companion, so that
 * each derivative is written out once.
 */
final class Delegates {
  private Delegates() {}

  /** Tells whether a method's arguments can be handed on as they are. */
  static boolean canCall(Method method) {
    return method.inputs().stream().allMatch(input -> input instanceof Port.Leaf);
  }

  /**
   * Gives the method that makes the arrays that another one adds into.
   *
   * @param adding takes the inputs of the method, then the arrays
   * @param arrays which of the inputs the arrays are derivatives by
   */
  static Method withFreshArrays(
      String name, String summary, List<Port> inputs, List<Integer> arrays, Method adding) {
    GraphBuilder b = new GraphBuilder();
    List<Value> arguments = parameters(inputs, b);
    for (int index : arrays) {
      Value array = arguments.get(index);
      arguments.add(b.zerosLike(Cotangents.name(array), array));
    }
    return call(adding, arguments, b, name, summary, inputs);
  }

  /** Gives the method that makes the workspace which another one takes first. */
  static Method withFreshWorkspace(Method borrowing, Type workspace) {
    GraphBuilder b = new GraphBuilder();
    List<Port> inputs = borrowing.inputs().subList(1, borrowing.inputs().size());
    List<Value> arguments = parameters(inputs, b);
    Value fresh = new Value(workspace, "");
    Callee constructor = new Callee.Member(Callee.Member.Kind.NEW, workspace.toString(), "", true);
    b.call(constructor, List.of(fresh), List.of());
    arguments.add(0, fresh);
    return call(borrowing, arguments, b, borrowing.name(), borrowing.summary(), inputs);
  }

  private static List<Value> parameters(List<Port> inputs, GraphBuilder b) {
    List<Value> parameters = new ArrayList<>();
    for (Port input : inputs) {
      parameters.add(b.parameter(((Port.Leaf) input).type(), input.name()));
    }
    return parameters;
  }

  private static Method call(
      Method target,
      List<Value> arguments,
      GraphBuilder b,
      String name,
      String summary,
      List<Port> inputs) {
    Type result =
        target.record().isEmpty()
            ? ((Port.Leaf) target.outputs().get(0)).type()
            : new Type.Reference(target.record());
    Value returned = new Value(result, "");
    Callee callee = new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "", target.name(), true);
    b.at(Position.NONE).call(callee, List.of(returned), arguments);
    return new Method(
        name,
        new Graph(name, b.yield(returned), List.of()),
        inputs,
        target.outputs(),
        target.record(),
        summary);
  }
}
