package cotangent.processor.read.object;

import cotangent.processor.read.names.Component;
import cotangent.processor.read.scope.Variable;
import java.util.HashMap;
import java.util.Map;

/**
 * Fields of objects that are made in sight, as long as nothing is assigned to them: Java has null
 * there, which neither a record nor a tensor is. Where that is met, the method is read again: the
 * record is an object like others then, and the tensor one without an array.
 */
public final class UnsetFields {
  private final Representations found;
  private final Map<Variable, Object> keys = new HashMap<>();

  public UnsetFields(Representations found) {
    this.found = found;
  }

  /** Notes by what a field is known in its class. */
  public void declare(Variable field, Object key) {
    keys.put(field, key);
  }

  /**
   * Rejects a field that isn't assigned.
   *
   * @throws Escape if there is a way to hold its null
   */
  public void reject(Variable field) {
    Object key = keys.get(field);
    if (key != null && Component.isTensor(field.type())) {
      throw new Escape(all -> all.lackTensor(key));
    }
    Identities.rejectNull(found, field.type());
  }
}
