package cotangent.processor.optimise.loop;

import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements of arrays that are scalars now, as far as they are known at a point. */
final class KnownElements {
  private record Element(Linear index, Value value) {}

  private final Map<Value, List<Element>> known = new HashMap<>();
  private final Set<Value> zero = new HashSet<>();

  /** Takes note of a new array, all of whose elements are zero. */
  void clear(Value array) {
    zero.add(array);
  }

  void put(Value array, Linear index, Value value) {
    known.computeIfAbsent(array, unused -> new ArrayList<>()).add(new Element(index, value));
  }

  /** Forgets all of an array, since any element may have been written. */
  void forget(Value array) {
    known.remove(array);
    zero.remove(array);
  }

  /** Returns an element; null where it isn't known. */
  @Nullable Value get(Value array, Linear index) {
    List<Element> written = known.getOrDefault(array, List.of());
    for (int i = written.size() - 1; i >= 0; i--) {
      Element element = written.get(i);
      if (element.index().equals(index)) {
        return element.value();
      } else if (!Objects.equals(element.index().symbol(), index.symbol())) {
        return null; // may be the same index
      }
    }
    return null;
  }

  /** Whether an element certainly is still zero. */
  boolean isZero(Value array, Linear index) {
    return zero.contains(array)
        && known.getOrDefault(array, List.of()).stream()
            .allMatch(
                element ->
                    Objects.equals(element.index().symbol(), index.symbol())
                        && element.index().offset() != index.offset());
  }
}
