package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Notices, while the round of a loop over a collection is being read, that something in it changes
 * the collection: one that others may hold as well, as objects that are numbers of places are, has
 * no variable that would tell.
 */
public final class Meanwhile {
  private final Map<Object, Integer> changes = new HashMap<>();
  private boolean isQuiet;

  /** Returns the one of a method that is being read. */
  static Meanwhile of(Reading reading) {
    return reading.part(Meanwhile.class, all -> new Meanwhile());
  }

  /** Notes that elements are added, removed or moved. */
  static void changes(Frame frame, Term collection) {
    if (of(frame.reading()).isQuiet) {
      return;
    } else if (collection instanceof Term.Indexed indexed) {
      of(frame.reading()).changes(frame.reading(), indexed.of().key());
    } else {
      of(frame.reading()).count(key(collection));
    }
  }

  /** Does something to a collection that was made here, which nobody can be going over. */
  static void unnoticed(Frame frame, Runnable action) {
    Meanwhile meanwhile = of(frame.reading());
    boolean before = meanwhile.isQuiet;
    meanwhile.isQuiet = true;
    try {
      action.run();
    } finally {
      meanwhile.isQuiet = before;
    }
  }

  /** Notes a call of a function, which changes what the method does that it is. */
  static void calls(Reading reading, Object method) {
    Meanwhile meanwhile = of(reading);
    List.copyOf(reading.representations().changedBy(method))
        .forEach(key -> meanwhile.changes(reading, key));
  }

  private void changes(Reading reading, Object key) {
    Set<Object> around = Arenas.of(reading).open();
    Representations found = reading.representations();
    if (!around.stream().allMatch(each -> found.changedBy(each).contains(key))) {
      throw new Escape(all -> all.change(around, key));
    }
    count(key);
  }

  private void count(Object key) {
    changes.merge(key, 1, Integer::sum);
  }

  private static Object key(Term collection) {
    return collection instanceof Term.Mutable mutable
        ? mutable.made()
        : ((Term.Indexed) collection).of().key();
  }

  /** Returns what tells later on whether a collection is certainly what it is now. */
  static BooleanSupplier unchanged(Frame frame, Term collection) {
    Meanwhile meanwhile = of(frame.reading());
    Map<Object, Integer> before = new HashMap<>();
    for (Term holder : ListTerms.holders(collection)) {
      if (ListTerms.isGrowing(holder)) {
        before.put(key(holder), meanwhile.count(holder));
      }
    }
    return () ->
        before.entrySet().stream()
            .allMatch(
                each -> meanwhile.changes.getOrDefault(each.getKey(), 0).equals(each.getValue()));
  }

  private int count(Term collection) {
    return changes.getOrDefault(key(collection), 0);
  }

  /**
   * Returns what refuses, at the end of a round, that the collection is changed in it: what comes
   * of that follows from how the library holds the elements.
   */
  public static Runnable require(Frame frame, Tree at, Term collection) {
    BooleanSupplier isUnchanged = unchanged(frame, collection);
    return () -> {
      if (!isUnchanged.getAsBoolean()) {
        throw refusal(frame, at);
      }
    };
  }

  /** Returns what says that a collection changes meanwhile. */
  public static Refusal refusal(Frame frame, Tree at) {
    return frame.refusal(
        at,
        Problem.SYNTAX,
        "a collection that changes while a loop or a stream goes over it",
        "note what to add or to remove, and do so behind it");
  }
}
