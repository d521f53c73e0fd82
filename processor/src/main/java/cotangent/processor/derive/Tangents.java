package cotangent.processor.derive;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tangents of values: for each direction a number beside every active number, and beside every
 * active array an array of the same shape, stored and handed on exactly as the array is.
 */
final class Tangents {
  private final Activity activity;
  private final int directions;
  private final Map<Value, List<Value>> tangents = new HashMap<>();

  Tangents(Activity activity, int directions) {
    this.activity = activity;
    this.directions = directions;
  }

  Activity activity() {
    return activity;
  }

  int directions() {
    return directions;
  }

  boolean has(Value value) {
    return activity.isActive(value);
  }

  /** Gives the tangents of a value, one for each direction. */
  List<Value> of(Value value) {
    return tangents.computeIfAbsent(value, this::fresh);
  }

  /** Gives the tangents of a value; zeros where it doesn't vary. */
  List<Value> orZeros(Value value, GraphBuilder b) {
    if (has(value)) {
      return of(value);
    }
    Value zero =
        value.type().isArray() ? b.zerosLike(name(value, 0), value) : zero(value.type(), b);
    return IntStream.range(0, directions).mapToObj(d -> zero).toList();
  }

  void put(Value value, List<Value> ofValue) {
    tangents.put(value, ofValue);
  }

  /** Makes new values for the tangents of a value. */
  List<Value> fresh(Value value) {
    return IntStream.range(0, directions)
        .mapToObj(d -> new Value(value.type(), name(value, d)))
        .toList();
  }

  /** Appends the tangents of those values whose counterpart in {@code flow} has some. */
  List<Value> with(List<Value> values, List<Value> flow, GraphBuilder b) {
    List<Value> all = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      if (has(flow.get(i))) {
        all.addAll(orZeros(values.get(i), b));
      }
    }
    return all;
  }

  /**
   * Appends the tangents of results, whose counterpart in {@code flow} decides whether they have
   * some; a result that isn't active itself gets tangents that nothing uses.
   */
  List<Value> results(List<Value> results, List<Value> flow) {
    List<Value> all = new ArrayList<>(results);
    for (int i = 0; i < results.size(); i++) {
      if (has(flow.get(i))) {
        all.addAll(has(results.get(i)) ? of(results.get(i)) : fresh(results.get(i)));
      }
    }
    return all;
  }

  /** Gives the name of a tangent. */
  String name(Value value, int direction) {
    if (value.name().isEmpty()) {
      return "";
    }
    return (directions == 1 ? "t" : "t" + (direction + 1)) + value.name();
  }

  static Value zero(Type type, GraphBuilder b) {
    return type == Type.FLOAT ? b.constant(0f) : b.constant(0.0);
  }
}
