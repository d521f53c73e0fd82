package cotangent.processor.read.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** The classes that a class extends, and the fields that its objects have of them. */
public final class Superclasses {
  private static final Set<String> ROOTS = Set.of("java.lang.Object", "java.lang.Record");

  private Superclasses() {}

  /** Returns the class that a class extends; nothing where that has no members to speak of. */
  public static Optional<TypeElement> superclass(TypeElement type) {
    return type.getSuperclass().getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) ((DeclaredType) type.getSuperclass()).asElement())
            .filter(parent -> !ROOTS.contains(parent.getQualifiedName().toString()))
        : Optional.empty();
  }

  /** Returns a class and those that it extends, itself last. */
  public static List<TypeElement> chain(TypeElement type) {
    List<TypeElement> chain = new ArrayList<>();
    for (Optional<TypeElement> each = Optional.of(type);
        each.isPresent();
        each = superclass(each.get())) {
      chain.add(0, each.get());
    }
    return chain;
  }

  /** Returns the fields of an object of a class, inherited ones first. */
  public static List<VariableElement> fields(TypeElement type) {
    return chain(type).stream().flatMap(each -> DeclaredFields.inObjects(each).stream()).toList();
  }
}
