package cotangent.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.processor.derive.forward.Forward;
import cotangent.processor.derive.lanes.Widening;
import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Holds the modes of differentiation against each other and against differences, on random
 * arguments. The outputs of a graph are its results, and the arrays that it was given as it leaves
 * them.
 */
final class Probe {
  private static final double STEP = 1e-6;
  private final Random random;

  Probe(long seed) {
    random = new Random(seed);
  }

  /** Checks a graph, the graphs derived from it, and so on. */
  void check(Graph graph, List<Object> arguments, int depth) {
    Graph whole = GraphCheck.check(withArrays(graph));
    List<Value> wrt = differentiable(whole.parameters());
    List<Object> tangent = wrtOf(arguments, whole.parameters()).stream().map(this::like).toList();
    List<Object> expected = differences(whole, arguments, tangent);

    List<Value> outputs = differentiable(whole.results());
    Graph forward = GraphCheck.check(Forward.of(whole, List.of(wrt), outputs));
    List<Object> results = run(forward, joined(arguments, tangent));
    List<Object> primal = run(whole, arguments);
    assertThat(flat(results.subList(0, primal.size()))).isEqualTo(flat(primal));
    List<Object> pushed = results.subList(primal.size(), results.size());
    assertClose("forward of " + graph.name(), flat(pushed), flat(expected), 1e-5);

    Graph reverse = GraphCheck.check(Reverse.of(whole, wrt, Reverse.Seeds.GIVEN));
    List<Object> seeds = pushed.stream().map(this::like).toList();
    List<Object> pulled = run(reverse, joined(arguments, seeds));
    assertThat(flat(pulled.subList(0, primal.size()))).isEqualTo(flat(primal));
    assertClose(
        "reverse of " + graph.name(),
        List.of(dot(pulled.subList(primal.size(), pulled.size()), tangent)),
        List.of(dot(seeds, pushed)),
        1e-10);
    checkTwo(whole, wrt, outputs, arguments, tangent, pushed);
    checkWide(forward, whole.parameters().size(), arguments, tangent);
    checkWide(reverse, whole.parameters().size(), arguments, seeds);
    if (depth > 0) {
      check(reverse, joined(arguments, seeds), depth - 1);
      check(forward, joined(arguments, tangent), depth - 1);
    }
  }

  private void checkTwo(
      Graph whole,
      List<Value> wrt,
      List<Value> outputs,
      List<Object> arguments,
      List<Object> tangent,
      List<Object> pushed) {
    List<Object> both = new ArrayList<>(arguments);
    tangent.forEach(t -> both.add(like(t)));
    both.addAll(tangent);
    List<Object> results =
        run(GraphCheck.check(Forward.of(whole, List.of(wrt, wrt), outputs)), both);
    int first = whole.results().size() + outputs.size();
    List<Object> second = results.subList(first, results.size());
    assertThat(flat(second)).isEqualTo(flat(pushed));
  }

  /** Checks that lanes compute what the graph computes for each. */
  private void checkWide(Graph graph, int fixed, List<Object> arguments, List<Object> likeVarying) {
    List<Value> parameters = graph.parameters();
    Optional<Graph> wide = Widening.of(graph, parameters.subList(fixed, parameters.size()));
    if (wide.isEmpty()) {
      return;
    }
    List<List<Object>> lanes = new ArrayList<>();
    for (int lane = 0; lane < 3; lane++) {
      lanes.add(likeVarying.stream().map(this::like).toList());
    }
    List<Object> all = new ArrayList<>(arguments);
    for (int i = 0; i < likeVarying.size(); i++) {
      int place = i;
      all.add(side(lanes.stream().map(lane -> lane.get(place)).toList()));
    }
    all.add(lanes.size());
    List<Object> results = run(GraphCheck.check(wide.get()), all);
    for (int lane = 0; lane < lanes.size(); lane++) {
      List<Object> expected = run(graph, joined(arguments, lanes.get(lane)));
      for (int k = 0; k < expected.size(); k++) {
        boolean varies = !wide.get().results().get(k).type().equals(graph.results().get(k).type());
        Object actual = varies ? lane(results.get(k), lane) : results.get(k);
        assertThat(flat(actual)).as("lane of " + graph.name()).isEqualTo(flat(expected.get(k)));
      }
    }
  }

  /** Puts numbers in the same place of several objects side by side. */
  private static Object side(List<Object> lanes) {
    if (lanes.get(0) instanceof Double) {
      return lanes.stream().mapToDouble(number -> (Double) number).toArray();
    }
    int length = Array.getLength(lanes.get(0));
    Object[] all = (Object[]) Array.newInstance(lanes.get(0).getClass(), length);
    for (int i = 0; i < length; i++) {
      int place = i;
      all[i] = side(lanes.stream().map(lane -> Array.get(lane, place)).toList());
    }
    return all;
  }

  private static Object lane(Object wide, int lane) {
    if (wide instanceof double[] numbers) {
      return numbers[lane];
    }
    return Stream.of((Object[]) wide).map(part -> lane(part, lane)).toList();
  }

  /** Adds the arrays that are parameters to the results. */
  private static Graph withArrays(Graph graph) {
    List<Value> yields = new ArrayList<>(graph.results());
    graph.parameters().stream()
        .filter(v -> v.type().isArray() && v.type().isDifferentiable() && !yields.contains(v))
        .forEach(yields::add);
    return new Graph(
        graph.name(),
        new Region(graph.parameters(), graph.body().steps(), yields),
        graph.functions());
  }

  private static List<Value> differentiable(List<Value> values) {
    return values.stream().filter(v -> v.type().isDifferentiable()).toList();
  }

  private static List<Object> wrtOf(List<Object> arguments, List<Value> parameters) {
    List<Object> chosen = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (parameters.get(i).type().isDifferentiable()) {
        chosen.add(arguments.get(i));
      }
    }
    return chosen;
  }

  static List<Object> run(Graph graph, List<Object> arguments) {
    return Evaluator.run(graph, new ArrayList<>(arguments.stream().map(Probe::copy).toList()));
  }

  private static List<Object> differences(
      Graph graph, List<Object> arguments, List<Object> tangent) {
    List<Object> up = run(graph, moved(graph, arguments, tangent, STEP));
    List<Object> down = run(graph, moved(graph, arguments, tangent, -STEP));
    List<Object> differences = new ArrayList<>();
    for (int i = 0; i < up.size(); i++) {
      if (graph.results().get(i).type().isDifferentiable()) {
        Object difference = combine(up.get(i), -1, down.get(i));
        differences.add(combine(zero(difference), 1 / (2 * STEP), difference));
      }
    }
    return differences;
  }

  private static List<Object> moved(
      Graph graph, List<Object> arguments, List<Object> tangent, double step) {
    List<Object> moved = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < arguments.size(); i++) {
      moved.add(
          graph.parameters().get(i).type().isDifferentiable()
              ? combine(arguments.get(i), step, tangent.get(next++))
              : arguments.get(i));
    }
    return moved;
  }

  private static Object zero(Object like) {
    return combine(like, -1, like);
  }

  private static Object combine(Object a, double factor, Object b) {
    if (a instanceof Double x) {
      return x + factor * (Double) b;
    } else if (a instanceof double[] x) {
      double[] sum = x.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += factor * ((double[]) b)[i];
      }
      return sum;
    }
    Object[] sum = ((Object[]) a).clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = combine(sum[i], factor, ((Object[]) b)[i]);
    }
    return sum;
  }

  static Object copy(Object value) {
    if (value instanceof double[] x) {
      return x.clone();
    } else if (value instanceof int[] x) {
      return x.clone();
    } else if (value instanceof Object[] rows) {
      Object[] copy = rows.clone();
      for (int i = 0; i < copy.length; i++) {
        copy[i] = copy(copy[i]);
      }
      return copy;
    }
    return value;
  }

  /** Returns random numbers of the same shape. */
  private Object like(Object value) {
    if (value instanceof Double) {
      return random.nextDouble() * 2 - 1;
    }
    Object copy = copy(value);
    for (int i = 0; i < Array.getLength(copy); i++) {
      Array.set(copy, i, like(Array.get(copy, i)));
    }
    return copy;
  }

  /** Returns an argument for a parameter. */
  Object argument(Type type) {
    if (type == Type.DOUBLE) {
      return 0.6 + random.nextDouble();
    } else if (type == Type.INT) {
      return 3;
    } else if (type == Type.BOOLEAN) {
      return true;
    } else if (type.rank() == 1 && type.leaf() == Type.DOUBLE) {
      return random.doubles(4, 0.6, 1.6).toArray();
    } else if (type.rank() == 1) {
      return new int[] {2, 0, 1, 3};
    }
    return new double[][] {
      random.doubles(4, 0.6, 1.6).toArray(),
      random.doubles(4, 0.6, 1.6).toArray(),
      random.doubles(5, 0.6, 1.6).toArray(),
      random.doubles(4, 0.6, 1.6).toArray()
    };
  }

  static List<Object> joined(List<Object> one, List<Object> other) {
    List<Object> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  static List<Double> flat(Object value) {
    List<Double> numbers = new ArrayList<>();
    if (value instanceof Double x) {
      numbers.add(x);
    } else if (value instanceof Iterable<?> all) {
      all.forEach(part -> numbers.addAll(flat(part)));
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        numbers.addAll(flat(Array.get(value, i)));
      }
    }
    return numbers;
  }

  /** Returns every unit vector of the space of the arguments. */
  static List<List<Object>> units(List<Object> arguments) {
    List<List<Object>> units = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      for (Object unit : units(arguments.get(i))) {
        List<Object> all = new ArrayList<>(arguments.stream().map(Probe::zero).toList());
        all.set(i, unit);
        units.add(all);
      }
    }
    return units;
  }

  private static List<Object> units(Object argument) {
    if (argument instanceof Double) {
      return List.of(1.0);
    }
    List<Object> units = new ArrayList<>();
    for (int i = 0; i < Array.getLength(argument); i++) {
      for (Object unit : units(Array.get(argument, i))) {
        Object all = zero(argument);
        Array.set(all, i, unit);
        units.add(all);
      }
    }
    return units;
  }

  private static double dot(List<Object> one, List<Object> other) {
    List<Double> a = flat(one);
    List<Double> b = flat(other);
    assertThat(a).hasSameSizeAs(b);
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += a.get(i) * b.get(i);
    }
    return sum;
  }

  private static void assertClose(
      String what, List<Double> actual, List<Double> expected, double tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      double scale = 1 + Math.abs(expected.get(i));
      assertThat(actual.get(i))
          .as(what + " at " + i)
          .isCloseTo(expected.get(i), within(tolerance * scale));
    }
  }
}
