package cotangent.processor.graph;

import org.jspecify.annotations.Nullable;

/**
 * Questions about a type. It is apart from {@link Type}, since an interface with such methods is
 * initialized before what implements it, and {@link Type.Scalar} would be asked for the constants
 * of {@code Type} before it has them.
 */
public sealed interface TypeQueries permits Type {

  default boolean isScalar() {
    return this instanceof Type.Scalar;
  }

  default boolean isArray() {
    return this instanceof Type.Array;
  }

  /** Whether this is {@code double} or {@code float}. */
  default boolean isReal() {
    return this == Type.DOUBLE || this == Type.FLOAT;
  }

  /** Whether this is {@code byte}, {@code short}, {@code char}, {@code int} or {@code long}. */
  default boolean isIntegral() {
    return isScalar() && !isReal() && this != Type.BOOLEAN;
  }

  /** Whether it can carry a derivative: a real number, or an array of them of any rank. */
  default boolean isDifferentiable() {
    return leaf().isReal();
  }

  /** Returns the element type of an array. */
  default Type element() {
    if (this instanceof Type.Array array) {
      return array.element();
    }
    throw new IllegalStateException(this + " is no array");
  }

  /** Returns the innermost element type of an array, and any other type itself. */
  default Type leaf() {
    return this instanceof Type.Array array ? array.element().leaf() : (Type) this;
  }

  /** Returns the value of a field that isn't assigned in Java: zero, false or null. */
  default @Nullable Object unassigned() {
    if (!(this instanceof Type.Scalar scalar)) {
      return null;
    }
    return switch (scalar) {
      case BOOLEAN -> false;
      case BYTE -> (byte) 0;
      case SHORT -> (short) 0;
      case CHAR -> '\0';
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0.0;
    };
  }

  /** Returns the number of dimensions: 0 for all but arrays. */
  default int rank() {
    return this instanceof Type.Array array ? 1 + array.element().rank() : 0;
  }
}
