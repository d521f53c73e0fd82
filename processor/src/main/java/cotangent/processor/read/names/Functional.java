package cotangent.processor.read.names;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * An interface with one abstract method, and what that takes and returns.
 *
 * <p><b>Source.</b> The Java Language Specification, sections 9.8 and 9.9.
 *
 * @param type without wildcards
 */
public record Functional(
    DeclaredType type, ExecutableElement method, List<TypeMirror> parameters, TypeMirror result) {
  public Functional {
    parameters = List.copyOf(parameters);
  }

  /** Finds the method of a type that a lambda expression can have. */
  public static Optional<Functional> of(TypeMirror target, Elements elements, Types types) {
    if (!(target instanceof DeclaredType declared)
        || !declared.asElement().getKind().isInterface()) {
      return Optional.empty();
    }
    TypeElement element = (TypeElement) declared.asElement();
    List<ExecutableElement> methods = abstractMethods(element, elements);
    if (methods.isEmpty()
        || !methods.stream()
            .allMatch(
                each ->
                    each.getSimpleName().equals(methods.get(0).getSimpleName())
                        && each.getParameters().size() == methods.get(0).getParameters().size())) {
      return Optional.empty();
    }
    DeclaredType type = plain(declared, elements, types);
    ExecutableElement method = asDeclared(methods.get(0), elements);
    DeclaredType declaring = new Supertypes(types).declaring(type, Owner.of(method));
    ExecutableType seen = (ExecutableType) types.asMemberOf(declaring, method);
    return Optional.of(
        new Functional(type, method, List.copyOf(seen.getParameterTypes()), seen.getReturnType()));
  }

  private static List<ExecutableElement> abstractMethods(TypeElement type, Elements elements) {
    List<? extends Element> ofObject =
        elements.getTypeElement("java.lang.Object").getEnclosedElements();
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(
            method ->
                ElementFilter.methodsIn(ofObject).stream()
                    .noneMatch(
                        each ->
                            each.getModifiers().contains(Modifier.PUBLIC)
                                && each.getSimpleName().equals(method.getSimpleName())
                                && each.getParameters().size() == method.getParameters().size()))
        .toList();
  }

  /** Eclipse's compiler shows inherited methods as they are seen from below. */
  private static ExecutableElement asDeclared(ExecutableElement method, Elements elements) {
    TypeElement owner = elements.getTypeElement(Owner.of(method).getQualifiedName());
    return owner == null || owner.getEnclosedElements().contains(method)
        ? method
        : ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
            .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
            .filter(each -> each.getParameters().size() == method.getParameters().size())
            .findFirst()
            .orElse(method);
  }

  private static DeclaredType plain(DeclaredType type, Elements elements, Types types) {
    TypeMirror[] arguments =
        type.getTypeArguments().stream()
            .map(argument -> bound(argument, elements))
            .toArray(TypeMirror[]::new);
    return arguments.length == 0
        ? type
        : types.getDeclaredType((TypeElement) type.asElement(), arguments);
  }

  private static TypeMirror bound(TypeMirror argument, Elements elements) {
    if (!(argument instanceof WildcardType wildcard)) {
      return argument;
    } else if (wildcard.getSuperBound() != null) {
      return wildcard.getSuperBound();
    }
    return wildcard.getExtendsBound() != null
        ? wildcard.getExtendsBound()
        : elements.getTypeElement("java.lang.Object").asType();
  }
}
