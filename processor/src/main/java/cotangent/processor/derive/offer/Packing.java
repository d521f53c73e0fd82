package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives a method the face that Java sees where it takes or returns arrays or lists of records.
 * While it is derived, there is one array for each leaf of the records; now these arrays are made
 * when the method begins, and records are made of them when it ends.
 */
public final class Packing {
  private final Method method;
  private final GraphBuilder body = new GraphBuilder();
  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Graph> functions = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /** An array of records that is passed, and its columns. */
  private record Taken(Value array, Port.Elements elements, List<Value> columns) {}

  private Packing(Method method) {
    this.method = method;
    names.add(method.name());
    names.add(method.graph().name());
    method.graph().functions().forEach(function -> names.add(function.name()));
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
    taken.forEach(this::takeApart);
    graph.body().steps().forEach(body::add);
    WrittenInputs written = new WrittenInputs(graph);
    for (Taken each : taken) {
      if (!isAddedTo(each)
          && !each.elements.isList()
          && each.columns.stream().anyMatch(written::contains)) {
        String function = function("store", each.elements, name -> storing(name, each.elements));
        body.call(new Callee.Function(function), List.of(), with(each.array, each.columns));
      }
    }
    List<Value> results = results();
    List<Graph> all = new ArrayList<>(graph.functions());
    all.addAll(functions.values());
    return new Method(
        method.name(),
        method.mode(),
        new Graph(graph.name(), body.yield(results), all),
        method.inputs().stream().map(Packing::whole).toList(),
        method.outputs().stream().map(Packing::whole).toList(),
        method.record(),
        method.summary());
  }

  private static List<Value> with(Value first, List<Value> others) {
    List<Value> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private void take(Port port, String name, Iterator<Value> leaves) {
    if (port instanceof Port.Elements elements) {
      Value array = body.parameter(type(port), name);
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
      int place = i;
      if (isAddedTo(taken) && !leaves.get(i).type().isDifferentiable()) {
        continue; // only what is added to is looked at
      }
      String wanted = leaves.get(i).name();
      Callee callee =
          new Callee.Function(
              function("each " + wanted + i, elements, name -> reading(name, elements, place)));
      body.call(callee, List.of(taken.columns.get(i)), List.of(taken.array));
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
      Value array = new Value(type(port), port.name());
      String function = function("pack", elements, name -> packing(name, elements));
      body.call(new Callee.Function(function), List.of(array), columns);
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
      return new Port.Leaf(port.name(), type(port));
    } else if (port instanceof Port.Composite record) {
      List<Port> components = record.components().stream().map(Packing::whole).toList();
      return new Port.Composite(record.name(), record.type(), components);
    }
    return port;
  }

  static Type type(Port port) {
    if (port instanceof Port.Elements elements && elements.isList()) {
      return new Type.Reference(elements.type());
    } else if (port instanceof Port.Elements elements) {
      return Type.array(type(elements.element()));
    } else if (port instanceof Port.Composite record) {
      return new Type.Reference(record.type());
    }
    return ((Port.Leaf) port).type();
  }

  private interface Writing {
    Graph graph(String name);
  }

  private String function(String what, Port.Elements elements, Writing writing) {
    String key = what + " " + elements.type();
    Graph known = functions.get(key);
    if (known == null) {
      known = writing.graph(freeName(what, elements));
      functions.put(key, known);
    }
    return known.name();
  }

  /** Returns a name such as {@code bodyX}, {@code packBodies}. */
  private String freeName(String what, Port.Elements elements) {
    String type = elements.type().replaceAll("<.*>|\\[|\\]", "");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String wanted =
        what.startsWith("each ")
            ? simple.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + simple.substring(1)
                + Making.capital(what.replaceAll("each |\\d+$", ""))
            : what + simple;
    String free = wanted;
    for (int i = 2; !names.add(free); i++) {
      free = wanted + i;
    }
    return free;
  }

  /** Returns the function that makes one array of what all records hold at a place. */
  private Graph reading(String name, Port.Elements elements, int leaf) {
    GraphBuilder b = new GraphBuilder();
    Value array = b.parameter(type(elements), "all");
    Port.Leaf column = elements.leaves().toList().get(leaf);
    Value result =
        unlessNull(
            b,
            array,
            new Value(column.type(), "column"),
            inner -> {
              Value made = inner.newArray("column", column.type(), length(inner, array));
              each(
                  inner,
                  array,
                  (each, i) -> {
                    Value object = element(each, elements, array, i);
                    each.write(made, i, inside(each, object, elements.element(), leaf));
                  });
              return made;
            });
    return new Graph(name, b.yield(result), List.of());
  }

  /** Reads a leaf of an object. */
  private Value inside(GraphBuilder b, Value object, Port port, int leaf) {
    if (port instanceof Port.Composite record) {
      int first = 0;
      for (Port component : record.components()) {
        int count = (int) component.leaves().count();
        if (leaf < first + count) {
          Value value = new Value(type(component), "");
          Callee accessor =
              new Callee.Member(
                  Callee.Member.Kind.COMPONENT, owner(record), component.name(), true);
          b.call(accessor, List.of(value), List.of(object));
          return inside(b, value, component, leaf - first);
        }
        first += count;
      }
    } else if (port instanceof Port.Elements inner) {
      Value column = new Value(inner.leaves().toList().get(leaf).type(), "");
      String wanted = "each " + inner.element().leaves().toList().get(leaf).name() + leaf;
      String function = function(wanted, inner, name -> reading(name, inner, leaf));
      return b.call(new Callee.Function(function), List.of(column), List.of(object)).get(0);
    }
    return object;
  }

  private static String owner(Port.Composite record) {
    return record.type().replaceAll("<.*>", "");
  }

  /** Returns the function that makes an array of records. */
  private Graph packing(String name, Port.Elements elements) {
    GraphBuilder b = new GraphBuilder();
    List<Value> columns = new ArrayList<>();
    elements
        .element()
        .leaves()
        .forEach(leaf -> columns.add(b.parameter(Type.array(leaf.type()), leaf.name())));
    Value result =
        unlessNull(
            b,
            columns.get(0),
            new Value(type(elements), "all"),
            inner -> {
              Type array = Type.array(type(elements.element()));
              Value made = inner.newArray("all", array, length(inner, columns.get(0)));
              each(
                  inner,
                  columns.get(0),
                  (each, i) -> each.write(made, i, made(each, elements, columns, i)));
              return elements.isList() ? listed(inner, elements, made) : made;
            });
    return new Graph(name, b.yield(result), List.of());
  }

  /** Returns the function that puts records into an array that there is. */
  private Graph storing(String name, Port.Elements elements) {
    GraphBuilder b = new GraphBuilder();
    Value array = b.parameter(type(elements), "all");
    List<Value> columns = new ArrayList<>();
    elements
        .element()
        .leaves()
        .forEach(leaf -> columns.add(b.parameter(Type.array(leaf.type()), leaf.name())));
    each(b, array, (each, i) -> each.write(array, i, made(each, elements, columns, i)));
    return new Graph(name, b.yield(), List.of());
  }

  private Value made(GraphBuilder b, Port.Elements elements, List<Value> columns, Value i) {
    List<Value> leaves = columns.stream().map(column -> b.read("", column, i)).toList();
    return made(b, elements.element(), leaves.iterator());
  }

  private Value made(GraphBuilder b, Port port, Iterator<Value> leaves) {
    if (port instanceof Port.Composite record) {
      List<Value> components =
          record.components().stream().map(component -> made(b, component, leaves)).toList();
      Value value = new Value(type(record), "");
      Callee constructor =
          record.isTensor()
              ? new Callee.Member(Callee.Member.Kind.STATIC_METHOD, owner(record), "wrap", true)
              : new Callee.Member(Callee.Member.Kind.NEW, owner(record), "", true);
      return b.call(constructor, List.of(value), components).get(0);
    } else if (port instanceof Port.Elements inner) {
      List<Value> columns = inner.leaves().map(leaf -> leaves.next()).toList();
      Value array = new Value(type(inner), "");
      String function = function("pack", inner, name -> packing(name, inner));
      return b.call(new Callee.Function(function), List.of(array), columns).get(0);
    }
    return leaves.next();
  }

  private interface Part {
    Value in(GraphBuilder b);
  }

  private interface Turn {
    void in(GraphBuilder b, Value index);
  }

  private static Value element(GraphBuilder b, Port.Elements of, Value all, Value index) {
    if (!of.isList()) {
      return b.read("each", all, index);
    }
    Callee get = new Callee.Member(Callee.Member.Kind.METHOD, Port.Elements.LIST, "get", true);
    return b.call(get, List.of(new Value(type(of.element()), "each")), List.of(all, index)).get(0);
  }

  /** Makes a list of an array. */
  private static Value listed(GraphBuilder b, Port.Elements elements, Value array) {
    Callee callee =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "java.util.Arrays", "asList", true);
    return b.call(callee, List.of(new Value(type(elements), "list")), List.of(array)).get(0);
  }

  private static Value length(GraphBuilder b, Value array) {
    if (!array.type().isArray()) {
      Callee size = new Callee.Member(Callee.Member.Kind.METHOD, Port.Elements.LIST, "size", true);
      return b.call(size, List.of(new Value(Type.INT, "size")), List.of(array)).get(0);
    }
    return b.apply(Operations.LENGTH, array);
  }

  private static Value unlessNull(GraphBuilder b, Value array, Value like, Part part) {
    Value isNull = b.apply(Operations.EQ, array, b.constant(array.type(), null));
    GraphBuilder none = new GraphBuilder();
    Region nothing = none.yield(none.constant(like.type(), null));
    GraphBuilder some = new GraphBuilder();
    Region made = some.yield(part.in(some));
    return b.branch(isNull, nothing, made, List.of(like)).get(0);
  }

  private static void each(GraphBuilder b, Value array, Turn turn) {
    GraphBuilder round = new GraphBuilder();
    Value index = round.parameter(Type.INT, "i");
    turn.in(round, index);
    b.loop(b.constant(0), length(b, array), 1, List.of(), round.yield());
  }
}
