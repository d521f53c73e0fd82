package cotangent.processor.read.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The type arguments of one generic call, from the types of its arguments. Simpler than Java's own
 * inference: where that would have to weigh several answers, this one gives up.
 */
final class Inference {
  private final Types types;
  private final Map<Element, TypeVariable> variables = new HashMap<>();
  private final Map<Element, TypeMirror> found = new HashMap<>();
  private final Set<Element> uncertain = new HashSet<>();

  Inference(Types types, List<? extends TypeVariable> variables) {
    this.types = types;
    variables.forEach(variable -> this.variables.put(variable.asElement(), variable));
  }

  /** Learns from an argument given for a parameter. */
  void learn(TypeMirror parameter, TypeMirror argument) {
    if (variables.isEmpty() || argument instanceof OpenFunction) {
      return;
    }
    if (argument instanceof OpenCall call) {
      learn(parameter, call.alone());
    } else if (parameter instanceof TypeVariable variable && isOurs(variable)) {
      bind(variable.asElement(), argument);
    } else if (parameter instanceof ArrayType array && argument instanceof ArrayType actual) {
      TypeMirror component = actual.getComponentType();
      if (!component.getKind().isPrimitive()) {
        learn(array.getComponentType(), component);
      }
    } else if (parameter instanceof WildcardType wildcard) {
      learnFromBound(wildcard, argument);
    } else if (parameter instanceof DeclaredType declared) {
      learnFromArguments(declared, argument);
    }
  }

  /** Learns from a function that is given for an interface. */
  void learn(Functional wanted, OpenFunction given) {
    List<TypeMirror> parameters = given.parameters(wanted.parameters().size());
    for (int i = 0; i < parameters.size(); i++) {
      learn(wanted.parameters().get(i), parameters.get(i));
    }
    TypeMirror result = given.result();
    if (result != null) {
      learn(wanted.result(), result);
    }
  }

  /** Learns from the place where a new object of the generic class goes. */
  void learnFromTarget(DeclaredType generic, DeclaredType target) {
    DeclaredType seen = superclass(generic, (TypeElement) target.asElement());
    if (seen != null && seen.getTypeArguments().size() == target.getTypeArguments().size()) {
      for (int i = 0; i < seen.getTypeArguments().size(); i++) {
        TypeMirror argument = target.getTypeArguments().get(i);
        TypeMirror bound =
            argument instanceof WildcardType wildcard
                ? wildcard.getExtendsBound() != null
                    ? wildcard.getExtendsBound()
                    : wildcard.getSuperBound()
                : argument;
        if (bound != null) {
          learn(seen.getTypeArguments().get(i), bound);
        }
      }
    }
  }

  /** Begins to find the same variables. */
  Inference another() {
    return new Inference(types, List.copyOf(variables.values()));
  }

  /** Takes from other findings what isn't known here. */
  void complete(Inference other) {
    other.uncertain.stream().filter(each -> !found.containsKey(each)).forEach(uncertain::add);
    other.found.forEach(found::putIfAbsent);
  }

  /** Whether there is a type for each variable. */
  boolean isComplete() {
    return found.keySet().containsAll(variables.keySet());
  }

  private boolean isOurs(TypeVariable variable) {
    return variables.containsKey(variable.asElement());
  }

  private void learnFromBound(WildcardType wildcard, TypeMirror argument) {
    if (argument instanceof WildcardType other) {
      boolean isBelow = wildcard.getExtendsBound() != null && other.getExtendsBound() != null;
      if (isBelow) {
        learn(wildcard.getExtendsBound(), other.getExtendsBound());
      }
      return;
    }
    TypeMirror bound =
        wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
    if (bound != null) {
      learn(bound, argument);
    }
  }

  private void learnFromArguments(DeclaredType parameter, TypeMirror argument) {
    DeclaredType actual =
        argument.getKind().isPrimitive()
            ? null
            : superclass(argument, (TypeElement) parameter.asElement());
    if (actual == null || actual.getTypeArguments().size() != parameter.getTypeArguments().size()) {
      return;
    }
    for (int i = 0; i < actual.getTypeArguments().size(); i++) {
      learn(parameter.getTypeArguments().get(i), actual.getTypeArguments().get(i));
    }
  }

  /** Finds the type, among a type and its supertypes, that is of the class given. */
  private @Nullable DeclaredType superclass(TypeMirror type, TypeElement wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return declared;
    }
    if (type.getKind() == TypeKind.NULL) {
      return null;
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      DeclaredType there = superclass(parent, wanted);
      if (there != null) {
        return there;
      }
    }
    return null;
  }

  private void bind(Element variable, TypeMirror argument) {
    if (argument.getKind() == TypeKind.NULL) {
      return;
    }
    TypeMirror type =
        argument instanceof PrimitiveType primitive
            ? types.boxedClass(primitive).asType()
            : argument;
    TypeMirror before = found.get(variable);
    if (type instanceof WildcardType wildcard) {
      bindToUnknown(variable, wildcard);
    } else if (before == null || isBelow(before, type)) {
      found.put(variable, type);
    } else if (!isBelow(type, before)) {
      bindToBoth(variable, before, type);
    }
  }

  /** Whether one type is of another; of what one leaves open, the other one tells. */
  private boolean isBelow(TypeMirror one, TypeMirror other) {
    return types.isSubtype(one, other) || Spelling.isRaw(one) && types.isAssignable(one, other);
  }

  /** Binds a variable to what two types share, if that is one type. */
  private void bindToBoth(Element variable, TypeMirror one, TypeMirror other) {
    List<TypeMirror> common = new Supertypes(types).common(List.of(one, other));
    if (common.size() == 1) {
      found.put(variable, common.get(0));
    } else {
      uncertain.add(variable);
    }
  }

  /** Binds a variable to the type, of which only a bound is known, that a wildcard stands for. */
  private void bindToUnknown(Element variable, WildcardType wildcard) {
    boolean isFirst = !found.containsKey(variable);
    if (isFirst && wildcard.getExtendsBound() != null) {
      found.put(variable, wildcard);
    } else {
      uncertain.add(variable);
    }
  }

  private static TypeMirror upper(TypeMirror type) {
    return type instanceof WildcardType wildcard ? wildcard.getExtendsBound() : type;
  }

  /** Whether all types found are what the variables' declarations allow. */
  boolean keepsBounds() {
    return found.entrySet().stream()
        .allMatch(
            entry ->
                types.isSubtype(types.erasure(upper(entry.getValue())), bound(entry.getKey())));
  }

  private TypeMirror bound(Element variable) {
    return types.erasure(Objects.requireNonNull(variables.get(variable)).getUpperBound());
  }

  /** Whether a type is a variable of the call for which no certain type was found. */
  boolean isUnknown(TypeMirror type) {
    return type instanceof TypeVariable variable
        && isOurs(variable)
        && (uncertain.contains(variable.asElement()) || !found.containsKey(variable.asElement()));
  }

  /** Whether a type mentions a variable of the call for which no certain type was found. */
  boolean isOpen(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isOpen(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      TypeMirror bound =
          wildcard.getExtendsBound() != null
              ? wildcard.getExtendsBound()
              : wildcard.getSuperBound();
      return bound != null && isOpen(bound);
    }
    return isUnknown(type)
        || type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(this::isOpen);
  }

  /** Puts the types found in place of the variables, and bounds in place of unknown ones. */
  TypeMirror put(TypeMirror type) {
    if (variables.isEmpty()) {
      return type;
    } else if (type instanceof TypeVariable variable && isOurs(variable)) {
      return isUnknown(type)
          ? bound(variable.asElement())
          : upper(Objects.requireNonNull(found.get(variable.asElement())));
    } else if (type instanceof ArrayType array) {
      return types.getArrayType(put(array.getComponentType()));
    } else if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return putIntoArguments(declared);
    }
    return type;
  }

  private TypeMirror putIntoArguments(DeclaredType type) {
    TypeMirror[] arguments =
        type.getTypeArguments().stream().map(this::putArgument).toArray(TypeMirror[]::new);
    TypeElement element = (TypeElement) type.asElement();
    return type.getEnclosingType() instanceof DeclaredType outer
        ? types.getDeclaredType(outer, element, arguments)
        : types.getDeclaredType(element, arguments);
  }

  private TypeMirror putArgument(TypeMirror argument) {
    if (isUnknown(argument)) {
      return types.getWildcardType(null, null);
    }
    if (argument instanceof TypeVariable variable
        && isOurs(variable)
        && found.get(variable.asElement()) instanceof WildcardType wildcard) {
      return wildcard;
    } else if (argument instanceof WildcardType wildcard) {
      TypeMirror extended = wildcard.getExtendsBound();
      TypeMirror superBound = wildcard.getSuperBound();
      if (superBound != null && isUnknown(superBound)) {
        return wildcard; // what a function takes is seen once it is called
      }
      return types.getWildcardType(
          extended == null ? null : putIntoBound(extended),
          superBound == null ? null : putIntoBound(superBound));
    }
    return put(argument);
  }

  /** Returns what stands in a bound; null where that would be a wildcard itself. */
  private @Nullable TypeMirror putIntoBound(TypeMirror bound) {
    TypeMirror put = put(bound);
    return put instanceof WildcardType ? null : put;
  }
}
