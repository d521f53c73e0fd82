package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Functions that give what they take, reductions to another type, and collections by constructors. */
class StreamForms {
  record Body(double mass, int kind) {}

  static List<Body> bodies(double[] x) {
    List<Body> all = new ArrayList<>();
    for (int i = 0; i < x.length; i++) all.add(new Body(x[i] * (i + 1), i % 2));
    return all;
  }

  @Differentiable
  static double identity(double x, double y) {
    double sum = Stream.of(x, y).map(Function.identity()).mapToDouble(Double::doubleValue).sum();
    return sum * Stream.of(x, y).map(UnaryOperator.identity()).mapToDouble(v -> v * v).sum();
  }

  @Differentiable
  static double keyed(double[] x) {
    Map<Integer, Double> map =
        IntStream.range(0, x.length)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), i -> x[i]));
    Map<Body, Integer> kinds =
        Stream.of(new Body(2, 1), new Body(3, 0))
            .collect(Collectors.toMap(Function.identity(), Body::kind));
    return map.entrySet().stream()
        .filter(e -> e.getKey() % 2 == 0)
        .mapToDouble(e -> e.getValue() * e.getValue() * (e.getKey() + kinds.size()))
        .sum();
  }

  @Differentiable
  static double grouped(double[] x) {
    Map<Integer, Long> counts =
        IntStream.range(0, x.length)
            .mapToObj(i -> i / 2)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    double sum = 0;
    for (int i = 0; i < x.length; i++) sum = sum * 0.5 + x[i] * counts.get(i / 2) * x[i];
    return sum;
  }

  @Differentiable
  static double reduced(double[] x) {
    double mass = bodies(x).stream().reduce(0.0, (sum, b) -> sum * 0.5 + b.mass(), Double::sum);
    int kinds = bodies(x).stream().reduce(1, (sum, b) -> sum + b.kind(), Integer::sum);
    Body all =
        Arrays.stream(x)
            .boxed()
            .reduce(
                new Body(x[0], 0),
                (b, v) -> new Body(b.mass() * v + v, b.kind() + 1),
                (a, b) -> new Body(a.mass() + b.mass(), a.kind() + b.kind()));
    return mass * kinds + all.mass() * all.kind();
  }

  @Differentiable
  static double collected(double[] x) {
    ArrayList<Double> all =
        Arrays.stream(x).boxed().collect(Collectors.toCollection(ArrayList::new));
    all.add(all.get(0) * 2);
    List<Body> heavy =
        bodies(x).stream()
            .filter(b -> b.mass() > 1)
            .collect(Collectors.toCollection(() -> new ArrayList<>()));
    LinkedList<Double> linked =
        Arrays.stream(x).boxed().collect(Collectors.toCollection(LinkedList::new));
    double sum = linked.getFirst() * linked.size();
    for (double v : all) sum = sum * 0.5 + v * v;
    for (Body b : heavy) sum += b.mass() * b.mass() * x[0];
    return sum;
  }

  @Differentiable
  static double groups(double[] x) {
    Map<Integer, ArrayList<Double>> groups =
        bodies(x).stream()
            .collect(
                Collectors.groupingBy(
                    Body::kind,
                    Collectors.mapping(Body::mass, Collectors.toCollection(ArrayList::new))));
    double sum = 1;
    for (ArrayList<Double> group : groups.values()) {
      group.add(sum);
      for (double v : group) sum = sum * 0.5 + v * v;
    }
    return sum;
  }
}
