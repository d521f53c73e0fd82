package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that make up a stream, from the source to the end.
 *
 * @param source makes the stream
 * @param stages are carried out for each element
 * @param end makes the result of it all
 * @param unwrap takes that out of an {@code Optional}; null where nothing has to be taken out
 */
record Chain(
    MethodInvocationTree source,
    List<MethodInvocationTree> stages,
    MethodInvocationTree end,
    @Nullable MethodInvocationTree unwrap) {

  private static final Set<String> ENDS =
      Set.of(
          "sum",
          "average",
          "max",
          "min",
          "count",
          "reduce",
          "toArray",
          "forEach",
          "forEachOrdered",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "findFirst",
          "collect",
          "toList",
          "summaryStatistics",
          "findAny",
          "iterator");

  private static final Set<String> UNWRAPS =
      Set.of(
          "getAsDouble",
          "getAsInt",
          "getAsLong",
          "get",
          "orElse",
          "orElseGet",
          "orElseThrow",
          "isPresent",
          "isEmpty");

  private static final Set<String> SOURCES =
      Set.of("stream", "parallelStream", "range", "rangeClosed", "of", "iterate", "generate");

  /** Takes apart a call whose names are those of a stream; null for any other. */
  static @Nullable Chain of(MethodInvocationTree tree) {
    List<MethodInvocationTree> calls = new ArrayList<>();
    ExpressionTree at = tree;
    while (at instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      calls.add(call);
      if (SOURCES.contains(name(call)) && calls.size() > 1) {
        break;
      }
      at = select.getExpression();
    }
    Collections.reverse(calls);
    int last = calls.size() - 1;
    if (last < 1 || !SOURCES.contains(name(calls.get(0)))) {
      return null;
    }
    boolean unwraps = last > 1 && UNWRAPS.contains(name(calls.get(last)));
    int end = unwraps ? last - 1 : last;
    List<MethodInvocationTree> stages = calls.subList(1, end);
    boolean isEnded = stages.stream().anyMatch(stage -> ENDS.contains(name(stage)));
    return ENDS.contains(name(calls.get(end)))
            && !isEnded // else it is called on what a stream gives
        ? new Chain(calls.get(0), stages, calls.get(end), unwraps ? calls.get(last) : null)
        : null;
  }

  /** Takes apart a stream that isn't ended; null for any other expression. */
  static @Nullable Chain open(MethodInvocationTree tree) {
    List<MethodInvocationTree> stages = new ArrayList<>();
    ExpressionTree at = tree;
    while (at instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      if (SOURCES.contains(name(call))) {
        Collections.reverse(stages);
        boolean isEnded = stages.stream().anyMatch(stage -> ENDS.contains(name(stage)));
        return isEnded ? null : new Chain(call, stages, tree, null);
      }
      stages.add(call);
      at = select.getExpression();
    }
    return null;
  }

  static String name(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
  }

  static ExpressionTree receiver(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getExpression();
  }
}
