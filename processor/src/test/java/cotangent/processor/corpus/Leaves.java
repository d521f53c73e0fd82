package cotangent.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * Sees an argument, a result or a derivative as the row of the {@code double}s and {@code float}s
 * in it, whatever its type: arrays row by row, records component by component.
 */
final class Leaves {
  private Leaves() {}

  /** Whether values of the type are differentiable. */
  static boolean differentiable(Class<?> type) {
    if (type.isArray()) {
      return differentiable(type.getComponentType());
    }
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents())
          .anyMatch(component -> differentiable(component.getType()));
    }
    return type == double.class || type == float.class;
  }

  /** The numbers in a value. */
  static double[] of(Object value) {
    DoubleStream.Builder numbers = DoubleStream.builder();
    collect(value, numbers);
    return numbers.build().toArray();
  }

  private static void collect(Object value, DoubleStream.Builder numbers) {
    if (value instanceof Double || value instanceof Float) {
      numbers.add(((Number) value).doubleValue());
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), numbers);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(component(value, component), numbers);
      }
    }
  }

  /** A deep copy. */
  static Object copy(Object value) {
    double[] numbers = of(value);
    return with(value, numbers);
  }

  /** Deep copies. */
  static Object[] copy(Object[] values) {
    return Arrays.stream(values).map(Leaves::copy).toArray();
  }

  /** A deep copy that has other numbers. */
  static Object with(Object like, double[] numbers) {
    int[] next = {0};
    return map(like, () -> numbers[next[0]++]);
  }

  /** A deep copy whose numbers come from a supplier, in order. */
  static Object map(Object like, DoubleSupplier numbers) {
    if (like instanceof Double) {
      return numbers.getAsDouble();
    }
    if (like instanceof Float) {
      return (float) numbers.getAsDouble();
    }
    if (like != null && like.getClass().isArray()) {
      int length = Array.getLength(like);
      Object copy = Array.newInstance(like.getClass().getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(copy, i, map(Array.get(like, i), numbers));
      }
      return copy;
    }
    if (like instanceof Record) {
      return mapRecord(like, numbers);
    }
    return like;
  }

  private static Object mapRecord(Object like, DoubleSupplier numbers) {
    RecordComponent[] components = like.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = map(component(like, components[i]), numbers);
    }
    return construct(like.getClass(), values);
  }

  /** Calls the canonical constructor of a record. */
  static Object construct(Class<?> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The component of a record that has a name. */
  static Object component(Object value, String name) {
    return Arrays.stream(value.getClass().getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .map(component -> component(value, component))
        .orElseThrow(() -> new AssertionError("no component " + name + " in " + value.getClass()));
  }

  private static Object component(Object value, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether two values are equal bit for bit (all NaNs are one), in type, shape and content. */
  static boolean same(Object a, Object b) {
    if (a == null || b == null) {
      return a == b;
    }
    if (a.getClass() != b.getClass()) {
      return false;
    }
    if (a.getClass().isArray()) {
      int length = Array.getLength(a);
      for (int i = 0; i < length && Array.getLength(b) == length; i++) {
        if (!same(Array.get(a, i), Array.get(b, i))) {
          return false;
        }
      }
      return Array.getLength(b) == length;
    }
    if (a instanceof Record) {
      return Arrays.stream(a.getClass().getRecordComponents())
          .allMatch(component -> same(component(a, component), component(b, component)));
    }
    return a.equals(b);
  }

  /** Whether two values have the same type and shape, and the same content but for the numbers. */
  static boolean sameShape(Object a, Object b) {
    if (of(a).length != of(b).length) {
      return false;
    }
    return same(map(a, () -> 0), map(b, () -> 0));
  }

  /** Prints a value for a message. */
  static String show(Object value) {
    if (value != null && value.getClass().isArray()) {
      String text = Arrays.deepToString(new Object[] {value});
      return text.substring(1, text.length() - 1);
    }
    if (value instanceof Record) {
      StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('(');
      String separator = "";
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        text.append(separator).append(component.getName()).append('=');
        text.append(show(component(value, component)));
        separator = ", ";
      }
      return text.append(')').toString();
    }
    return String.valueOf(value);
  }
}
