package cotangent.processor.read.scope;

import java.util.Map;

/** One object with an identity of its own: each field is a variable. */
public record Made(ObjectClass of, Map<Object, Variable> fields) {
  public Made {
    fields = Map.copyOf(fields);
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
