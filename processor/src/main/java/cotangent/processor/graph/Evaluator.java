package cotangent.processor.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs a graph on boxed numbers and Java's own arrays: the meaning of graphs, by which tests judge
 * what is made of them. It throws what Java would throw.
 */
public final class Evaluator {
  private final Graph graph;
  private final Predicate<Operation> watched;
  private final Map<String, Routine> routines = new HashMap<>();
  private final Routine routine;

  /**
   * Makes a graph ready to be run many times.
   *
   * @param watched the operations that are left to what is outside, whatever the types
   */
  public Evaluator(Graph graph, Predicate<Operation> watched) {
    this.graph = graph;
    this.watched = watched;
    this.routine = new Routine(graph, this::function, watched);
  }

  /** Runs a graph; Java members are called by reflection, which takes the public ones only. */
  public static List<@Nullable Object> run(Graph graph, List<@Nullable Object> arguments) {
    return run(graph, arguments, new ReflectiveMembers());
  }

  /**
   * Runs a graph.
   *
   * @param arguments boxed scalars, arrays and other references; arrays may be changed
   * @return the results, boxed
   */
  public static List<@Nullable Object> run(
      Graph graph, List<@Nullable Object> arguments, Members members) {
    return new Evaluator(graph, operation -> false)
        .runIn(
            (call, operands) -> members.call((Callee.Member) call.callee(), operands), arguments);
  }

  /** Calls a public Java member by reflection. */
  public static @Nullable Object member(Callee.Member member, List<@Nullable Object> operands) {
    return new ReflectiveMembers().call(member, operands);
  }

  /** Runs the graph, with what is outside of it given. */
  public List<@Nullable Object> runIn(Outside outside, List<@Nullable Object> arguments) {
    if (graph.parameters().size() != arguments.size()) {
      throw new IllegalArgumentException(
          graph.name() + " takes " + graph.parameters() + ", not " + arguments);
    }
    return routine.run(outside, arguments);
  }

  private Routine function(String name) {
    Routine known = routines.get(name);
    if (known == null) {
      Graph function =
          graph.functions().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
      known = new Routine(function, this::function, watched);
      routines.put(name, known);
    }
    return known;
  }
}
