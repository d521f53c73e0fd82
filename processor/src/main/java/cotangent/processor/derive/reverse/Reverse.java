package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.derive.analyse.Leaks;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode: maps a graph to one that computes the same results, and then the derivatives of
 * their sum, weighted by seeds, with respect to some of the parameters.
 *
 * <p>The parameters of the new graph are those of the old one, then the seeds where they are asked
 * for, then the arrays to be added into where they are asked for. Its results are those of the old
 * one, then the derivatives.
 */
public final class Reverse {

  /** What the derivative of the results is weighted by. */
  public enum Seeds {
    /** The one real result counts once. */
    ONE,
    /** A seed for each differentiable result is a parameter. */
    GIVEN
  }

  /** How many numbers of a result are seeded one by one. */
  private static final int FEW = 4;

  private static final Callee.Member NEW_TAPE =
      new Callee.Member(Callee.Member.Kind.NEW, "cotangent.Tape", "", true);

  private final Graph graph;
  private final List<Value> wrt;
  private final Seeds seeds;
  private final List<Value> addedTo;
  private final GraphBuilder builder = new GraphBuilder();
  private final List<@Nullable Value> seedOf = new ArrayList<>();
  private final Map<Value, Value> given = new HashMap<>();
  private final Map<Value, Value> atEntry = new HashMap<>();

  private Reverse(Graph graph, List<Value> wrt, Seeds seeds, List<Value> addedTo) {
    this.graph = graph;
    this.wrt = wrt;
    this.seeds = seeds;
    this.addedTo = addedTo;
  }

  /**
   * Derives a graph.
   *
   * @param wrt the parameters to differentiate with respect to
   */
  public static Graph of(Graph graph, List<Value> wrt, Seeds seeds) {
    return of(graph, wrt, seeds, List.of());
  }

  /**
   * Derives a graph.
   *
   * @param wrt the parameters to differentiate with respect to
   * @param addedTo those of them that are arrays whose derivatives are added to arrays given
   */
  public static Graph of(Graph graph, List<Value> wrt, Seeds seeds, List<Value> addedTo) {
    Graph prepared = Scratch.localised(Apart.named(graph, ReverseFunctions.SUFFIXES));
    RoundOrders orders = new RoundOrders();
    Checkpoints.Cut cut = new Checkpoints.Cut(prepared, Map.of());
    if (Checkpoints.stand(prepared)) {
      new Reverse(Snapshots.taken(prepared), wrt, seeds, addedTo).derive(Map.of(), orders);
      orders.settle();
      cut = Checkpoints.cut(prepared, orders);
    }
    return new Reverse(Snapshots.taken(cut.graph()), wrt, seeds, addedTo)
        .derive(cut.blocks(), orders);
  }

  private Graph derive(Map<String, Checkpoints.Block> blocks, RoundOrders orders) {
    Storage primalStorage = new Storage(graph, new Places(graph.body()), false);
    Activity activity = new Activity(graph, primalStorage, wrt, graph.results());
    Leaks.refuse(graph, activity);
    Shadows shadows = new Shadows(activity);
    addParameters();
    chooseShadows(primalStorage, shadows);
    List<Graph> functions = graph.functions().stream().map(shadows::function).toList();
    Graph shadowed = new Graph(graph.name(), shadows.body(graph.body()), functions);
    ReverseFunctions called =
        new ReverseFunctions(shadowed, activity, shadows, blocks, orders, seeds == Seeds.ONE);

    Value tape = new Value(Type.TAPE, "tape");
    Recomputing.Necessary necessary = new Recomputing.Necessary();
    halves(called.whole(), necessary, tape);
    necessary.settle();
    called.settle();
    Halves halves = halves(called.whole(), necessary, tape);

    makeShadows(shadows, halves.analysis.storage());
    GraphBuilder both = new GraphBuilder();
    new ForwardHalf(halves.analysis, halves.kept, tape).steps(shadowed.body(), both);
    halves.backward.steps().forEach(both::add);
    List<Graph> derived = called.functions(both.steps());
    if (derived.stream().anyMatch(Reverse::takesTape)) {
      builder.call(NEW_TAPE, List.of(tape), List.of());
    }
    both.steps().forEach(builder::add);
    List<Value> results = new ArrayList<>(graph.results());
    results.addAll(derivatives(halves, shadows));
    return new Graph(graph.name(), builder.yield(results), derived);
  }

  private static boolean takesTape(Graph function) {
    return function.parameters().stream().anyMatch(value -> value.type().equals(Type.TAPE));
  }

  private record Halves(
      Analysis analysis, Kept kept, GraphBuilder backward, Cotangents cotangents) {}

  /** Writes the backward half, and notes what it needs of the forward half. */
  private Halves halves(Reversal whole, Recomputing.Necessary necessary, Value tape) {
    Region body = whole.graph().body();
    Analysis analysis = new Analysis(whole, body, false);
    Kept kept = new Kept();
    Keep keep = new Keep(analysis, kept, necessary, Keep.Where.ARRAYS, tape);
    GraphBuilder main = new GraphBuilder();
    Cotangents cotangents = new Cotangents(null);
    BackwardHalf backward = Backward.half(analysis, kept, keep, main, cotangents);
    keep.regions().openLive(body);
    seed(backward, analysis);
    backward.through(body);
    return new Halves(analysis, kept, main, cotangents);
  }

  private void seed(BackwardHalf backward, Analysis analysis) {
    Formula f = backward.formula();
    for (int i = 0; i < graph.results().size(); i++) {
      Value result = graph.results().get(i);
      if (!result.type().isDifferentiable() || !analysis.activity().isActive(result)) {
        continue;
      }
      if (seeds == Seeds.ONE) {
        backward.cotangents().add(result, f.literal(1, result.type()), f);
      } else if (result.type().isArray()) {
        addSeed(analysis, result, seedOf.get(i), new ArrayCode(f.builder()));
      } else {
        analysis.known().add(seedOf.get(i));
        backward.cotangents().add(result, seedOf.get(i), f);
      }
    }
  }

  /** Whether a result is a row of numbers few enough to be treated one by one. */
  public static boolean isFew(int knownSize, Value result) {
    return result.type().rank() == 1 && knownSize >= 0 && knownSize <= FEW;
  }

  private static void addSeed(Analysis analysis, Value result, Value seed, ArrayCode code) {
    Value shadow = analysis.shadows().of(result);
    int size = analysis.places().knownSize(result);
    if (isFew(size, result)) {
      code.addFirst(shadow, seed, size);
    } else {
      code.addIfThere(shadow, seed);
    }
  }

  private void addParameters() {
    graph.parameters().forEach(builder::parameter);
    if (seeds == Seeds.GIVEN) {
      for (Value result : graph.results()) {
        Type type = result.type();
        seedOf.add(type.isDifferentiable() ? builder.parameter(type, "seed") : null);
      }
    }
    for (Value value : addedTo) {
      given.put(value, builder.parameter(value.type(), Cotangents.name(value)));
    }
  }

  /** Lets the cotangents gather in the arrays given, where the method doesn't write to memory. */
  private void chooseShadows(Storage storage, Shadows shadows) {
    given.forEach(
        (array, into) -> {
          if (shadows.has(array) && !storage.isWritten(array)) {
            shadows.put(array, into);
          }
        });
  }

  private void makeShadows(Shadows shadows, Storage storage) {
    for (Value parameter : graph.parameters()) {
      if (shadows.has(parameter)) {
        Value shadow = shadows.of(parameter);
        if (!given.containsValue(shadow)) {
          builder.add(new Step.ZerosLike(shadow, parameter));
        }
        boolean rowsMove = parameter.type().rank() > 1 && storage.isWritten(shadow);
        atEntry.put(parameter, rowsMove ? new ArrayCode(builder).copyRows(shadow) : shadow);
      } else if (wrt.contains(parameter)
          && given.get(parameter) == null
          && parameter.type().rank() > 1
          && storage.isWritten(parameter)) {
        atEntry.put(parameter, builder.zerosLike(Cotangents.name(parameter), parameter));
      }
    }
  }

  private List<Value> derivatives(Halves halves, Shadows shadows) {
    Formula f = new FormulaWriter(builder);
    List<Value> derivatives = new ArrayList<>();
    for (Value parameter : wrt) {
      Value into = given.get(parameter);
      if (!parameter.type().isArray()) {
        derivatives.add(halves.cotangents.get(parameter, f));
      } else if (!shadows.has(parameter)) {
        @Nullable Value zeros = into != null ? into : atEntry.get(parameter);
        derivatives.add(
            zeros != null ? zeros : builder.zerosLike(Cotangents.name(parameter), parameter));
      } else if (into == null) {
        derivatives.add(atEntry.get(parameter));
      } else {
        if (shadows.of(parameter) != into) {
          new ArrayCode(builder).addIfThere(into, Objects.requireNonNull(atEntry.get(parameter)));
        }
        derivatives.add(into);
      }
    }
    return derivatives;
  }
}
