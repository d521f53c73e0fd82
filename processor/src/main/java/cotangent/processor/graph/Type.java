package cotangent.processor.graph;

/** What a value is, as far as the compiler's stages need to tell: a Java type without generics. */
public sealed interface Type {

  /** Java's primitive types. */
  enum Scalar implements Type {
    BOOLEAN,
    BYTE,
    SHORT,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** An array; a {@code double[][]} is an array of arrays, ragged and shared rows included. */
  record Array(Type element) implements Type {
    @Override
    public String toString() {
      return element + "[]";
    }
  }

  /** Any other Java type, by the text that names it in source. Its values are constants to us. */
  record Reference(String name) implements Type {
    @Override
    public String toString() {
      return name;
    }
  }

  Type DOUBLE = Scalar.DOUBLE;
  Type FLOAT = Scalar.FLOAT;
  Type LONG = Scalar.LONG;
  Type INT = Scalar.INT;
  Type BOOLEAN = Scalar.BOOLEAN;
  Type STRING = new Reference("java.lang.String");

  /** The growable stack on which recursive calls keep what their backward half needs. */
  Type TAPE = new Reference("cotangent.Tape");

  static Type array(Type element) {
    return new Array(element);
  }

  default boolean isScalar() {
    return this instanceof Scalar;
  }

  default boolean isArray() {
    return this instanceof Array;
  }

  /** Tells whether this is {@code double} or {@code float}. */
  default boolean isReal() {
    return this == DOUBLE || this == FLOAT;
  }

  /** Tells whether this is {@code byte}, {@code short}, {@code char}, {@code int} or long. */
  default boolean isIntegral() {
    return isScalar() && !isReal() && this != BOOLEAN;
  }

  /** Tells whether a derivative can be carried: a real number, or an array of them of any rank. */
  default boolean isDifferentiable() {
    return leaf().isReal();
  }

  /** Gives the element type of an array. */
  default Type element() {
    if (this instanceof Array array) {
      return array.element;
    }
    throw new IllegalStateException(this + " is no array");
  }

  /** Gives the innermost element type of an array, and any other type itself. */
  default Type leaf() {
    return this instanceof Array array ? array.element.leaf() : this;
  }

  /** Gives the number of dimensions: 0 for all but arrays. */
  default int rank() {
    return this instanceof Array array ? 1 + array.element.rank() : 0;
  }
}
