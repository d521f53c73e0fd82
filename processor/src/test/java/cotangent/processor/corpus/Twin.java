package cotangent.processor.corpus;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The same methods in {@code double} where the originals compute in {@code float}: differences of
 * the originals would be noise.
 */
final class Twin {
  private static final Pattern FLOAT = Pattern.compile("\\bfloat\\b");

  private Twin() {}

  /**
   * Finds what to take differences of.
   *
   * @param name the class's name
   * @param text the class's source
   * @param original the method
   * @return the method's twin, or the method itself when nothing is in float
   */
  static Method of(String name, String text, Method original) {
    if (!isNeeded(text)) {
      return original;
    }
    Compilation compilation = Compilation.of(Map.of(name, inDouble(text)), List.of());
    if (!compilation.diagnostics().isEmpty()) {
      throw new AssertionError(compilation.diagnostics());
    }
    return of(original, compilation);
  }

  /** Whether anything in a source is in float. */
  static boolean isNeeded(String text) {
    return FLOAT.matcher(text).find();
  }

  /** A source that computes in double. */
  static String inDouble(String text) {
    return FLOAT
        .matcher(text)
        .replaceAll("double")
        .replaceAll("(?<=\\b\\d{1,9}|\\.\\d{1,9})f\\b", ".0")
        .replaceAll("(\\.\\d+)\\.0\\b", "$1")
        .replace("Float.", "Double.");
  }

  /** Finds a method's twin in the class of the same name. */
  static Method of(Method original, Compilation compilation) {
    List<String> types =
        types(original).stream().map(type -> type.replace("float", "double")).toList();
    Class<?> owner = compilation.load(original.getDeclaringClass().getName());
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(original.getName()))
        .filter(method -> types(method).equals(types))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> types(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::getCanonicalName).toList();
  }
}
