package cotangent.processor.emit;

import cotangent.processor.emit.code.Inlining;
import cotangent.processor.emit.code.Size;
import cotangent.processor.emit.code.Splitting;
import cotangent.processor.emit.members.Functions;
import cotangent.processor.emit.members.Members;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** How much code Java takes in one method, for methods that can't be split far enough. */
public final class Extent {
  /** Java takes 65,535 bytes; estimates for long methods are about half as much again. */
  private static final int MOST_BYTES = 80_000;

  private static final int SURELY_FEW_STEPS = 3_000;

  private Extent() {}

  /** Tells whether Java takes all methods that a method becomes when it is split. */
  public static boolean isDeclarable(Method method) {
    List<Graph> graphs = new ArrayList<>(method.graph().functions());
    graphs.add(method.graph());
    return graphs.stream().allMatch(graph -> graph.body().size() <= SURELY_FEW_STEPS)
        || longest(graphs) <= MOST_BYTES;
  }

  private static int longest(List<Graph> graphs) {
    Members members = new Members(Splitting.LIMIT);
    Functions functions =
        new Functions(graphs.subList(0, graphs.size() - 1), members, new HashMap<>());
    int longest = 0;
    for (Graph graph : graphs) {
      Splitting splitting = new Splitting(members.limit(), graph.name(), members::freshName);
      longest = Math.max(longest, Size.of(splitting.split(Inlining.of(graph, false, functions))));
      for (Splitting.Part part : splitting.parts()) {
        longest = Math.max(longest, Size.of(part.body()));
      }
    }
    return longest;
  }
}
