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
public final class Leaves {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private Leaves() {}

  /** How a record is taken apart and put together: looking that up each time takes too long. */
  private record Shape(RecordComponent[] components, Method[] accessors, Constructor<?> canonical) {

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Method[] accessors = new Method[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        accessors[i].setAccessible(true);
        types[i] = components[i].getType();
      }
      try {
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        return new Shape(components, accessors, canonical);
      } catch (NoSuchMethodException e) {
        throw new AssertionError(e);
      }
    }

    Object[] values(Object value) {
      Object[] values = new Object[accessors.length];
      try {
        for (int i = 0; i < values.length; i++) {
          values[i] = accessors[i].invoke(value);
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
      return values;
    }
  }

  /** The components of a record. */
  private static Object[] components(Object value) {
    return SHAPES.get(value.getClass()).values(value);
  }

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
  public static double[] of(Object value) {
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
      for (Object component : components(value)) {
        collect(component, numbers);
      }
    }
  }

  /** A deep copy. */
  public static Object copy(Object value) {
    double[] numbers = of(value);
    return with(value, numbers);
  }

  /** Deep copies. */
  public static Object[] copy(Object[] values) {
    return Arrays.stream(values).map(Leaves::copy).toArray();
  }

  /** A deep copy that has other numbers. */
  static Object with(Object like, double[] numbers) {
    int[] next = {0};
    return map(like, () -> numbers[next[0]++]);
  }

  /** A deep copy whose numbers come from a supplier, in order. */
  public static Object map(Object like, DoubleSupplier numbers) {
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
    Object[] values = components(like);
    for (int i = 0; i < values.length; i++) {
      values[i] = map(values[i], numbers);
    }
    return construct(like.getClass(), values);
  }

  /** Calls the canonical constructor of a record. */
  static Object construct(Class<?> type, Object[] values) {
    try {
      return SHAPES.get(type).canonical().newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The component of a record that has a name. */
  static Object component(Object value, String name) {
    RecordComponent[] components = SHAPES.get(value.getClass()).components();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return components(value)[i];
      }
    }
    throw new AssertionError("no component " + name + " in " + value.getClass());
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
      return same(components(a), components(b));
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
      for (RecordComponent component : SHAPES.get(value.getClass()).components()) {
        text.append(separator).append(component.getName()).append('=');
        text.append(show(component(value, component.getName())));
        separator = ", ";
      }
      return text.append(')').toString();
    }
    return String.valueOf(value);
  }
}
