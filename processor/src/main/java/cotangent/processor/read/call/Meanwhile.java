package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Notices, while the round of a loop over a collection is being read, that something in it changes
 * the collection: one that others may hold as well, as objects that are numbers of places are, has
 * no variable that would tell.
 */
public final class Meanwhile {
  private final Map<Object, Integer> changes = new HashMap<>();
  private int calls;

  /** Returns the one of a method that is being read. */
  static Meanwhile of(Reading reading) {
    return reading.part(Meanwhile.class, all -> new Meanwhile());
  }

  /** Notes that elements are added, removed or moved. */
  void changes(Term collection) {
    changes.merge(key(collection), 1, Integer::sum);
  }

  /** Notes a call of a function, which may change all that isn't held by variables. */
  void calls() {
    calls++;
  }

  private static Object key(Term collection) {
    return collection instanceof Term.Mutable mutable
        ? mutable.made()
        : ((Term.Indexed) collection).of().key();
  }

  private int count(Term collection) {
    int own = changes.getOrDefault(key(collection), 0);
    return collection instanceof Term.Mutable ? own : own + calls;
  }

  /** Returns what tells later on whether a collection is certainly what it is now. */
  static BooleanSupplier unchanged(Frame frame, Term collection) {
    if (!(collection instanceof Term.Mutable || collection instanceof Term.Indexed)) {
      return () -> true;
    }
    Meanwhile meanwhile = of(frame.reading());
    int before = meanwhile.count(collection);
    return () -> meanwhile.count(collection) == before;
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
