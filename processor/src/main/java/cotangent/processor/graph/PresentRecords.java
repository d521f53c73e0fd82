package cotangent.processor.graph;

import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Takes records for certainly there, in a method that asks whether they are null. */
public final class PresentRecords {
  private final Predicate<Value> isPresent;
  private final GraphBuilder body = new GraphBuilder();
  private final GraphBuilder known = new GraphBuilder();

  private PresentRecords(Predicate<Value> isPresent) {
    this.isPresent = isPresent;
  }

  /**
   * Returns a method that doesn't ask for some of its arguments; itself if there are none of them.
   *
   * @param isPresent tells of what says whether a record is there whether it is always true
   */
  public static Method in(Method method, Predicate<Value> isPresent) {
    return new PresentRecords(isPresent).settled(method, false);
  }

  /** Returns a method that neither takes nor returns null: it throws an exception there. */
  public static Method everywhereIn(Method method) {
    return new PresentRecords(isThere -> true).settled(method, true);
  }

  private Method settled(Method method, boolean returnsNone) {
    Iterator<Value> leaves = method.graph().parameters().iterator();
    List<Port> inputs = method.inputs().stream().map(port -> input(port, leaves)).toList();
    boolean isSame = known.steps().isEmpty();
    if (isSame && !(returnsNone && method.outputs().stream().anyMatch(Port::mayBeLacking))) {
      return method;
    }
    known.steps().forEach(body::add);
    method.graph().body().steps().forEach(body::add);
    List<Value> results = new ArrayList<>(method.graph().results());
    List<Port> outputs = method.outputs();
    if (returnsNone) {
      Iterator<Value> given = method.graph().results().iterator();
      results.clear();
      outputs = outputs.stream().map(port -> output(port, given, results)).toList();
    }
    Graph graph = new Graph(method.graph().name(), body.yield(results), method.graph().functions());
    return new Method(
        method.name(), method.mode(), graph, inputs, outputs, method.record(), method.summary());
  }

  private Port input(Port port, Iterator<Value> leaves) {
    if (!(port instanceof Port.Composite record) || record.isTensor()) {
      port.leaves().forEach(leaf -> body.parameter(leaves.next()));
      return port;
    }
    boolean mayBeNull = record.isRecordOrNull() && !isSettled(leaves.next());
    List<Port> own = record.own().stream().map(each -> input(each, leaves)).toList();
    return mayBeNull
        ? Port.Composite.orNull(record.name(), record.type(), Type.BOOLEAN, own)
        : new Port.Composite(record.name(), record.type(), own);
  }

  /** Whether it is certain that a record is there; else the graph goes on to be told. */
  private boolean isSettled(Value isThere) {
    boolean isCertain = isPresent.test(isThere);
    if (isCertain) {
      known.add(new Step.Constant(isThere, true));
    } else {
      body.parameter(isThere);
    }
    return isCertain;
  }

  private Port output(Port port, Iterator<Value> leaves, List<Value> results) {
    if (!(port instanceof Port.Composite record) || record.isTensor()) {
      port.leaves().forEach(leaf -> results.add(leaves.next()));
      return port;
    }
    if (record.isRecordOrNull()) {
      require(leaves.next());
    }
    List<Port> own = record.own().stream().map(each -> output(each, leaves, results)).toList();
    return new Port.Composite(record.name(), record.type(), own);
  }

  private void require(Value isThere) {
    Callee exception =
        new Callee.Member(Callee.Member.Kind.NEW, NullPointerException.class.getName(), "", true);
    GraphBuilder none = new GraphBuilder();
    Value made = new Value(new Type.Reference(NullPointerException.class.getName()), "");
    none.throwing(none.call(exception, List.of(made), List.of()).get(0));
    Region there = new GraphBuilder().yield();
    body.add(new Step.Branch(List.of(), isThere, there, none.yield(), Position.NONE));
  }
}
