package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
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
    ExpressionTree source,
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

  /** Stages and ends that are given functions, or may be. */
  private static final Set<String> FUNCTIONAL =
      Set.of(
          "map",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "mapToObj",
          "flatMap",
          "flatMapToDouble",
          "flatMapToInt",
          "flatMapToObj",
          "filter",
          "peek",
          "sorted",
          "takeWhile",
          "dropWhile",
          "reduce",
          "forEach",
          "forEachOrdered",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "collect",
          "max",
          "min");

  /** Ends that don't ask for all elements. */
  private static final Set<String> EARLY = Set.of("anyMatch", "allMatch", "noneMatch", "findFirst");

  /** Ends that give something only if there are elements. */
  private static final Set<String> OPTIONAL =
      Set.of("average", "max", "min", "reduce", "findFirst", "findAny");

  /** Ends that add numbers, or whatever else a function makes of two. */
  private static final Set<String> MERGING =
      Set.of("sum", "average", "reduce", "collect", "summaryStatistics");

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
      Set.of(
          "stream",
          "parallelStream",
          "range",
          "rangeClosed",
          "of",
          "iterate",
          "generate",
          "concat");

  /** Takes apart a call whose names are those of a stream; null for any other. */
  static @Nullable Chain of(MethodInvocationTree tree) {
    List<MethodInvocationTree> calls = calls(tree);
    int source = calls.size() - 2;
    while (source >= 0 && !SOURCES.contains(name(calls.get(source)))) {
      source--;
    }
    return source < 0 ? null : of(calls.get(source), calls.subList(source + 1, calls.size()));
  }

  /** Takes apart a call from the first stage on that functions may be handed to. */
  static @Nullable Chain ofStages(MethodInvocationTree tree) {
    List<MethodInvocationTree> calls = calls(tree);
    int first = firstFunctional(calls);
    return first == calls.size()
        ? null
        : of(receiver(calls.get(first)), calls.subList(first, calls.size()));
  }

  /** Takes apart the same, of a stream that isn't ended; it may be all source. */
  static Chain openStages(MethodInvocationTree tree) {
    List<MethodInvocationTree> calls = calls(tree);
    int first = firstFunctional(calls);
    ExpressionTree source = first == calls.size() ? tree : receiver(calls.get(first));
    return new Chain(source, calls.subList(first, calls.size()), tree, null);
  }

  private static int firstFunctional(List<MethodInvocationTree> calls) {
    int first = 0;
    while (first < calls.size()
        && (calls.get(first).getArguments().isEmpty()
            || !FUNCTIONAL.contains(name(calls.get(first))))) {
      first++;
    }
    return first;
  }

  /** Whether a call has the name of one that ends a stream. */
  static boolean ends(MethodInvocationTree call) {
    return ENDS.contains(name(call));
  }

  /** Whether a call may end a stream before all elements have come through. */
  static boolean mayEndEarly(MethodInvocationTree call) {
    return EARLY.contains(name(call));
  }

  /** Whether what comes of it depends on the order in which elements meet. */
  boolean isMerging() {
    return MERGING.contains(name(end));
  }

  /** Returns the call by which it becomes a parallel stream, unless it is a sequential one then. */
  @Nullable MethodInvocationTree parallel() {
    boolean isParallel =
        source instanceof MethodInvocationTree call && name(call).equals("parallelStream");
    MethodInvocationTree last = isParallel ? (MethodInvocationTree) source : null;
    for (MethodInvocationTree stage : stages) {
      if (name(stage).equals("parallel")) {
        last = stage;
      } else if (name(stage).equals("sequential")) {
        last = null;
      }
    }
    return last;
  }

  static boolean isFunction(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  /** Returns the calls on what other calls return, the first one first. */
  static List<MethodInvocationTree> calls(ExpressionTree tree) {
    List<MethodInvocationTree> calls = new ArrayList<>();
    ExpressionTree at = tree;
    while (at instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      calls.add(call);
      at = select.getExpression();
    }
    Collections.reverse(calls);
    return calls;
  }

  private static @Nullable Chain of(ExpressionTree source, List<MethodInvocationTree> calls) {
    int last = calls.size() - 1;
    boolean unwraps =
        last > 0
            && UNWRAPS.contains(name(calls.get(last)))
            && OPTIONAL.contains(name(calls.get(last - 1)));
    int end = unwraps ? last - 1 : last;
    List<MethodInvocationTree> stages = calls.subList(0, end);
    boolean isEnded = stages.stream().anyMatch(Chain::ends);
    return ends(calls.get(end)) && !isEnded // else it is called on what a stream gives
        ? new Chain(source, stages, calls.get(end), unwraps ? calls.get(last) : null)
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
        boolean isEnded = stages.stream().anyMatch(Chain::ends);
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
