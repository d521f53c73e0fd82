package cotangent.processor.emit;

import cotangent.processor.emit.code.BytecodeSize;
import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Lowering;
import cotangent.processor.emit.code.Splitting;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** How much code Java allows in one method, for methods that can't be split far enough. */
public final class Extent {
  /** How many bytes of code Java allows. */
  private static final int MOST_BYTES = 65_535;

  /** With so few steps and moves, no estimate is needed. */
  private static final int SURELY_FEW = 1_000;

  private Extent() {}

  /** How many small steps in a row can be split into parts. */
  private static final int SURELY_SPLIT = 30_000;

  private static final int SMALL = 50;

  /** Whether Java accepts all methods that a method becomes when it is split. */
  public static boolean isDeclarable(Method method) {
    List<Graph> graphs = new ArrayList<>(method.graph().functions());
    graphs.add(method.graph());
    return graphs.stream().allMatch(graph -> isSurelyShort(graph.body()))
        || longest(graphs) <= MOST_BYTES;
  }

  private static boolean isSurelyShort(Region body) {
    return extent(body) <= SURELY_FEW
        || body.steps().size() <= SURELY_SPLIT
            && body.yields().size() <= SMALL
            && body.steps().stream().allMatch(step -> extent(step) <= SMALL);
  }

  /** Counts the steps of a region, and the values that its regions hand on. */
  private static int extent(Region region) {
    int sum = region.yields().size();
    for (Step step : region.steps()) {
      sum += extent(step);
    }
    return sum;
  }

  private static int extent(Step step) {
    int sum = 1;
    for (Region inner : step.regions()) {
      sum += extent(inner);
    }
    return sum;
  }

  private static int longest(List<Graph> graphs) {
    CompanionMembers members = new CompanionMembers("", Splitting.LIMIT);
    PrivateMethods functions =
        new PrivateMethods(graphs.subList(0, graphs.size() - 1), members, new HashMap<>());
    int longest = 0;
    for (Graph graph : graphs) {
      Splitting splitting = new Splitting(members.limit(), graph.name(), members::freshName);
      Code.Block left = splitting.split(Lowering.of(graph, functions));
      longest = Math.max(longest, BytecodeSize.atMost(left));
      for (Splitting.Part part : splitting.parts()) {
        longest = Math.max(longest, BytecodeSize.atMost(part.body()));
      }
    }
    return longest;
  }
}
