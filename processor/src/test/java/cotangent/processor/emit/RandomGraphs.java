package cotangent.processor.emit;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes graphs at random: everything nests in everything, values get few and clashing names, and
 * what is carried around loops trades places.
 */
final class RandomGraphs {
  static final Type ROW = Type.array(Type.DOUBLE);
  private static final List<Type> SCALARS = List.of(Type.DOUBLE, Type.INT, Type.BOOLEAN);
  private static final String[] NAMES = {"x", "y", "s", "t", "i", "", "", "", "Math", "x2"};

  private final Random random;

  RandomGraphs(long seed) {
    random = new Random(seed);
  }

  /** Makes a graph of two numbers, a whole number, a truth value and two arrays. */
  Graph graph(int size) {
    GraphBuilder b = new GraphBuilder();
    List<Value> known = new ArrayList<>();
    known.add(b.parameter(Type.DOUBLE, "x"));
    known.add(b.parameter(Type.DOUBLE, "y"));
    known.add(b.parameter(Type.INT, "n"));
    known.add(b.parameter(Type.BOOLEAN, "flag"));
    known.add(b.parameter(ROW, "a"));
    known.add(b.parameter(ROW, "b"));
    steps(b, known, size, 0);
    List<Value> results = new ArrayList<>();
    for (Type type : List.of(Type.DOUBLE, Type.INT, Type.BOOLEAN, ROW)) {
      results.add(pick(known, type));
    }
    Region body = b.yield(results.subList(0, random.nextBoolean() ? 1 : 4));
    return new Graph("f", body, List.of());
  }

  private String name() {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private Value pick(List<Value> known, Type type) {
    List<Value> fitting = known.stream().filter(value -> value.type().equals(type)).toList();
    int recent = random.nextBoolean() ? Math.min(3, fitting.size()) : fitting.size();
    return fitting.get(fitting.size() - 1 - random.nextInt(recent));
  }

  private void steps(GraphBuilder b, List<Value> known, int size, int depth) {
    for (int i = 0; i < size; i++) {
      int kind = random.nextInt(depth < 3 ? 24 : 15);
      if (kind < 12) {
        known.add(scalar(b, known));
      } else if (kind < 14) {
        b.write(pick(known, ROW), index(b, known), pick(known, Type.DOUBLE));
      } else if (kind == 14) {
        addTo(b, known);
      } else if (kind < 18) {
        branch(b, known, size, depth);
      } else if (kind < 20) {
        loop(b, known, size, depth);
      } else if (kind < 22) {
        general(b, known, size, depth);
      } else if (kind == 22) {
        guard(b, known, size, depth);
      } else {
        known.add(b.cloned(name(), pick(known, ROW)));
      }
    }
  }

  private Value scalar(GraphBuilder b, List<Value> known) {
    Value p = pick(known, Type.DOUBLE);
    Value q = pick(known, Type.DOUBLE);
    Value k = pick(known, Type.INT);
    Value l = pick(known, Type.INT);
    Op[] reals = {Operations.ADD, Operations.SUB, Operations.MUL, Operations.MAX};
    Op[] tests = {Operations.LT, Operations.GE, Operations.EQ};
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> b.apply(name(), reals[random.nextInt(4)], p, q);
      case 3 -> b.apply(name(), reals[random.nextInt(3)], k, l);
      case 4 -> b.apply(name(), Operations.SIN, p);
      case 5 -> b.apply(name(), Operations.NEG, random.nextBoolean() ? p : k);
      case 6 -> b.constant(random.nextInt(7) - 3.0 + (random.nextBoolean() ? 0.25 : 0));
      case 7 -> b.constant(random.nextInt(5) - 2);
      case 8 -> b.apply(name(), tests[random.nextInt(3)], p, q);
      case 9 -> b.apply(name(), tests[random.nextInt(3)], k, l);
      case 10 -> b.apply(name(), Operations.NOT, pick(known, Type.BOOLEAN));
      case 11 -> b.apply(name(), Operations.cast(Type.DOUBLE), k);
      case 12 -> b.apply(name(), Operations.SELECT, pick(known, Type.BOOLEAN), p, q);
      default -> b.read(name(), pick(known, ROW), index(b, known));
    };
  }

  private Value index(GraphBuilder b, List<Value> known) {
    Value length = b.apply(Operations.LENGTH, pick(known, ROW));
    return b.apply(name(), floorMod(), pick(known, Type.INT), length);
  }

  private static Op floorMod() {
    return Operations.method("java.lang.Math", "floorMod", List.of(Type.INT, Type.INT))
        .orElseThrow();
  }

  private void addTo(GraphBuilder b, List<Value> known) {
    Value array = pick(known, ROW);
    Value index = index(b, known);
    Value old = b.read("", array, index);
    Value addend = scalar(b, known);
    if (addend.type() == Type.DOUBLE) {
      b.write(array, index, b.apply(Operations.ADD, old, addend));
    }
  }

  private void branch(GraphBuilder b, List<Value> known, int size, int depth) {
    List<Type> types = types();
    Region then = arm(known, types, size, depth);
    Region otherwise = arm(known, types, size, depth);
    List<Value> like = types.stream().map(type -> new Value(type, name())).toList();
    known.addAll(b.branch(pick(known, Type.BOOLEAN), then, otherwise, like));
  }

  private List<Type> types() {
    return Stream.generate(() -> SCALARS.get(random.nextInt(3))).limit(random.nextInt(4)).toList();
  }

  private Region arm(List<Value> known, List<Type> types, int size, int depth) {
    GraphBuilder arm = new GraphBuilder();
    List<Value> inside = new ArrayList<>(known);
    steps(arm, inside, random.nextInt(1 + size / 2), depth + 1);
    return arm.yield(types.stream().map(type -> pick(inside, type)).toList());
  }

  private void loop(GraphBuilder b, List<Value> known, int size, int depth) {
    List<Type> types = types();
    List<Value> initial = types.stream().map(type -> pick(known, type)).toList();
    GraphBuilder body = new GraphBuilder();
    List<Value> inside = new ArrayList<>(known);
    inside.add(body.parameter(Type.INT, name()));
    types.forEach(type -> inside.add(body.parameter(type, name())));
    steps(body, inside, random.nextInt(1 + size / 2), depth + 1);
    Region region = body.yield(types.stream().map(type -> pick(inside, type)).toList());
    boolean isUp = random.nextBoolean();
    Value low = b.constant(random.nextInt(3) - 1);
    Value high = b.constant(3);
    known.addAll(b.loop(isUp ? low : high, isUp ? high : low, isUp ? 1 : -1, initial, region));
  }

  /** Adds a general loop that ends after at most three iterations. */
  private void general(GraphBuilder b, List<Value> known, int size, int depth) {
    List<Type> types = types();
    List<Value> initial = new ArrayList<>(types.stream().map(t -> pick(known, t)).toList());
    initial.add(b.constant(0));
    GraphBuilder before = new GraphBuilder();
    List<Value> inside = new ArrayList<>(known);
    types.forEach(type -> inside.add(before.parameter(type, name())));
    Value count = before.parameter(Type.INT, "count");
    steps(before, inside, random.nextInt(1 + size / 2) * random.nextInt(2), depth + 1);
    Value condition = before.apply(Operations.LT, count, before.constant(3));
    if (random.nextBoolean()) {
      GraphBuilder more = new GraphBuilder();
      Region test = more.yield(pick(inside, Type.BOOLEAN));
      Region no = new Region(List.of(), List.of(), List.of(pick(inside, Type.BOOLEAN)));
      Value both = before.branch(condition, test, no, test.yields()).get(0);
      condition = before.apply(Operations.AND, both, condition);
    }
    List<Value> yields = new ArrayList<>(List.of(condition));
    types().forEach(type -> yields.add(pick(inside, type)));
    GraphBuilder after = new GraphBuilder();
    List<Value> inAfter = new ArrayList<>(inside);
    steps(after, inAfter, random.nextInt(1 + size / 2) * random.nextInt(2), depth + 1);
    List<Value> next = new ArrayList<>(types.stream().map(t -> pick(inAfter, t)).toList());
    next.add(after.apply(Operations.ADD, count, after.constant(1)));
    known.addAll(b.whileLoop(initial, before.yield(yields), after.yield(next)));
  }

  private void guard(GraphBuilder b, List<Value> known, int size, int depth) {
    GraphBuilder guard = new GraphBuilder();
    Type type = new Type.Reference("java.lang.IllegalStateException");
    Value exception = new Value(type, "");
    Callee callee =
        new Callee.Member(Callee.Member.Kind.NEW, "java.lang.IllegalStateException", "", true);
    Value message = guard.constant("guard");
    guard.call(callee, List.of(exception), List.of(message));
    guard.throwing(exception);
    List<Type> types = types();
    List<Value> like = types.stream().map(t -> new Value(t, name())).toList();
    Value condition =
        b.apply(Operations.LT, pick(known, Type.INT), b.constant(random.nextInt(3) - 4));
    Region rest = arm(known, types, size, depth);
    known.addAll(
        random.nextBoolean()
            ? b.branch(condition, guard.yield(), rest, like)
            : b.branch(b.apply(Operations.NOT, condition), rest, guard.yield(), like));
  }
}
