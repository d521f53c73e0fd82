package cotangent.processor.graph;

import cotangent.Tape;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Java's arrays of any type, and tapes, as the steps of a running graph use them. */
final class Stores {
  private Stores() {}

  static void fill(Object array, int from, int to, @Nullable Object value) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    } else if (from < 0 || to > Array.getLength(array)) {
      throw new ArrayIndexOutOfBoundsException(from < 0 ? from : to);
    }
    for (int i = from; i < to; i++) {
      Array.set(array, i, value);
    }
  }

  static Object copyOf(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  static @Nullable Object zerosLike(@Nullable Object shape) {
    if (shape == null) {
      return null;
    }
    int length = Array.getLength(shape);
    Class<?> element = shape.getClass().getComponentType();
    Object zeros = Array.newInstance(element, length);
    for (int i = 0; element.isArray() && i < length; i++) {
      Array.set(zeros, i, zerosLike(Array.get(shape, i)));
    }
    return zeros;
  }

  static void push(Tape tape, @Nullable Object value) {
    if (value instanceof Double number) {
      tape.push((double) number);
    } else if (value instanceof Float number) {
      tape.push((float) number);
    } else if (value instanceof Long number) {
      tape.push((long) number);
    } else if (value instanceof Boolean truth) {
      tape.push((boolean) truth);
    } else if (value instanceof Character character) {
      tape.push((int) character);
    } else if (value instanceof Number number) {
      tape.push(number.intValue());
    } else {
      tape.push(value);
    }
  }

  static @Nullable Object pop(Tape tape, Type type) {
    if (!(type instanceof Type.Scalar scalar)) {
      return tape.popReference();
    }
    return switch (scalar) {
      case DOUBLE -> tape.popDouble();
      case FLOAT -> tape.popFloat();
      case LONG -> tape.popLong();
      case BOOLEAN -> tape.popBoolean();
      case INT -> tape.popInt();
      case CHAR -> (char) tape.popInt();
      case SHORT -> (short) tape.popInt();
      case BYTE -> (byte) tape.popInt();
    };
  }
}
