package cotangent.processor.read.frame;

import com.sun.source.tree.Tree;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Fields of objects that are made in sight, as long as nothing is assigned to them: Java has null
 * there, which neither a record nor a tensor is. Where that is met, the method is read again: the
 * record is an object like others then, and the tensor one without an array.
 */
public final class UnsetFields {
  private final Representations found;
  private final Map<Variable, Object> keys = new HashMap<>();

  private UnsetFields(Reading reading) {
    found = reading.representations();
  }

  public static UnsetFields of(Reading reading) {
    return reading.part(UnsetFields.class, UnsetFields::new);
  }

  /** Makes a field, which holds zero or null until it is assigned. */
  public Variable declare(Frame frame, Tree at, Object key, TypeMirror type) {
    String hint =
        key instanceof VariableElement field ? field.getSimpleName().toString() : key.toString();
    Variable variable = frame.environment().field(hint, type);
    if (!frame.shapes().isTakenApart(type) || found.lacksTensor(key)) {
      frame.environment().set(variable, frame.zero(at, type));
    }
    keys.put(variable, key);
    return variable;
  }

  /**
   * Returns the refusal of a field that isn't assigned.
   *
   * @throws Escape if there is a way to hold its null
   */
  Refusal met(Frame frame, Tree at, Variable field) {
    Object key = keys.get(field);
    if (key != null && Component.isTensor(field.type())) {
      throw new Escape(all -> all.lackTensor(key));
    }
    Identities.rejectNull(found, field.type());
    return frame.refusal(at, Problem.NULL_RECORD, field.type());
  }
}
