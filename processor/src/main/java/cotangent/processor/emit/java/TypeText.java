package cotangent.processor.emit.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Types inside the text of statements: marked, so that the writer of the class can import them and
 * print their simple names.
 */
public final class TypeText {
  private static final char OPEN = '\u0001';
  private static final char CLOSE = '\u0002';
  private static final Pattern QUALIFIER = Pattern.compile("[\\w$]+\\.");

  private TypeText() {}

  /** Returns the marked text of a type. */
  public static String of(Type type) {
    if (type instanceof Type.Array array) {
      return of(array.element()) + "[]";
    }
    return type.isScalar() ? type.toString() : OPEN + type.toString() + CLOSE;
  }

  /** Returns the marked text of a class by its qualified name. */
  public static String of(String name) {
    return of(new Type.Reference(name));
  }

  /** Returns a type without type arguments. */
  public static Type erased(Type type) {
    return type instanceof Type.Reference reference && reference.name().indexOf('<') >= 0
        ? new Type.Reference(reference.name().replaceAll("<.*>", ""))
        : type;
  }

  /** Returns a type as arrays of it can be made. */
  public static Type reifiable(Type type) {
    boolean isAny = type instanceof Type.Reference any && any.name().matches("[^<]*<\\?(, *\\?)*>");
    return isAny ? type : erased(type);
  }

  /** Returns the text as it will be read, if each type has its simple name. */
  public static String plain(String text) {
    if (text.indexOf(OPEN) < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (Object part : split(text)) {
      plain.append(part instanceof Name name ? simple(name.text) : part);
    }
    return plain.toString();
  }

  /** Returns the text as code whose types are known to the writer of the class. */
  public static CodeBlock code(String text) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Object part : split(text)) {
      if (part instanceof Name name) {
        code.add("$T", name(name.text));
      } else {
        code.add("$L", part);
      }
    }
    return code.build();
  }

  /** Returns the type for the writer of the class. */
  public static TypeName name(Type type) {
    if (type instanceof Type.Array array) {
      return ArrayTypeName.of(name(array.element()));
    } else if (type instanceof Type.Scalar scalar) {
      return switch (scalar) {
        case BOOLEAN -> TypeName.BOOLEAN;
        case BYTE -> TypeName.BYTE;
        case SHORT -> TypeName.SHORT;
        case CHAR -> TypeName.CHAR;
        case INT -> TypeName.INT;
        case LONG -> TypeName.LONG;
        case FLOAT -> TypeName.FLOAT;
        case DOUBLE -> TypeName.DOUBLE;
      };
    }
    return name(type.toString());
  }

  /** Returns where the marked type that begins here ends; this place, if none begins. */
  public static int endOfName(String text, int at) {
    return text.charAt(at) == OPEN ? text.indexOf(CLOSE, at) : at;
  }

  private record Name(String text) {}

  /** Splits a text into types and what is between; a text cut inside a type ends with that. */
  private static List<Object> split(String text) {
    List<Object> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf(OPEN, at);
      int end = open < 0 ? text.length() : open;
      if (end > at) {
        parts.add(text.substring(at, end));
      }
      if (open < 0) {
        break;
      }
      int found = text.indexOf(CLOSE, open);
      int close = found < 0 ? text.length() : found; // a part of a line, cut within the name
      parts.add(new Name(text.substring(open + 1, close)));
      at = close + 1;
    }
    return parts;
  }

  private static String simple(String name) {
    return name.indexOf('.') < 0 ? name : QUALIFIER.matcher(name).replaceAll("");
  }

  /** Reads a type as source names it: qualified, possibly with type arguments. */
  public static TypeName name(String text) {
    String name = text.trim();
    if (name.endsWith("[]")) {
      return ArrayTypeName.of(name(name.substring(0, name.length() - 2)));
    } else if (name.equals("void")) {
      return TypeName.VOID;
    } else if (name.equals("?")) {
      return WildcardTypeName.subtypeOf(Object.class);
    } else if (name.startsWith("? extends ")) {
      return WildcardTypeName.subtypeOf(name(name.substring(10)));
    } else if (name.startsWith("? super ")) {
      return WildcardTypeName.supertypeOf(name(name.substring(8)));
    }
    for (Type.Scalar scalar : Type.Scalar.values()) {
      if (scalar.toString().equals(name)) {
        return name((Type) scalar);
      }
    }
    int open = name.indexOf('<');
    if (open < 0) {
      return className(name);
    }
    int close = close(name, open);
    ParameterizedTypeName type =
        ParameterizedTypeName.get(
            className(name.substring(0, open)), types(name.substring(open + 1, close)));
    while (close + 1 < name.length()) { // an inner class of a generic one
      int start = close + 2;
      open = name.indexOf('<', start);
      close = open < 0 ? name.length() - 1 : close(name, open);
      type =
          open < 0
              ? type.nestedClass(name.substring(start))
              : type.nestedClass(
                  name.substring(start, open), List.of(types(name.substring(open + 1, close))));
    }
    return type;
  }

  /** Returns where the angle brackets end that begin at some place. */
  private static int close(String text, int open) {
    int depth = 0;
    int at = open;
    do {
      depth += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
      at++;
    } while (depth > 0);
    return at - 1;
  }

  private static TypeName[] types(String text) {
    return arguments(text).stream().map(TypeText::name).toArray(TypeName[]::new);
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        arguments.add(text.substring(start, i));
        start = i + 1;
      }
    }
    arguments.add(text.substring(start));
    return arguments;
  }

  /** Takes the first part that begins with a capital letter for the outermost class. */
  public static ClassName className(String name) {
    List<String> parts = List.of(name.split("\\."));
    int first = 0;
    while (first < parts.size() - 1 && !Character.isUpperCase(parts.get(first).charAt(0))) {
      first++;
    }
    return ClassName.get(
        String.join(".", parts.subList(0, first)),
        parts.get(first),
        parts.subList(first + 1, parts.size()).toArray(String[]::new));
  }
}
