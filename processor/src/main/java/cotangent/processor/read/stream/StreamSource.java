package cotangent.processor.read.stream;

import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.type.TypeKind;

/**
 * Where the elements of a stream come from.
 *
 * @param from the first index
 * @param to the end of the indices
 * @param kind the primitive type of the elements, or {@code DECLARED}
 * @param element gives the element at an index
 * @param state the variables that this assigns
 * @param isEndless whether there is no end, whatever is said of it
 * @param check is run behind what is done with an element, and refuses that it changes the source
 */
record StreamSource(
    Value from,
    Value to,
    TypeKind kind,
    Function<Value, Term> element,
    Set<Variable> state,
    boolean isEndless,
    Runnable check) {
  StreamSource(Value from, Value to, TypeKind kind, Function<Value, Term> element) {
    this(from, to, kind, element, Set.of(), false, Frame.NOTHING);
  }

  /** Returns the same source, with what is run behind what is done with each element. */
  StreamSource checked(Runnable behind) {
    return new StreamSource(from, to, kind, element, state, isEndless, behind);
  }

  static StreamSource endless(
      Value from, TypeKind kind, Set<Variable> state, Function<Value, Term> element) {
    return new StreamSource(from, from, kind, element, state, true, Frame.NOTHING);
  }

  /** Returns the source of the first elements only. */
  StreamSource limited(Value end) {
    return new StreamSource(from, end, kind, element, state, false, check);
  }
}
