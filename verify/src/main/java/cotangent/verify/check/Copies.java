package cotangent.verify.check;

import cotangent.tensor.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies arguments deeply, so that a call which changes them can't be seen by the next one: arrays,
 * lists, records, and objects of the user's classes, field by field. What is one object stays one.
 */
public final class Copies {
  private final Map<Object, Object> done = new IdentityHashMap<>();

  private Copies() {}

  /** Copies a value. */
  public static @Nullable Object of(@Nullable Object value) {
    return new Copies().copy(value);
  }

  /** Copies several, which may share parts. */
  public static @Nullable Object[] all(@Nullable Object[] values) {
    Copies copies = new Copies();
    @Nullable Object[] all = new @Nullable Object[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = copies.copy(values[i]);
    }
    return all;
  }

  private @Nullable Object copy(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Object known = done.get(value);
    if (known != null) {
      return known;
    } else if (value.getClass().isArray()) {
      return array(value);
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return remember(value, Collections.unmodifiableList(copy));
    } else if (value instanceof Record) {
      return remember(value, record(value));
    } else if (value instanceof Tensor<?> tensor) {
      return remember(value, tensor.copy());
    }
    if (isFunction(value.getClass())) {
      return function(value);
    }
    return isPlain(value.getClass()) ? object(value) : value;
  }

  private Object remember(Object value, Object copy) {
    done.put(value, copy);
    return copy;
  }

  private Object array(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    done.put(array, copy);
    if (array instanceof Object[] elements) {
      for (int i = 0; i < length; i++) {
        ((Object[]) copy)[i] = copy(elements[i]);
      }
    } else {
      System.arraycopy(array, 0, copy, 0, length);
    }
    return copy;
  }

  private Object record(Object record) {
    RecordParts parts = RecordParts.of(record.getClass());
    @Nullable Object[] values = parts.values(record);
    for (int i = 0; i < values.length; i++) {
      values[i] = copy(values[i]);
    }
    return parts.construct(values);
  }

  /** A lambda may hold the object in whose field it is: its copy holds the copy. */
  private Object function(Object function) {
    Constructor<?>[] constructors = function.getClass().getDeclaredConstructors();
    List<Field> fields = fields(function.getClass());
    if (fields.isEmpty() || constructors[0].getParameterCount() != fields.size()) {
      return function;
    }
    try {
      List<@Nullable Object> held = new ArrayList<>();
      for (Field field : fields) {
        held.add(copy(field.get(function)));
      }
      Object known = done.get(function);
      constructors[0].setAccessible(true);
      return known != null
          ? known
          : remember(function, constructors[0].newInstance(held.toArray()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a class is that of a lambda in the user's code. */
  private static boolean isFunction(Class<?> type) {
    return isOfUser(type) && type.isHidden();
  }

  /** Whether objects of a class are equal where their fields are. */
  static boolean isTransparent(Class<?> type) {
    return isPlain(type) || isFunction(type);
  }

  private static boolean isOfUser(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null && loader != ClassLoader.getPlatformClassLoader();
  }

  /** Whether objects of a class are copied: those of the JDK are taken as they are. */
  static boolean isPlain(Class<?> type) {
    return isOfUser(type)
        && !Enum.class.isAssignableFrom(type)
        && !type.isHidden()
        && !type.getName().startsWith("cotangent.tensor.")
        && !(Class.class.isAssignableFrom(type));
  }

  private Object object(Object value) {
    try {
      Object copy = remember(value, blank(value.getClass()));
      for (Field field : fields(value.getClass())) {
        field.set(copy, copy(field.get(value)));
      }
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes an object without running its constructor, as serialization does. The class for that is
   * there for all, but javac warns of its name.
   */
  private static Object blank(Class<?> type) throws ReflectiveOperationException {
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Object one = factory.getMethod("getReflectionFactory").invoke(null);
    Constructor<?> constructor =
        (Constructor<?>)
            factory
                .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(one, type, Object.class.getDeclaredConstructor());
    return constructor.newInstance();
  }

  /** The fields of objects of a class, those of its superclasses first, ready to be used. */
  static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    if (type.getSuperclass() != null && isPlain(type.getSuperclass())) {
      fields.addAll(fields(type.getSuperclass()));
    }
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        fields.add(field);
      }
    }
    return fields;
  }
}
