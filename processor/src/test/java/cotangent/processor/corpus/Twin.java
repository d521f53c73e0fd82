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
    if (!FLOAT.matcher(text).find()) {
      return original;
    }
    String source =
        FLOAT
            .matcher(text)
            .replaceAll("double")
            .replaceAll("(?<=\\b\\d{1,9}|\\.\\d{1,9})f\\b", ".0")
            .replaceAll("(\\.\\d+)\\.0\\b", "$1")
            .replace("Float.", "Double.");
    Compilation compilation = Compilation.of(Map.of(name, source), List.of());
    if (!compilation.diagnostics().isEmpty()) {
      throw new AssertionError(compilation.diagnostics());
    }
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
