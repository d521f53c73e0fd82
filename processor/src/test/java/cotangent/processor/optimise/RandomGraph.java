package cotangent.processor.optimise;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes graphs at random, with much that is the same, constant or dead. */
final class RandomGraph {
  private static final Type DOUBLES = Type.array(Type.DOUBLE);
  private static final Type INTS = Type.array(Type.INT);
  private static final List<Op> BLIND_TO_SIGN_OF_ZERO =
      List.of(Operations.ADD, Operations.SUB, Operations.MUL, Operations.MAX);
  private static final List<Op> REAL =
      List.of(Operations.ADD, Operations.SUB, Operations.MUL, Operations.MAX, Operations.DIV);
  private static final List<Op> WHOLE =
      List.of(Operations.ADD, Operations.SUB, Operations.MUL, Operations.DIV, Operations.REM);

  private final Random random;
  private final boolean written;
  private final boolean mixed;
  private int budget = 60;

  /**
   * @param written whether the steps have a place in the user's source
   * @param mixed whether others have none
   */
  RandomGraph(long seed, boolean written, boolean mixed) {
    this.random = new Random(seed);
    this.written = written;
    this.mixed = mixed;
  }

  Graph make() {
    GraphBuilder b = new GraphBuilder();
    List<Value> scope = new ArrayList<>();
    scope.add(b.parameter(Type.DOUBLE, "x"));
    scope.add(b.parameter(Type.DOUBLE, "z"));
    scope.add(b.parameter(Type.INT, "n"));
    scope.add(b.parameter(Type.BOOLEAN, "c"));
    scope.add(b.parameter(DOUBLES, "a"));
    scope.add(b.parameter(DOUBLES, "b"));
    scope.add(b.parameter(INTS, "k"));
    steps(b, scope, 12, 0);
    return new Graph(
        "g",
        b.yield(
            pick(scope, Type.DOUBLE),
            pick(scope, Type.DOUBLE),
            pick(scope, Type.INT),
            pick(scope, DOUBLES)),
        List.of());
  }

  private void steps(GraphBuilder b, List<Value> scope, int count, int depth) {
    for (int i = 0; i < count && budget > 0; i++) {
      budget--;
      b.at(position());
      step(b, scope, depth);
    }
  }

  private void step(GraphBuilder b, List<Value> scope, int depth) {
    switch (random.nextInt(depth < 3 ? 14 : 10)) {
      case 0 -> scope.add(b.constant((double) random.nextInt(3) - 1));
      case 1 -> scope.add(b.constant(random.nextInt(4)));
      case 2, 3 ->
          scope.add(applied(b, real(), pick(scope, Type.DOUBLE), pick(scope, Type.DOUBLE)));
      case 4 -> scope.add(applied(b, WHOLE, pick(scope, Type.INT), pick(scope, Type.INT)));
      case 5 -> scope.add(other(b, scope));
      case 6 -> scope.add(b.read("r", pick(scope, DOUBLES), pick(scope, Type.INT)));
      case 7 -> b.write(pick(scope, DOUBLES), pick(scope, Type.INT), pick(scope, Type.DOUBLE));
      case 8 -> array(b, scope);
      case 9 -> ints(b, scope);
      case 10, 11 -> branch(b, scope, depth);
      case 12 -> loop(b, scope, depth);
      default -> whileLoop(b, scope, depth);
    }
  }

  private List<Op> real() {
    return written && !mixed ? REAL : BLIND_TO_SIGN_OF_ZERO;
  }

  private Value applied(GraphBuilder b, List<Op> ops, Value first, Value second) {
    return b.apply(ops.get(random.nextInt(ops.size())), first, second);
  }

  private Value other(GraphBuilder b, List<Value> scope) {
    Value x = pick(scope, Type.DOUBLE);
    return switch (random.nextInt(7)) {
      case 0 -> b.apply(Operations.NEG, x);
      case 1 -> b.apply(Operations.LT, x, pick(scope, Type.DOUBLE));
      case 2 -> b.apply(Operations.NOT, pick(scope, Type.BOOLEAN));
      case 3 -> b.apply(Operations.EQ, pick(scope, Type.INT), pick(scope, Type.INT));
      case 4 -> b.apply(Operations.EXP, x);
      case 5 -> b.apply(Operations.LENGTH, pick(scope, DOUBLES));
      default -> b.apply(Operations.SELECT, pick(scope, Type.BOOLEAN), x, pick(scope, Type.DOUBLE));
    };
  }

  private void array(GraphBuilder b, List<Value> scope) {
    switch (random.nextInt(5)) {
      case 3 -> b.add(copy(scope));
      case 4 -> b.add(fill(scope));
      case 0 -> scope.add(b.newArray("fresh", DOUBLES, pick(scope, Type.INT)));
      case 1 -> scope.add(b.cloned("copy", pick(scope, DOUBLES)));
      default -> scope.add(b.zerosLike("zeros", pick(scope, DOUBLES)));
    }
  }

  private Step copy(List<Value> scope) {
    return new Step.Copy(
        pick(scope, DOUBLES),
        pick(scope, Type.INT),
        pick(scope, DOUBLES),
        pick(scope, Type.INT),
        pick(scope, Type.INT),
        position());
  }

  private Step fill(List<Value> scope) {
    return new Step.Fill(
        pick(scope, DOUBLES),
        pick(scope, Type.INT),
        pick(scope, Type.INT),
        pick(scope, Type.DOUBLE),
        position());
  }

  private Position position() {
    boolean made = mixed ? random.nextBoolean() : !written;
    return made ? Position.NONE : new Position(1, "");
  }

  private void ints(GraphBuilder b, List<Value> scope) {
    if (random.nextBoolean()) {
      scope.add(b.read("j", pick(scope, INTS), pick(scope, Type.INT)));
    } else {
      b.write(pick(scope, INTS), pick(scope, Type.INT), pick(scope, Type.INT));
    }
  }

  private void branch(GraphBuilder b, List<Value> scope, int depth) {
    Value condition = pick(scope, Type.BOOLEAN);
    List<Type> types = types();
    Region then = arm(scope, types, depth);
    Region otherwise = arm(scope, types, depth);
    scope.addAll(b.branch(condition, then, otherwise, named(types)));
  }

  private Region arm(List<Value> scope, List<Type> types, int depth) {
    GraphBuilder arm = new GraphBuilder();
    List<Value> inner = new ArrayList<>(scope);
    steps(arm, inner, 4, depth + 1);
    return arm.yield(types.stream().map(type -> pick(inner, type)).toList());
  }

  private void loop(GraphBuilder b, List<Value> scope, int depth) {
    Value from = b.constant(random.nextInt(2));
    Value to = random.nextBoolean() ? b.constant(random.nextInt(4)) : scope.get(2);
    List<Type> types = types();
    List<Value> initial = types.stream().map(type -> pick(scope, type)).toList();
    GraphBuilder body = new GraphBuilder();
    List<Value> inner = new ArrayList<>(scope);
    inner.add(body.parameter(Type.INT, "i"));
    types.forEach(type -> inner.add(body.parameter(type, "s")));
    steps(body, inner, 5, depth + 1);
    Region region = body.yield(types.stream().map(type -> pick(inner, type)).toList());
    scope.addAll(b.loop(from, to, 1, initial, region));
  }

  /** A loop of at most three rounds. */
  private void whileLoop(GraphBuilder b, List<Value> scope, int depth) {
    Value zero = b.constant(0);
    List<Type> types = types();
    List<Value> initial = new ArrayList<>(List.of(zero));
    types.forEach(type -> initial.add(pick(scope, type)));
    GraphBuilder before = new GraphBuilder();
    Value round = before.parameter(Type.INT, "round");
    List<Value> tested = new ArrayList<>(scope);
    types.forEach(type -> tested.add(before.parameter(type, "s")));
    steps(before, tested, 2, depth + 1);
    Value more = before.apply(Operations.LT, round, before.constant(3));
    Value go = before.apply(Operations.AND, more, pick(tested, Type.BOOLEAN));
    List<Value> exits = new ArrayList<>(List.of(go));
    types().forEach(type -> exits.add(pick(tested, type)));
    Region test = before.yield(exits);
    GraphBuilder after = new GraphBuilder();
    List<Value> inner = new ArrayList<>(tested);
    steps(after, inner, 3, depth + 1);
    List<Value> next = new ArrayList<>();
    next.add(after.apply(Operations.ADD, round, after.constant(1)));
    types.forEach(type -> next.add(pick(inner, type)));
    scope.addAll(b.whileLoop(initial, test, after.yield(next)));
  }

  private List<Type> types() {
    List<Type> all = List.of(Type.DOUBLE, Type.DOUBLE, Type.INT, Type.BOOLEAN, DOUBLES);
    List<Type> types = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      types.add(all.get(random.nextInt(all.size())));
    }
    return types;
  }

  private static List<Value> named(List<Type> types) {
    return types.stream().map(type -> new Value(type, "r")).toList();
  }

  /** Picks a value, rather a late one. */
  private Value pick(List<Value> scope, Type type) {
    List<Value> fitting = scope.stream().filter(value -> value.type().equals(type)).toList();
    int first = random.nextInt(fitting.size());
    return fitting.get(Math.max(first, random.nextInt(fitting.size())));
  }
}
