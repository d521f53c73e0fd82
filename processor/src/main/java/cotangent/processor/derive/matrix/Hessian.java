package cotangent.processor.derive.matrix;

import cotangent.processor.derive.offer.Making;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.derive.write.Flattening;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes all second derivatives of a number: forward mode over reverse mode, once for every few
 * inputs.
 */
public final class Hessian {
  private final Outline outline;
  private final Graph gradient;
  private final GraphBuilder builder = new GraphBuilder();
  private final Flattening flattening = new Flattening();

  public Hessian(Outline outline) {
    this.outline = outline;
    this.gradient = Reverse.of(outline.graph(), outline.wrt(), Reverse.Seeds.ONE);
  }

  public Method method() {
    List<Value> derivatives = derivatives(gradient.results());
    List<Graph> functions = new ArrayList<>();
    Value size = flattening.count(builder, outline.wrt());
    Value hessian = builder.newArray("hessian", Type.array(Type.array(Type.DOUBLE)), size, size);
    List<Value> parameters = outline.graph().parameters();
    Optional<WideSweep> wide = WideSweep.of(outline, gradient, derivatives);
    Sweep sweep =
        new Sweep(
            outline,
            gradient,
            derivatives,
            (b, input, path, position, tangents) ->
                flattening.write(b, tangents, b.read("row", hessian, position)));
    List<Value> results;
    if (wide.isPresent()) {
      results = wide(wide.get(), derivatives, hessian);
    } else if (Sweep.isOneRun(outline.wrt(), gradient)) {
      results = sweep.run(parameters, builder);
    } else {
      List<Value> untouched = outline.untouched(builder);
      results = GraphCopy.inline(gradient, parameters, builder);
      functions.addAll(gradient.functions());
      sweep.run(untouched, builder);
    }
    functions.addAll(sweep.functions());
    Value flat = builder.newArray("gradient", Type.array(Type.DOUBLE), size);
    flattening.write(builder, derivatives(results), flat);

    Making making = new Making(outline);
    making.value(results.iterator());
    making.output(new Port.Leaf("gradient", flat.type()), List.of(flat));
    making.output(new Port.Leaf("hessian", hessian.type()), List.of(hessian));
    String what = "its gradient and its Hessian by " + outline.byWhat();
    return making.method(Mode.HESSIAN, what, builder.steps(), functions);
  }

  /** Writes the columns of a block, which go through every row. */
  private List<Value> wide(WideSweep sweep, List<Value> derivatives, Value hessian) {
    return sweep.results(
        builder,
        List.of(),
        (b, block, numbering, results, tangents, carried) -> {
          Value position = b.constant(0);
          for (int k = 0; k < tangents.size(); k++) {
            int rank = derivatives.get(k).type().rank();
            position = rows(b, rank, tangents.get(k), hessian, position, block);
          }
          return List.of();
        });
  }

  /**
   * Writes parts of rows.
   *
   * @param rank of what the tangent is the tangent of
   * @param position the first row
   * @return the first row of what follows
   */
  private static Value rows(
      GraphBuilder b, int rank, Value tangent, Value hessian, Value position, Block block) {
    if (rank == 0) {
      if (tangent.type().isArray()) {
        block.put(b, tangent, b.read("", hessian, position));
      }
      return b.apply("position", Operations.ADD, position, b.constant(1));
    }
    GraphBuilder body = new GraphBuilder();
    Value index = body.parameter(Type.INT, "i");
    Value before = body.parameter(Type.INT, "position");
    Value after = rows(body, rank - 1, body.read("", tangent, index), hessian, before, block);
    Value length = new ArrayCode(b).length(tangent);
    return b.loop(b.constant(0), length, 1, List.of(position), body.yield(after)).get(0);
  }

  private List<Value> derivatives(List<Value> results) {
    int start = outline.graph().results().size();
    return results.subList(start, start + outline.wrt().size());
  }
}
