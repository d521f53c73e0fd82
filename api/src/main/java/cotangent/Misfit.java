package cotangent;

import cotangent.tensor.Matrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which array does not have the shape that it should, and says why; this need not be
 * fast.
 */
final class Misfit {
  private final List<Sized> arrays = new ArrayList<>();
  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private record Sized(String name, Dimensions dimensions, @Nullable Object array) {}

  /**
   * @param all three by three: a name, a shape and an array, or a name, null and a number
   */
  Misfit(@Nullable Object... all) {
    for (int i = 0; i < all.length; i += 3) {
      String name = String.valueOf(all[i]);
      if (all[i + 1] instanceof String shape) {
        arrays.add(new Sized(name, Dimensions.of(shape), all[i + 2]));
      } else if (all[i + 2] instanceof Integer size) {
        sizes.put(name.substring(name.lastIndexOf('.') + 1), size);
        reasons.put(name.substring(name.lastIndexOf('.') + 1), name + " is " + size);
      }
    }
    arrays.forEach(this::bind);
  }

  private void bind(Sized sized) {
    for (int i = 0; i < sized.dimensions.rank(); i++) {
      String name = sized.dimensions.text(i);
      int size = Sizes.of(sized.array, i);
      if (sized.dimensions.isName(i)
          && size != Sizes.UNKNOWN
          && sizes.putIfAbsent(name, size) == null) {
        reasons.put(name, reason(sized, i, size));
      }
    }
  }

  private static String reason(Sized sized, int dimension, int size) {
    if (dimension == 0 || isEven(sized.array, dimension, size)) {
      return sized.name + " " + size(sized.array, sized.dimensions.rank());
    }
    Object row = sized.array;
    StringBuilder path = new StringBuilder(sized.name);
    for (int rest = dimension; rest > 0 && row instanceof Object[] rows; rest--) {
      int index = 0;
      while (Sizes.of(rows[index], rest - 1) == Sizes.UNKNOWN) {
        index++;
      }
      path.append('[').append(index).append(']');
      row = rows[index];
    }
    return path + " " + size(row);
  }

  /** Whether all lengths in a dimension are the same. */
  private static boolean isEven(@Nullable Object array, int dimension, int size) {
    if (array == null) {
      return true;
    }
    if (dimension == 0 || !(array instanceof Object[] rows)) {
      return Sizes.of(array, dimension) == size;
    }
    for (Object row : rows) {
      if (!isEven(row, dimension - 1, size)) {
        return false;
      }
    }
    return true;
  }

  IllegalArgumentException exception() {
    for (Sized sized : arrays) {
      for (int i = 0; i < sized.dimensions.rank(); i++) {
        Integer wanted = sized.dimensions.sizes(sizes).get(i);
        if (wanted != null && !isEven(sized.array, i, wanted)) {
          return new IllegalArgumentException(text(sized, i, wanted));
        }
      }
    }
    return new IllegalArgumentException("the sizes of the arguments do not agree");
  }

  private String text(Sized sized, int dimension, int wanted) {
    int first = Sizes.of(sized.array, dimension);
    if (first != Sizes.UNKNOWN && isEven(sized.array, dimension, first)) {
      String is = size(sized.array, sized.dimensions.rank());
      return sized.name
          + " "
          + is
          + ", but "
          + wanted(sized.dimensions)
          + because(sized, dimension);
    }
    String path = sized.name;
    Object row = sized.array;
    for (int rest = dimension; rest > 0 && row instanceof Object[] rows; rest--) {
      int index = 0;
      while (isEven(rows[index], rest - 1, wanted)) {
        index++;
      }
      path += "[" + index + "]";
      row = rows[index];
    }
    String shape = "@Shape(\"" + sized.dimensions.text(dimension) + "\") is " + wanted;
    return path + " " + size(row) + ", but " + shape + because(sized, dimension);
  }

  private String wanted(Dimensions dimensions) {
    List<String> all = new ArrayList<>();
    dimensions.sizes(sizes).forEach(size -> all.add(size == null ? "?" : size.toString()));
    return "@Shape(\"" + dimensions + "\") is " + String.join(" × ", all);
  }

  private String because(Sized sized, int dimension) {
    Set<String> all = new LinkedHashSet<>();
    for (String name : sized.dimensions.names(dimension)) {
      all.add(reasons.getOrDefault(name, ""));
    }
    all.remove("");
    return all.isEmpty() ? "" : ", as " + String.join(" and ", all);
  }

  /** Says how long a row is, or how large a matrix. */
  private static String size(@Nullable Object row) {
    return size(row, row instanceof Matrix ? 2 : 1);
  }

  /** Says how large an array is. */
  static String size(@Nullable Object array, int rank) {
    List<String> lengths = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      int length = Sizes.of(array, i);
      lengths.add(length == Sizes.UNKNOWN ? "?" : Integer.toString(length));
    }
    return rank == 1 ? "has length " + lengths.get(0) : "is " + String.join(" × ", lengths);
  }
}
