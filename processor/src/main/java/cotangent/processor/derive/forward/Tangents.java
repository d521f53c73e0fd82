package cotangent.processor.derive.forward;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tangents of values in one direction: a number for every active number, and for every active
 * array one of the same shape, stored and handed on exactly as the array is.
 */
public final class Tangents {
  private final Activity activity;
  private final String prefix;
  private final Map<Value, Value> tangents = new HashMap<>();

  /**
   * @param prefix what the name of a tangent has before the name of its value
   */
  Tangents(Activity activity, String prefix) {
    this.activity = activity;
    this.prefix = prefix;
  }

  Activity activity() {
    return activity;
  }

  boolean has(Value value) {
    return activity.isActive(value);
  }

  Value of(Value value) {
    return tangents.computeIfAbsent(value, this::fresh);
  }

  /** Returns the tangent of a value; zero where it doesn't vary. */
  Value orZero(Value value, GraphBuilder b) {
    if (has(value)) {
      return of(value);
    }
    return value.type().isArray() ? b.zerosLike(name(value), value) : zero(value.type(), b);
  }

  void put(Value value, Value tangent) {
    tangents.put(value, tangent);
  }

  /** Makes a new value for the tangent of a value. */
  Value fresh(Value value) {
    return new Value(value.type(), name(value));
  }

  /** Returns the tangents of those values whose counterpart in {@code flow} has one. */
  List<Value> of(List<Value> values, List<Value> flow, GraphBuilder b) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (has(flow.get(i))) {
        all.add(orZero(values.get(i), b));
      }
    }
    return all;
  }

  /**
   * Returns the tangents of results, whose counterpart in {@code flow} decides whether they have
   * one; a result that isn't active itself gets a tangent that nothing uses.
   */
  List<Value> ofResults(List<Value> results, List<Value> flow) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (has(flow.get(i))) {
        all.add(has(results.get(i)) ? of(results.get(i)) : fresh(results.get(i)));
      }
    }
    return all;
  }

  String name(Value value) {
    return value.name().isEmpty() ? "" : prefix + value.name();
  }

  public static Value zero(Type type, GraphBuilder b) {
    return type == Type.FLOAT ? b.constant(0f) : b.constant(0.0);
  }
}
