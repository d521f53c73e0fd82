package cotangent.processor.read.stream;

import cotangent.processor.graph.Value;
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
 */
record StreamSource(
    Value from,
    Value to,
    TypeKind kind,
    Function<Value, Term> element,
    Set<Variable> state,
    boolean isEndless) {
  StreamSource(Value from, Value to, TypeKind kind, Function<Value, Term> element) {
    this(from, to, kind, element, Set.of(), false);
  }

  static StreamSource endless(
      Value from, TypeKind kind, Set<Variable> state, Function<Value, Term> element) {
    return new StreamSource(from, from, kind, element, state, true);
  }

  /** Returns the source of the first elements only. */
  StreamSource limited(Value end) {
    return new StreamSource(from, end, kind, element, state, false);
  }
}
