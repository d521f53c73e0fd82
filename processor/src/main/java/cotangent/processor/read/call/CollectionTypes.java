package cotangent.processor.read.call;

import cotangent.processor.read.names.Supertypes;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The types of collections that static methods make, such as {@code List.of}. */
final class CollectionTypes {
  private final Types types;

  CollectionTypes(Types types) {
    this.types = types;
  }

  /**
   * Returns the type that functions have which a call is handed that makes a collection of them:
   * they have none of their own. Null where it is unknown.
   */
  static @Nullable TypeMirror ofFunctions(
      TypeElement owner, String name, @Nullable TypeMirror target) {
    int held =
        switch (owner.getQualifiedName() + "." + name) {
          case "java.util.List.of", "java.util.Arrays.asList" -> 0;
          case "java.util.Map.of" -> 1;
          default -> -1;
        };
    return held >= 0
            && target instanceof DeclaredType collection
            && collection.getTypeArguments().size() == held + 1
        ? collection.getTypeArguments().get(held)
        : null;
  }

  /**
   * Returns the type of a list of some elements, as far as it isn't known from their types alone.
   */
  TypeMirror known(TypeMirror type, List<TypeMirror> elements) {
    boolean isOpen =
        type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(WildcardType.class::isInstance);
    List<TypeMirror> common = isOpen ? new Supertypes(types).common(elements) : List.of();
    return common.size() == 1
        ? types.getDeclaredType((TypeElement) ((DeclaredType) type).asElement(), common.get(0))
        : type;
  }
}
