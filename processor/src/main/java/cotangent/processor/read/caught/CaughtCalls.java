package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Functions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of functions whose exceptions are caught where they are called. Such a function has a twin
 * that throws nothing: it returns whether it ended in an exception, the exception, and then the
 * results of the function. Here twins are only named and asked for: they call each other, so {@link
 * Twins} makes them when all functions are known.
 */
final class CaughtCalls {

  /**
   * How a call ended.
   *
   * @param isThrown whether, at run time, it ended in an exception
   * @param exception the exception
   */
  record Ending(Value isThrown, Value exception) {
    Ending() {
      this(
          new Value(Type.BOOLEAN, "caught"),
          new Value(new Type.Reference("java.lang.Throwable"), "thrown"));
    }

    /** Returns it, and then the results. */
    List<Value> and(List<Value> results) {
      List<Value> all = new ArrayList<>(List.of(isThrown, exception));
      all.addAll(results);
      return all;
    }
  }

  /** A twin that is asked for. */
  sealed interface Wanted {
    /** What it is called. */
    String name();

    /** The function that it is a twin of. */
    String function();
  }

  /**
   * The twin of a function, with the place of its first call: what goes wrong in it is told there.
   */
  record OfFunction(String name, String function, Frame frame, Tree at) implements Wanted {}

  /** The twin of a rule, whose results are zero, or null, where the call ended in an exception. */
  record OfRule(String name, String function, Callee.Ruled rule, boolean backward)
      implements Wanted {}

  private final Reading reading;
  private final Map<String, String> names = new HashMap<>();
  private final Map<Callee.Ruled, Callee.Ruled> rules = new HashMap<>();
  private final Set<Callee> caught = new HashSet<>();
  private final Deque<Wanted> wanted = new ArrayDeque<>();

  private CaughtCalls(Reading reading) {
    this.reading = reading;
  }

  /** Returns the ones of a method that is being read. */
  static CaughtCalls of(Reading reading) {
    return reading.part(CaughtCalls.class, CaughtCalls::new);
  }

  /** Whether calls throw nothing, because exceptions are among their results. */
  boolean areCaught(Callee callee) {
    return caught.contains(callee);
  }

  /** Returns a twin that isn't made yet; null where there is none. */
  @Nullable Wanted next() {
    return wanted.poll();
  }

  /** Writes a call here that returns what the given one returns, unless it ends in an exception. */
  Ending call(Frame frame, Tree at, Step.Call call) {
    Callee callee =
        call.callee() instanceof Callee.Ruled rule
            ? rules.computeIfAbsent(rule, r -> ruled(r, frame, at))
            : new Callee.Function(named(((Callee.Function) call.callee()).name(), frame, at));
    caught.add(callee);
    Ending ending = new Ending();
    frame.draft().at(call.position()).call(callee, ending.and(call.results()), call.operands());
    return ending;
  }

  private String named(String function, Frame frame, Tree at) {
    String known = names.get(function);
    if (known != null) {
      return known;
    }
    String name = reserve(function);
    names.put(function, name);
    wanted.add(new OfFunction(name, function, frame, at));
    return name;
  }

  private String reserve(String function) {
    return Functions.of(reading).reserve(function + "Caught");
  }

  private Callee.Ruled ruled(Callee.Ruled rule, Frame frame, Tree at) {
    String primal = named(rule.primal(), frame, at);
    return new Callee.Ruled(
        rule.original(),
        primal,
        ofRule(rule.pullback(), rule, true),
        ofRule(rule.pushforward(), rule, false),
        rule.by(),
        rule.ofMade(),
        rule.remedy());
  }

  private String ofRule(String function, Callee.Ruled rule, boolean backward) {
    if (function.isEmpty()) {
      return "";
    }
    String name = reserve(function);
    wanted.add(new OfRule(name, function, rule, backward));
    return name;
  }
}
