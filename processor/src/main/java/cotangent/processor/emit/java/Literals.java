package cotangent.processor.emit.java;

import cotangent.processor.graph.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java's literals; what is printed is read back as exactly the same value. */
public final class Literals {
  private static final String MATH = TypeText.of("java.lang.Math");
  private static final String INTEGER = TypeText.of("java.lang.Integer");
  private static final String LONG = TypeText.of("java.lang.Long");
  private static final String FLOAT = TypeText.of("java.lang.Float");
  private static final String DOUBLE = TypeText.of("java.lang.Double");

  private static final Map<Double, String> NAMED =
      Map.of(
          Math.PI, MATH + ".PI",
          Math.E, MATH + ".E",
          Double.MAX_VALUE, DOUBLE + ".MAX_VALUE",
          Double.MIN_VALUE, DOUBLE + ".MIN_VALUE");

  private Literals() {}

  /** Returns an expression of exactly the type given. */
  public static String text(Type type, @Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Double number) {
      return real(number);
    } else if (value instanceof Float number) {
      return real(number);
    } else if (value instanceof Long number) {
      return number == Long.MIN_VALUE ? LONG + ".MIN_VALUE" : number + "L";
    } else if (value instanceof Integer number) {
      return whole(number);
    } else if (value instanceof Character character) {
      return "'" + (character == '\'' ? "\\'" : escaped(character)) + "'";
    } else if (value instanceof String string) {
      return quoted(string);
    } else if (value instanceof Byte || value instanceof Short) {
      return "(" + type + ") " + value;
    }
    return value.toString();
  }

  private static String whole(int number) {
    if (number == Integer.MIN_VALUE) {
      return INTEGER + ".MIN_VALUE";
    }
    return number == Integer.MAX_VALUE ? INTEGER + ".MAX_VALUE" : Integer.toString(number);
  }

  private static String real(double number) {
    if (Double.isNaN(number)) {
      return DOUBLE + ".NaN";
    } else if (Double.isInfinite(number)) {
      return number > 0 ? DOUBLE + ".POSITIVE_INFINITY" : DOUBLE + ".NEGATIVE_INFINITY";
    }
    return NAMED.getOrDefault(number, concise(Double.toString(number)));
  }

  private static String real(float number) {
    if (Float.isNaN(number)) {
      return FLOAT + ".NaN";
    } else if (Float.isInfinite(number)) {
      return number > 0 ? FLOAT + ".POSITIVE_INFINITY" : FLOAT + ".NEGATIVE_INFINITY";
    }
    return concise(Float.toString(number)) + "f";
  }

  /** Returns {@code 1e-5} for {@code 1.0E-5}. */
  private static String concise(String text) {
    return text.replace(".0E", "e").replace('E', 'e');
  }

  /**
   * Returns a whole number that Java widens to the real one without being told; empty where there
   * is none.
   */
  public static String plain(@Nullable Object value) {
    if (!(value instanceof Double || value instanceof Float)) {
      return "";
    }
    double number = ((Number) value).doubleValue();
    boolean isWhole = number == (int) number && Math.abs(number) < 1e7;
    boolean isNegativeZero = number == 0 && 1 / number < 0;
    return isWhole && !isNegativeZero ? Integer.toString((int) number) : "";
  }

  private static String quoted(String string) {
    StringBuilder text = new StringBuilder("\"");
    string
        .chars()
        .forEach(c -> text.append(c == '"' ? "\\\"" : c == '\'' ? "'" : escaped((char) c)));
    return text.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\\' -> "\\\\";
      default -> c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    };
  }
}
