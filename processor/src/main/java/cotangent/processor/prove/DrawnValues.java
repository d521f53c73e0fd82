package cotangent.processor.prove;

import cotangent.processor.graph.Type;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws values of any type; anything but a number or an array is just a name. */
final class DrawnValues {
  /** A method that needs more, such as a camera's eleven parameters, throws before that. */
  private static final int[] SIZES = {3, 2, 4, 1, 6, 12, 16, 24};

  private final Random random;
  private final int attempt;

  /** An object of which only the identity is known. */
  record Token(String name) {}

  /**
   * @param attempt decides sizes and ranges, which differ from one to the next
   */
  DrawnValues(long seed, int attempt) {
    this.random = new Random(seed);
    this.attempt = attempt;
  }

  int size() {
    return SIZES[attempt % SIZES.length];
  }

  /** Draws whether a record that may be null is there; mostly, it is. */
  boolean isThere() {
    return random.nextInt(4) > 0;
  }

  /** Draws a value; {@code name} names an object. */
  @Nullable Object of(Type type, String name) {
    return of(type, name, List.of(), null);
  }

  /**
   * Draws a value.
   *
   * @param sizes the lengths of arrays, from the outermost on, as far as they are known
   * @param range of numbers, if it is known
   */
  @Nullable Object of(
      Type type, String name, List<@Nullable Integer> sizes, double @Nullable [] range) {
    if (type instanceof Type.Array array) {
      return array(array, name, sizes, range);
    } else if (type instanceof Type.Scalar scalar) {
      return switch (scalar) {
        case DOUBLE -> number(range);
        case FLOAT -> (float) number(range);
        case INT -> whole();
        case LONG -> (long) whole();
        case SHORT -> (short) whole();
        case BYTE -> (byte) whole();
        case CHAR -> (char) ('a' + whole());
        case BOOLEAN -> random.nextBoolean();
      };
    }
    return type.equals(Type.STRING) ? "text" : new Token(name);
  }

  private double number(double @Nullable [] range) {
    double u = random.nextDouble();
    if (range != null) {
      return range[0] + (0.05 + 0.9 * u) * (range[1] - range[0]);
    }
    return switch (attempt % 5) {
      case 0 -> 0.1 + 0.8 * u;
      case 1 -> 0.5 + 1.5 * u;
      case 2 -> -1.5 + 3 * u;
      case 3 -> 2 + 3 * u;
      default -> -3 + 2.9 * u;
    };
  }

  /** A number around zero, for directions and weights. */
  double direction() {
    return (0.2 + 0.8 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
  }

  /** Counts and indices are small, and fit into the arrays. */
  private int whole() {
    return attempt % 2 == 0 ? Math.max(1, size() - 1) : random.nextInt(size());
  }

  /** Square arrays get a strong diagonal, so that they can be solved for. */
  private Object array(
      Type.Array type, String name, List<@Nullable Integer> sizes, double @Nullable [] range) {
    @Nullable Integer known = sizes.isEmpty() ? null : sizes.get(0);
    List<@Nullable Integer> inner = sizes.isEmpty() ? sizes : sizes.subList(1, sizes.size());
    int length = known == null ? size() : Math.max(0, known);
    Object array = Array.newInstance(component(type.element()), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, of(type.element(), name + i, inner, range));
    }
    if (range == null && array instanceof double[][] matrix) {
      for (int i = 0; i < length && i < matrix[i].length; i++) {
        matrix[i][i] += length;
      }
    }
    return array;
  }

  private static Class<?> component(Type type) {
    if (type instanceof Type.Array array) {
      return component(array.element()).arrayType();
    } else if (type instanceof Type.Scalar scalar) {
      return scalar.primitive();
    }
    return type.equals(Type.STRING) ? String.class : Object.class;
  }
}
