package cotangent.processor.read.request;

import cotangent.processor.graph.Type;
import cotangent.processor.op.Operations;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.names.Superclasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds which methods can't have rules, and why. */
final class Suitability {
  private Suitability() {}

  /** Why a method can have no rule, and what to do. */
  record Reason(String text, String instead) {}

  /** Returns the reason why a method can't have a rule; empty where it can. */
  static Optional<Reason> of(RuledMethod original) {
    ExecutableElement method = original.method();
    if (isBuiltIn(original)) {
      return reason("its derivative is built in", "write a rule for a method of your own");
    } else if (method.getReturnType().getKind() == TypeKind.VOID) {
      return reason("it returns nothing", "let it return what it computes, in a new array");
    } else if (Kind.of(method.getReturnType()) == Kind.CONSTANT) {
      return reason(
          "its result of type " + method.getReturnType() + " is not differentiable",
          "let it return double, float, an array of them or a record that holds such");
    } else if (!method.getTypeParameters().isEmpty()
        || !method.getModifiers().contains(Modifier.STATIC)
            && !original.owner().getTypeParameters().isEmpty()) {
      return reason("it has type parameters", "write it for the types that are needed");
    } else if (original.parameters().stream()
        .allMatch(parameter -> Kind.of(parameter.asType()) == Kind.CONSTANT)) {
      return reason("none of its parameters is differentiable", "call it as it is");
    } else if (original.constructor() != null && !takesNumbers(original.constructor())) {
      return reason("its constructor takes other than numbers", "write it with the object first");
    } else if (original.constructor() != null && !isValue(original.owner(), new HashSet<>())) {
      return reason("its objects can be changed", "write it with the object first");
    }
    return Optional.empty();
  }

  /** Whether objects of a class stay what they were made of. */
  private static boolean isValue(TypeElement type, Set<TypeElement> seen) {
    return !seen.add(type)
        || Superclasses.chain(type).stream()
            .flatMap(each -> ElementFilter.fieldsIn(each.getEnclosedElements()).stream())
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .allMatch(
                field ->
                    field.getModifiers().contains(Modifier.FINAL) && isValue(field.asType(), seen));
  }

  private static boolean isValue(TypeMirror type, Set<TypeElement> seen) {
    return type.getKind().isPrimitive()
        || type.toString().equals("java.lang.String")
        || type instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.CLASS
            && isValue((TypeElement) declared.asElement(), seen);
  }

  /** Whether what a constructor was given can't be changed by anyone. */
  private static boolean takesNumbers(ExecutableElement constructor) {
    return constructor.getParameters().stream().allMatch(p -> p.asType().getKind().isPrimitive());
  }

  private static Optional<Reason> reason(String text, String instead) {
    return Optional.of(new Reason(text, instead));
  }

  private static boolean isBuiltIn(RuledMethod original) {
    ExecutableElement method = original.method();
    String owner = original.owner().getQualifiedName().toString();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      boolean isAccessor =
          original.owner().getKind() == ElementKind.RECORD && method.getParameters().isEmpty();
      return isAccessor || owner.startsWith("cotangent.tensor.");
    }
    boolean ofNumbers =
        method.getParameters().stream().allMatch(p -> p.asType().getKind().isPrimitive());
    List<Type> parameters = new ArrayList<>();
    if (ofNumbers) {
      method
          .getParameters()
          .forEach(p -> parameters.add(Type.Scalar.valueOf(p.asType().getKind().name())));
    }
    return owner.equals("cotangent.Cotangent")
        || ofNumbers
            && Operations.method(owner, method.getSimpleName().toString(), parameters).isPresent();
  }
}
