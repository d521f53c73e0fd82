package cotangent.processor.derive.offer;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Receiver;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the methods made of a primal the face that Java sees: while it is derived, the fields of
 * the object on which it is called are inputs; now the object is passed, and they are read from it.
 */
public final class Binding {
  private final Receiver receiver;
  private final List<Value> parameters;
  private final Set<Value> reads = new HashSet<>();

  public Binding(Primal primal) {
    this.receiver = primal.receiver();
    this.parameters = primal.method().graph().parameters();
    receiver.reads().forEach(read -> reads.addAll(read.results()));
  }

  /**
   * Whether a method with the inputs of a primal can hand them on to another one. A record whose
   * components are inputs of their own can't be handed on.
   */
  public static boolean letsHandOn(Primal primal) {
    Receiver receiver = primal.receiver();
    List<Port> inputs = primal.method().inputs().subList(0, receiver.inputs());
    return inputs.equals(receiver.parameters())
        || !receiver.reads().isEmpty()
            && inputs.stream().allMatch(input -> input instanceof Port.Leaf);
  }

  /** Returns a method that takes the object where it took the fields. */
  public Method of(Method method) {
    GraphBuilder body = new GraphBuilder();
    Map<Value, Value> own = new HashMap<>();
    Set<Value> fields = new HashSet<>();
    for (int i = 0; i < method.graph().parameters().size(); i++) {
      Value parameter = method.graph().parameters().get(i);
      Value original = i < parameters.size() ? parameters.get(i) : parameter;
      own.put(original, parameter);
      if (reads.contains(original)) {
        fields.add(parameter);
      } else {
        body.parameter(parameter);
      }
    }
    receiver.reads().forEach(read -> body.add(with(own, (Step.Call) read)));
    method.graph().body().steps().forEach(step -> body.add(passing(fields, step)));
    return method.with(
        new Graph(
            method.graph().name(),
            body.yield(method.graph().results()),
            method.graph().functions()),
        receiver.passed(method.inputs()));
  }

  /** Returns a read that may be left out: a method that doesn't use the field needn't read it. */
  private static Step with(Map<Value, Value> values, Step.Call read) {
    return new Step.Call(
        read.results().stream().map(value -> values.getOrDefault(value, value)).toList(),
        read.callee(),
        read.operands().stream().map(value -> values.getOrDefault(value, value)).toList(),
        Position.NONE);
  }

  /** A method that another one calls reads the fields itself. */
  private static Step passing(Set<Value> fields, Step step) {
    return Delegates.isHandOver(step) ? Delegates.without(fields, (Step.Call) step) : step;
  }
}
