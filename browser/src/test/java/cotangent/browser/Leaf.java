package cotangent.browser;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A leaf of a type, as pages see it: records are taken apart, and of an array or list of records
 * there is one array for each leaf of a record.
 *
 * @param type its type in the page
 * @param of finds it in a value; arrays are lists then
 */
record Leaf(String type, UnaryOperator<Object> of) {

  /** Returns the leaves of a type, in the order in which pages have them. */
  static List<Leaf> all(Type type) {
    Type element = element(type);
    if (element != null) {
      return all(element).stream().map(Leaf::ofEach).toList();
    }
    if (!(type instanceof Class<?> record && record.isRecord())) {
      String name = type instanceof Class<?> plain ? plain.getCanonicalName() : type.getTypeName();
      return List.of(new Leaf(name, value -> value));
    }
    List<Leaf> all = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      for (Leaf leaf : all(component.getGenericType())) {
        all.add(new Leaf(leaf.type, value -> leaf.of.apply(component(value, component))));
      }
    }
    return all;
  }

  /** The type of what an array or a list of records holds; null for all others. */
  private static Type element(Type type) {
    if (type instanceof Class<?> array && array.isArray()) {
      return array.getComponentType();
    }
    boolean holdsRecords =
        type instanceof ParameterizedType list
            && list.getRawType() == List.class
            && list.getActualTypeArguments()[0] instanceof Class<?> element
            && element.isRecord();
    return holdsRecords ? ((ParameterizedType) type).getActualTypeArguments()[0] : null;
  }

  private static Leaf ofEach(Leaf leaf) {
    return new Leaf(
        leaf.type + "[]", value -> value == null ? null : elements(value).map(leaf.of).toList());
  }

  private static Stream<Object> elements(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(each -> each)
        : Arrays.stream(boxed(value));
  }

  private static Object[] boxed(Object array) {
    Object[] boxed = new Object[Array.getLength(array)];
    Arrays.setAll(boxed, i -> Array.get(array, i));
    return boxed;
  }

  static Object component(Object value, RecordComponent component) {
    if (value == null) {
      return null;
    }
    component.getAccessor().setAccessible(true);
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the real numbers of a value, leaf by leaf. */
  static List<Double> numbers(Type type, Object value) {
    List<Double> numbers = new ArrayList<>();
    all(type).forEach(leaf -> collect(leaf.of.apply(value), numbers));
    return numbers;
  }

  private static void collect(Object value, List<Double> into) {
    if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, into));
    } else if (value instanceof Double || value instanceof Float) {
      into.add(((Number) value).doubleValue());
    }
  }
}
