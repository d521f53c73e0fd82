package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Variable;
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

  /** Returns the function of a stage that has one. */
  StreamFunctions.Given called() {
    return Objects.requireNonNull(function);
  }
}
