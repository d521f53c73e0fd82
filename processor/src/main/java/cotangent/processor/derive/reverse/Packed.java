package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands values from the forward half of a function to its backward half: one by one where they are
 * few, else in an array for each type, since Java limits the number of parameters.
 *
 * @param given what the forward half returns
 * @param taken what the backward half takes
 * @param unpacking the steps that find the values in the arrays
 */
record Packed(List<Value> given, List<Value> taken, List<Step> unpacking) {

  /** The most values of a type that are handed over one by one. */
  private static final int FEW = 8;

  /**
   * Decides how values are handed over.
   *
   * @param values what the forward half has, and what stands for it in the backward half
   * @param forward the end of the forward half
   */
  static Packed of(Map<Value, Value> values, GraphBuilder forward) {
    Map<Type, Map<Value, Value>> byType = new LinkedHashMap<>();
    values.forEach(
        (value, parameter) ->
            byType
                .computeIfAbsent(value.type(), type -> new LinkedHashMap<>())
                .put(value, parameter));
    Packed packed = new Packed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    byType.forEach(
        (type, some) -> {
          if (some.size() > FEW && type.isScalar()) {
            packed.inArray(type, some, forward);
          } else {
            packed.given.addAll(some.keySet());
            packed.taken.addAll(some.values());
          }
        });
    return packed;
  }

  private void inArray(Type type, Map<Value, Value> values, GraphBuilder forward) {
    Value array = new Value(Type.array(type), "kept");
    Value parameter = new Value(array.type(), "kept");
    Value length = forward.constant(values.size());
    forward.add(new Step.NewArray(array, List.of(length), false, Position.NONE));
    GraphBuilder reads = new GraphBuilder();
    int place = 0;
    for (Map.Entry<Value, Value> entry : values.entrySet()) {
      forward.write(array, forward.constant(place), entry.getKey());
      reads.add(new Step.Read(entry.getValue(), parameter, reads.constant(place), Position.NONE));
      place++;
    }
    given.add(array);
    taken.add(parameter);
    unpacking.addAll(reads.steps());
  }

  /** Puts what finds the values before the steps that use them. */
  List<Step> before(List<Step> steps) {
    List<Step> all = new ArrayList<>(unpacking);
    all.addAll(steps);
    return all;
  }
}
