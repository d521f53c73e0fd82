package cotangent.processor.prove;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the methods that are made of one, and comes out: where among the parameters and
 * results of a graph the values, the derivatives and the fields of the object are.
 *
 * @param graph the method, whose results are what is differentiated
 * @param by the places of the parameters to differentiate with respect to
 * @param fields the fields that are parameters of the graph, and are read from the object in the
 *     methods that are made of it, with their places
 * @param meant where points are drawn
 * @param isSingle whether some number is of single precision
 * @param ready the graphs that were run already
 */
record Face(
    Primal primal,
    Graph graph,
    List<Integer> by,
    Map<Callee, Integer> fields,
    Meant meant,
    boolean isSingle,
    Map<Graph, Evaluator> ready) {

  static Face of(Primal primal, Graph graph, Meant meant) {
    List<Integer> by = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < primal.method().inputs().size(); i++) {
      for (Port.Leaf leaf : primal.method().inputs().get(i).leaves().toList()) {
        if (primal.wrt().contains(i) && leaf.type().isDifferentiable()) {
          by.add(place);
        }
        place++;
      }
    }
    Map<Callee, Integer> fields = new HashMap<>();
    for (Step read : primal.receiver().reads()) {
      int at = graph.parameters().indexOf(read.results().get(0));
      if (at >= 0 && read instanceof Step.Call call) {
        fields.put(call.callee(), at);
      }
    }
    return new Face(primal, graph, by, fields, meant, hasSingle(graph), new IdentityHashMap<>());
  }

  /** Makes a graph ready to be run, unless it is. */
  Evaluator ready(Graph which) {
    return ready.computeIfAbsent(which, Run::ready);
  }

  /** Returns what the methods are passed, where the graph has all as parameters. */
  List<@Nullable Object> passed(List<@Nullable Object> arguments) {
    List<@Nullable Object> passed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (!fields.containsValue(i)) {
        passed.add(arguments.get(i));
      }
    }
    return passed;
  }

  /** Returns what the fields hold. */
  Map<Callee, @Nullable Object> held(List<@Nullable Object> arguments) {
    Map<Callee, @Nullable Object> held = new HashMap<>();
    fields.forEach((field, place) -> held.put(field, arguments.get(place)));
    return held;
  }

  /** Counts the results of a method that are its value; others hold derivatives. */
  int values() {
    return primal.method().outputs().isEmpty() ? 0 : graph.results().size();
  }

  /** Returns the values among the graph's results that have derivatives. */
  List<@Nullable Object> differentiable(List<@Nullable Object> results) {
    List<@Nullable Object> found = new ArrayList<>();
    for (int i = 0; i < graph.results().size(); i++) {
      if (graph.results().get(i).type().isDifferentiable()) {
        found.add(results.get(i));
      }
    }
    return found;
  }

  /** Returns the derivatives among results that are shaped like the inputs. */
  List<@Nullable Object> derivatives(List<@Nullable Object> results) {
    List<@Nullable Object> found = new ArrayList<>();
    int at = 0;
    for (int index : primal.wrt()) {
      for (Port.Leaf leaf : primal.method().inputs().get(index).leaves().toList()) {
        if (leaf.type().isDifferentiable()) {
          found.add(results.get(at));
        }
        at++;
      }
    }
    return found;
  }

  /** Counts the results that are shaped like the differentiated inputs. */
  int shaped() {
    return (int)
        primal.wrt().stream()
            .mapToLong(index -> primal.method().inputs().get(index).leaves().count())
            .sum();
  }

  private static boolean hasSingle(Graph graph) {
    return graph.parameters().stream().anyMatch(Face::isSingle)
        || graph.results().stream().anyMatch(Face::isSingle)
        || graph.body().steps().stream().anyMatch(Face::hasSingle)
        || graph.functions().stream().anyMatch(Face::hasSingle);
  }

  private static boolean hasSingle(Step step) {
    for (Value result : step.results()) {
      if (isSingle(result)) {
        return true;
      }
    }
    return step.regions().stream()
        .anyMatch(region -> region.steps().stream().anyMatch(Face::hasSingle));
  }

  private static boolean isSingle(Value value) {
    return value.type().leaf() == Type.FLOAT;
  }

  /** Whether derivatives are taken from rules of users, which are their word. */
  boolean hasRules() {
    return hasRules(graph);
  }

  private static boolean hasRules(Graph graph) {
    return graph.body().steps().stream().anyMatch(Face::isRuled)
        || graph.functions().stream().anyMatch(Face::hasRules);
  }

  private static boolean isRuled(Step step) {
    return step instanceof Step.Call call
            && call.callee() instanceof Callee.Ruled rule
            && !Run.isCalled(rule)
        || !step.regions().isEmpty()
            && step.regions().stream()
                .anyMatch(region -> region.steps().stream().anyMatch(Face::isRuled));
  }
}
