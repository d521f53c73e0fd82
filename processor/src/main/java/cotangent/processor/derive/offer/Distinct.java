package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes derivative methods refuse to be given one array twice where the method writes to it:
 * everything else here takes different parameters for different memory. An empty array can't be
 * written to, and may be passed twice.
 */
final class Distinct {
  private static final String EXCEPTION = "java.lang.IllegalArgumentException";

  private final String method;
  private final List<Value> written;
  private final Map<Value, String> names = new LinkedHashMap<>();
  private final Map<Value, Callee> fields = new HashMap<>();

  /**
   * @param written the arrays from outside that the method writes to
   */
  Distinct(String method, List<Value> written) {
    this.method = method;
    this.written = written;
  }

  /** Returns the steps of a derivative method, after those that check its arguments. */
  List<Step> guarded(List<Port> inputs, List<Value> parameters, List<Step> steps) {
    if (written.isEmpty()) {
      return steps;
    }
    Iterator<Value> rest = parameters.iterator();
    inputs.forEach(input -> name(input, input.name(), rest));
    int start = nameFields(steps);
    GraphBuilder b = new GraphBuilder();
    steps.subList(0, start).forEach(b::add);
    Set<Value> done = new HashSet<>();
    for (Value array : written) {
      done.add(array);
      names.keySet().stream()
          .filter(other -> !done.contains(other) && other.type().equals(array.type()))
          .filter(other -> !isSameField(array, other))
          .forEach(other -> refuse(b, array, other));
    }
    steps.subList(start, steps.size()).forEach(b::add);
    return b.steps();
  }

  private void name(Port port, String name, Iterator<Value> leaves) {
    if (port instanceof Port.Composite record) {
      record
          .components()
          .forEach(component -> name(component, name + "." + component.name(), leaves));
    } else if (port instanceof Port.Elements elements) {
      elements.leaves().forEach(leaf -> leaves.next()); // they are made anew
    } else {
      names.put(leaves.next(), name);
    }
  }

  /** Finds the arrays that come from fields; returns the index of the first step after them. */
  private int nameFields(List<Step> steps) {
    int start = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (isFieldOfArray(steps.get(i))) {
        Value array = steps.get(i).results().get(0);
        names.put(array, array.name());
        fields.put(array, ((Step.Call) steps.get(i)).callee());
        start = i + 1;
      }
    }
    return start;
  }

  /** A field that is read twice yields the same array twice, which is known. */
  private boolean isSameField(Value one, Value other) {
    return fields.containsKey(one) && fields.get(one).equals(fields.get(other));
  }

  static boolean isFieldOfArray(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && (member.kind() == Callee.Member.Kind.FIELD
            || member.kind() == Callee.Member.Kind.STATIC_FIELD)
        && call.results().get(0).type().isArray();
  }

  private void refuse(GraphBuilder b, Value array, Value other) {
    Value isOne = b.apply(Operations.EQ, array, other);
    Value same = both(b, isOne, inner -> both(inner, isThere(inner, array), c -> isLong(c, array)));
    GraphBuilder then = new GraphBuilder();
    String text =
        names.get(array)
            + " and "
            + names.get(other)
            + " are the same array, to which "
            + method
            + " writes";
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
