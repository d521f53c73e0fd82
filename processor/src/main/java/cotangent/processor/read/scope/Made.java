package cotangent.processor.read.scope;

import java.util.Map;
import java.util.Objects;

/** One object with an identity of its own: each field is a variable. */
public record Made(ObjectClass of, Map<Object, Variable> fields) {
  public Made {
    fields = Map.copyOf(fields);
  }

  /** Returns the variable that a field is which the object certainly has. */
  public Variable field(Object key) {
    return Objects.requireNonNull(fields.get(key));
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
