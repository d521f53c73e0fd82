package cotangent.processor.emit.variables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a variable is in use: half-open ranges of places in a method. */
final class Ranges {
  private List<Range> ranges = new ArrayList<>();
  private boolean isSorted = true;

  private record Range(int from, int to) {}

  void add(int from, int to) {
    if (from < to) {
      ranges.add(new Range(from, to));
      isSorted = false;
    }
  }

  /** Whether there is a place in both. */
  boolean overlaps(Ranges other) {
    List<Range> mine = sorted();
    List<Range> others = other.sorted();
    int i = 0;
    int k = 0;
    while (i < mine.size() && k < others.size()) {
      if (mine.get(i).to <= others.get(k).from) {
        i++;
      } else if (others.get(k).to <= mine.get(i).from) {
        k++;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Adds the ranges of another one. */
  void addAll(Ranges other) {
    ranges.addAll(other.ranges);
    isSorted = false;
  }

  private List<Range> sorted() {
    if (!isSorted) {
      ranges.sort(Comparator.comparingInt(Range::from));
      List<Range> joined = new ArrayList<>();
      for (Range range : ranges) {
        Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && last.to >= range.from) {
          joined.set(joined.size() - 1, new Range(last.from, Math.max(last.to, range.to)));
        } else {
          joined.add(range);
        }
      }
      ranges = joined;
      isSorted = true;
    }
    return ranges;
  }
}
