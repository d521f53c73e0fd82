package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.CamelCase;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the functions that take arrays or lists of records apart, and put them together: one for
 * each kind of elements and each leaf.
 */
final class ElementFunctions {
  /** The arrays that a workspace lends, and what it calls them. */
  private static final Map<Type, String> KINDS =
      Map.of(
          Type.array(Type.DOUBLE), "exact",
          Type.array(Type.INT), "intZeros",
          Type.array(Type.array(Type.DOUBLE)), "references");

  /** Where the memory of an array comes from. */
  private record Lender(Value workspace, Value slot) {}

  private final Map<String, Graph> functions = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @param method whose names of functions are taken
   */
  ElementFunctions(Method method) {
    names.add(method.name());
    names.add(method.graph().name());
    method.graph().functions().forEach(function -> names.add(function.name()));
  }

  /** Returns the functions that were asked for. */
  Collection<Graph> all() {
    return functions.values();
  }

  /**
   * Returns the function that makes one array of what all records hold at a place.
   *
   * @param isLent whether it takes a workspace and a slot before the records, for its memory
   */
  Callee reading(Port.Elements elements, int leaf, boolean isLent) {
    String wanted = "each " + elements.element().leaves().toList().get(leaf).name() + leaf;
    return function(wanted, elements, isLent, name -> reading(name, elements, leaf, isLent));
  }

  /** Returns the function that makes an array of records. */
  Callee packing(Port.Elements elements) {
    return function("pack", elements, false, name -> packing(name, elements));
  }

  /** Returns the function that puts records into an array, if there is one, in the end. */
  Callee storing(Port.Elements elements) {
    return new Callee.Function(
        function("store", elements, false, name -> storing(name, elements)).name(), true);
  }

  private interface Writing {
    Graph graph(String name);
  }

  private Callee.Function function(
      String what, Port.Elements elements, boolean isLent, Writing writing) {
    String key = what + " " + isLent + " " + elements.type();
    Graph known = functions.get(key);
    if (known == null) {
      known = writing.graph(freeName(what, elements));
      functions.put(key, known);
    }
    return new Callee.Function(known.name());
  }

  /** Returns a name such as {@code bodyX}, {@code packBodies}. */
  private String freeName(String what, Port.Elements elements) {
    String type = elements.type().replaceAll("<.*>|\\[|\\]", "");
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String wanted =
        what.startsWith("each ")
            ? simple.substring(0, 1).toLowerCase(Locale.ROOT)
                + simple.substring(1)
                + CamelCase.capital(what.replaceAll("each |\\d+$", ""))
            : what + simple;
    String free = wanted;
    for (int i = 2; !names.add(free); i++) {
      free = wanted + i;
    }
    return free;
  }

  private Graph reading(String name, Port.Elements elements, int leaf, boolean isLent) {
    GraphBuilder b = new GraphBuilder();
    Lender lender =
        isLent
            ? new Lender(b.parameter(Lending.WORKSPACE, "workspace"), b.parameter(Type.INT, "slot"))
            : null;
    Value array = b.parameter(PortTypes.of(elements), "all");
    Port.Leaf column = elements.leaves().toList().get(leaf);
    Value result =
        unlessNull(
            b,
            array,
            new Value(column.type(), "column"),
            inner -> {
              Value made = column(column.type(), length(inner, array), lender, inner);
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

  private static Value column(Type type, Value length, @Nullable Lender lender, GraphBuilder b) {
    String kind = KINDS.get(type);
    if (lender == null || kind == null) {
      return b.newArray("column", type, length);
    }
    Callee lends = new Callee.Member(Callee.Member.Kind.METHOD, "cotangent.Workspace", kind, true);
    List<Value> operands = List.of(lender.workspace, lender.slot, length);
    return b.call(lends, List.of(new Value(type, "column")), operands).get(0);
  }

  /** Reads a leaf of an object. */
  private Value inside(GraphBuilder b, Value object, Port port, int leaf) {
    if (port instanceof Port.Composite record && record.isRecordOrNull()) {
      Value read = new Value(record.leaves().toList().get(leaf).type(), "");
      b.add(insideOrNull(b, object, record, leaf, read));
      return read;
    } else if (port instanceof Port.Composite record) {
      int first = 0;
      for (Port component : record.components()) {
        int count = (int) component.leaves().count();
        if (leaf < first + count) {
          Value value = new Value(PortTypes.of(component), "");
          Callee accessor =
              new Callee.Member(
                  Callee.Member.Kind.COMPONENT, owner(record), component.name(), true);
          if (record.isTensor()) {
            return unlessNull(
                b,
                object,
                new Value(value.type(), "part"),
                there -> there.call(accessor, List.of(value), List.of(object)).get(0));
          }
          b.call(accessor, List.of(value), List.of(object));
          return inside(b, value, component, leaf - first);
        }
        first += count;
      }
    } else if (port instanceof Port.Elements inner) {
      Value column = new Value(inner.leaves().toList().get(leaf).type(), "");
      return b.call(reading(inner, leaf, false), List.of(column), List.of(object)).get(0);
    }
    return object;
  }

  /**
   * Returns the step that reads a leaf of a record that may be null: zero, or null, where it is.
   * The first leaf tells which.
   */
  Step insideOrNull(GraphBuilder b, Value object, Port.Composite record, int leaf, Value result) {
    Port there = new Port.Composite(record.name(), record.type(), record.own());
    return choice(
        b,
        object,
        result,
        inner ->
            leaf == 0
                ? result.type() == Type.BOOLEAN
                    ? inner.constant(Type.BOOLEAN, true)
                    : inner.constant(1)
                : inside(inner, object, there, leaf - 1));
  }

  /** Makes a record, or null where the first leaf says so. */
  Value madeOrNull(GraphBuilder b, Port.Composite record, Iterator<Value> leaves) {
    Value told = leaves.next();
    boolean isNumber = told.type() == Type.INT;
    Value isThere = isNumber ? b.apply(Operations.NE, told, b.constant(0)) : told;
    Value value = new Value(PortTypes.of(record), record.name());
    Port there = new Port.Composite(record.name(), record.type(), record.own());
    GraphBuilder none = new GraphBuilder();
    GraphBuilder some = new GraphBuilder();
    Region made = some.yield(made(some, there, leaves));
    Region nothing = none.yield(none.constant(value.type(), null));
    return b.branch(isThere, made, nothing, List.of(value)).get(0);
  }

  static String owner(Port.Composite record) {
    return record.type().replaceAll("<.*>", "");
  }

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
            new Value(PortTypes.of(elements), "all"),
            inner -> {
              Type array = Type.array(PortTypes.of(elements.element()));
              Value made = inner.newArray("all", array, length(inner, columns.get(0)));
              each(
                  inner,
                  columns.get(0),
                  (each, i) -> each.write(made, i, made(each, elements, columns, i)));
              return elements.isList() ? listed(inner, elements, made) : made;
            });
    return new Graph(name, b.yield(result), List.of());
  }

  private Graph storing(String name, Port.Elements elements) {
    GraphBuilder b = new GraphBuilder();
    Value array = b.parameter(PortTypes.of(elements), "all");
    List<Value> columns = new ArrayList<>();
    elements
        .element()
        .leaves()
        .forEach(leaf -> columns.add(b.parameter(Type.array(leaf.type()), leaf.name())));
    GraphBuilder there = new GraphBuilder();
    each(there, array, (each, i) -> each.write(array, i, made(each, elements, columns, i)));
    Value isThere = b.apply(Operations.NE, array, b.constant(array.type(), null));
    b.branch(isThere, there.yield(), new GraphBuilder().yield(), List.of());
    return new Graph(name, b.yield(), List.of());
  }

  private Value made(GraphBuilder b, Port.Elements elements, List<Value> columns, Value i) {
    List<Value> leaves = columns.stream().map(column -> b.read("", column, i)).toList();
    return made(b, elements.element(), leaves.iterator());
  }

  private Value made(GraphBuilder b, Port port, Iterator<Value> leaves) {
    if (port instanceof Port.Composite record && record.isRecordOrNull()) {
      return madeOrNull(b, record, leaves);
    } else if (port instanceof Port.Composite record) {
      List<Value> components =
          record.components().stream().map(component -> made(b, component, leaves)).toList();
      Value value = new Value(PortTypes.of(record), "");
      if (record.isTensor()) {
        return tensor(b, owner(record), components, value);
      }
      Callee constructor = new Callee.Member(Callee.Member.Kind.NEW, owner(record), "", true);
      return b.call(constructor, List.of(value), components).get(0);
    } else if (port instanceof Port.Elements inner) {
      List<Value> columns = inner.leaves().map(leaf -> leaves.next()).toList();
      Value array = new Value(PortTypes.of(inner), "");
      return b.call(packing(inner), List.of(array), columns).get(0);
    }
    return leaves.next();
  }

  /** Makes a tensor of its sizes and its array; null where there is none. */
  static Value tensor(GraphBuilder b, String owner, List<Value> parts, Value value) {
    Callee wrap = new Callee.Member(Callee.Member.Kind.STATIC_METHOD, owner, "wrap", true);
    Value array = parts.get(parts.size() - 1);
    Value like = new Value(value.type(), "tensor");
    return unlessNull(b, array, like, there -> there.call(wrap, List.of(value), parts).get(0));
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
    return b.call(get, List.of(new Value(PortTypes.of(of.element()), "each")), List.of(all, index))
        .get(0);
  }

  /** Makes a list of an array. */
  private static Value listed(GraphBuilder b, Port.Elements elements, Value array) {
    Callee callee =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "java.util.Arrays", "asList", true);
    return b.call(callee, List.of(new Value(PortTypes.of(elements), "list")), List.of(array))
        .get(0);
  }

  private static Value length(GraphBuilder b, Value array) {
    if (!array.type().isArray()) {
      Callee size = new Callee.Member(Callee.Member.Kind.METHOD, Port.Elements.LIST, "size", true);
      return b.call(size, List.of(new Value(Type.INT, "size")), List.of(array)).get(0);
    }
    return b.apply(Operations.LENGTH, array);
  }

  /** Returns what is made unless an array, or an object, is null: then it is null, or 0. */
  private static Value unlessNull(GraphBuilder b, Value array, Value like, Part part) {
    Value result = new Value(like.type(), like.name());
    b.add(choice(b, array, result, part));
    return result;
  }

  private static Step choice(GraphBuilder b, Value array, Value result, Part part) {
    Value isNull = b.apply(Operations.EQ, array, b.constant(array.type(), null));
    GraphBuilder none = new GraphBuilder();
    Region nothing = none.yield(none.constant(result.type(), result.type().unassigned()));
    GraphBuilder some = new GraphBuilder();
    Region made = some.yield(part.in(some));
    return new Step.Branch(List.of(result), isNull, nothing, made, Position.NONE);
  }

  /** Returns the step that reads a part of a tensor; null, or 0, where there is none. */
  static Step part(GraphBuilder b, Port.Composite tensor, String name, Value whole, Value part) {
    Callee accessor = new Callee.Member(Callee.Member.Kind.COMPONENT, owner(tensor), name, true);
    return choice(
        b,
        whole,
        part,
        there -> {
          Value read = new Value(part.type(), "");
          return there.call(accessor, List.of(read), List.of(whole)).get(0);
        });
  }

  private static void each(GraphBuilder b, Value array, Turn turn) {
    GraphBuilder round = new GraphBuilder();
    Value index = round.parameter(Type.INT, "i");
    turn.in(round, index);
    b.loop(b.constant(0), length(b, array), 1, List.of(), round.yield());
  }
}
