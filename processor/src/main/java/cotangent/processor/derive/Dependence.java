package cotangent.processor.derive;

import static java.util.stream.Collectors.joining;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.derive.analyse.Bits;
import cotangent.processor.derive.analyse.Leaks;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the user must be told about how a method's result depends on its parameters. */
public final class Dependence {
  private final Primal primal;
  private final Graph graph;
  private final Storage storage;
  private final List<Value> wrt = new ArrayList<>();
  private final Activity activity;

  private Dependence(Primal primal) {
    this.primal = primal;
    this.graph = new Outline(primal).graph();
    this.storage = new Storage(graph, new Places(graph.body()), false);
    primal.wrt().stream()
        .flatMap(input -> leaves(input).stream())
        .filter(leaf -> leaf.type().isDifferentiable())
        .forEach(wrt::add);
    if (!primal.receiver().reads().isEmpty()) {
      wrt.addAll(leaves(0));
    }
    this.activity = new Activity(graph, storage, wrt, graph.results());
  }

  public static Dependence of(Primal primal) {
    return new Dependence(primal);
  }

  /** Returns the differentiated inputs on which no result depends in a differentiable way. */
  public List<Port> independent() {
    return primal.wrt().stream()
        .filter(input -> leaves(input).stream().noneMatch(activity::isActive))
        .map(primal.method().inputs()::get)
        .toList();
  }

  /**
   * Whether the method changes arrays that it is given, or hands them out: then it is more than a
   * function from its arguments to its result.
   */
  private boolean changesArrays() {
    return graph.parameters().stream()
        .filter(parameter -> parameter.type().isArray())
        .anyMatch(
            parameter ->
                storage.isWritten(parameter)
                    || graph.results().stream()
                        .filter(result -> result.type().isArray())
                        .anyMatch(result -> storage.mayShare(parameter, result)));
  }

  /** Returns what other compilations need to know, which see only the declaration of the method. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    String name = primal.method().name();
    if (changesArrays()) {
      notes.add(name + " changes its arrays");
    }
    int shift = primal.receiver().inputs() - primal.receiver().parameters().size();
    List<Port> passed = primal.receiver().passed(primal.method().inputs());
    List<Integer> by = primal.wrt().stream().map(input -> input - shift).toList();
    boolean isByFields = primal.wrt().stream().anyMatch(i -> i < primal.receiver().inputs());
    if (isByFields) {
      notes.add(name + " is differentiated by fields");
    } else if (by.size() < passed.stream().filter(Port::isDifferentiable).count()) {
      String number = primal.overload() > 1 ? "#" + primal.overload() : "";
      notes.add(by.stream().map(String::valueOf).collect(joining(" ", name + number + " by ", "")));
    }
    return notes;
  }

  /**
   * Returns what to say of the calls through which a derivative may be lost, including those that
   * are given only the results of others.
   */
  public List<Leaks.Leak> leaks() {
    Set<Step.Call> leaks = new LinkedHashSet<>(Leaks.in(graph, activity));
    for (int known = 0; known < leaks.size(); ) {
      known = leaks.size();
      List<Value> sources = new ArrayList<>(wrt);
      leaks.forEach(leak -> sources.addAll(leak.results()));
      sources.removeIf(source -> !source.type().isDifferentiable());
      leaks.addAll(Leaks.in(graph, new Activity(graph, storage, sources, graph.results())));
    }
    return leaks.stream().map(leak -> Leaks.explained(graph, activity, leak)).toList();
  }

  /** Returns the steps that make real numbers of the bits of differentiable ones. */
  public List<Step> numbersMadeOfBits() {
    return Bits.turnedIntoNumbers(graph, storage, activity);
  }

  /**
   * Returns the steps that write differentiable values into an array that may have other names, in
   * code that can't be looked into: the derivatives would stay with this name.
   */
  public List<Step> lostInForeignArrays() {
    List<Step> lost = new ArrayList<>();
    findLost(graph.body(), new HashSet<>(), lost);
    graph.functions().forEach(function -> findLost(function.body(), new HashSet<>(), lost));
    return lost;
  }

  /**
   * @param made arrays that are certainly new, though what they become may also be another one
   */
  private void findLost(Region region, Set<Value> made, List<Step> lost) {
    for (Step step : region.steps()) {
      if (step instanceof Step.NewArray || step instanceof Step.Clone) {
        made.addAll(step.results());
      }
      List<Value> written = new ArrayList<>(Accesses.of(step).written());
      written.removeAll(made);
      if (Moves.of(step).stream()
          .anyMatch(move -> written.contains(move.to()) && isLost(move.to(), move.from()))) {
        lost.add(step);
      }
      step.regions().forEach(inner -> findLost(inner, made, lost));
    }
  }

  private boolean isLost(Value array, Value stored) {
    return array.type().isDifferentiable() && activity.isVaried(stored) && storage.isForeign(array);
  }

  /**
   * Names the differentiated inputs that flow into a call just as they came, if there are others
   * besides.
   */
  public List<String> inputsOf(Step.Call call) {
    Set<String> names = new LinkedHashSet<>();
    for (int input : primal.wrt()) {
      if (leaves(input).stream().anyMatch(call.operands()::contains)) {
        names.add(primal.method().inputs().get(input).name());
      }
    }
    return names.size() < primal.wrt().size() ? List.copyOf(names) : List.of();
  }

  private List<Value> leaves(int input) {
    Iterator<Value> parameters = graph.parameters().iterator();
    List<Value> leaves = List.of();
    for (int i = 0; i <= input; i++) {
      leaves = primal.method().inputs().get(i).leaves().map(l -> parameters.next()).toList();
    }
    return leaves;
  }
}
