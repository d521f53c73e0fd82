package cotangent.processor.shape;

import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what can't fit. What is found again, or follows from it, isn't reported. */
final class Findings {
  private final List<Refusal> all = new ArrayList<>();
  private int quiet;

  void add(Problem problem, Position position, String text) {
    boolean isNew = all.stream().noneMatch(each -> each.position().equals(position));
    if (quiet == 0 && isNew) {
      all.add(new Refusal(problem, position, text));
    }
  }

  /** Carries out an action that finds nothing. */
  <T extends @Nullable Object> T quietly(Supplier<T> action) {
    quiet++;
    try {
      return action.get();
    } finally {
      quiet--;
    }
  }

  void mute() {
    quiet++;
  }

  void unmute() {
    quiet--;
  }

  List<Refusal> all() {
    return List.copyOf(all);
  }
}
