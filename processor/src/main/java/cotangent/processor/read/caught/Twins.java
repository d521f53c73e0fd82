package cotangent.processor.read.caught;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.scope.Draft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the twins that {@link CaughtCalls} asks for, by the same means as a block from which
 * exceptions are caught: a twin catches all that its function throws.
 */
public final class Twins {
  private final Reading reading;
  private final Map<String, Graph> known = new HashMap<>();

  private Twins(Reading reading, List<Graph> functions) {
    this.reading = reading;
    functions.forEach(function -> known.put(function.name(), function));
  }

  /** Returns all functions that were read, and then the twins that they call. */
  public static List<Graph> with(List<Graph> functions, Reading reading) {
    Twins twins = new Twins(reading, functions);
    CaughtCalls calls = CaughtCalls.of(reading);
    List<Graph> all = new ArrayList<>(functions);
    CaughtCalls.Wanted next = calls.next();
    while (next != null) {
      if (twins.known.containsKey(next.function())) { // else its caller was given up
        all.add(
            next instanceof CaughtCalls.OfFunction wanted
                ? twins.of(wanted)
                : twins.of((CaughtCalls.OfRule) next));
      }
      next = calls.next();
    }
    return all;
  }

  private Graph graph(String function) {
    return Objects.requireNonNull(known.get(function));
  }

  private Graph of(CaughtCalls.OfFunction wanted) {
    Graph copy = GraphCopy.function(wanted.name(), graph(wanted.function()), callee -> callee);
    Draft draft = reading.draft();
    draft.learn(copy.body().steps());
    GraphBuilder b = new GraphBuilder();
    copy.parameters().forEach(b::parameter);
    Clauses any = Clauses.any(wanted.frame().names().program());
    any.asks(0);
    Sites sites = new Sites(reading, any, copy.body().steps());
    EndSlots slots = new EndSlots(wanted.frame(), wanted.at(), any, sites);
    Exceptions exceptions = new Exceptions(wanted.frame(), wanted.at(), any, sites, slots);
    List<Value> results = new ArrayList<>();
    draft.in(
        b,
        () ->
            results.addAll(
                new Catching(wanted.frame(), wanted.at(), sites, slots, exceptions)
                    .write(
                        copy.body().steps(),
                        copy.results(),
                        new State(wanted.frame().environment(), new Checks(draft)))));
    return new Graph(wanted.name(), b.yield(results), List.of());
  }

  private Graph of(CaughtCalls.OfRule wanted) {
    Graph function = graph(wanted.function());
    Graph primal = graph(wanted.rule().primal());
    GraphBuilder b = new GraphBuilder();
    CaughtCalls.Ending ending = new CaughtCalls.Ending();
    int taken = primal.parameters().size();
    int given = taken + primal.results().size();
    List<Value> all = new ArrayList<>();
    function.parameters().forEach(value -> all.add(new Value(value.type(), value.name())));
    List<Value> parameters = new ArrayList<>(all);
    if (wanted.backward()) {
      // nobody asks for the seeds of an exception
      parameters.addAll(given, new CaughtCalls.Ending().and(List.of()));
    }
    parameters.addAll(taken, ending.and(List.of()));
    parameters.forEach(b::parameter);
    GraphBuilder zeros = new GraphBuilder();
    GraphBuilder otherwise = new GraphBuilder();
    List<Value> derivatives = GraphCopy.inline(function, all, otherwise);
    List<Value> like =
        wanted.backward()
            ? wanted.rule().by().stream().map(all::get).toList()
            : all.subList(taken, given);
    List<Value> none =
        like.stream()
            .map(value -> zeros.constant(value.type(), value.type().unassigned()))
            .toList();
    List<Value> results =
        b.branch(ending.isThrown(), zeros.yield(none), otherwise.yield(derivatives), like);
    return new Graph(
        wanted.name(), b.yield(wanted.backward() ? results : ending.and(results)), List.of());
  }
}
