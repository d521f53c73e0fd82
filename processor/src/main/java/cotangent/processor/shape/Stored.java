package cotangent.processor.shape;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How large the elements of arrays are that the method makes, one by one: as long as they are
 * written where the array is made, each at a place that is known.
 */
final class Stored {
  private final Map<Value, Memory> memories = new HashMap<>();
  private final List<Memory> all = new ArrayList<>();

  private int differing;

  /** The bodies of loops that are gone through round by round, and what they belong to. */
  private final Map<Object, Object> certain = new HashMap<>();

  /** Loops that go through arrays, by their indices. */
  private final Map<Value, Rounds> rounds = new HashMap<>();

  /** An array; it is forgotten as a whole. */
  private static final class Memory {
    private final Type type;
    private final Object home;
    private final SortedMap<Long, List<Size>> elements = new TreeMap<>();
    private boolean isKnown = true;

    Memory(Type type, Object home) {
      this.type = type;
      this.home = home;
    }
  }

  /**
   * Rounds of a loop that goes through the first elements of arrays.
   *
   * @param fork the first of them and all others; null of the first
   */
  private record Rounds(long count, @Nullable Fork fork) {}

  /** An array is made in a region. */
  void make(Step.NewArray made, Object home) {
    Type type = made.result().type();
    if (type.rank() > 1 || type.leaf() == Type.INT) {
      Memory memory = new Memory(type, home);
      memories.put(made.result(), memory);
      all.add(memory);
    }
  }

  void forget(Collection<Value> values) {
    memories.keySet().removeAll(values);
    rounds.keySet().removeAll(values);
  }

  /** Notes that a value is the same array as another one. */
  void copy(Value from, Value to) {
    Memory memory = memories.get(from);
    if (memory != null) {
      memories.put(to, memory);
    }
  }

  /** Returns what tells an array from others; null where it isn't known. */
  @Nullable Object identity(Value array) {
    return memories.get(array);
  }

  /** An element is written in a region. */
  void write(Value array, @Nullable Long index, List<Size> sizes, Object home) {
    Memory memory = memories.get(array);
    if (memory == null || index == null || memory.home != certain.getOrDefault(home, home)) {
      change(array);
    } else {
      memory.elements.put(index, sizes);
    }
  }

  /** Whether a region, which is carried out in another one, writes to arrays known there. */
  boolean isWritten(Region inner, Object home) {
    for (Step step : inner.steps()) {
      Memory memory = step instanceof Step.Write write ? memories.get(write.array()) : null;
      if (memory != null && memory.home == home) {
        return true;
      }
    }
    return false;
  }

  /** Carries out an action in which a region is known to be carried out wherever another one is. */
  void within(Region inner, Object home, Runnable action) {
    certain.put(inner, certain.getOrDefault(home, home));
    action.run();
    certain.remove(inner);
  }

  /** Something may have happened to an array. */
  void change(Value array) {
    Memory memory = memories.get(array);
    for (Memory each : all) {
      if (memory == null ? each.type.equals(array.type()) : each == memory) {
        each.isKnown = false;
      }
    }
    all.removeIf(each -> !each.isKnown);
  }

  /**
   * A loop begins a round, in which it looks at one element.
   *
   * @param from what it counts from
   * @param to what it counts to
   * @param fork the first round and all others; null of the first
   */
  void enter(Counted count, Size from, Size to, @Nullable Fork fork) {
    Long first = from.number();
    Long end = to.number();
    if (first != null && first == 0 && end != null) {
      rounds.put(count.index(), new Rounds(end, fork));
    }
  }

  /** Returns how large an element is; null where that isn't known. */
  @Nullable List<Size> read(Value array, Value index, @Nullable Long place) {
    Memory memory = memories.get(array);
    if (memory == null || !memory.isKnown || memory.elements.isEmpty()) {
      return null;
    } else if (place != null) {
      return memory.elements.get(place);
    }
    List<Size> same = same(memory.elements.values());
    Rounds loop = rounds.get(index);
    return same == null && loop != null ? inRound(memory.elements, loop) : same;
  }

  /** Returns the elements of an array of whole numbers, as far as they are known. */
  List<Size> elements(Value array) {
    Memory memory = memories.get(array);
    return memory == null || !memory.isKnown
        ? List.of()
        : memory.elements.values().stream().map(element -> element.get(0)).toList();
  }

  /**
   * Returns how large all elements of an array are; null where they differ, or aren't known.
   *
   * @param length how many there are
   */
  @Nullable List<Size> all(Value array, @Nullable Long length) {
    Memory memory = memories.get(array);
    return memory != null
            && memory.isKnown
            && length != null
            && length > 0
            && length == memory.elements.size()
        ? same(memory.elements.values())
        : null;
  }

  /** Returns how large all elements are; null where they differ. */
  private static @Nullable List<Size> same(Collection<List<Size>> elements) {
    Iterator<List<Size>> each = elements.iterator();
    List<Size> first = each.next();
    while (each.hasNext()) {
      if (!each.next().equals(first)) {
        return null;
      }
    }
    return first;
  }

  /** Counts how often a loop has been seen to go through elements that need a look at each. */
  int differing() {
    return differing;
  }

  private @Nullable List<Size> inRound(SortedMap<Long, List<Size>> elements, Rounds loop) {
    List<Size> first = elements.get(0L);
    Collection<List<Size>> others = elements.subMap(1L, loop.count).values();
    if (loop.fork == null) {
      differing += !others.isEmpty() && same(others) == null ? 1 : 0;
      return first;
    } else if (first == null || others.size() != loop.count - 1) {
      return null;
    }
    List<Size> same = same(others);
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Size other = same == null ? Size.of(Name.found("")) : same.get(i);
      boolean isSame = other.equals(first.get(i));
      sizes.add(isSame ? other : loop.fork.either(first.get(i), other));
    }
    return sizes;
  }
}
