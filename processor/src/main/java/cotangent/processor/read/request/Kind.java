package cotangent.processor.read.request;

import cotangent.processor.read.names.Component;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** How a Java type takes part in differentiation. */
enum Kind {
  SCALAR,
  ARRAY,
  RECORD,
  /** An array or list of records. */
  RECORDS,
  CONSTANT;

  /**
   * A type where it stands.
   *
   * @param arguments what type variables stand for there
   * @param around the records that it is in
   */
  private record Placed(TypeMirror type, Map<Element, Placed> arguments, Set<Element> around) {

    Placed as(TypeMirror other) {
      Placed known =
          other instanceof TypeVariable variable ? arguments.get(variable.asElement()) : null;
      return known == null ? new Placed(other, arguments, around) : known;
    }

    /** Returns the components of a record; none of one that is in itself. */
    Stream<Placed> components() {
      DeclaredType record = (DeclaredType) type;
      TypeElement element = (TypeElement) record.asElement();
      if (around.contains(element)) {
        return Stream.of();
      }
      Map<Element, Placed> own = new HashMap<>();
      for (int i = 0; i < record.getTypeArguments().size(); i++) {
        own.put(element.getTypeParameters().get(i), as(record.getTypeArguments().get(i)));
      }
      Set<Element> inside = new HashSet<>(around);
      inside.add(element);
      Placed here = new Placed(type, own, inside);
      return element.getRecordComponents().stream().map(each -> here.as(each.asType()));
    }
  }

  /** Returns the kind of a parameter, result or component. */
  static Kind of(TypeMirror type) {
    return of(new Placed(type, Map.of(), Set.of()));
  }

  /** Whether derivatives by values of a type can be added into one that is given. */
  static boolean isAddedTo(TypeMirror type) {
    TypeMirror inner = type instanceof ArrayType array ? array.getComponentType() : type;
    return of(type) == ARRAY || Component.isTensor(inner);
  }

  /** Whether a type is an array of records, or a record with such in it. */
  static boolean holdsArraysOfRecords(TypeMirror type) {
    return holdArraysOfRecords(new Placed(type, Map.of(), Set.of()));
  }

  private static boolean holdArraysOfRecords(Placed type) {
    Kind kind = of(type);
    return kind == RECORDS
        || kind == RECORD && type.components().anyMatch(Kind::holdArraysOfRecords);
  }

  private static Kind of(Placed placed) {
    TypeMirror type = placed.type;
    TypeMirror listed = Component.listed(type);
    if (listed != null) {
      return of(placed.as(listed)) == CONSTANT ? CONSTANT : RECORDS;
    } else if (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT) {
      return SCALAR;
    } else if (type instanceof ArrayType array) {
      Placed element = placed.as(array.getComponentType());
      return Component.isTensor(element.type) ? RECORDS : ofArray(of(element));
    } else if (Component.isTensor(type)) {
      return ARRAY;
    }
    boolean isRecord =
        type instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.RECORD;
    return isRecord && placed.components().anyMatch(each -> of(each) != CONSTANT)
        ? RECORD
        : CONSTANT;
  }

  private static Kind ofArray(Kind element) {
    return switch (element) {
      case SCALAR, ARRAY -> ARRAY;
      case RECORD, RECORDS -> RECORDS;
      case CONSTANT -> CONSTANT;
    };
  }
}
