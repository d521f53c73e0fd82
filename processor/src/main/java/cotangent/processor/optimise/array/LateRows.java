package cotangent.processor.optimise.array;

import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a row of derivatives behind the call of a function, where it is used, not in front of it: a
 * recursion keeps less on the stack, and the code is {@code da[i][j] += ...}. Only where no
 * function exchanges rows.
 */
final class LateRows {
  private LateRows() {}

  static Graph in(Graph graph) {
    if (!graph.functions().stream().allMatch(function -> keepsRows(function.body()))) {
      return graph;
    }
    Region body = late(graph.body());
    return body == graph.body() ? graph : new Graph(graph.name(), body, graph.functions());
  }

  private static boolean keepsRows(Region region) {
    return region.steps().stream().allMatch(LateRows::keepsRows);
  }

  private static boolean keepsRows(Step step) {
    return !Accesses.of(step).storesRows()
        && (!(step instanceof Step.Call call)
            || call.callee() instanceof Callee.Function
            || TensorKernels.isKernel(step))
        && step.regions().stream().allMatch(LateRows::keepsRows);
  }

  private static Region late(Region region) {
    List<Step> steps = new ArrayList<>();
    boolean isOther = false;
    for (Step step : region.steps()) {
      Step inner = step.withRegions(LateRows::late);
      isOther |= inner != step;
      steps.add(inner);
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Step.Read row
          && Rewriter.isMade(row)
          && row.result().type().isArray()) {
        List<Step> between = steps.subList(i + 1, firstUse(row.result(), steps, i + 1));
        if (between.stream().anyMatch(LateRows::calls)
            && between.stream().allMatch(LateRows::keepsRows)) {
          steps.add(i + between.size(), steps.remove(i));
          isOther = true;
        }
      }
    }
    return isOther ? new Region(region.parameters(), steps, region.yields()) : region;
  }

  private static int firstUse(Value row, List<Step> steps, int from) {
    int use = from;
    while (use < steps.size() && !uses(steps.get(use), row)) {
      use++;
    }
    return use;
  }

  private static boolean uses(Step step, Value row) {
    return step.operands().contains(row)
        || step.regions().stream()
            .anyMatch(
                region ->
                    region.yields().contains(row)
                        || region.steps().stream().anyMatch(inner -> uses(inner, row)));
  }

  private static boolean calls(Step step) {
    return step instanceof Step.Call call && call.callee() instanceof Callee.Function
        || step.regions().stream()
            .anyMatch(region -> region.steps().stream().anyMatch(LateRows::calls));
  }
}
