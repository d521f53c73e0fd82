package cotangent.processor.shape;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows sizes through functions that call themselves, and hand on all arrays as they are. What
 * they return is looked at as what a loop carries: first, what they return without calling
 * themselves; then, what they make of that; then, of either.
 */
final class Recursion {
  private final Facts facts;
  private final Findings findings;
  private final Certainty certainty;

  /** What the functions that are open return, as far as is known. */
  private final Map<String, Returned> open = new HashMap<>();

  Recursion(Facts facts, Findings findings, Certainty certainty) {
    this.facts = facts;
    this.findings = findings;
    this.certainty = certainty;
  }

  /**
   * What a function returns at its end, or what it made of that; nothing where it doesn't end.
   *
   * @param more null where both are the same
   */
  private record Returned(
      List<Value> first, @Nullable List<Value> more, Path path, boolean isOpen) {}

  /** Goes once through a function, and tells whether it ends. */
  interface Body {
    boolean run(Path path);
  }

  /** Whether a function is one of those. */
  static boolean isFollowed(Graph function) {
    List<Step.Call> calls = calls(function.body(), function.name()).toList();
    return !calls.isEmpty()
        && calls.stream()
            .allMatch(call -> arrays(function).allMatch(i -> isHandedOn(call, function, i)));
  }

  private static Stream<Step.Call> calls(Region region, String function) {
    return region.steps().stream()
        .flatMap(
            step ->
                step instanceof Step.Call call
                        && call.callee() instanceof Callee.Function callee
                        && callee.name().equals(function)
                    ? Stream.of(call)
                    : step.regions().stream().flatMap(inner -> calls(inner, function)));
  }

  private static Stream<Integer> arrays(Graph function) {
    return IntStream.range(0, function.parameters().size())
        .filter(i -> function.parameters().get(i).type().isArray())
        .boxed();
  }

  private static boolean isHandedOn(Step.Call call, Graph function, int index) {
    return call.operands().get(index) == function.parameters().get(index);
  }

  /** Goes through a function, and tells whether it ends. */
  boolean follow(Graph function, Body body, Path path) {
    forgetNumbers(function);
    List<Value> ends = run(function, body, new Returned(List.of(), null, path, false), path.copy());
    if (ends == null) {
      return body.run(path);
    }
    Path first = path.copy();
    List<Value> more = run(function, body, new Returned(ends, null, first, false), first);
    Returned known = new Returned(ends, null, first, false);
    if (more != null) {
      exclude(ends, more);
      known = known(function, body, known, more, path);
    }
    open.put(function.name(), known);
    boolean reaches = body.run(path);
    open.remove(function.name());
    return reaches;
  }

  /** Finds whether there is more than what a function returns at its end. */
  private Returned known(Graph function, Body body, Returned known, List<Value> more, Path path) {
    if (contents(more, known.path).equals(contents(known.first, path))) {
      return known;
    }
    Path second = path.copy();
    Returned both = new Returned(known.first, more, known.path, false);
    List<Value> again = run(function, body, both, second);
    boolean isOpen = again != null && !contents(again, second).equals(contents(more, second));
    if (isOpen) {
      certainty.lose();
    }
    return new Returned(known.first, more, known.path, isOpen);
  }

  /** Takes whole numbers that differ from call to call for any. */
  private void forgetNumbers(Graph function) {
    List<Step.Call> calls = calls(function.body(), function.name()).toList();
    for (int i = 0; i < function.parameters().size(); i++) {
      int index = i;
      Value parameter = function.parameters().get(i);
      if (parameter.type() == Type.INT
          && !calls.stream().allMatch(call -> isHandedOn(call, function, index))) {
        facts.put(parameter, Size.of(Name.found(parameter.name())));
      }
    }
  }

  private @Nullable List<Value> run(Graph function, Body body, Returned known, Path path) {
    open.put(function.name(), known);
    boolean ends = findings.quietly(() -> body.run(path));
    open.remove(function.name());
    if (!ends) {
      return null;
    }
    List<Value> kept = new ArrayList<>();
    for (Value result : function.results()) {
      Value copy = new Value(result.type(), result.name());
      if (result.type() != Type.BOOLEAN) {
        facts.copy(result, copy, path);
      }
      kept.add(copy);
    }
    return kept;
  }

  /** Leaves out what a function returns at its end: that is another way. */
  private void exclude(List<Value> ends, List<Value> more) {
    for (int i = 0; i < more.size(); i++) {
      Value value = more.get(i);
      if (value.type() == Type.INT) {
        facts.put(value, without(facts.size(ends.get(i)), facts.size(value)));
      } else if (value.type().isArray()) {
        List<Size> sizes = new ArrayList<>();
        for (int d = 0; d < value.type().rank(); d++) {
          Size end = facts.dimensions(ends.get(i)).get(d);
          sizes.add(without(end, facts.dimensions(value).get(d)));
        }
        facts.put(value, sizes);
      }
    }
  }

  private static Size without(Size end, Size size) {
    Name name = size.names().size() == 1 ? size.names().get(0) : null;
    Fork fork = name == null ? null : name.fork();
    if (name == null || fork == null || !size.equals(Size.of(name))) {
      return size;
    }
    Size one = fork.arms().get(0).getOrDefault(name, size);
    Size other = fork.arms().get(1).getOrDefault(name, size);
    return end.equals(one) ? other : end.equals(other) ? one : size;
  }

  private List<@Nullable Object> contents(List<Value> values, Path path) {
    List<@Nullable Object> all = new ArrayList<>();
    values.forEach(value -> all.add(facts.content(value, path)));
    return all;
  }

  /** Whether a function is followed that calls itself. */
  boolean isKnown(String function) {
    return open.containsKey(function);
  }

  /** Gives what a function returns to itself; tells whether it returns. */
  boolean giveBack(Step.Call call, String function, Region home, Path path) {
    Returned known = open.get(function);
    if (known == null || known.first.isEmpty()) {
      return known == null || call.results().isEmpty();
    }
    Fork fork = new Fork(home, known.isOpen);
    for (int i = 0; i < call.results().size(); i++) {
      Value result = call.results().get(i);
      Value one = known.first.get(i);
      if (known.more != null && !facts.isNull(one) && result.type() != Type.BOOLEAN) {
        new Merging(facts, fork).merge(one, path, known.more.get(i), known.path, result);
      } else if (result.type() != Type.BOOLEAN) {
        facts.copy(one, result, path);
      }
    }
    return true;
  }
}
