package cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the arguments that a method is run on, at random from a seed. A text says how, in clauses
 * between semicolons, each about one parameter or component ({@code p.x}):
 *
 * <ul>
 *   <li>{@code x in [0.1, 2]}: the range of every number in it; by default [-1.5, 1.5], whole
 *       numbers [1, 4]
 *   <li>{@code w length 3} or, row by row, {@code w length 3 1 2}; by default 5, and 3 3 3
 *   <li>{@code n = 4}, {@code w = {1, -2}}, {@code w = null}, {@code m = {{1}, {2, 3}}}, {@code
 *       kind = FAST}, {@code name = text}: exactly this
 * </ul>
 */
public final class DrawnArguments {
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?<name>[\\w.]+)\\s*(?:in\\s*\\[(?<low>[^,]+),(?<high>[^\\]]+)\\]"
              + "|length(?<length>[\\d\\s]+)|=(?<exactly>.+))");

  private record Clause(String name, double[] range, int[] lengths, String exactly) {}

  private final List<Clause> clauses = new ArrayList<>();
  private final Random random;

  private DrawnArguments(String text, long seed) {
    random = new Random(seed * 7919 + 17);
    for (String part : text.split(";", 0)) {
      if (!part.isBlank()) {
        clauses.add(parse(part.strip()));
      }
    }
  }

  private static Clause parse(String part) {
    Matcher matcher = CLAUSE.matcher(part);
    if (!matcher.matches()) {
      throw new AssertionError("not understood: " + part);
    }
    String length = matcher.group("length");
    return new Clause(
        matcher.group("name"),
        matcher.group("low") == null
            ? null
            : new double[] {
              Double.parseDouble(matcher.group("low")), Double.parseDouble(matcher.group("high"))
            },
        length == null
            ? null
            : Arrays.stream(length.strip().split("\\s+")).mapToInt(Integer::parseInt).toArray(),
        matcher.group("exactly") == null ? null : matcher.group("exactly").strip());
  }

  /** The arguments of a method, the receiver first when there is one. */
  public static Object[] of(Method method, String text, long seed) {
    DrawnArguments arguments = new DrawnArguments(text, seed);
    arguments.checkNames(method);
    List<Object> values = new ArrayList<>();
    if (!Modifier.isStatic(method.getModifiers())) {
      values.add(arguments.value("self", method.getDeclaringClass(), null));
    }
    for (Parameter parameter : method.getParameters()) {
      values.add(
          arguments.value(
              parameter.getName(), parameter.getType(), parameter.getAnnotatedType().getType()));
    }
    return values.toArray();
  }

  private void checkNames(Executable method) {
    List<String> known = new ArrayList<>(List.of("self"));
    Arrays.stream(method.getParameters()).forEach(parameter -> known.add(parameter.getName()));
    for (Clause clause : clauses) {
      if (!known.contains(clause.name().split("\\.", 0)[0])) {
        throw new AssertionError("no parameter " + clause.name() + " in " + method);
      }
    }
  }

  private Object value(String name, Class<?> type, Type generic) {
    Clause exact = find(name, clause -> clause.exactly() != null);
    if (exact != null && exact.name().equals(name)) {
      return literal(exact.exactly(), type);
    }
    if (type.isArray()) {
      return array(name, type);
    }
    if (type.isRecord()) {
      List<Object> values = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        values.add(
            value(
                name + "." + component.getName(), component.getType(), component.getGenericType()));
      }
      return Leaves.construct(type, values.toArray());
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    return simple(name, type, generic);
  }

  private Object array(String name, Class<?> type) {
    Clause clause = find(name, each -> each.lengths() != null);
    Class<?> element = type.getComponentType();
    int[] lengths =
        clause != null ? clause.lengths() : element.isArray() ? new int[] {3, 3, 3} : new int[] {5};
    return array(name, element, lengths);
  }

  private Object array(String name, Class<?> element, int[] lengths) {
    int length = element.isArray() ? lengths.length : lengths[0];
    Object array = Array.newInstance(element, length);
    for (int i = 0; i < length; i++) {
      Object value =
          element.isArray()
              ? array(
                  name,
                  element.getComponentType(),
                  element.getComponentType().isArray() ? lengths : new int[] {lengths[i]})
              : value(name, element, null);
      Array.set(array, i, value);
    }
    return array;
  }

  private Object simple(String name, Class<?> type, Type generic) {
    Clause clause = find(name, each -> each.range() != null);
    if (type == double.class || type == float.class) {
      double low = clause == null ? -1.5 : clause.range()[0];
      double high = clause == null ? 1.5 : clause.range()[1];
      double number = low + (high - low) * random.nextDouble();
      return type == float.class ? (Object) (float) number : (Object) number;
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == String.class) {
      return random.nextBoolean() ? "left" : "right";
    }
    if (type.isPrimitive()) {
      int low = clause == null ? 1 : (int) clause.range()[0];
      int high = clause == null ? 4 : (int) clause.range()[1];
      return whole(low + random.nextInt(high - low + 1), type);
    }
    if (List.class.isAssignableFrom(type) || type == Iterable.class) {
      boolean whole = String.valueOf(generic).contains("Integer");
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        list.add(
            record(generic) != null
                ? constructed(name, record(generic))
                : whole ? (Object) random.nextInt(3) : (Object) random.nextDouble());
      }
      return Collections.unmodifiableList(list);
    }
    return constructed(name, type);
  }

  /** Returns the record that a list holds; null for any other list. */
  private static Class<?> record(Type list) {
    return list instanceof ParameterizedType parameterized
            && parameterized.getActualTypeArguments()[0] instanceof Class<?> element
            && element.isRecord()
        ? element
        : null;
  }

  private Object constructed(String name, Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    Object[] values =
        Arrays.stream(constructor.getParameters())
            .map(each -> value(name + "." + each.getName(), each.getType(), null))
            .toArray();
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The clause with the longest name that is the name asked for, or one that it is part of. */
  private Clause find(String name, Predicate<Clause> wanted) {
    Clause best = null;
    for (Clause clause : clauses) {
      boolean about = name.equals(clause.name()) || name.startsWith(clause.name() + ".");
      if (about && wanted.test(clause)) {
        if (best == null || clause.name().length() > best.name().length()) {
          best = clause;
        }
      }
    }
    return best;
  }

  private static Object literal(String text, Class<?> type) {
    if (type.isArray() && text.equals("null")) {
      return null;
    }
    if (type.isArray()) {
      List<String> parts = split(text.substring(1, text.length() - 1));
      Object array = Array.newInstance(type.getComponentType(), parts.size());
      for (int i = 0; i < parts.size(); i++) {
        Array.set(array, i, literal(parts.get(i), type.getComponentType()));
      }
      return array;
    }
    if (type == double.class) {
      return Double.parseDouble(text);
    }
    if (type == float.class) {
      return Float.parseFloat(text);
    }
    if (type == boolean.class) {
      return Boolean.parseBoolean(text);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> each.toString().equals(text))
          .findFirst()
          .orElseThrow();
    }
    if (type == char.class) {
      return text.charAt(0);
    }
    return type.isPrimitive() ? whole(Long.parseLong(text), type) : text;
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    StringBuilder part = new StringBuilder();
    for (char c : text.toCharArray()) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!part.toString().isBlank()) {
      parts.add(part.toString().strip());
    }
    return parts;
  }

  private static Object whole(long number, Class<?> type) {
    if (type == int.class) {
      return (int) number;
    }
    if (type == long.class) {
      return number;
    }
    if (type == short.class) {
      return (short) number;
    }
    if (type == byte.class) {
      return (byte) number;
    }
    return (char) ('a' + number);
  }
}
