package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which helpers become functions of their own, so that code grows with the source and not
 * with the number of calls: those that are called in several places and are long enough. The first
 * reading counts, the second one does what was decided.
 */
public final class Helpers {
  /** A helper with at most this many steps is clearer, and faster, in place of its calls. */
  private static final int TINY = 12;

  /** How many steps must be saved where only numbers go in and come out. */
  private static final int WORTH = 20;

  /** How many where arrays do: what is known of them in each place would be lost. */
  private static final int WORTH_WITH_ARRAYS = 400;

  /** How many where objects do, by reference or by a number of a place. */
  private static final int WORTH_WITH_OBJECTS = 60;

  /**
   * What is handed to a helper, or comes back from it: the later, the more is lost in a function.
   */
  enum Given {
    NUMBERS,
    ARRAYS,
    OBJECTS
  }

  /** A call in the source, in one of the methods that are read. */
  private record CallSite(Object caller, Tree call) {}

  private final Map<Object, Integer> sizes = new HashMap<>();
  private final Map<Object, Set<CallSite>> sites = new HashMap<>();
  private final Map<Object, Given> given = new HashMap<>();
  private final Set<Object> called = new HashSet<>();
  private final @Nullable Set<Object> chosen;

  private Helpers(@Nullable Set<Object> chosen) {
    this.chosen = chosen;
  }

  /** Returns what the first reading counts with. */
  public static Helpers counted() {
    return new Helpers(null);
  }

  /** Returns what leaves all helpers in place of their calls. */
  public static Helpers inPlace() {
    return new Helpers(Set.of());
  }

  /** Begins a reading. */
  public void begin() {
    sizes.clear();
    sites.clear();
    called.clear();
  }

  /**
   * Notes a call; returns whether it is one of a function.
   *
   * @param caller what the calling method is known by @param method what the helper is known by
   */
  boolean isApart(Object caller, Tree call, Object method) {
    sites.computeIfAbsent(method, m -> new LinkedHashSet<>()).add(new CallSite(caller, call));
    boolean isApart =
        chosen != null ? chosen.contains(method) : sizes.getOrDefault(method, 0) > TINY;
    if (isApart) {
      called.add(method);
    }
    return isApart;
  }

  /** Whether it is counted how many steps helpers have; else it was decided before. */
  boolean isCounting() {
    return chosen == null;
  }

  /** Notes how many steps a helper has that was read in place of a call. */
  void measured(Object method, int size, Given what) {
    sizes.merge(method, size, Math::max);
    given.merge(method, what, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Whether any helper was called as a function. */
  public boolean haveAnyApart() {
    return !called.isEmpty();
  }

  /** Returns what the second reading follows. */
  public Helpers decided() {
    Map<Object, Integer> counts = new HashMap<>();
    Set<Object> decided = new HashSet<>();
    called.forEach(method -> count(method, counts, decided));

    return new Helpers(decided);
  }

  /** Counts the sites of a helper in the graph: those of its callers, if they are in place. */
  private int count(Object method, Map<Object, Integer> counts, Set<Object> decided) {
    Integer known = counts.get(method);
    if (known != null) {
      return known;
    }
    counts.put(method, 1);
    long sum = 0;
    for (CallSite site : sites.getOrDefault(method, Set.of())) {
      sum += count(site.caller, counts, decided);
    }
    int count = (int) Math.max(1, Math.min(sum, 1_000_000));
    boolean isApart = isWorth(method, count);
    if (isApart) {
      decided.add(method);
    }
    counts.put(method, isApart ? 1 : count);
    return isApart ? 1 : count;
  }

  private boolean isWorth(Object method, int count) {
    int size = sizes.getOrDefault(method, 0);
    long saved = (long) size * (count - 1);
    return size > TINY && saved > worth(given.getOrDefault(method, Given.NUMBERS));
  }

  private static int worth(Given given) {
    return switch (given) {
      case NUMBERS -> WORTH;
      case ARRAYS -> WORTH_WITH_ARRAYS;
      case OBJECTS -> WORTH_WITH_OBJECTS;
    };
  }

  /** Whether any of the values is an array. */
  static boolean haveArrays(List<Value> values) {
    return values.stream().map(Value::type).anyMatch(Type::isArray);
  }
}
