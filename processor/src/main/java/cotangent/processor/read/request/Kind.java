package cotangent.processor.read.request;

import cotangent.processor.read.names.Component;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** How a Java type takes part in differentiation. */
enum Kind {
  SCALAR,
  ARRAY,
  RECORD,
  /** An array or list of records. */
  RECORDS,
  CONSTANT;

  /** Returns the kind of a parameter, result or component. */
  static Kind of(TypeMirror type) {
    return of(type, new HashSet<>());
  }

  /** Whether derivatives by values of a type can be added into one that is given. */
  static boolean isAddedTo(TypeMirror type) {
    TypeMirror inner = type instanceof ArrayType array ? array.getComponentType() : type;
    return of(type) == ARRAY || Component.isTensor(inner);
  }

  /** Whether a type is an array of records, or a record with such in it. */
  static boolean holdsArraysOfRecords(TypeMirror type) {
    Kind kind = of(type);
    return kind == RECORDS
        || kind == RECORD
            && ((TypeElement) ((DeclaredType) type).asElement())
                .getRecordComponents().stream()
                    .anyMatch(component -> holdsArraysOfRecords(component.asType()));
  }

  private static Kind of(TypeMirror type, Set<Element> around) {
    TypeMirror listed = Component.listed(type);
    if (listed != null) {
      return of(listed, around) == CONSTANT ? CONSTANT : RECORDS;
    } else if (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT) {
      return SCALAR;
    } else if (type instanceof ArrayType array) {
      Kind element = of(array.getComponentType(), around);
      if (Component.isTensor(array.getComponentType())) {
        return RECORDS;
      }
      return switch (element) {
        case SCALAR, ARRAY -> ARRAY;
        case RECORD, RECORDS -> RECORDS;
        case CONSTANT -> CONSTANT;
      };
    } else if (Component.isTensor(type)) {
      return ARRAY;
    } else if (type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD) {
      if (!around.add(declared.asElement())) {
        return CONSTANT;
      }
      boolean holdsReals =
          ((TypeElement) declared.asElement())
              .getRecordComponents().stream()
                  .anyMatch(component -> of(component.asType(), around) != CONSTANT);
      around.remove(declared.asElement());
      return holdsReals ? RECORD : CONSTANT;
    }
    return CONSTANT;
  }
}
