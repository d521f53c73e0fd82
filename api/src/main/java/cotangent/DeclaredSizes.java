package cotangent;

import cotangent.tensor.Matrix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares sizes with what {@link Shape} says of the parameters of a helper, of the components of a
 * record and of results. Used by generated code, where that was not certain when it was compiled:
 * what is wrong is said as {@link Sizes} says it of the arguments of a method.
 *
 * <p><b>Shapes.</b> Arrays of any rank; vectors by their arrays, matrices by their rows, their
 * columns and their arrays. What is null says nothing.
 *
 * <p><b>Cost.</b> Two vectors of one size are one comparison.
 */
@SuppressWarnings("exports") // users don't have the annotations for null checks
public final class DeclaredSizes {
  private static final Map<String, Dimensions> READ = new ConcurrentHashMap<>();

  private DeclaredSizes() {}

  /**
   * Rejects two arrays that do not have the lengths that were declared.
   *
   * @param name what declares the first one
   * @param shape its shape, as the annotation says it
   * @param array the array, or null
   * @param otherName what declares the second one
   * @param otherShape its shape
   * @param other the other array, or null
   * @throws IllegalArgumentException if one of them has another length
   */
  public static void require(
      String name,
      String shape,
      double @Nullable [] array,
      String otherName,
      String otherShape,
      double @Nullable [] other) {
    boolean fits =
        array != null
            && other != null
            && array.length == other.length
            && shape.equals(otherShape)
            && !Character.isDigit(shape.charAt(0));
    if (!fits) {
      require(new @Nullable Object[] {name, shape, array, otherName, otherShape, other});
    }
  }

  /**
   * Rejects whatever does not have the sizes that were declared.
   *
   * @param all for each of them: its name, its shape and the array, or its name, its shape and the
   *     rows, columns and elements of a matrix, or of many; or the name of a number, null, and the
   *     number
   * @throws IllegalArgumentException if one of them has another size
   */
  public static void require(@Nullable Object... all) {
    List<@Nullable Object> whole = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < all.length; i = next) {
      boolean isApart = all[i + 1] != null && isApart(all, i + 2);
      next = i + (isApart ? 5 : 3);
      whole.add(all[i]);
      whole.add(all[i + 1]);
      whole.add(isApart ? matrices(all[i + 2], all[i + 3], all[i + 4]) : all[i + 2]);
    }
    if (!fit(whole)) {
      throw Sizes.misfit(whole.toArray());
    }
  }

  /**
   * Rejects arguments of a generated method that are not as the original declares them, where its
   * derivative stands in the place of its call.
   *
   * @param all as {@link #require(Object...)} takes them
   * @throws IllegalArgumentException if one of them has another size
   */
  public static void requireArguments(@Nullable Object... all) {
    require(all);
  }

  /** Whether there are rows, columns and elements: of one matrix, or of many. */
  private static boolean isApart(@Nullable Object[] all, int at) {
    return all[at] instanceof Integer
        || all[at] instanceof int[] && at + 1 < all.length && all[at + 1] instanceof int[];
  }

  private static @Nullable Object matrices(
      @Nullable Object rows, @Nullable Object columns, @Nullable Object values) {
    if (rows instanceof int[] allRows
        && columns instanceof int[] allColumns
        && values instanceof double[][] all) {
      @Nullable Matrix[] matrices = new Matrix[all.length];
      for (int i = 0; i < all.length; i++) {
        matrices[i] = all[i] == null ? null : Matrix.wrap(allRows[i], allColumns[i], all[i]);
      }
      return matrices;
    }
    return rows instanceof Integer m
            && columns instanceof Integer n
            && values instanceof double[] elements
        ? Matrix.wrap(m, n, elements)
        : null;
  }

  private static boolean fit(List<@Nullable Object> all) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < all.size(); i += 3) {
      if (all.get(i) instanceof String name && all.get(i + 2) instanceof Integer size) {
        sizes.put(name, size);
      }
    }
    for (int i = 0; i < all.size(); i += 3) {
      if (all.get(i + 1) instanceof String shape) {
        bind(dimensions(shape), all.get(i + 2), sizes);
      }
    }
    for (int i = 0; i < all.size(); i += 3) {
      if (all.get(i + 1) instanceof String shape
          && !Sizes.fit(all.get(i + 2), wanted(dimensions(shape), sizes))) {
        return false;
      }
    }
    return true;
  }

  private static Dimensions dimensions(String shape) {
    return READ.computeIfAbsent(shape, Dimensions::of);
  }

  private static void bind(
      Dimensions dimensions, @Nullable Object array, Map<String, Integer> sizes) {
    for (int i = 0; i < dimensions.rank(); i++) {
      if (dimensions.isName(i) && !sizes.containsKey(dimensions.text(i))) {
        int size = Sizes.of(array, i);
        if (size != Sizes.UNKNOWN) {
          sizes.put(dimensions.text(i), size);
        }
      }
    }
  }

  private static int[] wanted(Dimensions dimensions, Map<String, Integer> sizes) {
    return dimensions.sizes(sizes).stream()
        .mapToInt(size -> size == null ? Sizes.UNKNOWN : size)
        .toArray();
  }
}
