package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is done with each element of a stream on its way.
 *
 * @param function what is called; null for a stage that calls nothing
 * @param most the number of elements that are let through, or left out; null where all are alike
 * @param counter counts these
 */
record Stage(
    MethodInvocationTree call,
    String name,
    StreamFunctions.@Nullable Given function,
    @Nullable Value most,
    @Nullable Variable counter) {

  /**
   * Calls the function of a stage with an element.
   *
   * @param type the end of the name of the function's type
   */
  Term apply(StreamFunctions functions, String type, Term element) {
    return functions.call(
        called(),
        StreamFunctions.prefix(element) + type,
        StreamFunctions.isNumber(element) ? List.of() : List.of(element.type()),
        element);
  }

  /** Returns the function of a stage that has one. */
  StreamFunctions.Given called() {
    return Objects.requireNonNull(function);
  }
}
