package cotangent.processor.read.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What objects of several types have in common. */
public final class Supertypes {
  /** What says nothing of what an object is for. */
  private static final Set<String> COMMON =
      Set.of(
          "java.lang.Object",
          "java.lang.Record",
          "java.lang.Enum",
          "java.lang.Comparable",
          "java.lang.constant.Constable",
          "java.io.Serializable");

  private final Types types;

  public Supertypes(Types types) {
    this.types = types;
  }

  /**
   * Returns the narrowest types that all of some types are subtypes of; none where one of them
   * isn't that of an object.
   */
  public List<TypeMirror> common(List<TypeMirror> all) {
    if (all.isEmpty() || !all.stream().allMatch(DeclaredType.class::isInstance)) {
      return List.of();
    }
    Map<String, TypeMirror> above = new LinkedHashMap<>();
    collect(all.get(0), above);
    List<TypeMirror> shared = new ArrayList<>(above.values());
    shared.removeIf(each -> !all.stream().allMatch(one -> isBelow(one, each)));
    return shared.stream()
        .filter(each -> shared.stream().noneMatch(other -> other != each && isBelow(other, each)))
        .toList();
  }

  /**
   * Returns a type as the class or interface of which a member is declared: Eclipse's compiler
   * finds no member of an interface that a type inherits.
   */
  public DeclaredType declaring(DeclaredType type, TypeElement owner) {
    for (TypeMirror above : types.directSupertypes(type)) {
      if (above instanceof DeclaredType declared
          && !type.asElement().equals(owner)
          && types.isSubtype(types.erasure(above), types.erasure(owner.asType()))) {
        return declaring(declared, owner);
      }
    }
    return type;
  }

  private boolean isBelow(TypeMirror one, TypeMirror other) {
    return types.isSubtype(types.erasure(one), types.erasure(other));
  }

  private void collect(TypeMirror type, Map<String, TypeMirror> into) {
    String name = types.erasure(type).toString();
    if (!COMMON.contains(name) && into.putIfAbsent(name, type) == null) {
      types.directSupertypes(type).forEach(above -> collect(above, into));
    }
  }
}
