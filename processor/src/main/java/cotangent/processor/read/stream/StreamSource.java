package cotangent.processor.read.stream;

import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Term;
import java.util.function.Function;
import javax.lang.model.type.TypeKind;

/**
 * Where the elements of a stream come from.
 *
 * @param from the first index
 * @param to the end of the indices
 * @param kind the primitive type of the elements, or {@code DECLARED}
 * @param element gives the element at an index
 */
record StreamSource(Value from, Value to, TypeKind kind, Function<Value, Term> element) {}
