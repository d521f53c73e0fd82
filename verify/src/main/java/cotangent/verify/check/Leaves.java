package cotangent.verify.check;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Views an argument, a result or a derivative as the row of the differentiable numbers in it,
 * whatever its type: arrays row by row, records component by component, lists of records one after
 * the other.
 */
public final class Leaves {
  private static final int DEEPEST = 16;

  private Leaves() {}

  /** Whether values of a type are differentiable. */
  public static boolean differentiable(Type type) {
    return differentiable(type, Set.of(), Map.of());
  }

  /**
   * @param around records that are already being asked: a tree is differentiable because of what
   *     else is in its nodes
   * @param known what type variables stand for
   */
  private static boolean differentiable(
      Type type, Set<Type> around, Map<TypeVariable<?>, Type> known) {
    if (type instanceof GenericArrayType array) {
      return differentiable(array.getGenericComponentType(), around, known);
    } else if (type instanceof TypeVariable<?> variable) {
      return known.containsKey(variable) && differentiable(known.get(variable), around, known);
    } else if (type instanceof ParameterizedType generic) {
      return differentiable(generic, around, known);
    }
    return type instanceof Class<?> plain && differentiable(plain, plain, around, known);
  }

  private static boolean differentiable(
      ParameterizedType generic, Set<Type> around, Map<TypeVariable<?>, Type> known) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (raw == List.class) {
      return isObject(arguments[0]) && differentiable(arguments[0], around, known);
    }
    Map<TypeVariable<?>, Type> own = new HashMap<>(known);
    for (int i = 0; i < arguments.length; i++) {
      boolean isKnown = arguments[i] instanceof TypeVariable<?> given && known.containsKey(given);
      own.put(raw.getTypeParameters()[i], isKnown ? known.get(arguments[i]) : arguments[i]);
    }
    return differentiable(raw, generic, around, own);
  }

  private static boolean differentiable(
      Class<?> plain, Type type, Set<Type> around, Map<TypeVariable<?>, Type> known) {
    if (plain.isArray()) {
      return differentiable(plain.getComponentType(), around, known);
    } else if (plain.isRecord()) {
      Set<Type> within = new HashSet<>(around);
      return within.add(type)
          && within.size() < DEEPEST
          && Arrays.stream(plain.getRecordComponents())
              .anyMatch(component -> differentiable(component.getGenericType(), within, known));
    }
    return plain == double.class
        || plain == float.class
        || plain == Vector.class
        || plain == Matrix.class;
  }

  /** A list of records or tensors is differentiable, one of arrays isn't. */
  private static boolean isObject(Type type) {
    return !(type instanceof Class<?> plain && plain.isArray())
        && !(type instanceof GenericArrayType);
  }

  /** The numbers in a value. */
  public static double[] of(@Nullable Object value) {
    List<Double> numbers = new ArrayList<>();
    new Walk() {
      @Override
      Object number(Number number, String path) {
        numbers.add(number.doubleValue());
        return number;
      }
    }.value(value, "");
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** How the numbers in a value would be written in Java, in the same order. */
  public static List<String> names(String name, @Nullable Object value) {
    List<String> names = new ArrayList<>();
    new Walk() {
      @Override
      Object number(Number number, String path) {
        names.add(path);
        return number;
      }
    }.value(value, name);
    return names;
  }

  /** A deep copy that has other numbers. */
  public static @Nullable Object with(@Nullable Object like, double[] numbers) {
    int[] next = {0};
    return map(like, () -> numbers[next[0]++]);
  }

  /** A deep copy whose numbers come from a supplier, in order. */
  public static @Nullable Object map(@Nullable Object like, DoubleSupplier numbers) {
    return new Walk() {
      @Override
      Object number(Number number, String path) {
        double replaced = numbers.getAsDouble();
        return number instanceof Float ? (Object) (float) replaced : (Object) replaced;
      }
    }.value(like, "");
  }

  /** Copies a value while going through it. */
  private abstract static class Walk {
    abstract Object number(Number number, String path);

    @Nullable Object value(@Nullable Object value, String path) {
      if (value instanceof Double || value instanceof Float) {
        return number((Number) value, path);
      } else if (value instanceof Vector vector) {
        return Vector.wrap((double[]) array(vector.toArray(), path));
      } else if (value instanceof Matrix matrix) {
        return matrix(matrix, path);
      } else if (value instanceof List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>();
        for (Object element : list) {
          boolean counts =
              element instanceof Record
                  || element instanceof Vector
                  || element instanceof Matrix
                  || element instanceof List;
          copy.add(counts ? value(element, path + ".get(" + copy.size() + ")") : element);
        }
        return Collections.unmodifiableList(copy);
      } else if (value instanceof Record) {
        return record(value, path);
      } else if (value != null && value.getClass().isArray()) {
        return array(value, path);
      }
      return Copies.of(value);
    }

    private Object array(Object array, String path) {
      Class<?> element = array.getClass().getComponentType();
      boolean isOpen =
          element == Object.class
              || element == List.class
              || element.isRecord() && element.getTypeParameters().length > 0;
      if (!isOpen && !differentiable(element)) {
        return Objects.requireNonNull(Copies.of(array));
      }
      int length = Array.getLength(array);
      Object copy = Array.newInstance(element, length);
      for (int i = 0; i < length; i++) {
        Array.set(copy, i, value(Array.get(array, i), path.isEmpty() ? "" : path + "[" + i + "]"));
      }
      return copy;
    }

    private Object matrix(Matrix matrix, String path) {
      Matrix copy = Matrix.zeros(matrix.rows(), matrix.columns());
      for (int i = 0; i < matrix.rows(); i++) {
        for (int j = 0; j < matrix.columns(); j++) {
          Object number = number(matrix.get(i, j), path + "[" + i + "][" + j + "]");
          copy.set(i, j, (Double) number);
        }
      }
      return copy;
    }

    private Object record(Object record, String path) {
      RecordParts parts = RecordParts.of(record.getClass());
      @Nullable Object[] values = parts.values(record);
      for (int i = 0; i < values.length; i++) {
        values[i] =
            parts.isDifferentiable(i) || parts.isOpen(i) && !(values[i] instanceof Number)
                ? value(values[i], path + "." + parts.name(i))
                : Copies.of(values[i]);
      }
      return parts.construct(values);
    }
  }

  /** Whether two values have the same type and shape, and the same content but for the numbers. */
  public static boolean sameShape(@Nullable Object a, @Nullable Object b) {
    return of(a).length == of(b).length && Same.same(map(a, () -> 0), map(b, () -> 0));
  }
}
