package cotangent.processor.shape;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of values: how large whole numbers are, how long arrays, when conditions hold. */
final class Facts {
  private static final Object NOTHING = new Object();

  private final Map<Value, Size> sizes = new HashMap<>();
  private final Map<Value, List<Size>> dimensions = new HashMap<>();
  private final Map<Value, Size> elements = new HashMap<>();
  private final EachElement each = new EachElement();
  private final Stored stored = new Stored();
  private final Map<Value, Truth> truths = new HashMap<>();
  private final Map<Value, Object> constants = new HashMap<>();

  /** What tells values from others, and from themselves when they are computed anew. */
  private final Map<Value, Object> identities = new HashMap<>();

  private final Map<Value, Object> homes = new HashMap<>();
  private final Map<Object, List<Span>> spans = new HashMap<>();
  private final Map<Value, String> origins = new HashMap<>();
  private final Set<Value> nulls = new HashSet<>();

  /** The arrays of what operations made that can't be carried out. */
  private final Set<Value> spoiled = new HashSet<>();

  /** What is in arrays that the method makes. */
  Stored stored() {
    return stored;
  }

  /** Begins anew with values that a region computes. */
  void make(Collection<Value> values, Object region) {
    forget(values);
    values.forEach(value -> homes.put(value, region));
  }

  /** Forgets what was known of values that are computed anew. */
  void forget(Collection<Value> values) {
    sizes.keySet().removeAll(values);
    dimensions.keySet().removeAll(values);
    elements.keySet().removeAll(values);
    each.forget(values);
    stored.forget(values);
    origins.keySet().removeAll(values);
    truths.keySet().removeAll(values);
    identities.keySet().removeAll(values);
    values.forEach(nulls::remove);
    values.forEach(spoiled::remove);
  }

  Size size(Value value) {
    return sizes.computeIfAbsent(value, v -> Size.of(Name.found(v.name())));
  }

  /**
   * Notes what a loop counts.
   *
   * @param ends its first and its last round
   * @param home its body, in which that is so in some round
   * @param outer where the loop is: if it has any round, what is counted there is counted in it too
   */
  void count(Value index, Span.Ends ends, Object home, Object outer) {
    Name name = Name.found(index.name());
    put(index, Size.of(name));
    List<Span> counted = new ArrayList<>();
    counted.add(new Span(name, ends));
    if (SizeDifferences.isSome(ends.rounds())) {
      counted.addAll(spans(outer));
    }
    spans.put(home, counted);
  }

  /** Notes what is counted where a region is carried out. */
  void count(Object home, List<Span> counted) {
    spans.put(home, counted);
  }

  /** Returns what is counted in a region, the innermost first: all of it is at any end together. */
  List<Span> spans(Object home) {
    return spans.getOrDefault(home, List.of());
  }

  /** Calls the rows and columns of matrices that are given as the user would. */
  void given(List<Value> parameters) {
    for (int i = 0; i + 1 < parameters.size(); i++) {
      String rows = parameters.get(i).name();
      String columns = parameters.get(i + 1).name();
      String matrix = rows.endsWith("Rows") ? rows.substring(0, rows.length() - 4) : "";
      if (!matrix.isEmpty() && columns.equals(matrix + "Columns")) {
        put(parameters.get(i), Size.of(Name.found(matrix + ".rows()")));
        put(parameters.get(i + 1), Size.of(Name.found(matrix + ".columns()")));
      }
    }
  }

  List<Size> dimensions(Value array) {
    List<Size> all = dimensions.computeIfAbsent(array, a -> filled(List.of(), a.type().rank()));
    List<Size> rows = stored.all(array, all.isEmpty() ? null : all.get(0).number());
    if (rows == null || rows.size() != all.size() - 1) {
      return all;
    }
    List<Size> whole = new ArrayList<>(List.of(all.get(0)));
    whole.addAll(rows);
    return whole;
  }

  /** Returns what all elements of an array are, if they are one number. */
  Size element(Value array) {
    return elements.computeIfAbsent(array, a -> Size.of(Name.found("")));
  }

  /** Whether all elements of an array are known to be one number. */
  boolean hasElement(Value array) {
    return elements.containsKey(array);
  }

  void putElement(Value array, Size size) {
    elements.put(array, size);
  }

  /** Tells of the product that gave a value its size; null where none did. */
  @Nullable String origin(Value value) {
    return origins.get(value);
  }

  void putOrigin(Value value, String origin) {
    origins.put(value, origin);
  }

  void copyOrigin(Value from, Value to) {
    String origin = origins.get(from);
    if (origin != null) {
      origins.put(to, origin);
    }
  }

  /** Declares a size that each element of an array has for itself. */
  Name ofEach(String text, Object scope) {
    return each.declared(text, scope);
  }

  /** Returns sizes as the element at an index has them. */
  List<Size> at(Value index, List<Size> sizes) {
    return each.at(key(index), sizes);
  }

  /** Returns some sizes, and after them as many that may be anything. */
  static List<Size> filled(List<Size> known, int rank) {
    List<Size> all = new ArrayList<>(known);
    while (all.size() < rank) {
      all.add(Size.of(Name.found("")));
    }
    return all;
  }

  Truth truth(Value condition) {
    return truths.computeIfAbsent(condition, each -> new Truth.Unknown(identity(each)));
  }

  /** Whether a value is certainly null, or what a variable has before it is assigned. */
  boolean isNull(Value value) {
    return nulls.contains(value);
  }

  /** Notes that a value is of something that isn't there. */
  void absent(Value value) {
    nulls.add(value);
  }

  void spoil(Value array) {
    spoiled.add(array);
  }

  /** Whether the operation that made it can't be carried out: so nothing is known of it. */
  boolean isSpoiled(Value array) {
    return spoiled.contains(array);
  }

  void put(Value value, Size size) {
    sizes.put(value, size.isLong() ? Size.of(Name.found(value.name())) : size);
  }

  void put(Value array, List<Size> all) {
    dimensions.put(array, all);
  }

  /** Whether a value was computed in a region itself, neither around it nor before it. */
  boolean isMadeIn(Object region, Value value) {
    return homes.get(value) == region;
  }

  void put(Value condition, Truth truth) {
    truths.put(condition, truth);
  }

  void put(Step.Constant constant) {
    Object value = constant.value();
    if (value == null) {
      nulls.add(constant.result());
    } else if (value instanceof Integer number) {
      put(constant.result(), Size.of(number));
    } else if (value instanceof Boolean truth) {
      put(constant.result(), new Truth.Known(truth));
    }
    if (value != null) {
      constants.put(constant.result(), value);
    }
  }

  /** Notes that a value is the same as another one. */
  void copy(Value from, Value to, Path path) {
    if (nulls.contains(from)) {
      nulls.add(to);
    }
    putIdentity(to, identity(from));
    if (from.type() == Type.INT) {
      put(to, path.resolved(size(from)));
    } else if (from.type() == Type.BOOLEAN) {
      put(to, truth(from));
    } else if (from.type().isArray()) {
      put(to, path.resolved(dimensions(from)));
      stored.copy(from, to);
      copyOrigin(from, to);
      if (hasElement(from)) {
        putElement(to, path.resolved(element(from)));
      }
    }
  }

  /** Returns what tells a value from others: two steps that compute the same give the same. */
  Object key(Value value) {
    Object constant = constants.get(value);
    return constant == null ? value : constant;
  }

  /** Returns what is the same for two values if these certainly are. */
  Object identity(Value value) {
    Object constant = isNull(value) ? NOTHING : constants.get(value);
    return constant == null ? identities.computeIfAbsent(value, each -> new Object()) : constant;
  }

  void putIdentity(Value value, Object identity) {
    identities.put(value, identity);
  }

  /** Goes on with a value that may have any size. */
  void loseSizes(Value value) {
    sizes.remove(value);
    dimensions.remove(value);
    elements.remove(value);
    nulls.remove(value);
  }

  /** Goes on with values that may be others by now, of the same sizes. */
  void exchange(Collection<Value> values) {
    identities.keySet().removeAll(values);
  }

  /** Returns everything about values that decides how large something is. */
  @Nullable Object content(Value value, Path path) {
    if (value.type() == Type.INT) {
      return path.resolved(size(value));
    }
    if (!value.type().isArray()) {
      return null;
    }
    List<Size> all = path.resolved(dimensions(value));
    Object memory = stored.identity(value);
    Object own = memory == null ? all : List.of(all, memory);
    return hasElement(value) ? List.of(own, path.resolved(element(value))) : own;
  }
}
