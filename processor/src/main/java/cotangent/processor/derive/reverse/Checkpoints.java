package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Trips;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts loops with checkpoints into blocks of rounds. A block is a function: what goes into it is
 * the checkpoint, and its backward half runs its rounds again, so that only one block at a time
 * keeps what its rounds need.
 */
final class Checkpoints {

  /**
   * A block of rounds.
   *
   * @param captured the place of the first parameter that comes from around the loop
   * @param restored the arrays that are to hold again what they held before the block
   */
  record Block(int captured, List<Restored> restored) {}

  /**
   * An array that a block finds changed when it runs again.
   *
   * @param place of the parameter
   * @param window the elements that may have changed
   */
  record Restored(int place, Window window) {}

  /** A graph whose loops are cut, and the functions that are blocks of rounds. */
  record Cut(Graph graph, Map<String, Block> blocks) {}

  private final Map<String, Graph> functions = new HashMap<>();
  private final List<Graph> blocks = new ArrayList<>();
  private final Map<String, Map<Integer, Window>> windows = new HashMap<>();
  private final Set<String> recursive;
  private final boolean fieldsStay;
  private final RoundOrders orders;

  private Checkpoints(Graph graph, RoundOrders orders) {
    this.orders = orders;
    this.recursive = CalledFunctions.recursive(graph);
    this.fieldsStay =
        !RunAgain.callsOut(graph.body())
            && graph.functions().stream().noneMatch(f -> RunAgain.callsOut(f.body()));
    graph.functions().forEach(function -> functions.put(function.name(), function));
  }

  /**
   * Cuts the loops of a graph, except those that keep nothing anyway.
   *
   * @param orders which loops have a backward half of their own
   * @throws Refusal where rounds can't be run again
   */
  static Cut cut(Graph graph, RoundOrders orders) {
    return new Checkpoints(graph, orders).all(graph);
  }

  /** Whether any loop of a graph has checkpoints. */
  static boolean stand(Graph graph) {
    return hasCheckpoints(graph.body())
        || graph.functions().stream().anyMatch(function -> hasCheckpoints(function.body()));
  }

  private static boolean hasCheckpoints(Region region) {
    return region.steps().stream()
        .anyMatch(
            step ->
                step instanceof Step.Loop loop && loop.checkpoint() != Step.Loop.NO_CHECKPOINT
                    || step.regions().stream().anyMatch(Checkpoints::hasCheckpoints));
  }

  private Cut all(Graph graph) {
    Region body = new Body(graph.name(), graph.body()).rewritten();
    List<Graph> all = new ArrayList<>();
    for (Graph function : graph.functions()) {
      Region cut = new Body(function.name(), function.body()).rewritten();
      all.add(new Graph(function.name(), cut, List.of()));
    }
    all.addAll(blocks);
    Graph cut = new Graph(graph.name(), body, all);
    return new Cut(cut, restored(cut));
  }

  private Map<String, Block> restored(Graph cut) {
    Map<String, Block> restored = new HashMap<>();
    restored(cut.body(), new Storage(cut, new Places(cut.body()), false), restored);
    for (Graph function : cut.functions()) {
      Storage storage = new Storage(cut, new Places(function.body()), true);
      restored(function.body(), storage, restored);
    }
    return restored;
  }

  private void restored(Region region, Storage storage, Map<String, Block> into) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Function function
          && windows.containsKey(function.name())) {
        into.put(function.name(), block(call, windows.get(function.name()), storage));
      }
      step.regions().forEach(inner -> restored(inner, storage, into));
    }
  }

  private static Block block(Step.Call call, Map<Integer, Window> windows, Storage storage) {
    List<Restored> restored = new ArrayList<>();
    for (int place = 0; place < call.operands().size(); place++) {
      Value operand = call.operands().get(place);
      if (operand.type().isArray() && storage.mayChangeAfter(call, operand)) {
        restored.add(new Restored(place, windows.getOrDefault(place, Window.WHOLE)));
      }
    }
    return new Block(2 + call.results().size(), restored);
  }

  /** One body while its loops are cut. */
  private final class Body {
    private final String name;
    private final Region body;
    private final Places places;
    private int count;

    Body(String name, Region body) {
      this.name = name;
      this.body = body;
      this.places = new Places(body);
    }

    Region rewritten() {
      return rewritten(body);
    }

    private Region rewritten(Region region) {
      GraphBuilder b = new GraphBuilder();
      region.parameters().forEach(b::parameter);
      for (Step step : region.steps()) {
        Step inner = step.withRegions(this::rewritten);
        if (inner instanceof Step.Loop loop
            && loop.checkpoint() != Step.Loop.NO_CHECKPOINT
            && orders.isReversed(loop)
            && !loop.body().diverges()) {
          require((Step.Loop) step);
          cut(loop, b);
        } else {
          b.add(inner);
        }
      }
      return b.yield(region.yields());
    }

    private void require(Step.Loop loop) {
      if (recursive.contains(name)) {
        throw new Refusal(
            Problem.CHECKPOINT_LIMIT,
            loop.position(),
            "a method that calls itself",
            "leave @Checkpoint out, or make a loop of the method");
      }
      new RunAgain(functions, recursive, fieldsStay).require(loop.body());
    }

    private void cut(Step.Loop loop, GraphBuilder b) {
      Value rounds = Trips.count(loop, loop.from(), loop.to(), b);
      Value every = every(loop, rounds, b);
      Value one = b.constant(1);
      Value before = b.apply(Operations.SUB, rounds, one);
      Value full = b.apply(Operations.DIV, before, every);
      Value blockCount = b.apply("blocks", Operations.ADD, full, one);
      GraphBuilder block = new GraphBuilder().at(loop.position());
      Value number = block.parameter(Type.INT, "block");
      List<Value> carried = fresh(loop.carried());
      carried.forEach(block::parameter);
      List<Value> operands = new ArrayList<>(range(loop, rounds, every, number, block));
      operands.addAll(carried);
      List<Value> next = fresh(loop.carried());
      Step.Call call = call(loop, next, operands);
      block.add(call);
      b.add(
          new Step.Loop(
              loop.results(),
              b.constant(0),
              blockCount,
              1,
              loop.initial(),
              block.yield(next),
              Step.Loop.NO_CHECKPOINT,
              loop.position()));
    }

    private Value every(Step.Loop loop, Value rounds, GraphBuilder b) {
      if (loop.checkpoint() != Step.Loop.CHOSEN) {
        return b.constant(loop.checkpoint());
      }
      Value root = b.apply(Operations.SQRT, b.apply(Operations.cast(Type.DOUBLE), rounds));
      Value whole = b.apply(Operations.cast(Type.INT), root);
      return b.apply("every", Operations.ADD, whole, b.constant(1));
    }

    /** Returns the index of a block's first round, and where the block ends. */
    private List<Value> range(
        Step.Loop loop, Value rounds, Value every, Value number, GraphBuilder block) {
      Value done = block.apply(Operations.MUL, number, every);
      Value left = block.apply(Operations.SUB, rounds, done);
      Value length = block.apply(Operations.MIN, every, left);
      Value stride = block.constant(loop.stride());
      String name = loop.index().name();
      Value begin = block.apply(Operations.MUL, done, stride);
      Value from = block.apply(name, Operations.ADD, loop.from(), begin);
      Value distance = block.apply(Operations.MUL, length, stride);
      return List.of(from, block.apply("end", Operations.ADD, from, distance));
    }

    /** Makes a function of the rounds, and a call of it. */
    private Step.Call call(Step.Loop loop, List<Value> results, List<Value> operands) {
      GraphBuilder rounds = new GraphBuilder();
      Value from = rounds.parameter(Type.INT, "from");
      Value to = rounds.parameter(Type.INT, "to");
      List<Value> initial = fresh(loop.carried());
      initial.forEach(rounds::parameter);
      List<Value> all = new ArrayList<>(operands);
      Map<Integer, Window> touched = new HashMap<>();
      for (Value captured : captured(loop)) {
        if (places.definition(captured) instanceof Step.Constant constant) {
          rounds.add(constant);
        } else {
          touched.put(all.size(), Window.of(captured, loop, places));
          rounds.parameter(captured);
          all.add(captured);
        }
      }
      rounds.add(
          new Step.Loop(
              loop.results(),
              from,
              to,
              loop.stride(),
              initial,
              loop.body(),
              Step.Loop.NO_CHECKPOINT,
              loop.position()));
      Graph function = new Graph(blockName(), rounds.yield(loop.results()), List.of());
      blocks.add(GraphCopy.function(function.name(), function, callee -> callee));
      Step.Call call =
          new Step.Call(results, new Callee.Function(function.name()), all, loop.position());
      windows.put(function.name(), touched);
      return call;
    }

    private String blockName() {
      String ending = count++ == 0 ? "" : String.valueOf(count);
      return DerivedName.ROUNDS.of(name) + ending;
    }

    /** Returns what the rounds take from around the loop. */
    private List<Value> captured(Step.Loop loop) {
      Set<Value> used = new LinkedHashSet<>();
      Set<Value> made = new HashSet<>();
      collect(loop.body(), used, made);
      used.removeAll(made);
      return List.copyOf(used);
    }

    private void collect(Region region, Set<Value> used, Set<Value> made) {
      made.addAll(region.parameters());
      for (Step step : region.steps()) {
        used.addAll(step.operands());
        made.addAll(step.results());
        step.regions().forEach(inner -> collect(inner, used, made));
      }
      used.addAll(region.yields());
    }
  }

  private static List<Value> fresh(List<Value> like) {
    return like.stream().map(value -> new Value(value.type(), value.name())).toList();
  }
}
