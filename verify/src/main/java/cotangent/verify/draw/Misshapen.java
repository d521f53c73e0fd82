package cotangent.verify.draw;

import cotangent.Dimensions;
import cotangent.Sizes;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import cotangent.verify.check.RecordParts;
import cotangent.verify.check.Scene;
import cotangent.verify.check.Unfit;
import cotangent.verify.check.Unmade;
import cotangent.verify.declared.Annotated;
import cotangent.verify.declared.ClassFile;
import cotangent.verify.declared.Declared;
import cotangent.verify.declared.Hint;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes arguments that {@code @Shape} forbids: those of a point, but for one array that is longer
 * by one than the others say. Components of a record are held against those of the same object.
 */
public final class Misshapen {
  private static final String RESULT = "the result";

  /** What has a name and may have a shape. */
  private record Part(String name, @Nullable Dimensions shape, @Nullable Object value) {}

  /**
   * What may stand in the place of a part.
   *
   * @param why what is wrong with it
   */
  private record Variant(Object value, String why) {}

  /** What is bound together. */
  private final List<Part> scope;

  private Misshapen(List<Part> scope) {
    this.scope = scope;
  }

  /** All that the shapes of a method's parameters, and what is in them, forbid near a point. */
  public static List<Unfit> of(Annotated annotated, Scene scene) {
    List<Part> parameters = parameters(annotated, scene);
    int offset = scene.arguments().length - parameters.size();
    List<Unfit> unfit = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      for (Variant variant : new Misshapen(parameters).variants(i)) {
        @Nullable Object[] changed = scene.arguments().clone();
        changed[i + offset] = variant.value;
        unfit.add(new Unfit(changed, variant.why));
      }
    }
    return unfit;
  }

  /** What is wrong with the size of the original's result at a point; empty where nothing is. */
  public static String ofResult(Annotated annotated, Scene scene) {
    Dimensions shape = annotated.declared().result().shape();
    Object value = scene.expected().value();
    if (shape == null || value == null) {
      return "";
    }
    List<Part> all = parameters(annotated, scene);
    all.add(new Part(RESULT, shape, value));
    Misshapen made = new Misshapen(all);
    int[] wanted =
        shape.sizes(made.sizesBeside(all.size() - 1)).stream()
            .mapToInt(size -> size == null ? Sizes.UNKNOWN : size)
            .toArray();
    return Sizes.fit(value, wanted) ? "" : made.why(all.size() - 1, value);
  }

  private static List<Part> parameters(Annotated annotated, Scene scene) {
    List<Declared.Parameter> declared = annotated.declared().parameters();
    int offset = scene.arguments().length - declared.size();
    List<Part> parameters = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Declared.Parameter parameter = declared.get(i);
      Object value = scene.arguments()[i + offset];
      parameters.add(new Part(parameter.name(), parameter.hint().shape(), value));
    }
    return parameters;
  }

  private List<Variant> variants(int at) {
    Part part = scope.get(at);
    List<Variant> variants = new ArrayList<>();
    for (int dimension = 0; part.shape != null && dimension < part.shape.rank(); dimension++) {
      Integer wanted = part.shape.sizes(sizesBeside(at)).get(dimension);
      Object longer = longer(part.value, dimension);
      if (wanted != null && longer != null) {
        variants.add(new Variant(longer, why(at, longer)));
      }
    }
    variants.addAll(inside(part));
    return variants;
  }

  /** The same for what is in a record, or in the first one of a list or an array. */
  private static List<Variant> inside(Part part) {
    if (part.value instanceof Record record) {
      return inside(part.name, record);
    }
    List<Variant> variants = new ArrayList<>();
    if (part.value instanceof List<?> list && !list.isEmpty()) {
      for (Variant first : inside(new Part(part.name + ".get(0)", null, list.get(0)))) {
        List<@Nullable Object> changed = new ArrayList<>(list);
        changed.set(0, first.value);
        variants.add(new Variant(List.copyOf(changed), first.why));
      }
    } else if (part.value instanceof Record[] records && records.length > 0) {
      for (Variant first : inside(new Part(part.name + "[0]", null, records[0]))) {
        Record[] changed = records.clone();
        changed[0] = (Record) first.value;
        variants.add(new Variant(changed, first.why));
      }
    }
    return variants;
  }

  private static List<Variant> inside(String name, Record record) {
    RecordParts parts = RecordParts.of(record.getClass());
    Map<String, Hint> hints = ClassFile.of(record.getClass()).fields();
    @Nullable Object[] values = parts.values(record);
    List<Part> components = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String component = parts.names().get(i);
      Dimensions shape = hints.getOrDefault(component, Hint.NONE).shape();
      components.add(new Part(name + "." + component, shape, values[i]));
    }
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      for (Variant variant : new Misshapen(components).variants(i)) {
        @Nullable Object[] changed = values.clone();
        changed[i] = variant.value;
        try {
          variants.add(new Variant(parts.construct(changed), variant.why));
        } catch (Unmade refused) {
          // by its own constructor
        }
      }
    }
    return variants;
  }

  /** What names stand for as far as other parts tell. */
  private Map<String, Integer> sizesBeside(int at) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < scope.size(); i++) {
      Part part = scope.get(i);
      if (part.value instanceof Integer number) {
        sizes.put(part.name.substring(part.name.lastIndexOf('.') + 1), number);
      }
      for (int k = 0; i != at && part.shape != null && k < part.shape.rank(); k++) {
        int size = Sizes.of(part.value, k);
        if (part.shape.isName(k) && size != Sizes.UNKNOWN) {
          sizes.putIfAbsent(part.shape.text(k), size);
        }
      }
    }
    return sizes;
  }

  /** What a companion says if a part has another value. */
  private String why(int at, Object instead) {
    List<@Nullable Object> told = new ArrayList<>();
    for (int i = 0; i < scope.size(); i++) {
      Part part = scope.get(i);
      if (part.shape != null || part.value instanceof Integer) {
        told.add(part.name);
        told.add(part.shape == null ? null : part.shape.toString());
        told.add(i == at ? instead : part.value);
      }
    }
    return String.valueOf(Sizes.misfit(told.toArray()).getMessage());
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
