package cotangent.processor.read.request;

import cotangent.processor.read.names.Component;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Finds tensors, and records with numbers, that are held constant because of what holds them, such
 * as the vectors of a map: whoever asks for all derivatives may miss them.
 */
final class Unseen {
  private final Map<String, TypeMirror> found = new LinkedHashMap<>();
  private final Set<Element> inside = new HashSet<>();

  private Unseen() {}

  /** Returns the types of what holds them, by how a parameter, or what is in it, is written. */
  static Map<String, TypeMirror> in(VariableElement parameter) {
    Unseen unseen = new Unseen();
    unseen.look(parameter.getSimpleName().toString(), parameter.asType());
    return unseen.found;
  }

  private void look(String path, TypeMirror type) {
    TypeMirror inner = innermost(type);
    if (inner.getKind() != TypeKind.DECLARED || Component.isTensor(inner)) {
      return;
    }
    Element element = ((DeclaredType) inner).asElement();
    if (Kind.of(inner) == Kind.CONSTANT) {
      boolean holds = isContainer(element) && holdsSome((DeclaredType) inner);
      if (holds || permitsTensors(element)) {
        found.put(path, type);
      }
    } else if (element.getKind() == ElementKind.RECORD && inside.add(element)) {
      ((TypeElement) element)
          .getRecordComponents()
          .forEach(each -> look(path + "." + each.getSimpleName(), each.asType()));
    }
  }

  /** Returns what is in arrays, and in lists that are differentiated. */
  private static TypeMirror innermost(TypeMirror type) {
    TypeMirror listed = Component.listed(type);
    if (listed != null) {
      return innermost(listed);
    }
    return type instanceof ArrayType array ? innermost(array.getComponentType()) : type;
  }

  /** Whether a class holds what its arguments say; a function doesn't. */
  private static boolean isContainer(Element type) {
    if (type.getKind() == ElementKind.RECORD) {
      return true;
    }
    String name = ((TypeElement) type).getQualifiedName().toString();
    return name.equals("java.lang.Iterable") || name.matches("java\\.util\\.(?!Comparator)[A-Z].*");
  }

  /** Whether a type is one of several records, of which some hold tensors. */
  private static boolean permitsTensors(Element type) {
    return ((TypeElement) type)
        .getPermittedSubclasses().stream()
            .map(each -> (TypeElement) ((DeclaredType) each).asElement())
            .flatMap(each -> each.getRecordComponents().stream())
            .anyMatch(component -> Component.isTensor(component.asType()));
  }

  private static boolean holdsSome(DeclaredType container) {
    return container.getTypeArguments().stream().anyMatch(Unseen::isSome);
  }

  private static boolean isSome(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null && isSome(wildcard.getExtendsBound());
    }
    TypeMirror inner = innermost(argument);
    return inner instanceof DeclaredType declared
        && (Kind.of(inner) != Kind.CONSTANT
            || permitsTensors(declared.asElement())
            || isContainer(declared.asElement()) && holdsSome(declared));
  }
}
