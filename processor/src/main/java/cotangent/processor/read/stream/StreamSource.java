package cotangent.processor.read.stream;

import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
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
 * @param check is run behind what is done with an element, and refuses that it changes the source
 */
record StreamSource(
    Value from,
    Value to,
    TypeKind kind,
    Function<Value, Term> element,
    Set<Variable> state,
    Extent extent,
    @Nullable Supplier<Value> more,
    Runnable check) {

  /** How far a source goes. */
  enum Extent {
    /** As far as the indices, which Java's stream knows as well. */
    SIZED,

    /** As far as the indices, though Java's stream has no end by itself. */
    LIMITED,

    /** Without an end, whatever the indices say. */
    ENDLESS,

    /** Until it says that there is no more. */
    ASKED
  }

  StreamSource(Value from, Value to, TypeKind kind, Function<Value, Term> element) {
    this(from, to, kind, element, Set.of(), Extent.SIZED, null, Frame.NOTHING);
  }

  /** Returns the same source, with what is run behind what is done with each element. */
  StreamSource checked(Runnable behind) {
    return new StreamSource(from, to, kind, element, state, extent, more, behind);
  }

  static StreamSource endless(
      Value from, TypeKind kind, Set<Variable> state, Function<Value, Term> element) {
    return new StreamSource(from, from, kind, element, state, Extent.ENDLESS, null, Frame.NOTHING);
  }

  /** Returns a source that is asked whether there is more before each element. */
  static StreamSource asked(Value none, TypeKind kind, Supplier<Value> more, Supplier<Term> next) {
    return new StreamSource(
        none, none, kind, index -> next.get(), Set.of(), Extent.ASKED, more, Frame.NOTHING);
  }

  boolean isEndless() {
    return extent == Extent.ENDLESS;
  }

  /** Returns the source of the first elements only. */
  StreamSource limited(Value end) {
    return new StreamSource(from, end, kind, element, state, Extent.LIMITED, more, check);
  }
}
