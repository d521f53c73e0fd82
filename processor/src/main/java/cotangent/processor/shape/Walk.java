package cotangent.processor.shape;

import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Goes along the steps of a method as they would run, with sizes in place of numbers. */
final class Walk {
  /** Sizes are followed through no more steps than this. */
  private static final int MOST = 200_000;

  private final Map<String, Graph> functions = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Facts facts = new Facts();
  private final SizeArithmetic arithmetic = new SizeArithmetic(facts);
  private final KnownCalls known = new KnownCalls(facts);
  private final KnownKeys keys = new KnownKeys(facts);
  private final Agreements agreements;
  private final Predicate<Value> stays;
  private final LoopSizes loops;
  private final Recursion recursion;
  private final Certainty certainty;
  private int steps;

  /**
   * @param stays tells which arrays have the same elements all the time
   */
  Walk(List<Graph> functions, Predicate<Value> stays, Findings findings, Certainty certainty) {
    functions.forEach(function -> this.functions.put(function.name(), function));
    this.stays = stays;
    this.certainty = certainty;
    this.agreements = new Agreements(facts, findings, certainty);
    this.loops = new LoopSizes(this, facts, findings, certainty);
    this.recursion = new Recursion(facts, findings, certainty);
  }

  /** Goes along the whole method. */
  void through(Graph method) {
    facts.given(method.parameters());
    keys.survey(method);
    through(method.body(), new Path());
  }

  /** Goes along a region; returns whether it reaches its end. */
  boolean through(Region region, Path path) {
    Object outer = agreements.enter(region);
    try {
      for (Step step : region.steps()) {
        if (++steps > MOST) {
          throw new Exhausted();
        }
        facts.make(step.results(), region);
        if (!past(step, region, path)) {
          return false;
        }
      }
      return true;
    } finally {
      agreements.leave(outer);
    }
  }

  /** Thrown where a method is too long to be followed to its end. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super(null, null, false, false);
    }
  }

  /** Goes past a step; returns whether what follows it is reached. */
  private boolean past(Step step, Region home, Path path) {
    switch (step.kind()) {
      case CONSTANT -> facts.put((Step.Constant) step);
      case APPLY -> arithmetic.apply((Step.Apply) step, path);
      case NEW_ARRAY -> make((Step.NewArray) step, home);
      case CLONE, ZEROS_LIKE -> clone(step.operands().get(0), step.results().get(0), home, path);
      case READ -> read((Step.Read) step, path);
      case WRITE -> write((Step.Write) step, home, path);
      case COPY -> facts.stored().fill(((Step.Copy) step).source(), ((Step.Copy) step).target());
      case FILL -> fill((Step.Fill) step, home, path);
      case CALL -> {
        return call((Step.Call) step, home, path);
      }
      case BRANCH -> {
        return branch((Step.Branch) step, home, path);
      }
      case LOOP -> loops.loop((Step.Loop) step, home, path);
      case WHILE -> loops.whileLoop((Step.While) step, home, path);
      case THROW -> {
        return false;
      }
      case PUSH, POP -> {
        // gives no size
      }
    }
    return true;
  }

  private void make(Step.NewArray made, Region home) {
    List<Size> lengths = made.lengths().stream().map(facts::size).toList();
    List<Size> sizes = Facts.filled(lengths, made.result().type().rank());
    facts.stored().make(made.result(), sizes, lengths.size() > 1, home);
    facts.put(made.result(), sizes);
    facts.copyOrigin(made.lengths().get(0), made.result());
  }

  private void clone(Value array, Value copy, Region home, Path path) {
    facts.copy(array, copy, path);
    facts.stored().clone(array, copy, home);
  }

  private void fill(Step.Fill fill, Region home, Path path) {
    facts.stored().write(fill.array(), null, path.resolved(sizes(fill.value())), home);
  }

  /** Returns the sizes of what becomes an element of an array. */
  private List<Size> sizes(Value element) {
    return element.type().isArray()
        ? facts.dimensions(element)
        : element.type() == Type.INT ? List.of(facts.size(element)) : List.of();
  }

  private void write(Step.Write write, Region home, Path path) {
    List<Size> sizes = sizes(write.value());
    Long index = path.resolved(facts.size(write.index())).number();
    facts.stored().write(write.array(), index, path.resolved(sizes), home);
  }

  private void change(List<Value> arrays) {
    arrays.stream().filter(each -> each.type().isArray()).forEach(facts.stored()::change);
  }

  private void read(Step.Read read, Path path) {
    Long index = path.resolved(facts.size(read.index())).number();
    List<Size> known = facts.stored().read(read.array(), read.index(), index);
    if (known != null && read.result().type() == Type.INT) {
      facts.put(read.result(), known.get(0));
    } else if (known != null) {
      facts.put(read.result(), known);
    } else if (stays.test(read.array())) {
      readAny(read);
    }
  }

  private void readAny(Step.Read read) {
    if (read.result().type().isArray()) {
      List<Size> all = facts.dimensions(read.array());
      facts.put(read.result(), facts.at(read.index(), all.subList(1, all.size())));
    } else if (facts.hasElement(read.array())) {
      Size size = facts.element(read.array());
      facts.put(read.result(), facts.at(read.index(), List.of(size)).get(0));
    }
  }

  private boolean call(Step.Call call, Region home, Path path) {
    if (call.callee() instanceof Agreement agreement) {
      agreements.follow(agreement, call, path);
    } else if (call.callee() instanceof Callee.Function function) {
      Graph graph = functions.get(function.name());
      if (graph != null && !open.contains(function.name())) {
        facts.count(graph.body(), LoopSizes.isLeft(graph.body()) ? List.of() : facts.spans(home));
        return call(call, graph, path);
      }
      if (!function.name().equals(open.peek()) || !recursion.isKnown(function.name())) {
        certainty.lose();
      }
      change(call.operands());
      return recursion.giveBack(call, function.name(), home, path);
    } else {
      known.follow(call, path);
      keys.follow(call, home);
      if (!(call.callee() instanceof Callee.Ruled) && !TensorKernels.isKernel(call)) {
        change(call.operands());
      }
    }
    return true;
  }

  private boolean call(Step.Call call, Graph function, Path path) {
    for (int i = 0; i < call.operands().size(); i++) {
      facts.copy(call.operands().get(i), function.parameters().get(i), path);
    }
    open.push(function.name());
    boolean ends =
        Recursion.isFollowed(function)
            ? recursion.follow(function, within -> through(function.body(), within), path)
            : through(function.body(), path);
    open.pop();
    if (ends) {
      for (int i = 0; i < call.results().size(); i++) {
        facts.copy(function.results().get(i), call.results().get(i), path);
      }
    }
    return ends;
  }

  private boolean branch(Step.Branch branch, Region home, Path path) {
    Truth condition = facts.truth(branch.condition());
    Path then = path.copy();
    Path otherwise = path.copy();
    boolean first = then.assume(condition, true) && through(branch.then(), then);
    boolean second = otherwise.assume(condition, false) && through(branch.otherwise(), otherwise);
    if (first && second) {
      path.meet(then, otherwise);
      Region taken = branch.position().isMade() ? null : home; // a test for null may never fail
      join(branch, new Fork(condition, taken, branch.regions()), then, otherwise);
    } else if (first || second) {
      Path only = first ? then : otherwise;
      List<Value> yields = (first ? branch.then() : branch.otherwise()).yields();
      path.become(only);
      for (int i = 0; i < branch.results().size(); i++) {
        facts.copy(yields.get(i), branch.results().get(i), only);
      }
    }
    return first || second;
  }

  private void join(Step.Branch branch, Fork fork, Path then, Path otherwise) {
    for (int i = 0; i < branch.results().size(); i++) {
      Value one = branch.then().yields().get(i);
      Value other = branch.otherwise().yields().get(i);
      Value result = branch.results().get(i);
      if (facts.isNull(one) || facts.isNull(other)) {
        boolean isFirst = facts.isNull(other);
        facts.copy(isFirst ? one : other, result, isFirst ? then : otherwise);
      } else if (result.type() == Type.BOOLEAN) {
        facts.put(result, new Truth.OneOf(fork, facts.truth(one), facts.truth(other)));
      } else {
        new Merging(facts, fork).merge(one, then, other, otherwise, result);
      }
    }
  }
}
