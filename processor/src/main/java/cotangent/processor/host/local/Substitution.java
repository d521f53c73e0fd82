package cotangent.processor.host.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Types in place of type variables: those of a generic class, where its arguments are known. */
final class Substitution {
  private final MixedTypes types;
  private final Map<Element, TypeMirror> known = new HashMap<>();

  Substitution(MixedTypes types) {
    this.types = types;
  }

  /**
   * Puts the arguments of a type, and of the types around it, in place of the variables of its
   * class.
   */
  Substitution of(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    for (int i = 0; i < arguments.size(); i++) {
      known.put(element.getTypeParameters().get(i), arguments.get(i));
    }
    return type.getEnclosingType() instanceof DeclaredType outer ? of(outer) : this;
  }

  /** Puts one method's variables in place of another one's. */
  Substitution of(List<? extends TypeVariable> variables, List<? extends TypeVariable> others) {
    for (int i = 0; i < variables.size(); i++) {
      known.put(variables.get(i).asElement(), others.get(i));
    }
    return this;
  }

  /** Whether a class has type variables of which nothing is said. */
  static boolean isRaw(DeclaredType type) {
    List<? extends TypeParameterElement> parameters =
        ((TypeElement) type.asElement()).getTypeParameters();
    return !parameters.isEmpty() && type.getTypeArguments().isEmpty();
  }

  TypeMirror in(TypeMirror type) {
    if (known.isEmpty()) {
      return type;
    } else if (type instanceof TypeVariable variable) {
      return known.getOrDefault(variable.asElement(), type);
    } else if (type instanceof ArrayType array) {
      return types.getArrayType(in(array.getComponentType()));
    } else if (type instanceof WildcardType wildcard) {
      return types.getWildcardType(
          orNull(wildcard.getExtendsBound()), orNull(wildcard.getSuperBound()));
    } else if (type instanceof ExecutableType method) {
      return in(method);
    } else if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      TypeElement element = (TypeElement) declared.asElement();
      TypeMirror[] arguments = in(declared.getTypeArguments()).toArray(new TypeMirror[0]);
      return declared.getEnclosingType() instanceof DeclaredType outer
          ? types.getDeclaredType((DeclaredType) in(outer), element, arguments)
          : types.getDeclaredType(element, arguments);
    }
    return type;
  }

  private @Nullable TypeMirror orNull(@Nullable TypeMirror bound) {
    return bound == null ? null : in(bound);
  }

  List<TypeMirror> in(List<? extends TypeMirror> all) {
    List<TypeMirror> put = new ArrayList<>();
    all.forEach(each -> put.add(in(each)));
    return put;
  }

  private ExecutableType in(ExecutableType method) {
    return new LocalType.Executable(
        List.copyOf(method.getTypeVariables()),
        in(method.getParameterTypes()),
        in(method.getReturnType()),
        in(method.getThrownTypes()),
        method.getReceiverType());
  }
}
