package cotangent.processor.page;

import com.grack.nanojson.JsonStringWriter;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the slopes of the operations that a graph uses, each as a small graph from the operands,
 * the result and what is scaled. So a page uses the compiler's own table to take derivatives.
 */
final class SlopesJson {
  private static final String KERNELS = "cotangent.tensor.Kernels.";

  /** The operations that pages make kernels of, with their numbers of operands. */
  private static final Map<Op, Integer> KERNEL_OPERATIONS =
      Map.of(Operations.ADD, 2, Operations.MUL, 2, Operations.byName("sqrt"), 1);

  private final Map<String, Step.Apply> used = new TreeMap<>();

  private SlopesJson() {}

  static void write(JsonStringWriter json, Graph graph) {
    SlopesJson slopes = new SlopesJson();
    slopes.collect(graph.body());
    graph.functions().forEach(function -> slopes.collect(function.body()));
    json.object("slopes");
    slopes.used.forEach((key, step) -> write(json, key, step));
    json.end();
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Apply apply && apply.result().type().isReal()) {
        used.put(key(apply), apply);
      } else if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Ruled ruled
          && ruled.original().startsWith(KERNELS)) {
        KERNEL_OPERATIONS.forEach(this::usedByKernels);
      }
      step.regions().forEach(this::collect);
    }
  }

  private void usedByKernels(Op operation, int operands) {
    Value x = new Value(Type.DOUBLE, "x");
    Value result = new Value(Type.DOUBLE, "");
    List<Value> all = Collections.nCopies(operands, x);
    Step.Apply apply = new Step.Apply(result, operation, all, Position.NONE);
    used.put(key(apply), apply);
  }

  private static String key(Step.Apply apply) {
    StringBuilder key = new StringBuilder(apply.operation().name());
    apply.operands().forEach(operand -> key.append(' ').append(operand.type()));
    return key.toString();
  }

  private static void write(JsonStringWriter json, String key, Step.Apply apply) {
    Op op = (Op) apply.operation();
    json.array(key);
    for (int i = 0; i < apply.operands().size(); i++) {
      Graph slope = slope(op, i, apply);
      if (slope == null) {
        json.nul();
      } else {
        json.object();
        new GraphJson(json, position -> false).write("graph", slope);
        json.end();
      }
    }
    json.end();
  }

  private static @Nullable Graph slope(Op op, int operand, Step.Apply apply) {
    Type type = apply.operands().get(operand).type();
    if (!type.isReal()) {
      return null;
    }
    GraphBuilder builder = new GraphBuilder();
    List<Value> operands = new ArrayList<>();
    apply.operands().forEach(each -> operands.add(builder.parameter(each.type(), "x")));
    Value result = builder.parameter(apply.result().type(), "y");
    Value t = builder.parameter(apply.result().type(), "t");
    Formula formula = new FormulaWriter(builder);
    Value scaled = op.slope(operand).scale(formula, operands, result, t);
    return scaled == null
        ? null
        : new Graph("slope", builder.yield(formula.convert(scaled, type)), List.of());
  }
}
