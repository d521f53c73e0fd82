package cotangent.processor.read.names;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Text for elements and types that stays the same when javac makes their symbols anew. */
final class StableNames {
  private static final Map<TypeKind, String> KINDS = new EnumMap<>(TypeKind.class);

  static {
    for (TypeKind kind : TypeKind.values()) {
      KINDS.put(kind, kind.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The names of members are long, and asked for wherever the members are. */
  private final Map<Element, String> known = new HashMap<>();

  String of(Element element) {
    String name = known.get(element);
    if (name == null) {
      name = named(element);
      known.put(element, name);
    }
    return name;
  }

  private String named(Element element) {
    if (element instanceof QualifiedNameable named) {
      return named.getQualifiedName().toString();
    }
    String owner = of(Objects.requireNonNull(element.getEnclosingElement()));
    String name = owner + "." + element.getSimpleName();
    return element instanceof ExecutableElement method ? name + parameters(method) : name;
  }

  private String parameters(ExecutableElement method) {
    StringBuilder text = new StringBuilder("(");
    for (VariableElement parameter : method.getParameters()) {
      text.append(text.length() > 1 ? ", " : "").append(of(parameter.asType()));
    }
    return text.append(')').toString();
  }

  /** Names a type without its type arguments. */
  String of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    } else if (type instanceof TypeVariable variable) {
      return of(UpperBounds.above(variable));
    } else if (type instanceof IntersectionType intersection) {
      return of(intersection.getBounds().get(0));
    } else if (type instanceof DeclaredType declared) {
      return of(declared.asElement());
    }
    return Objects.requireNonNull(KINDS.get(type.getKind()));
  }
}
