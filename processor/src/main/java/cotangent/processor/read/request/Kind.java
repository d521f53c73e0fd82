package cotangent.processor.read.request;

import cotangent.processor.read.names.Component;
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
  CONSTANT;

  static Kind of(TypeMirror type) {
    if (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT) {
      return SCALAR;
    } else if (type instanceof ArrayType array) {
      Kind element = of(array.getComponentType());
      return isOfNumbers(array) && element != CONSTANT ? ARRAY : CONSTANT;
    } else if (Component.isTensor(type)) {
      return ARRAY;
    } else if (type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD) {
      return ((TypeElement) declared.asElement())
              .getRecordComponents().stream()
                  .anyMatch(component -> of(component.asType()) != CONSTANT)
          ? RECORD
          : CONSTANT;
    }
    return CONSTANT;
  }

  private static boolean isOfNumbers(ArrayType array) {
    return array.getComponentType() instanceof ArrayType inner
        ? isOfNumbers(inner)
        : array.getComponentType().getKind().isPrimitive();
  }
}
