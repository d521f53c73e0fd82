package cotangent.processor.derive;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What must be said to the user about how a method's result depends on its parameters. */
public final class Dependence {
  private final Primal primal;
  private final Graph graph;
  private final Activity activity;
  private final Map<Value, List<Step>> uses = new HashMap<>();
  private final List<Step.Call> leaks = new ArrayList<>();
  private final Storage storage;

  private Dependence(Primal primal) {
    this.primal = primal;
    this.graph = new Outline(primal).graph();
    this.storage = new Storage(graph, new Places(graph.body()), false);
    List<Value> wrt = new ArrayList<>();
    primal.wrt().stream()
        .flatMap(input -> leaves(input).stream())
        .filter(leaf -> leaf.type().isDifferentiable())
        .forEach(wrt::add);
    if (!primal.receiver().reads().isEmpty()) {
      wrt.addAll(leaves(0));
    }
    this.activity = new Activity(graph, storage, wrt, graph.results());
    collect(graph.body());
    graph.functions().forEach(function -> collect(function.body()));
  }

  public static Dependence of(Primal primal) {
    return new Dependence(primal);
  }

  /** Gives the differentiated inputs on which no result depends in a differentiable way. */
  public List<Port> independent() {
    return primal.wrt().stream()
        .filter(input -> leaves(input).stream().noneMatch(activity::isActive))
        .map(primal.method().inputs()::get)
        .toList();
  }

  /**
   * Gives the calls of members that can't be looked into although a derivative may flow through
   * them. What only goes into an exception is lost in any case.
   */
  public List<Step.Call> leaks() {
    leaks.clear();
    findLeaks(graph.body());
    graph.functions().forEach(function -> findLeaks(function.body()));
    return List.copyOf(leaks);
  }

  /**
   * Gives the steps that write differentiable values into an array that may have other names, in
   * code that can't be looked into: the derivatives would stay with this name.
   */
  public List<Step> lostInForeignArrays() {
    List<Step> lost = new ArrayList<>();
    findLost(graph.body(), lost);
    graph.functions().forEach(function -> findLost(function.body(), lost));
    return lost;
  }

  private void findLost(Region region, List<Step> lost) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Write write && isLost(write.array(), write.value())
          || step instanceof Step.Fill fill && isLost(fill.array(), fill.value())
          || step instanceof Step.Copy copy && isLost(copy.target(), copy.source())) {
        lost.add(step);
      }
      step.regions().forEach(inner -> findLost(inner, lost));
    }
  }

  private boolean isLost(Value array, Value stored) {
    return array.type().isDifferentiable() && activity.isVaried(stored) && storage.isForeign(array);
  }

  private List<Value> leaves(int input) {
    Iterator<Value> parameters = graph.parameters().iterator();
    List<Value> leaves = List.of();
    for (int i = 0; i <= input; i++) {
      leaves = primal.method().inputs().get(i).leaves().map(l -> parameters.next()).toList();
    }
    return leaves;
  }

  private void collect(Region region) {
    for (Step step : region.steps()) {
      step.operands().forEach(v -> uses.computeIfAbsent(v, u -> new ArrayList<>()).add(step));
      for (Region inner : step.regions()) {
        inner.yields().forEach(v -> uses.computeIfAbsent(v, u -> new ArrayList<>()).add(step));
        collect(inner);
      }
    }
  }

  private void findLeaks(Region region) {
    if (region.diverges()) {
      return;
    }
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Member member
          && !isHarmless(member)
          && call.operands().stream().anyMatch(activity::isVaried)
          && !endsInException(call)) {
        leaks.add(call);
      }
      step.regions().forEach(this::findLeaks);
    }
  }

  /** Tells whether what a member gives is no derivative's business, whatever it is called with. */
  private static boolean isHarmless(Callee.Member member) {
    return member.owner().equals("cotangent.Cotangent")
        || member.kind() == Callee.Member.Kind.FIELD
        || member.name().equals("getClass");
  }

  private boolean endsInException(Step.Call call) {
    List<Step> users =
        call.results().stream()
            .flatMap(result -> uses.getOrDefault(result, List.of()).stream())
            .toList();
    return !users.isEmpty()
        && users.stream()
            .allMatch(
                use ->
                    use instanceof Step.Throw
                        || (use instanceof Step.Call inner
                            && inner.callee() instanceof Callee.Member
                            && endsInException(inner)));
  }
}
