package cotangent.processor.derive.offer;

import cotangent.processor.derive.reverse.Cotangents;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the methods that only prepare an argument for another one of the same companion, so that
 * each derivative is written out once.
 */
public final class Delegates {
  private Delegates() {}

  /** Returns inputs as they are handed on: a record is one object there. */
  private static List<Port> whole(List<Port> inputs) {
    return inputs.stream().map(Delegates::whole).toList();
  }

  private static Port whole(Port input) {
    if (input instanceof Port.Elements elements) {
      return new Port.Leaf(elements.name(), PortTypes.of(elements));
    }
    return input instanceof Port.Composite record
        ? new Port.Leaf(record.name(), new Type.Reference(record.type()))
        : input;
  }

  /**
   * Returns the method that makes the arrays that another one adds into.
   *
   * @param face what the method is called and returns
   * @param adding takes the inputs of the method, then the arrays
   * @param arrays which of the inputs the arrays are derivatives by
   */
  public static Method withFreshArrays(
      Method face, List<Port> inputs, List<Integer> arrays, Method adding) {
    GraphBuilder b = new GraphBuilder();
    List<Value> arguments = parameters(inputs, b);
    for (int index : arrays) {
      Value array = arguments.get(index);
      arguments.add(b.zerosLike(Cotangents.name(array), array));
    }
    return call(adding, arguments, b, face, inputs);
  }

  /** Returns a method that only calls the original. */
  public static Method calling(Callee original, Method method) {
    GraphBuilder b = new GraphBuilder();
    List<Value> arguments = parameters(method.inputs(), b);
    List<Port> outputs = whole(method.outputs());
    List<Value> results =
        outputs.stream().map(output -> new Value(((Port.Leaf) output).type(), "")).toList();
    b.at(Position.NONE).call(original, results, arguments);
    return new Method(
        method.name(),
        method.mode(),
        new Graph(method.graph().name(), b.yield(results), List.of()),
        whole(method.inputs()),
        outputs,
        "",
        method.summary());
  }

  /** Returns the method that makes the workspace which another one takes first. */
  static Method withFreshWorkspace(Method borrowing) {
    GraphBuilder b = new GraphBuilder();
    List<Port> inputs = borrowing.inputs().subList(1, borrowing.inputs().size());
    List<Value> arguments = parameters(inputs, b);
    Value fresh = new Value(Lending.WORKSPACE, "");
    Callee constructor =
        new Callee.Member(Callee.Member.Kind.NEW, Lending.WORKSPACE.toString(), "", true);
    b.call(constructor, List.of(fresh), List.of());
    arguments.add(0, fresh);
    return call(borrowing, arguments, b, borrowing, inputs);
  }

  /** Returns the method that takes a workspace which another one turned out not to need. */
  static Method ignoring(Method needing) {
    GraphBuilder b = new GraphBuilder();
    List<Port> inputs = Lending.taking(needing.inputs());
    List<Value> arguments = parameters(inputs, b);
    List<Value> needed = arguments.subList(1, arguments.size());
    return call(needing, needed, b, needing, inputs);
  }

  /** Returns the method that hands a workspace on, for one that only prepares arguments. */
  static Method handingOn(Method preparing) {
    GraphBuilder b = new GraphBuilder();
    Value given = b.parameter(Lending.WORKSPACE, "workspace");
    preparing.graph().parameters().forEach(b::parameter);
    for (Step step : preparing.graph().body().steps()) {
      b.add(isHandOver(step) ? with(given, (Step.Call) step) : step);
    }
    return preparing.with(
        new Graph(preparing.name(), b.yield(preparing.graph().results()), List.of()),
        Lending.taking(preparing.inputs()));
  }

  /** Returns the name of the method for which this one only prepares arguments. */
  public static Optional<String> target(Method method) {
    return method.graph().body().steps().stream()
        .filter(Delegates::isHandOver)
        .map(step -> ((Callee.Member) ((Step.Call) step).callee()).name())
        .findFirst();
  }

  static boolean isHandOver(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.STATIC_METHOD
        && member.owner().isEmpty();
  }

  private static Step with(Value first, Step.Call call) {
    List<Value> operands = new ArrayList<>(List.of(first));
    operands.addAll(call.operands());
    return call.with(operands);
  }

  /** Hands fewer arguments over. */
  static Step without(Set<Value> arguments, Step.Call call) {
    List<Value> operands = call.operands().stream().filter(v -> !arguments.contains(v)).toList();
    return call.with(operands);
  }

  private static List<Value> parameters(List<Port> inputs, GraphBuilder b) {
    List<Value> parameters = new ArrayList<>();
    for (Port input : whole(inputs)) {
      parameters.add(b.parameter(((Port.Leaf) input).type(), input.name()));
    }
    return parameters;
  }

  private static Method call(
      Method target, List<Value> arguments, GraphBuilder b, Method face, List<Port> inputs) {
    Type result =
        target.record().isEmpty()
            ? ((Port.Leaf) target.outputs().get(0)).type()
            : new Type.Reference(target.record());
    Value returned = new Value(result, "");
    Callee callee = new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "", target.name(), true);
    b.at(Position.NONE).call(callee, List.of(returned), arguments);
    return face.with(new Graph(face.name(), b.yield(returned), List.of()), whole(inputs));
  }
}
