package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes the records in arrays and lists for certainly there, in a method that asks for null. */
public final class PresentElements {
  private final GraphBuilder body = new GraphBuilder();
  private final GraphBuilder known = new GraphBuilder();
  private final List<Value> told = new ArrayList<>();

  private PresentElements() {}

  /**
   * Returns a method that neither takes nor returns arrays with null in them: it throws an
   * exception where it would return one.
   */
  public static Method everywhereIn(Method method) {
    boolean hasNone =
        method.inputs().stream().noneMatch(PresentElements::hasNull)
            && method.outputs().stream().noneMatch(PresentElements::hasNull);
    return hasNone ? method : new PresentElements().settled(method);
  }

  private static boolean hasNull(Port port) {
    return port instanceof Port.Elements elements
        && elements.element() instanceof Port.Composite record
        && record.isRecordOrNull();
  }

  private Method settled(Method method) {
    Iterator<Value> given = method.graph().parameters().iterator();
    List<Port> inputs = method.inputs().stream().map(port -> input(port, given)).toList();
    known.steps().forEach(body::add);
    method.graph().body().steps().forEach(body::add);
    WrittenInputs written = new WrittenInputs(method.graph());
    told.stream().filter(kinds -> written.contains(kinds, 0)).forEach(this::require);
    Iterator<Value> leaves = method.graph().results().iterator();
    List<Value> results = new ArrayList<>();
    List<Port> outputs =
        method.outputs().stream().map(port -> output(port, leaves, results)).toList();
    leaves.forEachRemaining(results::add);
    Graph graph = new Graph(method.graph().name(), body.yield(results), method.graph().functions());
    return new Method(
        method.name(), method.mode(), graph, inputs, outputs, method.record(), method.summary());
  }

  private Port input(Port port, Iterator<Value> leaves) {
    if (!hasNull(port)) {
      port.leaves().forEach(leaf -> body.parameter(leaves.next()));
      return port;
    }
    Value kinds = leaves.next();
    Port whole = whole((Port.Elements) port);
    List<Value> columns = whole.leaves().map(leaf -> leaves.next()).toList();
    columns.forEach(body::parameter);
    known.add(allThere(kinds, columns.get(0)));
    told.add(kinds);
    return whole;
  }

  private static Port whole(Port.Elements port) {
    Port.Composite record = (Port.Composite) port.element();
    Port there = new Port.Composite(record.name(), record.type(), record.own());
    return new Port.Elements(port.name(), port.type(), there);
  }

  /** Returns the step that tells of all elements that they are there. */
  private Step allThere(Value kinds, Value column) {
    GraphBuilder some = new GraphBuilder();
    Value length = some.apply(Operations.LENGTH, column);
    Value made = some.newArray(kinds.name(), kinds.type(), length);
    some.add(new Step.Fill(made, some.constant(0), length, some.constant(1), Position.NONE));
    GraphBuilder none = new GraphBuilder();
    Region nothing = none.yield(none.constant(kinds.type(), null));
    Value isNull = known.apply(Operations.EQ, column, known.constant(column.type(), null));
    return new Step.Branch(List.of(kinds), isNull, nothing, some.yield(made), Position.NONE);
  }

  private Port output(Port port, Iterator<Value> leaves, List<Value> results) {
    if (!hasNull(port)) {
      port.leaves().forEach(leaf -> results.add(leaves.next()));
      return port;
    }
    require(leaves.next());
    Port whole = whole((Port.Elements) port);
    whole.leaves().forEach(leaf -> results.add(leaves.next()));
    return whole;
  }

  /** Throws an exception where one of some elements is null. */
  private void require(Value kinds) {
    Type exception = new Type.Reference(NullPointerException.class.getName());
    GraphBuilder missing = new GraphBuilder();
    Callee making = new Callee.Member(Callee.Member.Kind.NEW, exception.toString(), "", true);
    missing.throwing(missing.call(making, List.of(new Value(exception, "")), List.of()).get(0));
    GraphBuilder round = new GraphBuilder();
    Value index = round.parameter(Type.INT, "i");
    Value isMissing = round.apply(Operations.EQ, round.read("", kinds, index), round.constant(0));
    round.branch(isMissing, missing.yield(), new GraphBuilder().yield(), List.of());
    GraphBuilder some = new GraphBuilder();
    Value length = some.apply(Operations.LENGTH, kinds);
    some.loop(some.constant(0), length, 1, List.of(), round.yield());
    Value isNull = body.apply(Operations.EQ, kinds, body.constant(kinds.type(), null));
    body.branch(isNull, new GraphBuilder().yield(), some.yield(), List.of());
  }
}
