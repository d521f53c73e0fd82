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
 * How large the elements of arrays are that the method makes: one by one, as long as they are
 * written where the array is made, each at a place that is known; else all alike, if they are.
 */
final class Stored {
  private final Map<Value, Memory> memories = new HashMap<>();

  /** Those of whose elements something is known. */
  private final List<Memory> all = new ArrayList<>();

  private int differing;

  /** The bodies of loops that are gone through round by round, and what they belong to. */
  private final Map<Object, Object> certain = new HashMap<>();

  /** Loops that go through arrays, by their indices. */
  private final Map<Value, Rounds> rounds = new HashMap<>();

  /** An array, whose elements are known one by one as long as it is exact. */
  private static final class Memory {
    private final Type type;
    private final Object home;
    private final SortedMap<Long, List<Size>> elements = new TreeMap<>();
    private final SizeOfEach<Memory> cell;
    private boolean isExact = true;

    Memory(Type type, Object home, SizeOfEach<Memory> cell) {
      this.type = type;
      this.home = home;
      this.cell = cell;
      cell.add(this);
    }
  }

  /**
   * Rounds of a loop that goes through the first elements of arrays.
   *
   * @param fork the first of them and all others; null of the first
   */
  private record Rounds(long count, @Nullable Fork fork) {}

  /**
   * An array is made in a region.
   *
   * @param sizes of all its dimensions
   * @param isFilled whether it has rows from the start
   */
  void make(Value array, List<Size> sizes, boolean isFilled, Object home) {
    Type type = array.type();
    if (type.rank() > 1 || type.leaf() == Type.INT) {
      Memory memory = add(array, home, new SizeOfEach<>());
      if (type.rank() == 1) {
        memory.cell.putZeros();
      } else if (isFilled) {
        memory.cell.put(sizes.subList(1, sizes.size()));
      }
    }
  }

  private Memory add(Value array, Object home, SizeOfEach<Memory> cell) {
    Memory memory = new Memory(array.type(), home, cell);
    memories.put(array, memory);
    all.add(memory);
    return memory;
  }

  /** An array is made in a region with the elements of another one. */
  void clone(Value from, Value to, Object home) {
    Memory memory = memories.get(from);
    memories.remove(to);
    if (memory != null) {
      Memory copy = add(to, home, new SizeOfEach<>());
      copy.cell.take(memory.cell);
      copy.isExact = memory.isExact;
      copy.elements.putAll(memory.elements);
    }
  }

  /** Elements of an array are put into another one. */
  void fill(Value from, Value to) {
    Memory source = memories.get(from);
    Memory target = memories.get(to);
    if (source == null || target == null) {
      change(to);
    } else {
      target.cell.take(source.cell);
      blur(target, null);
    }
  }

  /** Notes that a value is one of two arrays. */
  void merge(Value one, Value other, Value result) {
    Memory first = memories.get(one);
    Memory second = memories.get(other);
    if (first != null && first == second) {
      memories.put(result, first);
    } else if (first != null && second != null) {
      add(result, this, first.cell.join(second.cell)).isExact = false;
    }
  }

  /** What may be the same array as one that was written to isn't known one by one any more. */
  private static void blur(Memory written, @Nullable Memory exact) {
    for (Memory each : written.cell.members()) {
      each.isExact &= each == exact;
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
    Memory memory = memories.get(array);
    return memory == null ? null : memory.cell.first();
  }

  /** An element is written in a region. */
  void write(Value array, @Nullable Long index, List<Size> sizes, Object home) {
    Memory memory = memories.get(array);
    if (memory == null) {
      change(array);
      return;
    }
    boolean isCertain = index != null && memory.home == certain.getOrDefault(home, home);
    memory.cell.put(sizes);
    blur(memory, isCertain ? memory : null);
    if (isCertain) {
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
    List<Memory> changed =
        memory == null
            ? all.stream().filter(each -> each.type.equals(array.type())).toList()
            : List.copyOf(memory.cell.members());
    for (Memory each : changed) {
      each.isExact = false;
      each.cell.lose();
    }
    all.removeAll(changed);
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
    if (memory == null || !memory.isExact) {
      return memory == null ? null : memory.cell.sizes();
    } else if (memory.elements.isEmpty()) {
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
    return memory == null || !memory.isExact
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
    if (memory != null && !memory.isExact && memory.type.rank() > 1) {
      return memory.cell.sizes();
    }
    return memory != null
            && memory.isExact
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
