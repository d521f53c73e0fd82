package cotangent.processor.read.sizes;

import cotangent.Dimensions;
import cotangent.processor.read.names.DeclaredFields;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What the names in a shape can stand for: in the call of a method its parameters and the fields of
 * its object, in a class its fields.
 */
final class Surroundings {
  private final Set<String> bound = new HashSet<>();
  private final Map<String, TypeMirror> scalars = new HashMap<>();

  private Surroundings() {}

  /** Returns them for what is annotated: a parameter, a method (for its result), or a field. */
  static Surroundings of(Element element) {
    Surroundings all = new Surroundings();
    Element declares =
        element.getKind() == ElementKind.METHOD ? element : element.getEnclosingElement();
    if (declares instanceof ExecutableElement method) {
      method.getParameters().forEach(all::add);
      if (!method.getModifiers().contains(Modifier.STATIC)) {
        fields(Owner.of(method)).forEach(all::add);
      }
    } else if (declares instanceof TypeElement type) {
      fields(type).forEach(all::add);
    }
    return all;
  }

  /** Returns the fields of objects of a class, those of superclasses first. */
  static List<VariableElement> fields(TypeElement type) {
    List<VariableElement> fields = new ArrayList<>();
    if (type.getSuperclass() instanceof DeclaredType superclass
        && superclass.getKind() == TypeKind.DECLARED) {
      fields.addAll(fields((TypeElement) superclass.asElement()));
    }
    fields.addAll(DeclaredFields.inObjects(type));
    return fields;
  }

  private void add(VariableElement variable) {
    String name = variable.getSimpleName().toString();
    if (rank(variable.asType()) == 0) {
      scalars.putIfAbsent(name, variable.asType());
    } else {
      dimensions(variable)
          .ifPresent(
              dimensions -> {
                for (int i = 0; i < dimensions.rank(); i++) {
                  if (dimensions.isName(i)) {
                    bound.add(dimensions.text(i));
                  }
                }
              });
    }
  }

  /** Returns the shape that is on something, where it can be read and fits the type. */
  static Optional<Dimensions> dimensions(VariableElement variable) {
    return SizeAnnotation.of(SizeAnnotation.SHAPE, variable)
        .flatMap(SizeAnnotation::shape)
        .flatMap(Surroundings::read)
        .filter(dimensions -> dimensions.rank() == rank(variable.asType()));
  }

  static Optional<Dimensions> read(String shape) {
    try {
      return Optional.of(Dimensions.of(shape));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** Returns the number of dimensions of values of a type; 0 where it has none. */
  static int rank(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return 1 + rank(array.getComponentType());
    }
    return switch (Spelling.of(type)) {
      case "cotangent.tensor.Vector" -> 1;
      case "cotangent.tensor.Matrix" -> 2;
      default -> 0;
    };
  }

  /** Whether a name has a number that can be known before the call begins. */
  boolean binds(String name) {
    return bound.contains(name) || isNumber(name);
  }

  /** Whether a name is that of an {@code int}. */
  boolean isNumber(String name) {
    TypeMirror type = scalars.get(name);
    return type != null && type.getKind() == TypeKind.INT;
  }

  /** Returns the type of what has a name and is no size. */
  Optional<TypeMirror> other(String name) {
    return Optional.ofNullable(scalars.get(name)).filter(type -> type.getKind() != TypeKind.INT);
  }
}
