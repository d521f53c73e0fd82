package cotangent.processor.derive;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes all second derivatives of a number: forward mode over reverse mode, once for every few
 * inputs.
 */
final class Hessian {
  private final Outline outline;
  private final Graph gradient;
  private final GraphBuilder builder = new GraphBuilder();
  private final Flattening flattening = new Flattening();

  Hessian(Outline outline) {
    this.outline = outline;
    this.gradient = Reverse.of(outline.graph(), outline.wrt(), Reverse.Seeds.ONE);
  }

  Method method() {
    List<Value> derivatives = derivatives(gradient.results());
    List<Graph> functions = new ArrayList<>();
    Value size = flattening.count(builder, outline.wrt());
    Value hessian = builder.newArray("hessian", Type.array(Type.array(Type.DOUBLE)), size, size);
    Sweep sweep =
        new Sweep(
            outline,
            gradient,
            derivatives,
            (b, input, path, position, tangents) ->
                flattening.write(b, tangents, b.read("row", hessian, position)));
    List<Value> parameters = outline.graph().parameters();
    List<Value> results;
    if (Sweep.isOneRun(outline.wrt())) {
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
    return making.method("Hessian", "Hessian", what, builder.steps(), functions);
  }

  private List<Value> derivatives(List<Value> results) {
    int start = outline.graph().results().size();
    return results.subList(start, start + outline.wrt().size());
  }
}
