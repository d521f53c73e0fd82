package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the tensors that a companion's method puts together last of all, such as the Jacobian of
 * vectors, {@code Matrix.of(rows)}: by the library's source, like calls of the user's.
 */
final class PutTogether {
  private final Frame frame;
  private final Tree at;

  /** The calls by which results are put together. */
  private final Map<Value, Step.Call> calls = new HashMap<>();

  /**
   * @param graph what the companion's method computes
   */
  PutTogether(Frame frame, Tree at, Graph graph) {
    this.frame = frame;
    this.at = at;
    for (Step step : graph.body().steps()) {
      if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Member
          && call.results().size() == 1
          && graph.results().contains(call.results().get(0))
          && Component.isTensor(call.results().get(0).type())) {
        calls.put(call.results().get(0), call);
      }
    }
    if (graph.results().stream().map(Value::type).anyMatch(MatrixArrays::areTensors)) {
      throw frame.refusal(
          at, Problem.SYNTAX, "an array of tensors that a companion makes", "call its Vjp or Jvp");
    }
  }

  /** Returns the graph with what they are put together of. */
  Graph parts(Graph graph) {
    Region body = graph.body();
    List<Step> steps = body.steps().stream().filter(step -> !calls.containsValue(step)).toList();
    List<Value> yields =
        body.yields().stream()
            .map(each -> calls.containsKey(each) ? calls.get(each).operands().get(0) : each)
            .toList();
    return new Graph(graph.name(), new Region(body.parameters(), steps, yields), graph.functions());
  }

  /** Returns the leaves of all results, of those that the graph has for their parts. */
  List<Value> leaves(Graph graph, List<Value> parts, Function<Type, TypeMirror> mirrors) {
    List<Value> leaves = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Step.Call call = calls.get(graph.results().get(i));
      if (call == null) {
        leaves.add(parts.get(i));
      } else {
        TypeMirror type = mirrors.apply(parts.get(i).type());
        leaves.addAll(made(call, new Term.Single(type, parts.get(i))).leaves());
      }
    }
    return leaves;
  }

  private Term made(Step.Call call, Term part) {
    Callee.Member member = (Callee.Member) call.callee();
    TypeElement type = frame.names().program().elements().getTypeElement(member.owner());
    return frame
        .calling()
        .call(
            at,
            frame.names().implied(type.asType(), member.name(), List.of(part.type()), at),
            null,
            List.of(part));
  }
}
