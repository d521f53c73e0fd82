package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;

/**
 * Finds where lists and queues that were made in sight have their elements, so that all of them are
 * gone through in one way, and what is written to them meanwhile is seen.
 */
public final class Sections {
  private final Frame frame;

  public Sections(Frame frame) {
    this.frame = frame;
  }

  /** Whether a term is a collection whose elements are in an array, or one of several. */
  public static boolean has(Term term) {
    return Lists.isList(term)
        || Queues.isQueue(term)
        || term instanceof Term.Choice choice
            && choice.alternatives().stream().allMatch(Sections::has);
  }

  /** Returns where the elements of a collection are now. */
  public Section of(Tree at, Term collection) {
    if (Queues.isQueue(collection)) {
      return new Queues(frame).section(at, collection);
    } else if (Lists.isList(collection)) {
      return new Lists(frame).section(at, collection);
    }
    return Section.either(frame, at, (Term.Choice) collection, one -> of(at, one));
  }
}
