package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link java.util.Stack} that is made in the method: a list of which only the end is
 * looked at. What else it inherits from {@link java.util.Vector} throws exceptions that tell how
 * large its array is.
 */
final class Stacks {
  static final String NAME = "java.util.Stack";

  private final Frame frame;
  private final Draft draft;
  private final Lists lists;

  Stacks(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.lists = new Lists(frame);
  }

  /** Whether a list is one. */
  static boolean isOne(Term list) {
    return ListTerms.isGrowing(list)
        && Objects.of(list) instanceof ObjectClass.Library library
        && library.name().equals(NAME);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term stack, List<Term> arguments) {
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "1 push":
        lists.add(at, stack, arguments.get(0));
        return arguments.get(0);
      case "1 add":
        lists.add(at, stack, arguments.get(0));
        return new Conversions(frame).term(draft.constant(true));
      case "0 peek":
        return read(at, stack, top(at, stack));
      case "0 pop":
        Value top = top(at, stack);
        Term popped = read(at, stack, top);
        lists.resize(at, stack, top);
        return popped;
      case "0 empty", "0 isEmpty":
        return new Conversions(frame).term(isEmpty(at, stack));
      case "0 size":
        return new Conversions(frame).term(lists.size(at, stack));
      case "0 clear":
        lists.resize(at, stack, draft.constant(0));
        return frame.nothing();
      default:
        return null;
    }
  }

  private Value isEmpty(Tree at, Term stack) {
    return draft.apply(Operations.EQ, lists.size(at, stack), draft.constant(0));
  }

  /** Returns where the last element is; throws what the library throws where there is none. */
  private Value top(Tree at, Term stack) {
    Runnable fail = () -> LibraryExceptions.fail(frame, at, "java.util.EmptyStackException");
    frame.branches().branch(at, isEmpty(at, stack), fail, Frame.NOTHING);
    return draft.apply(Operations.SUB, lists.size(at, stack), draft.constant(1));
  }

  private Term read(Tree at, Term stack, Value index) {
    return new Arrays(frame).read(at, lists.section(at, stack).place(frame, index));
  }
}
