package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes derivative methods refuse to be given one array in two places where the method writes to
 * it: everything else here takes different parameters, and different elements of them, for
 * different memory. An empty array can't be written to, and may be in two places.
 */
final class Distinct {
  private static final String EXCEPTION = "java.lang.IllegalArgumentException";
  private static final String ANY = "[]";

  private final Outline outline;
  private final Set<Place> places = new LinkedHashSet<>();
  private final Map<Value, Field> fields = new HashMap<>();
  private final Map<Value, String> names = new HashMap<>();

  /** A field, of the object that its read is given. */
  private record Field(Callee callee, List<Value> object) {
    static Field of(Step.Call read) {
      return new Field(read.callee(), read.operands());
    }
  }

  /**
   * Where arrays are: so deep inside one that is given, or read from a field.
   *
   * @param name what messages call them
   */
  private record Place(Value array, int depth, String name) {
    Type type() {
      Type type = array.type();
      for (int i = 0; i < depth; i++) {
        type = ((Type.Array) type).element();
      }
      return type;
    }

    ArrayChecks.Named named() {
      return new ArrayChecks.Named(name, array);
    }
  }

  Distinct(Outline outline) {
    this.outline = outline;
  }

  /**
   * Returns the steps of a derivative method, after those that check its arguments. Arguments are
   * compared before anything is written, and what a field holds as soon as it is read: later, the
   * method itself may have put one array into another.
   */
  List<Step> guarded(List<Port> inputs, List<Value> parameters, List<Step> steps) {
    if (outline.written().isEmpty()) {
      return steps;
    }
    Iterator<Value> rest = parameters.iterator();
    inputs.forEach(input -> name(input, input.name(), 0, rest));
    GraphBuilder b = new GraphBuilder();
    refuse(b, Set.copyOf(places));
    for (Step step : steps) {
      b.add(step);
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Member member) {
        call.results().forEach(result -> names.put(result, member.name()));
      }
      if (Outline.isArrayFromOutside(step)) {
        refuse(b, field((Step.Call) step));
      }
    }
    return b.steps();
  }

  /** Names the arrays that come from a field; returns those that aren't compared yet. */
  private Set<Place> field(Step.Call read) {
    Value array = read.results().get(0);
    List<Value> written = outline.written();
    boolean isKnown =
        fields.entrySet().stream()
            .filter(earlier -> earlier.getValue().equals(Field.of(read)))
            .anyMatch(earlier -> written.contains(earlier.getKey()) || !written.contains(array));
    Set<Place> before = Set.copyOf(places);
    name(array, name(read), 0);
    fields.put(array, Field.of(read));
    return isKnown
        ? Set.of()
        : places.stream().filter(place -> !before.contains(place)).collect(Collectors.toSet());
  }

  /** Returns what messages call an array that is read: the numbers of a tensor, as the tensor. */
  private String name(Step.Call read) {
    String name = read.results().get(0).name();
    boolean isOfTensor =
        read.callee() instanceof Callee.Member member
            && member.owner().startsWith("cotangent.tensor.");
    return isOfTensor ? names.getOrDefault(read.operands().get(0), name) : name;
  }

  /**
   * Refuses arrays that are the same.
   *
   * @param fresh those that aren't compared yet
   */
  private void refuse(GraphBuilder b, Set<Place> fresh) {
    List<Place> others = new ArrayList<>(places);
    for (Place place : written()) {
      if (fresh.contains(place)
          && place.depth > 0
          && place.type().isDifferentiable()) { // others have no derivatives
        ArrayChecks.refuse(b, method(), List.of(place.named()));
      }
      others.remove(place);
      others.stream()
          .filter(other -> fresh.contains(place) || fresh.contains(other))
          .filter(other -> other.type().equals(place.type()))
          .filter(other -> !isSameField(place.array, other.array))
          .forEach(other -> refuse(b, place, other));
    }
  }

  private String method() {
    return outline.method().name();
  }

  /** Returns the places of what is written, whole arrays before what is inside. */
  private List<Place> written() {
    List<Place> written = new ArrayList<>();
    for (Value array : outline.written()) {
      places.stream()
          .filter(place -> place.array.equals(array))
          .filter(place -> place.depth == 0 || outline.isWritten(array, place.depth))
          .forEach(written::add);
    }
    return written;
  }

  /**
   * @param made how many arrays are around, which are made anew of elements
   */
  private void name(Port port, String name, int made, Iterator<Value> leaves) {
    if (port instanceof Port.Composite record) {
      if (record.isRecordOrNull()) {
        leaves.next();
      }
      for (Port component : record.own()) {
        String inner = record.isTensor() ? name : name + "." + component.name();
        name(component, inner, made, leaves);
      }
    } else if (port instanceof Port.Elements elements) {
      name(elements.element(), name + ANY, made + 1, leaves);
    } else {
      name(leaves.next(), name, made);
    }
  }

  private void name(Value array, String name, int made) {
    for (int depth = made; depth < array.type().rank(); depth++) {
      places.add(new Place(array, depth, name + ANY.repeat(depth - made)));
    }
  }

  /** A field that is read twice yields the same array twice, which is known. */
  private boolean isSameField(Value one, Value other) {
    return fields.containsKey(one) && fields.get(one).equals(fields.get(other));
  }

  private void refuse(GraphBuilder b, Place one, Place other) {
    if (one.depth == 0 && other.depth == 0) {
      refuseWhole(b, one, other);
    } else {
      ArrayChecks.refuse(b, method(), List.of(one.named(), other.named()));
    }
  }

  /** Two arrays are compared where everybody can see it, since that costs nothing. */
  private void refuseWhole(GraphBuilder b, Place one, Place other) {
    Value array = one.array;
    Value isOne = b.apply(Operations.EQ, array, other.array);
    Value same = both(b, isOne, inner -> both(inner, isThere(inner, array), c -> isLong(c, array)));
    GraphBuilder then = new GraphBuilder();
    String text =
        one.name
            + " and "
            + other.name
            + " are the same array, to which "
            + method()
            + " may write";
    Callee constructor = new Callee.Member(Callee.Member.Kind.NEW, EXCEPTION, "", true);
    Value thrown = new Value(new Type.Reference(EXCEPTION), "");
    then.call(constructor, List.of(thrown), List.of(then.constant(text)));
    then.throwing(thrown);
    b.branch(same, then.yield(), new GraphBuilder().yield(), List.of());
  }

  private static Value isThere(GraphBuilder b, Value array) {
    return b.apply(Operations.NE, array, b.constant(array.type(), null));
  }

  private static Value isLong(GraphBuilder b, Value array) {
    return b.apply(Operations.GT, b.apply(Operations.LENGTH, array), b.constant(0));
  }

  private interface Condition {
    Value in(GraphBuilder b);
  }

  /** {@code one && other}. */
  private static Value both(GraphBuilder b, Value one, Condition other) {
    GraphBuilder then = new GraphBuilder();
    Region isOther = then.yield(other.in(then));
    GraphBuilder otherwise = new GraphBuilder();
    Region isNot = otherwise.yield(otherwise.constant(false));
    return b.branch(one, isOther, isNot, List.of(new Value(Type.BOOLEAN, ""))).get(0);
  }
}
