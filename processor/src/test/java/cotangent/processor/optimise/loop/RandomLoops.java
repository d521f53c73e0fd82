package cotangent.processor.optimise.loop;

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

/**
 * Makes graphs of loops that follow each other at random: over ranges that differ by little,
 * through arrays of their own and through those that are given, at distances from their index.
 */
final class RandomLoops {
  private static final Type DOUBLES = Type.array(Type.DOUBLE);
  private static final List<Op> OPS = List.of(Operations.ADD, Operations.SUB, Operations.MUL);

  private final Random random;
  private final boolean written;
  private final List<Value> arrays = new ArrayList<>();
  private final List<Value> scalars = new ArrayList<>();
  private Value n = new Value(Type.INT, "n");

  /**
   * @param written whether the steps have a place in the user's source
   */
  RandomLoops(long seed, boolean written) {
    this.random = new Random(seed);
    this.written = written;
  }

  Graph make() {
    GraphBuilder b = new GraphBuilder().at(position());
    Value a = b.parameter(DOUBLES, "a");
    Value c = b.parameter(DOUBLES, "c");
    scalars.add(b.parameter(Type.DOUBLE, "x"));
    Value count = b.parameter(Type.INT, "count");
    n = random.nextInt(4) > 0 ? b.apply("n", Operations.LENGTH, a) : count;
    scalars.add(random.nextInt(4) > 0 ? b.read("first", a, b.constant(0)) : b.constant(1.0));
    arrays.add(a);
    if (random.nextInt(3) == 0) {
      arrays.add(c);
    }
    if (random.nextBoolean()) {
      own(b);
      sequence(b, true);
    } else {
      boolean isInside = random.nextBoolean();
      if (!isInside) {
        own(b);
      }
      GraphBuilder body = new GraphBuilder().at(position());
      body.parameter(Type.INT, "round");
      if (isInside) {
        own(body);
      }
      sequence(body, false);
      b.loop(b.constant(0), b.constant(2), 1, List.of(), body.yield());
    }
    return new Graph("g", b.yield(scalars.get(scalars.size() - 1), a), List.of());
  }

  private Position position() {
    return written ? new Position(1, "") : Position.NONE;
  }

  private void own(GraphBuilder b) {
    for (String name : List.of("p", "q", "r")) {
      if (random.nextInt(4) == 0) {
        arrays.add(b.zerosLike(name, arrays.get(0)));
      } else {
        arrays.add(b.newArray(name, DOUBLES, n));
      }
    }
  }

  private void sequence(GraphBuilder b, boolean ends) {
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      if (random.nextInt(3) == 0) {
        b.write(pick(arrays), b.constant(random.nextInt(8) / 7), pick(scalars));
      }
      loop(b);
      if (random.nextInt(4) == 0) {
        Value read = b.read("s", pick(arrays), b.constant(0));
        if (ends || random.nextBoolean()) {
          scalars.add(read);
        }
        b.write(arrays.get(0), b.constant(0), read);
      }
    }
    if (!ends) {
      scalars.subList(1, scalars.size()).clear();
    }
  }

  private void loop(GraphBuilder b) {
    int low = random.nextInt(8) == 0 ? 2 : random.nextInt(2);
    int high = random.nextInt(3) == 0 ? 1 : 0;
    Value first = b.constant(low);
    Value end = high == 0 ? n : b.apply(Operations.SUB, n, b.constant(high));
    boolean up = random.nextInt(4) > 0;
    Value from = up ? first : b.apply(Operations.SUB, end, b.constant(1));
    Value to = up ? end : b.constant(low - 1);
    b.loop(from, to, up ? 1 : -1, List.of(), body(low, high));
  }

  private Region body(int low, int high) {
    GraphBuilder body = new GraphBuilder().at(position());
    Value index = body.parameter(Type.INT, "i");
    List<Value> known = new ArrayList<>(scalars);
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      known.add(body.read("", pick(arrays), index(body, index, low, high)));
      known.add(body.read("", pick(arrays), index(body, index, low, high)));
      Op op = OPS.get(random.nextInt(OPS.size()));
      int last = known.size() - 1;
      known.add(body.apply(op, known.get(last), known.get(random.nextInt(last))));
      body.write(pick(arrays), index(body, index, low, high), known.get(known.size() - 1));
    }
    return body.yield();
  }

  /** Returns an index that is rarely out of bounds. */
  private Value index(GraphBuilder b, Value index, int low, int high) {
    boolean isWild = random.nextInt(60) == 0;
    return switch (random.nextInt(5)) {
      case 0 -> low > 0 || isWild ? b.apply(Operations.SUB, index, b.constant(1)) : index;
      case 1 -> high > 0 || isWild ? b.apply(Operations.ADD, index, b.constant(1)) : index;
      default -> index;
    };
  }

  private Value pick(List<Value> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Counts the loops of a region, and in it. */
  static int loops(Region region) {
    int count = 0;
    for (Step step : region.steps()) {
      count += step instanceof Step.Loop ? 1 : 0;
      count += step.regions().stream().mapToInt(RandomLoops::loops).sum();
    }
    return count;
  }
}
