package cotangent.processor.read;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes arguments, and looks at values leaf by leaf. */
final class Values {
  private final Random random;

  Values(long seed) {
    this.random = new Random(seed);
  }

  /** Makes a value of a type: small numbers, short arrays, ragged and shared rows. */
  Object of(Class<?> type) {
    if (type == double.class) {
      return random.nextInt(6) == 0 ? (double) random.nextInt(3) : random.nextDouble() * 4 - 1.5;
    } else if (type == float.class) {
      return random.nextFloat() * 4 - 1.5f;
    } else if (type == int.class || type == Integer.class) {
      return random.nextInt(7) - (random.nextInt(5) == 0 ? 3 : 0);
    } else if (type == long.class) {
      return random.nextInt(4) == 0 ? random.nextLong() : (long) random.nextInt(9);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == char.class) {
      return (char) ('a' + random.nextInt(5));
    } else if (type == short.class) {
      return (short) random.nextInt();
    } else if (type == byte.class) {
      return (byte) random.nextInt();
    } else if (type == String.class) {
      return List.of("sum", "product", "other").get(random.nextInt(3));
    } else if (type == List.class) {
      return List.of(random.nextInt(4), 2, 3);
    } else if (type.isArray()) {
      return array(type.getComponentType());
    } else if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    } else if (type.isRecord()) {
      return record(type);
    }
    return plain(type);
  }

  private Object array(Class<?> element) {
    Object array = Array.newInstance(element, random.nextInt(8) == 0 ? 0 : 3 + random.nextInt(3));
    for (int i = 0; i < Array.getLength(array); i++) {
      boolean shared = element.isArray() && i > 0 && random.nextInt(8) == 0;
      Array.set(array, i, shared ? Array.get(array, i - 1) : of(element));
    }
    return array;
  }

  private Object record(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    return construct(type, types);
  }

  private Object plain(Class<?> type) {
    return construct(type, type.getDeclaredConstructors()[0].getParameterTypes());
  }

  private Object construct(Class<?> type, Class<?>[] types) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(types).map(this::of).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes records that hold real numbers apart. */
  static List<Object> leaves(Object value, boolean isSplit) {
    if (!isSplit || value == null || !value.getClass().isRecord()) {
      List<Object> one = new ArrayList<>();
      one.add(value);
      return one;
    }
    List<Object> leaves = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        leaves.addAll(leaves(component.getAccessor().invoke(value), isSplit(component.getType())));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return leaves;
  }

  static boolean isSplit(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .anyMatch(
                each -> leaf(each) == double.class || leaf(each) == float.class || isSplit(each));
  }

  private static Class<?> leaf(Class<?> type) {
    return type.isArray() ? leaf(type.getComponentType()) : type;
  }

  /** Writes a value out to the bit. */
  static String bits(Object value) {
    if (value instanceof Double d) {
      return Long.toHexString(Double.doubleToLongBits(d)) + " (" + d + ")";
    } else if (value instanceof Float f) {
      return Integer.toHexString(Float.floatToIntBits(f)) + " (" + f + ")";
    } else if (value != null && value.getClass().isArray()) {
      StringBuilder text = new StringBuilder("[");
      for (int i = 0; i < Array.getLength(value); i++) {
        text.append(bits(Array.get(value, i))).append(' ');
      }
      return text.append(']').toString();
    } else if (value instanceof List<?> list) {
      return list.stream().map(Values::bits).toList().toString();
    }
    return String.valueOf(value);
  }
}
