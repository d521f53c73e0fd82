package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives a method the face that Java sees where it takes or returns arrays or lists of records.
 * While it is derived, there is one array for each leaf of the records; now these arrays are made
 * when the method begins, and records are made of them when it ends.
 */
public final class Packing {
  private final Method method;
  private final List<Port> own;
  private final GraphBuilder body = new GraphBuilder();
  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Value> nullable = new HashMap<>();
  private @Nullable Value lender;
  private int slots;
  private final ElementFunctions functions;
  private final Places places;

  /**
   * An array of records that is passed, and its columns.
   *
   * @param name what messages call it
   * @param isOwn whether the original method takes it too
   */
  private record Taken(
      Value array, String name, boolean isOwn, Port.Elements elements, List<Value> columns) {
    /** Whether both could be the same array. */
    boolean mayBe(Taken other) {
      return !elements.isList() && elements.type().equals(other.elements.type());
    }
  }

  private Packing(Method method, List<Port> own) {
    this.method = method;
    this.own = own;
    this.functions = new ElementFunctions(method);
    this.places = new Places(method.graph().body());
  }

  /**
   * Returns a method as it is called.
   *
   * @param own what the original method takes
   */
  public static Method of(Method method, List<Port> own) {
    return hasElements(method.inputs()) || hasElements(method.outputs())
        ? new Packing(method, own).packed()
        : method;
  }

  private static boolean hasElements(List<Port> ports) {
    return ports.stream()
        .anyMatch(
            port ->
                port instanceof Port.Elements
                    || mayBeNull(port)
                    || port instanceof Port.Composite record && hasElements(record.components()));
  }

  private static boolean mayBeNull(Port port) {
    return port instanceof Port.Composite tensor && tensor.mayBeNull();
  }

  private Method packed() {
    Graph graph = method.graph();
    Iterator<Value> leaves = graph.parameters().iterator();
    method.inputs().forEach(input -> take(input, "", own.contains(input), leaves));
    lender = lender(graph);
    List<Taken> changed = changed(new WrittenInputs(graph));
    changed.forEach(each -> keepApart(each, changed));
    taken.forEach(each -> takeApart(each, changed));
    graph.body().steps().forEach(body::add);
    List<Value> results = results();
    for (Taken each : changed) {
      body.call(functions.storing(each.elements), List.of(), with(each.array, each.columns));
    }
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

  /** Returns the arrays that get other elements. */
  private List<Taken> changed(WrittenInputs written) {
    List<Taken> changed = new ArrayList<>();
    for (Taken each : taken) {
      boolean isNested = hasElements(List.of(each.elements.element()));
      Predicate<Value> isChanged =
          isNested ? written::contains : column -> written.contains(column, 0);
      if (each.isOwn && !each.elements.isList() && each.columns.stream().anyMatch(isChanged)) {
        changed.add(each);
      }
    }
    return changed;
  }

  /** Lets a derivative refuse one array for two arguments where it gets other elements. */
  private void keepApart(Taken one, List<Taken> changed) {
    Mode mode = method.mode().orElse(null);
    if (mode == null || Delegates.target(method).isPresent()) {
      return;
    }
    String name = method.name().substring(0, method.name().length() - mode.suffix().length());
    for (Taken other : taken) {
      boolean isNext = !changed.contains(other) || taken.indexOf(other) > taken.indexOf(one);
      if (other != one && isNext && one.mayBe(other)) {
        ArrayChecks.refuse(
            body,
            name,
            List.of(
                new ArrayChecks.Named(one.name, one.array),
                new ArrayChecks.Named(other.name, other.array)));
      }
    }
  }

  /**
   * Returns a workspace for the columns, where the method has one. Its other arrays have slots of
   * their own.
   */
  private @Nullable Value lender(Graph graph) {
    if (graph.parameters().isEmpty()
        || !graph.parameters().get(0).type().equals(Lending.WORKSPACE)
        || taken.isEmpty()
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

  private void take(Port port, String path, boolean isOwn, Iterator<Value> leaves) {
    if (port instanceof Port.Elements elements) {
      Value array = body.parameter(PortTypes.of(port), port.name());
      List<Value> columns = elements.leaves().map(leaf -> leaves.next()).toList();
      taken.add(new Taken(array, path + port.name(), isOwn, elements, columns));
    } else if (port instanceof Port.Composite record && record.isRecordOrNull()) {
      takeOrNull(record, leaves);
    } else if (port instanceof Port.Composite tensor && tensor.mayBeNull()) {
      nullable.put(path + port.name(), nullable(tensor, leaves));
    } else if (port instanceof Port.Composite record) {
      for (Port component : record.components()) {
        take(component, path + record.name() + ".", isOwn, leaves);
      }
    } else {
      body.parameter(leaves.next());
    }
  }

  /** Takes the leaves of a record that are used, if it is there. */
  private void takeOrNull(Port.Composite record, Iterator<Value> leaves) {
    Value whole = body.parameter(PortTypes.of(record), record.name());
    int count = (int) record.leaves().count();
    for (int i = 0; i < count; i++) {
      Value leaf = leaves.next();
      if (i == 0 && isUsed(leaf)) {
        Value nothing = body.constant(whole.type(), null);
        body.add(new Step.Apply(leaf, Operations.NE, List.of(whole, nothing), Position.NONE));
      } else if (isUsed(leaf)) {
        body.add(functions.insideOrNull(body, whole, record, i, leaf));
      }
    }
  }

  private boolean isUsed(Value leaf) {
    return !places.users(leaf).isEmpty() || method.graph().results().contains(leaf);
  }

  /** Takes the parts of a tensor that are used, if it is there. */
  private Value nullable(Port.Composite tensor, Iterator<Value> leaves) {
    Value whole = body.parameter(PortTypes.of(tensor), tensor.name());
    for (Port part : tensor.components()) {
      Value leaf = leaves.next();
      if (isUsed(leaf)) {
        body.add(ElementFunctions.part(body, tensor, part.name(), whole, leaf));
      }
    }
    return whole;
  }

  /** Makes the columns that are used. */
  private void takeApart(Taken one, List<Taken> changed) {
    Port.Elements elements = one.elements;
    List<Port.Leaf> leaves = elements.element().leaves().toList();
    for (int i = 0; i < one.columns.size(); i++) {
      if (isAddedTo(one) && !leaves.get(i).type().isDifferentiable()) {
        continue; // only what is added to is looked at
      }
      List<Value> operands = new ArrayList<>();
      if (lender != null) {
        operands.addAll(List.of(lender, body.constant(slots++)));
      }
      operands.add(one.array);
      Callee callee = functions.reading(elements, i, lender != null);
      List<Taken> others = method.mode().isEmpty() ? before(one, changed) : List.of();
      if (others.isEmpty()) {
        body.call(callee, List.of(one.columns.get(i)), operands);
      } else {
        share(one, i, others, callee, operands);
      }
    }
  }

  /** Returns the arrays before one that may be the same, if what is changed there is seen here. */
  private List<Taken> before(Taken one, List<Taken> changed) {
    return taken.subList(0, taken.indexOf(one)).stream()
        .filter(other -> one.mayBe(other) && (changed.contains(one) || changed.contains(other)))
        .toList();
  }

  /** Makes a column, or takes that of another argument where both are the same array. */
  private void share(Taken one, int leaf, List<Taken> others, Callee callee, List<Value> operands) {
    Value column = one.columns.get(leaf);
    Value made = new Value(column.type(), column.name());
    GraphBuilder making = new GraphBuilder();
    Region otherwise = making.yield(making.call(callee, List.of(made), operands).get(0));
    for (int i = others.size() - 1; i > 0; i--) {
      GraphBuilder b = new GraphBuilder();
      Value isSame = b.apply(Operations.EQ, one.array, others.get(i).array);
      Region same = new GraphBuilder().yield(others.get(i).columns.get(leaf));
      otherwise = b.yield(b.branch(isSame, same, otherwise, List.of(column)).get(0));
    }
    Value isSame = body.apply(Operations.EQ, one.array, others.get(0).array);
    Region same = new GraphBuilder().yield(others.get(0).columns.get(leaf));
    body.add(new Step.Branch(List.of(column), isSame, same, otherwise, Position.NONE));
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
    } else if (port instanceof Port.Composite record && record.isRecordOrNull()) {
      results.add(functions.madeOrNull(body, record, leaves));
    } else if (port instanceof Port.Composite tensor && tensor.mayBeNull()) {
      List<Value> parts = tensor.components().stream().map(part -> leaves.next()).toList();
      results.add(nullable(tensor, parts));
    } else if (port instanceof Port.Composite record) {
      record.components().forEach(component -> pack(component, leaves, results));
    } else {
      results.add(leaves.next());
    }
  }

  /** Makes a tensor, if it is there; one that was added to is returned itself. */
  private Value nullable(Port.Composite tensor, List<Value> parts) {
    Value given = method.is(Mode.GRADIENT_ADDED) ? nullable.get(tensor.name()) : null;
    return given != null
        ? given
        : ElementFunctions.tensor(
            body, tensor.type(), parts, new Value(PortTypes.of(tensor), tensor.name()));
  }

  /** Returns a port as Java sees it. */
  private static Port whole(Port port) {
    if (port instanceof Port.Elements || mayBeNull(port)) {
      return new Port.Leaf(port.name(), PortTypes.of(port));
    } else if (port instanceof Port.Composite record) {
      List<Port> components = record.components().stream().map(Packing::whole).toList();
      return new Port.Composite(record.name(), record.type(), components, record.mayBeNull());
    }
    return port;
  }
}
