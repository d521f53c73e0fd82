package cotangent.browser;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what pages ask of code outside as a reader would who tries it in Java. */
record OutsideCode(ClassLoader classes) {
  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "double", double.class,
          "float", float.class,
          "long", long.class,
          "int", int.class,
          "short", short.class,
          "byte", byte.class,
          "char", char.class,
          "boolean", boolean.class);

  /** What cannot be said: an object that was made or changed in the run. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Returns what a page asks for, as JSON has it. */
  Object answer(JsonObject asked) throws Unknown {
    return json(value(asked));
  }

  private Object value(JsonObject asked) throws Unknown {
    if (asked.has("text")) {
      return asked.getString("text");
    } else if (asked.has("value")) {
      return asked.get("value") == null ? null : new Said(asked.getString("value"));
    } else if (asked.has("elements")) {
      return array(asked.getString("type"), asked.getArray("elements"));
    } else if (!asked.has("kind")) {
      throw new Unknown();
    }
    Object[] operands = new Object[asked.getArray("operands").size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = value(asked.getArray("operands").getObject(i));
    }
    return member(asked.getString("kind"), asked.getString("member"), operands);
  }

  private Object member(String kind, String member, Object[] operands) throws Unknown {
    int dot = member.lastIndexOf('.');
    String owner = dot < 0 ? "" : member.substring(0, dot);
    String name = member.substring(dot + 1);
    return switch (kind) {
      case "STATIC_FIELD" -> field(owner, name, null);
      case "FIELD" -> field(owner, name, operands[0]);
      case "STATIC_METHOD" -> call(owner, name, null, operands);
      case "METHOD", "COMPONENT" ->
          call(owner, name, operands[0], Arrays.copyOfRange(operands, 1, operands.length));
      case "CAST" -> cast(type(owner), operands[0]);
      case "ELEMENT" -> Array.get(operands[0], ((Said) operands[1]).as(int.class).intValue());
      case "OPERATION" -> operation(member, operands);
      default -> throw new Unknown();
    };
  }

  private static Object cast(Class<?> type, Object value) throws Unknown {
    if (value != null && !type.isInstance(value)) {
      throw new Unknown();
    }
    return value;
  }

  private static Object operation(String name, Object[] operands) {
    return name.equals("length")
        ? (Object) Array.getLength(operands[0])
        : (Object) ((operands[0] == operands[1]) == name.equals("eq"));
  }

  /** A number as the page has it, of whatever type Java wants. */
  private record Said(String text) {
    Number as(Class<?> type) {
      return type == long.class || type == Long.class
          ? (Number) Long.valueOf(text)
          : Double.valueOf(text);
    }
  }

  private Object field(String owner, String name, Object receiver) throws Unknown {
    for (Class<?> type = type(owner); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(receiver);
      } catch (NoSuchFieldException inherited) {
        continue;
      } catch (ReflectiveOperationException | RuntimeException e) {
        throw new Unknown();
      }
    }
    throw new Unknown();
  }

  private Object call(String owner, String name, Object receiver, Object[] operands)
      throws Unknown {
    if (receiver instanceof Iterator) { // it answers otherwise each time
      throw new Unknown();
    }
    for (Method method : methods(type(owner)).toList()) {
      boolean isMeant =
          method.getName().equals(name)
              && method.getParameterCount() == operands.length
              && Modifier.isStatic(method.getModifiers()) == (receiver == null);
      Object[] fitted = isMeant ? fitted(method, operands) : null;
      if (fitted != null) {
        try {
          method.trySetAccessible();
          return method.invoke(receiver, fitted);
        } catch (InvocationTargetException | IllegalAccessException e) {
          throw new Unknown();
        }
      }
    }
    throw new Unknown();
  }

  private static Stream<Method> methods(Class<?> type) {
    return Stream.concat(
        Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()));
  }

  private static Object[] fitted(Executable method, Object[] operands) {
    Object[] fitted = new Object[operands.length];
    for (int i = 0; i < operands.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      fitted[i] = operands[i] instanceof Said said ? said(said, type) : operands[i];
      if (fitted[i] == null
          ? type.isPrimitive()
          : !type.isPrimitive() && !type.isInstance(fitted[i])) {
        return null;
      }
    }
    return fitted;
  }

  private static Object said(Said said, Class<?> type) {
    if (type == boolean.class || said.text().equals("true") || said.text().equals("false")) {
      return Boolean.valueOf(said.text());
    }
    Number number = said.as(type);
    return switch (type.getSimpleName()) {
      case "float", "Float" -> number.floatValue();
      case "int", "Integer" -> number.intValue();
      case "short" -> number.shortValue();
      case "byte" -> number.byteValue();
      case "char" -> (char) number.intValue();
      default -> number;
    };
  }

  private Object array(String type, JsonArray elements) throws Unknown {
    String element = type.substring(0, type.length() - 2);
    Class<?> component = element.endsWith("[]") ? arrayType(element) : type(element);
    Object array = Array.newInstance(component, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Object each = value(elements.getObject(i));
      Array.set(array, i, each instanceof Said said ? said(said, component) : each);
    }
    return array;
  }

  private Class<?> arrayType(String type) throws Unknown {
    String element = type.substring(0, type.length() - 2);
    return (element.endsWith("[]") ? arrayType(element) : type(element)).arrayType();
  }

  private Class<?> type(String name) throws Unknown {
    if (PRIMITIVES.containsKey(name)) {
      return PRIMITIVES.get(name);
    }
    try {
      return Twin.load(name, classes);
    } catch (AssertionError e) {
      throw new Unknown();
    }
  }

  private static Object json(Object value) throws Unknown {
    if (value != null && value.getClass().isArray()) {
      JsonArray all = new JsonArray();
      for (int i = 0; i < Array.getLength(value); i++) {
        all.add(json(Array.get(value, i)));
      }
      return all;
    } else if (value instanceof Said said) {
      return said.text();
    } else if (value instanceof Number) {
      return value.toString();
    } else if (value instanceof Character letter) {
      return (int) letter;
    }
    if (!List.of(Boolean.class, String.class)
        .contains(value == null ? String.class : value.getClass())) {
      throw new Unknown();
    }
    return value;
  }
}
