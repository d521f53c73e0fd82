package cotangent.processor.derive.analyse;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The functions that say what the derivatives of a call are, and how they are written where a
 * derivative is wanted.
 */
public final class Rules {
  private final Map<String, Graph> functions;
  private final Map<String, Rule> rules = new HashMap<>();

  /** A rule, and what is known of its parameters. */
  private record Rule(Graph graph, Storage storage, Set<Value> used) {}

  public Rules(Map<String, Graph> functions) {
    this.functions = functions;
  }

  private Rule rule(String name) {
    return rules.computeIfAbsent(name, this::analysed);
  }

  private Rule analysed(String name) {
    Graph graph = new Graph(name, function(name).body(), List.copyOf(functions.values()));
    Set<Value> used = new HashSet<>();
    use(graph.body(), used);
    return new Rule(graph, new Storage(graph, new Places(graph.body()), false), used);
  }

  private Graph function(String name) {
    return Objects.requireNonNull(functions.get(name));
  }

  private static void use(Region region, Set<Value> used) {
    for (Step step : region.steps()) {
      used.addAll(step.operands());
      step.regions().forEach(inner -> use(inner, used));
    }
    used.addAll(region.yields());
  }

  /** Whether a rule needs what one of its parameters holds. */
  public boolean uses(String name, int parameter) {
    Rule rule = rule(name);
    return rule.used.contains(rule.graph.parameters().get(parameter));
  }

  /** Returns the name that a parameter has in a rule. */
  String parameterName(String name, int parameter) {
    return function(name).parameters().get(parameter).name();
  }

  /**
   * Writes a rule's steps; what they change are copies.
   *
   * @param arguments null where the rule doesn't {@link #uses use} them
   * @param names what its results are called; none, or an empty one, leaves them theirs
   */
  public List<Value> inline(
      String name, List<Value> arguments, List<String> names, GraphBuilder b) {
    Rule rule = rule(name);
    List<Value> all = new ArrayList<>(arguments);
    for (int i = 0; i < all.size(); i++) {
      Value parameter = rule.graph.parameters().get(i);
      if (uses(name, i) && parameter.type().isArray() && rule.storage.isWritten(parameter)) {
        all.set(i, new ArrayCode(b).copy(all.get(i)));
      }
    }
    Map<Value, String> called = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        name(rule.graph.results().get(i), names.get(i), rule.graph.body(), called);
      }
    }
    return GraphCopy.inline(rule.graph, all, called, b, Rules::made);
  }

  /** Names a result, and what the arms give of which one is chosen. */
  private static void name(Value result, String name, Region region, Map<Value, String> names) {
    names.put(result, name);
    for (Step step : region.steps()) {
      int index = step.results().indexOf(result);
      if (step instanceof Step.Branch branch && index >= 0) {
        branch.regions().stream()
            .filter(arm -> !arm.diverges())
            .forEach(arm -> name(arm.yields().get(index), name, arm, names));
      }
    }
  }

  /** Kernels in a rule compute a derivative, as what the compiler makes itself. */
  private static Step.Call made(Step.Call call) {
    return TensorKernels.isKernel(call)
        ? new Step.Call(call.results(), call.callee(), call.operands(), call.position().made())
        : call;
  }

  /** Whether a result of a rule may be an array that it is given, or share rows with it. */
  public boolean handsOn(String name, int result) {
    Rule rule = rule(name);
    Value value = rule.graph.results().get(result);
    if (!value.type().isArray()) {
      return false;
    }
    return rule.graph.parameters().stream()
        .filter(parameter -> parameter.type().isArray())
        .anyMatch(parameter -> rule.storage.mayShare(parameter, value));
  }
}
