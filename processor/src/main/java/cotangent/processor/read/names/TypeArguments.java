package cotangent.processor.read.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the type variables of a method, and of its class, stand for in one call. Java has forgotten
 * it when the method runs, but a list that it makes of a {@code T} is held by what a {@code T} is.
 */
public final class TypeArguments {
  static final TypeArguments NONE = new TypeArguments(Map.of());

  private final Map<Element, TypeMirror> known;

  private TypeArguments(Map<Element, TypeMirror> known) {
    this.known = known;
  }

  /** Returns those with which an object of a class, or of one that is derived from it, was made. */
  static TypeArguments ofObject(Types types, TypeMirror object, TypeElement seenAs) {
    Map<Element, TypeMirror> known = new LinkedHashMap<>();
    if (object instanceof DeclaredType declared && isGeneric(seenAs)) {
      add(new Supertypes(types).declaring(declared, seenAs), known);
    }
    return known.isEmpty() ? NONE : new TypeArguments(known);
  }

  /** Whether a class, or one around it, has type parameters. */
  private static boolean isGeneric(TypeElement type) {
    for (TypeElement each = type; each != null; each = Owner.around(each)) {
      if (!each.getTypeParameters().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static void add(DeclaredType type, Map<Element, TypeMirror> known) {
    List<? extends TypeParameterElement> own = ((TypeElement) type.asElement()).getTypeParameters();
    List<? extends TypeMirror> given = type.getTypeArguments();
    for (int i = 0; i < own.size() && own.size() == given.size(); i++) {
      TypeMirror bound =
          given.get(i) instanceof WildcardType wildcard ? wildcard.getExtendsBound() : given.get(i);
      if (bound != null && !bound.equals(own.get(i).asType())) {
        known.put(own.get(i), bound);
      }
    }
    if (type.getEnclosingType() instanceof DeclaredType outer) {
      add(outer, known);
    }
  }

  /**
   * Returns these and those of a generic method that is called.
   *
   * @param running what runs then, which may override it
   * @param caller those of the method that calls
   */
  TypeArguments with(
      Types types, ResolvedMethod method, ExecutableElement running, TypeArguments caller) {
    List<? extends TypeParameterElement> own = method.element().getTypeParameters();
    if (own.isEmpty() || own.size() != running.getTypeParameters().size()) {
      return this;
    }
    Inference inference =
        new Inference(types, own.stream().map(each -> (TypeVariable) each.asType()).toList());
    for (int i = 0; i < method.parameters().size(); i++) {
      inference.learn(method.element().getParameters().get(i).asType(), method.parameters().get(i));
    }
    inference.learn(method.element().getReturnType(), method.result());
    Map<Element, TypeMirror> all = new LinkedHashMap<>(known);
    for (int i = 0; i < own.size(); i++) {
      TypeMirror variable = own.get(i).asType();
      if (!inference.isUnknown(variable)) {
        all.put(running.getTypeParameters().get(i), caller.in(inference.put(variable), types));
      }
    }
    return new TypeArguments(all);
  }

  /** Puts what is known in the place of type variables. */
  TypeMirror in(TypeMirror type, Types types) {
    if (known.isEmpty()) {
      return type;
    } else if (type instanceof TypeVariable variable) {
      return known.getOrDefault(variable.asElement(), type);
    } else if (type instanceof ArrayType array) {
      return types.getArrayType(in(array.getComponentType(), types));
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return types.getWildcardType(in(wildcard.getExtendsBound(), types), null);
    } else if (type instanceof WildcardType wildcard && wildcard.getSuperBound() != null) {
      return types.getWildcardType(null, in(wildcard.getSuperBound(), types));
    }
    return type instanceof DeclaredType declared && Spelling.isGeneric(declared)
        ? in(declared, types)
        : type;
  }

  private TypeMirror in(DeclaredType type, Types types) {
    TypeElement element = (TypeElement) type.asElement();
    TypeMirror[] arguments =
        type.getTypeArguments().stream().map(each -> in(each, types)).toArray(TypeMirror[]::new);
    return type.getEnclosingType() instanceof DeclaredType outer
        ? types.getDeclaredType((DeclaredType) in(outer, types), element, arguments)
        : types.getDeclaredType(element, arguments);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return known.isEmpty();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    known.forEach(
        (key, type) -> text.append(key).append('=').append(Spelling.of(type)).append(','));
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypeArguments arguments
        && (known.isEmpty() ? arguments.known.isEmpty() : text().equals(arguments.text()));
  }

  @Override
  public int hashCode() {
    return known.keySet().hashCode();
  }
}
