package cotangent.processor.graph;

import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Locale;

/** What a value is, as far as the compiler's stages need to tell: a Java type without generics. */
public sealed interface Type extends TypeQueries {

  /** Java's primitive types. */
  enum Scalar implements Type {
    BOOLEAN(Boolean.class),
    BYTE(Byte.class),
    SHORT(Short.class),
    CHAR(Character.class),
    INT(Integer.class),
    LONG(Long.class),
    FLOAT(Float.class),
    DOUBLE(Double.class);

    private final Class<?> box;
    private final String keyword;

    Scalar(Class<?> box) {
      this.box = box;
      this.keyword = name().toLowerCase(Locale.ROOT);
    }

    /** Returns the class that Java has for such values. */
    public Class<?> primitive() {
      return MethodType.methodType(box).unwrap().returnType();
    }

    /** Returns the class of the objects that hold such values. */
    public Class<?> box() {
      return box;
    }

    /** Whether objects of a type hold such values of one type. */
    public static boolean isBox(Type type) {
      return Arrays.stream(values()).anyMatch(each -> each.box.getName().equals(type.toString()));
    }

    /** Returns the type of a value that an object holds. */
    public static Scalar of(Object boxed) {
      for (Scalar each : values()) {
        if (each.box == boxed.getClass()) {
          return each;
        }
      }
      throw new IllegalArgumentException(boxed.getClass() + " is no box");
    }

    @Override
    public String toString() {
      return keyword;
    }
  }

  /** An array; a {@code double[][]} is an array of arrays, ragged and shared rows included. */
  record Array(Type element) implements Type {
    @Override
    public boolean equals(
        Object other) { // as a record has it, only sooner in a cold virtual machine
      return other instanceof Array array && element.equals(array.element);
    }

    @Override
    public int hashCode() {
      return 31 + element.hashCode();
    }

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
}
