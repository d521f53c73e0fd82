package cotangent.processor.read.scope;

import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What truth values say of null, and which of them hold where steps are written now. */
public final class NullTests {
  private final Map<Value, NullTest> tests = new HashMap<>();
  private final Map<Value, Both> conjunctions = new HashMap<>();
  private final List<Held> held = new ArrayList<>();

  /** Two truth values that both are as told where a third one is. */
  private record Both(Value one, Value other, boolean truth) {}

  private record Held(NullTest test, boolean truth) {}

  NullTests() {}

  /** Notes that a truth value says whether something is null. */
  public void note(Value truth, NullTest test) {
    tests.put(truth, test);
  }

  /** Notes that two truth values are true if a third one is, or false if it is. */
  public void note(Value result, Value one, Value other, boolean truth) {
    if (result != one && result != other) {
      conjunctions.put(result, new Both(one, other, truth));
    }
  }

  /** Returns what a truth value says of null; null where it says nothing of it. */
  public @Nullable NullTest of(Value truth) {
    return tests.get(truth);
  }

  void negated(Value truth, Value opposite) {
    NullTest test = tests.get(truth);
    if (test != null) {
      tests.put(opposite, test.negated());
    }
  }

  /** Takes a condition for granted in what is read next, until the end of the region. */
  public void hold(Value condition, boolean truth) {
    NullTest test = tests.get(condition);
    if (test != null) {
      held.add(new Held(test, truth));
    }
    Both both = conjunctions.get(condition);
    if (both != null && both.truth == truth) {
      hold(both.one, truth);
      hold(both.other, truth);
    }
  }

  /** Returns a term as it is where null was tested for: without null, if it isn't null here. */
  public Term certain(Term term) {
    for (Held each : held) {
      if (each.test.isPresent(term, each.truth)) {
        return each.test.present().get().as(term.type());
      }
    }
    return term;
  }

  int holding() {
    return held.size();
  }

  void forget(int holding) {
    held.subList(holding, held.size()).clear();
  }
}
