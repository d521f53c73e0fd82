package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a method the face that Java sees where it takes or returns arrays or lists of records.
 * While it is derived, there is one array for each leaf of the records; now these arrays are made
 * when the method begins, and records are made of them when it ends.
 */
public final class Packing {
  private final Method method;
  private final GraphBuilder body = new GraphBuilder();
  private final List<Taken> taken = new ArrayList<>();
  private @Nullable Value lender;
  private int slots;
  private final ElementFunctions functions;

  /** An array of records that is passed, and its columns. */
  private record Taken(Value array, Port.Elements elements, List<Value> columns) {}

  private Packing(Method method) {
    this.method = method;
    this.functions = new ElementFunctions(method);
  }

  /** Returns a method as it is called. */
  public static Method of(Method method) {
    return hasElements(method.inputs()) || hasElements(method.outputs())
        ? new Packing(method).packed()
        : method;
  }

  private static boolean hasElements(List<Port> ports) {
    return ports.stream()
        .anyMatch(
            port ->
                port instanceof Port.Elements
                    || port instanceof Port.Composite record && hasElements(record.components()));
  }

  private Method packed() {
    Graph graph = method.graph();
    Iterator<Value> leaves = graph.parameters().iterator();
    method.inputs().forEach(input -> take(input, input.name(), leaves));
    lender = lender(graph);
    taken.forEach(this::takeApart);
    graph.body().steps().forEach(body::add);
    WrittenInputs written = new WrittenInputs(graph);
    for (Taken each : taken) {
      if (!isAddedTo(each)
          && !each.elements.isList()
          && each.columns.stream().anyMatch(written::contains)) {
        body.call(functions.storing(each.elements), List.of(), with(each.array, each.columns));
      }
    }
    List<Value> results = results();
    List<Graph> all = new ArrayList<>(graph.functions());
    all.addAll(functions.all());
    return new Method(
        method.name(),
        method.mode(),
        new Graph(graph.name(), body.yield(results), all),
        method.inputs().stream().map(Packing::whole).toList(),
        method.outputs().stream().map(Packing::whole).toList(),
        method.record(),
        method.summary());
  }

  /**
   * Returns a workspace for the columns, where the method has one. Its other arrays have slots of
   * their own.
   */
  private @Nullable Value lender(Graph graph) {
    if (graph.parameters().isEmpty()
        || !graph.parameters().get(0).type().equals(Lending.WORKSPACE)
        || Delegates.target(method).isPresent()) {
      return null;
    }
    Callee child =
        new Callee.Member(Callee.Member.Kind.METHOD, "cotangent.Workspace", "child", true);
    List<Value> operands = List.of(graph.parameters().get(0), body.constant(0));
    return body.call(child, List.of(new Value(Lending.WORKSPACE, "unpacked")), operands).get(0);
  }

  private static List<Value> with(Value first, List<Value> others) {
    List<Value> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private void take(Port port, String name, Iterator<Value> leaves) {
    if (port instanceof Port.Elements elements) {
      Value array = body.parameter(PortTypes.of(port), name);
      taken.add(new Taken(array, elements, elements.leaves().map(leaf -> leaves.next()).toList()));
    } else if (port instanceof Port.Composite record) {
      for (Port component : record.components()) {
        take(component, component.name(), leaves);
      }
    } else {
      body.parameter(leaves.next());
    }
  }

  /** Makes the columns that are used. */
  private void takeApart(Taken taken) {
    Port.Elements elements = taken.elements;
    List<Port.Leaf> leaves = elements.element().leaves().toList();
    for (int i = 0; i < taken.columns.size(); i++) {
      if (isAddedTo(taken) && !leaves.get(i).type().isDifferentiable()) {
        continue; // only what is added to is looked at
      }
      List<Value> operands = new ArrayList<>();
      if (lender != null) {
        operands.addAll(List.of(lender, body.constant(slots++)));
      }
      operands.add(taken.array);
      Callee callee = functions.reading(elements, i, lender != null);
      body.call(callee, List.of(taken.columns.get(i)), operands);
    }
  }

  private List<Value> results() {
    List<Value> given = method.graph().results();
    boolean handsOn =
        given.size() == 1 && given.get(0).type().equals(new Type.Reference(method.record()));
    if (handsOn) {
      return given;
    }
    Iterator<Value> leaves = given.iterator();
    List<Value> results = new ArrayList<>();
    method.outputs().forEach(output -> pack(output, leaves, results));
    return results;
  }

  /** Whether derivatives are added to the tensors in an array: it is returned itself. */
  private boolean isAddedTo(Taken each) {
    return method.is(Mode.GRADIENT_ADDED)
        && method.outputs().stream().anyMatch(port -> port.name().equals(each.array.name()));
  }

  private void pack(Port port, Iterator<Value> leaves, List<Value> results) {
    if (port instanceof Port.Elements elements) {
      List<Value> columns = elements.leaves().map(leaf -> leaves.next()).toList();
      for (Taken each : taken) {
        if (isAddedTo(each) && each.array.name().equals(port.name())) {
          results.add(each.array);
          return;
        }
      }
      Value array = new Value(PortTypes.of(port), port.name());
      body.call(functions.packing(elements), List.of(array), columns);
      results.add(array);
    } else if (port instanceof Port.Composite record) {
      record.components().forEach(component -> pack(component, leaves, results));
    } else {
      results.add(leaves.next());
    }
  }

  /** Returns a port as Java sees it. */
  private static Port whole(Port port) {
    if (port instanceof Port.Elements) {
      return new Port.Leaf(port.name(), PortTypes.of(port));
    } else if (port instanceof Port.Composite record) {
      List<Port> components = record.components().stream().map(Packing::whole).toList();
      return new Port.Composite(record.name(), record.type(), components);
    }
    return port;
  }
}
