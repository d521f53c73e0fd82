package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a stream come from.
 *
 * @param from the first index
 * @param to the end of the indices
 * @param kind the primitive type of the elements, or {@code DECLARED}
 * @param element gives the element at an index
 * @param state the variables that this assigns
 * @param extent how far it goes
 * @param more asks for another element; null where the indices say whether there is one
 * @param parts the streams that it is made of; empty where it isn't made of others
 * @param behind is run behind what is done with an element, where another one may be wanted
 */
record StreamSource(
    Value from,
    Value to,
    TypeKind kind,
    Function<Value, Term> element,
    Set<Variable> state,
    Extent extent,
    @Nullable Supplier<Value> more,
    List<ExpressionTree> parts,
    Runnable behind) {

  /** How far a source goes. */
  enum Extent {
    /** As far as the indices, which Java's stream knows as well. */
    SIZED,

    /** As far as the indices, or until it says so, though Java's stream doesn't know how far. */
    LIMITED,

    /** Without an end, whatever the indices say. */
    ENDLESS,

    /** Until it says that there is no more. */
    ASKED
  }

  /** Returns the elements of several streams, one after the other, each as its source has it. */
  static StreamSource joined(Value none, TypeKind kind, List<? extends ExpressionTree> streams) {
    return new StreamSource(
        none,
        none,
        kind,
        index -> {
          throw new IllegalStateException("no element by itself");
        },
        Set.of(),
        Extent.ASKED,
        null,
        List.copyOf(streams),
        Frame.NOTHING);
  }

  StreamSource(Value from, Value to, TypeKind kind, Function<Value, Term> element) {
    this(from, to, kind, element, Set.of(), Extent.SIZED, null, List.of(), Frame.NOTHING);
  }

  /** Returns the same source, with what is run behind what is done with each element. */
  StreamSource checked(Runnable refusing) {
    return new StreamSource(from, to, kind, element, state, extent, more, parts, refusing);
  }

  /**
   * Returns a source without an end.
   *
   * @param behind makes the next element that of the next round
   */
  static StreamSource endless(
      Value from, TypeKind kind, Set<Variable> state, Supplier<Term> element, Runnable behind) {
    Function<Value, Term> current = index -> element.get();
    return new StreamSource(
        from, from, kind, current, state, Extent.ENDLESS, null, List.of(), behind);
  }

  /** Returns a source that is asked whether there is more before each element. */
  static StreamSource asked(Value none, TypeKind kind, Supplier<Value> more, Supplier<Term> next) {
    return new StreamSource(
        none,
        none,
        kind,
        index -> next.get(),
        Set.of(),
        Extent.ASKED,
        more,
        List.of(),
        Frame.NOTHING);
  }

  boolean isEndless() {
    return extent == Extent.ENDLESS;
  }

  /** Returns the source of the first elements only. */
  StreamSource limited(Value end) {
    return new StreamSource(from, end, kind, element, state, Extent.LIMITED, more, parts, behind);
  }

  /** Returns the source of as many elements as are asked for. */
  StreamSource until(Supplier<Value> goesOn) {
    return new StreamSource(from, to, kind, element, state, Extent.LIMITED, goesOn, parts, behind);
  }

  /** Returns the source of the first elements only, in which a round begins with what is next. */
  StreamSource counted(Value end, Function<Value, Term> next) {
    return new StreamSource(
        from, end, kind, next, state, Extent.LIMITED, null, parts, Frame.NOTHING);
  }
}
