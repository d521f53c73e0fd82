package cotangent.processor.read.loop;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Any of Java's loops, taken apart.
 *
 * @param labels the labels in front of it
 * @param testsFirst false for {@code do}
 * @param test reads the condition; null where it is constantly true
 * @param enter what an iteration begins with, before the body; null where there is nothing
 * @param update what an iteration ends with, also after {@code continue}
 * @param updateIsHarmless whether no one can tell that it was carried out after the last iteration
 * @param assigned the variables assigned anywhere in it
 * @param bindings the names of variables of patterns in its condition that are seen behind it
 */
record LoopParts(
    Tree tree,
    List<String> labels,
    boolean testsFirst,
    @Nullable Supplier<Value> test,
    @Nullable Runnable enter,
    StatementTree body,
    Runnable update,
    boolean updateIsHarmless,
    Set<Variable> assigned,
    Set<String> bindings) {}
