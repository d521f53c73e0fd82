package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.CertainUse;
import cotangent.processor.derive.analyse.NullArrays;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the tensors that may be null where they come in or go out. Most of those that come in are
 * used whichever way the method takes: it would end in the exception that it ends in at once.
 */
public final class LackingTensors {
  private final Method method;
  private final Places places;
  private final Set<Value> used;
  private final Set<Value> nullable = new HashSet<>();
  private final MatrixLooks looks;

  private LackingTensors(Method method) {
    this.method = method;
    this.places = Places.throughout(method.graph());
    this.used = CertainUse.in(method.graph().body(), places);
    this.looks = new MatrixLooks(places);
  }

  /** Returns a method whose inputs and outputs say whether they may be null. */
  public static Method in(Method method) {
    return hasTensor(method.inputs()) || hasTensor(method.outputs())
        ? new LackingTensors(method).marked()
        : method;
  }

  private static boolean hasTensor(List<Port> ports) {
    return ports.stream()
        .anyMatch(
            port ->
                port.isTensor()
                    || port instanceof Port.Composite record && hasTensor(record.components()));
  }

  private Method marked() {
    List<Port> inputs = marked(method.inputs(), method.graph().parameters(), this::mayComeAsNull);
    NullArrays arrays = new NullArrays(method.graph(), places, used, nullable);
    List<Port> outputs =
        marked(
            method.outputs(),
            method.graph().results(),
            tensor -> arrays.mayHold(Tensors.array(tensor)));
    return new Method(
        method.name(),
        method.mode(),
        looks.in(method.graph()),
        inputs,
        outputs,
        method.record(),
        method.summary());
  }

  private static List<Port> marked(
      List<Port> ports, List<Value> values, Predicate<List<Value>> mayBeNull) {
    Iterator<Value> leaves = values.iterator();
    return ports.stream().map(port -> marked(port, leaves, mayBeNull)).toList();
  }

  private static Port marked(Port port, Iterator<Value> values, Predicate<List<Value>> mayBeNull) {
    if (port instanceof Port.Composite record && !port.isTensor()) {
      List<Port> components =
          record.components().stream().map(each -> marked(each, values, mayBeNull)).toList();
      return new Port.Composite(record.name(), record.type(), components, record.mayBeNull());
    }
    List<Value> leaves = port.leaves().map(leaf -> values.next()).toList();
    return port instanceof Port.Composite tensor && mayBeNull.test(leaves)
        ? new Port.Composite(tensor.name(), tensor.type(), tensor.components(), true)
        : port;
  }

  private boolean mayComeAsNull(List<Value> tensor) {
    Value array = Tensors.array(tensor);
    boolean isMatrix = tensor.size() > 1;
    if (tensor.stream().anyMatch(used::contains)
        || isMatrix && !isAsked(array) && !looks.add(tensor)) {
      return false;
    }
    nullable.add(array);
    return true;
  }

  /** Whether the method compares it with null, and so looks wherever it uses matrices. */
  private boolean isAsked(Value array) {
    return places.users(array).stream()
        .anyMatch(
            step ->
                step instanceof Step.Apply apply
                    && CertainUse.tested(apply.result(), places) == array);
  }
}
