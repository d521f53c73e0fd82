package cotangent.verify.draw;

import cotangent.Dimensions;
import cotangent.Sizes;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import cotangent.verify.check.Scene;
import cotangent.verify.check.Unfit;
import cotangent.verify.declared.Annotated;
import cotangent.verify.declared.Declared;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes arguments that {@code @Shape} forbids: those of a point, but for one array that is longer
 * by one than the others say.
 */
public final class Misshapen {
  private final List<Declared.Parameter> parameters;
  private final @Nullable Object[] arguments;
  private final int offset;

  private Misshapen(List<Declared.Parameter> parameters, @Nullable Object[] arguments) {
    this.parameters = parameters;
    this.arguments = arguments;
    this.offset = arguments.length - parameters.size();
  }

  /** All that the shapes of a method's parameters forbid near a point. */
  public static List<Unfit> of(Annotated annotated, Scene scene) {
    Misshapen made = new Misshapen(annotated.declared().parameters(), scene.arguments());
    List<Unfit> unfit = new ArrayList<>();
    for (int i = 0; i < made.parameters.size(); i++) {
      Dimensions shape = made.parameters.get(i).hint().shape();
      for (int dimension = 0; shape != null && dimension < shape.rank(); dimension++) {
        Integer wanted = shape.sizes(made.sizesBeside(i)).get(dimension);
        Object longer = longer(made.argument(i), dimension);
        if (wanted != null && longer != null) {
          unfit.add(made.unfit(i, longer));
        }
      }
    }
    return unfit;
  }

  private @Nullable Object argument(int parameter) {
    return arguments[parameter + offset];
  }

  /** What names stand for as far as other parameters tell. */
  private Map<String, Integer> sizesBeside(int parameter) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Dimensions shape = parameters.get(i).hint().shape();
      if (argument(i) instanceof Integer number) {
        sizes.put(parameters.get(i).name(), number);
      }
      for (int k = 0; i != parameter && shape != null && k < shape.rank(); k++) {
        int size = Sizes.of(argument(i), k);
        if (shape.isName(k) && size != Sizes.UNKNOWN) {
          sizes.putIfAbsent(shape.text(k), size);
        }
      }
    }
    return sizes;
  }

  private Unfit unfit(int parameter, Object longer) {
    @Nullable Object[] changed = arguments.clone();
    changed[parameter + offset] = longer;
    List<@Nullable Object> told = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Dimensions shape = parameters.get(i).hint().shape();
      if (shape != null || argument(i) instanceof Integer) {
        told.add(parameters.get(i).name());
        told.add(shape == null ? null : shape.toString());
        told.add(changed[i + offset]);
      }
    }
    return new Unfit(changed, String.valueOf(Sizes.misfit(told.toArray()).getMessage()));
  }

  /** An array with one more element, or whose last row has one more; null where there is no way. */
  private static @Nullable Object longer(@Nullable Object value, int dimension) {
    if (value instanceof Vector vector) {
      return Vector.wrap((double[]) extended(vector.toArray()));
    } else if (value instanceof Matrix matrix) {
      boolean isRow = dimension == 0;
      return Matrix.zeros(matrix.rows() + (isRow ? 1 : 0), matrix.columns() + (isRow ? 0 : 1));
    } else if (value == null || !value.getClass().isArray() || Array.getLength(value) == 0) {
      return null;
    } else if (dimension == 0) {
      return extended(value);
    }
    Object copy = ((Object[]) value).clone();
    int last = Array.getLength(copy) - 1;
    Object row = longer(Array.get(copy, last), dimension - 1);
    if (row != null) {
      Array.set(copy, last, row);
    }
    return row == null ? null : copy;
  }

  private static Object extended(Object array) {
    int length = Array.getLength(array);
    Object more = Array.newInstance(array.getClass().getComponentType(), length + 1);
    System.arraycopy(array, 0, more, 0, length);
    if (length > 0) {
      Array.set(more, length, Array.get(array, length - 1));
    }
    return more;
  }
}
