package cotangent.processor.derive.reverse;

import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.Operations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cotangents gathered so far, by the value that they belong to. A region of the backward half
 * has its own on top of those around it. No cotangent means zero.
 */
public final class Cotangents {
  private final @Nullable Cotangents outer;
  private final Map<Value, Value> own = new LinkedHashMap<>();

  Cotangents(@Nullable Cotangents outer) {
    this.outer = outer;
  }

  /** Returns the cotangent gathered so far, or null. */
  @Nullable Value get(Value value) {
    Value found = own.get(value);
    return found != null || outer == null ? found : outer.get(value);
  }

  /** Returns the cotangent gathered so far, zero included. */
  Value get(Value value, Formula f) {
    Value found = get(value);
    return found != null ? found : f.literal(0, value.type());
  }

  void set(Value value, Value cotangent) {
    own.put(value, cotangent);
  }

  void add(Value value, Value contribution, Formula f) {
    Value sum = get(value);
    set(
        value,
        sum == null
            ? contribution
            : f.builder().apply(name(value), Operations.ADD, sum, contribution));
  }

  /** The values whose cotangents were changed in this region. */
  Set<Value> changed() {
    return own.keySet();
  }

  /** Returns the name of a derivative by something. */
  public static String name(Value value) {
    return value.name().isEmpty() ? "" : "d" + value.name();
  }
}
