package cotangent.processor.read.names;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * The method or constructor that a call refers to.
 *
 * @param parameters the types of its parameters as a member of the receiver's type, inferred type
 *     arguments put in; the last one an array where the method is variadic
 * @param result what the call returns; for a constructor, the class
 * @param spread whether the last arguments are to be packed into an array
 */
public record ResolvedMethod(
    ExecutableElement element, List<TypeMirror> parameters, TypeMirror result, boolean spread) {
  public ResolvedMethod {
    parameters = List.copyOf(parameters);
  }

  /** Returns a method or constructor with the types that it is declared with. */
  public static ResolvedMethod declared(ExecutableElement element) {
    List<TypeMirror> parameters =
        element.getParameters().stream().<TypeMirror>map(VariableElement::asType).toList();
    return new ResolvedMethod(element, parameters, element.getReturnType(), false);
  }

  public boolean isStatic() {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  public TypeElement owner() {
    return Owner.of(element);
  }

  /** Returns the type that an argument is converted to before the call. */
  public TypeMirror parameter(int argument) {
    int last = parameters.size() - 1;
    return spread && argument >= last
        ? ((ArrayType) parameters.get(last)).getComponentType()
        : parameters.get(argument);
  }
}
