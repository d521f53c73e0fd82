package cotangent.processor.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the names of one agreement stand for. */
final class AgreementNames {
  /** Stands for each element of an array of indices. */
  private static final String INDEX = "index";

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\w$\\p{L}]*");

  private final List<Held> all;
  private final Path path;
  private final Map<String, Size> sizes = new HashMap<>();
  private final Map<String, Held> by = new HashMap<>();

  AgreementNames(List<Held> all, Path path) {
    this.all = all;
    this.path = path;
  }

  /**
   * Makes each name a size of its own: that of whatever has it.
   *
   * @param known the names of the method, to which these are added; of one object, none
   */
  void declare(Map<String, Size> known, boolean isOfObject) {
    each(
        (name, held, size) ->
            known.computeIfAbsent(name, text -> Size.of(Name.declared(text, known, isOfObject))));
    for (Held held : asked()) {
      for (int i = 0; i < held.sizes().size(); i++) {
        Size expected = size(held.expressions().get(i));
        if (expected != null) {
          Size difference = held.sizes().get(i).minus(expected);
          path.solve(path.resolved(difference), true);
        }
      }
      held.put(held.sizes());
    }
  }

  /** Makes each name a size of its own of each element. */
  void declareEach(Facts facts) {
    for (Held held : all) {
      for (String name : held.expressions()) {
        if (NAME.matcher(name).matches()) {
          sizes.computeIfAbsent(name, text -> Size.of(facts.ofEach(text, this)));
        }
      }
    }
    for (Held held : all) {
      List<@Nullable Size> known = held.expressions().stream().map(this::size).toList();
      if (!known.contains(null)) {
        held.putEach(known);
      }
    }
  }

  /** Makes each name the size of the first one that has it. */
  void bind() {
    each((name, held, size) -> path.resolved(size));
  }

  private interface Meaning {
    Size of(String name, Held held, Size size);
  }

  private void each(Meaning meaning) {
    for (boolean areNumbers : new boolean[] {true, false}) {
      for (Held held : all) {
        if (held.isNumber() == areNumbers && !held.subject().isResult() && !held.isNull()) {
          each(held, meaning);
        }
      }
    }
  }

  private void each(Held held, Meaning meaning) {
    for (int i = 0; i < held.sizes().size(); i++) {
      String name = held.expressions().get(i);
      if (NAME.matcher(name).matches() && !sizes.containsKey(name)) {
        sizes.put(name, meaning.of(name, held, held.sizes().get(i)));
        by.put(name, held);
      }
    }
  }

  /** Returns what is to be compared. */
  List<Held> asked() {
    return all.stream().filter(held -> !held.subject().isResult() && !held.isNull()).toList();
  }

  /** Returns a size as an expression says it; null where a name is unknown. */
  @Nullable Size size(String expression) {
    return Size.of(expression, sizes::get);
  }

  /** Returns what a name comes from; null where it is unknown. */
  @Nullable Held origin(String name) {
    return by.get(name);
  }

  /** Whether something results from an operation that can't be carried out. */
  boolean areSpoiled() {
    return asked().stream().anyMatch(Held::isSpoiled);
  }

  /**
   * Notes what the results measure, where an operation is carried out in a region.
   *
   * @param fits whether it can be
   */
  void give(String operation, Object home, boolean fits) {
    for (Held held : all) {
      if (held.subject().isResult()) {
        if (!fits) {
          held.spoil();
        }
        List<@Nullable Size> known = new ArrayList<>();
        held.expressions().forEach(expression -> known.add(size(expression)));
        if (!known.contains(null)) {
          held.give(path.resolved(List.copyOf(known)), path, home);
          tellOrigin(operation, held);
        }
      }
    }
  }

  /** Notes what is multiplied, where sizes of the result are those of one factor only. */
  private void tellOrigin(String operation, Held result) {
    List<Held> asked = asked();
    if (operation.equals("times") && asked.size() == 2) {
      String factors = asked.get(0).described(path) + " and " + asked.get(1).described(path);
      result.putOrigin(operation + ", where " + factors);
      return;
    }
    for (Held held : asked) {
      String origin = held.origin();
      if (origin != null && path.resolved(held.sizes()).equals(path.resolved(result.sizes()))) {
        result.putOrigin(origin);
        return;
      }
    }
  }

  /**
   * Looks for a way on which a comparison certainly doesn't hold.
   *
   * @param spans what is counted in rounds of loops
   * @return null if there is none
   */
  @Nullable Path broken(String limit, List<Span> spans) {
    Stream<Size> indices = limit.contains(INDEX) ? elements() : Stream.of(Size.of(0));
    for (Size index : indices.toList()) {
      sizes.put(INDEX, index);
      Path broken = isBroken(limit, path) ? path : brokenAtEnds(limit, spans, path);
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  /** Looks at first and last rounds, of all loops that what is compared depends on. */
  private @Nullable Path brokenAtEnds(String limit, List<Span> spans, Path on) {
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      if (excess(limit, on).names().contains(span.index())) {
        for (Size end : span.ends()) {
          Path then = on.copy();
          then.put(span.index(), path.resolved(end));
          Path broken = brokenAtEnds(limit, spans.subList(i + 1, spans.size()), then);
          if (broken != null) {
            return broken;
          }
        }
        return null;
      }
    }
    return isBroken(limit, on) || on != path && !path.order(excess(limit, on), false) ? on : null;
  }

  /** Returns the whole numbers that are known to be in arrays. */
  private Stream<Size> elements() {
    return asked().stream().flatMap(Held::elements);
  }

  /** Whether a comparison certainly doesn't hold. */
  boolean isBroken(String limit, Path on) {
    Size excess = excess(limit, on);
    boolean isNumber = excess.number() != null;
    return (isNumber || !limit.contains("<=")) && SizeDifferences.isSome(excess);
  }

  /** Returns what has to be zero or less where a comparison holds; zero where that is unknown. */
  Size excess(String limit, Path on) {
    String[] sides = limit.split("<=?");
    Size one = size(sides[0]);
    Size other = size(sides[1]);
    if (one == null || other == null) {
      return Size.of(0);
    }
    return on.resolved(one.minus(other)).plus(Size.of(limit.contains("<=") ? 0 : 1));
  }
}
