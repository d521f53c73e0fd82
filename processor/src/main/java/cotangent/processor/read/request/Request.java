package cotangent.processor.read.request;

import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.Source;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * An annotated method that can be differentiated as far as its declaration tells.
 *
 * @param overload 1 for the first annotated method of this name in its class, 2 for the second
 * @param fields the fields of the receiver to differentiate with respect to, in their order
 * @param wrt the parameters to differentiate with respect to, in their order
 * @param derivatives what is asked for
 * @param position the annotation
 */
public record Request(
    Source source,
    int overload,
    List<ResolvedField> fields,
    List<VariableElement> wrt,
    Set<Mode> derivatives,
    Position position) {
  public Request {
    fields = List.copyOf(fields);
    wrt = List.copyOf(wrt);
    derivatives = Set.copyOf(derivatives);
  }

  public ExecutableElement method() {
    return source.element();
  }

  public boolean isStatic() {
    return method().getModifiers().contains(Modifier.STATIC);
  }

  /** Whether the last input of a generated method is still a variable number of arguments. */
  public boolean isVariadic(List<Port> inputs) {
    List<? extends VariableElement> parameters = method().getParameters();
    return method().isVarArgs()
        && parameters
            .get(parameters.size() - 1)
            .getSimpleName()
            .contentEquals(inputs.get(inputs.size() - 1).name());
  }
}
