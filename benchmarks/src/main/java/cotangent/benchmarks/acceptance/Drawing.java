package cotangent.benchmarks.acceptance;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes values of any type; the same seed makes the same ones. */
final class Drawing {
  private static final int RANGES = 7;
  private static final int DEEPEST = 3;

  private final Random random;
  private final int size;
  private int range;

  /** Thrown where no value of a type can be made. */
  static final class Undrawable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undrawable(Class<?> type, String why) {
      super("cannot make a " + type.getName() + " " + why);
    }
  }

  /**
   * @param trial the first ones draw all numbers of a method from one range
   */
  Drawing(long seed, int trial) {
    this.random = new Random(seed);
    this.size = 3 + random.nextInt(4);
    this.range = trial < RANGES ? trial : -1;
  }

  Object receiver(Class<?> type) {
    return make(type, 1);
  }

  @Nullable Object[] arguments(Class<?>[] types) {
    boolean isMixed = range < 0;
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      range = isMixed ? random.nextInt(RANGES) : range;
      arguments[i] = make(types[i], 0);
    }
    return arguments;
  }

  private double number() {
    double u = random.nextDouble();
    return switch (range) {
      case 0 -> 0.3 + 0.6 * u;
      case 1 -> 0.8 + 1.7 * u;
      case 2 -> -2 + 1.8 * u;
      case 3 -> 2 + 5 * u;
      case 4 -> 0.02 + 0.2 * u;
      case 5 -> 10 + 40 * u;
      default -> -2 + 4 * u;
    };
  }

  private Object make(Class<?> type, int depth) {
    if (type == double.class || type == Double.class) {
      return number();
    } else if (type == float.class || type == Float.class) {
      return (float) number();
    } else if (type == int.class || type == Integer.class) {
      return 1 + random.nextInt(depth == 0 ? Math.min(4, size - 1) : 5);
    } else if (type == long.class || type == Long.class) {
      return 1L + random.nextInt(5);
    } else if (type == short.class) {
      return (short) (1 + random.nextInt(4));
    } else if (type == byte.class) {
      return (byte) (1 + random.nextInt(4));
    } else if (type == char.class) {
      return 'a';
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type.isArray()) {
      return array(type.getComponentType(), depth);
    }
    return reference(type, depth);
  }

  /**
   * Square arrays get a strong diagonal, so that they are regular; those of one range are sorted.
   */
  private Object array(Class<?> element, int depth) {
    Object array = Array.newInstance(element, size);
    for (int i = 0; i < size; i++) {
      Array.set(
          array,
          i,
          element == int.class ? (Object) random.nextInt(size) : make(element, depth + 1));
    }
    if (array instanceof double[][] matrix && range != 6) {
      for (int i = 0; i < size; i++) {
        matrix[i][i] += size;
      }
    } else if (array instanceof double[] numbers && range == 3) {
      Arrays.sort(numbers);
    }
    return array;
  }

  private Object reference(Class<?> type, int depth) {
    if (type == String.class) {
      return "abc";
    } else if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    } else if (type == Random.class) {
      return new Random(5);
    } else if (type == List.class || type == Collection.class || type == Iterable.class) {
      return new ArrayList<>();
    } else if (depth > DEEPEST) {
      throw new Undrawable(type, "that deep inside of others");
    } else if (type.isInterface() && !type.getName().startsWith("java.")) {
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (self, m, all) -> answer(self, m, all));
    } else if (Modifier.isAbstract(type.getModifiers())) {
      throw new Undrawable(type, "which is abstract");
    }
    return constructed(type, depth);
  }

  private static @Nullable Object answer(Object self, Method method, Object @Nullable [] all) {
    Class<?> type = method.getReturnType();
    if (method.getName().equals("toString")) {
      return "an answer of constants";
    } else if (method.getName().equals("equals") && all != null) {
      return self == all[0];
    } else if (type == double.class) {
      return 0.75;
    } else if (type == float.class) {
      return 0.75f;
    } else if (type == int.class) {
      return 2;
    } else if (type == long.class) {
      return 2L;
    }
    return type == boolean.class ? true : null;
  }

  private Object constructed(Class<?> type, int depth) {
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    Arrays.sort(
        constructors,
        Comparator.<Constructor<?>>comparingInt(c -> Modifier.isPublic(c.getModifiers()) ? 0 : 1)
            .thenComparingInt(c -> Math.abs(c.getParameterCount() - 2))
            .thenComparing(Constructor::toString));
    String why = "";
    for (Constructor<?> constructor : constructors) {
      try {
        constructor.setAccessible(true);
        Class<?>[] types = constructor.getParameterTypes();
        @Nullable Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
          arguments[i] = make(types[i], depth + 1);
        }
        return constructor.newInstance(arguments);
      } catch (InvocationTargetException e) {
        why = String.valueOf(e.getCause());
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        why = e.toString();
      }
    }
    throw new Undrawable(type, why);
  }
}
