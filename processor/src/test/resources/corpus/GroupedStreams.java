package corpus;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Streams whose elements go into maps. */
class GroupedStreams {
  enum Side { BUY, SELL }

  record Trade(String name, double price, double amount, Side side) {}

  static List<Trade> trades(double[] x) {
    List<Trade> all = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      all.add(new Trade("asset" + i % 3, x[i], 1 + x[i] * i, i % 2 == 0 ? Side.BUY : Side.SELL));
    }
    return all;
  }

  @Differentiable
  static double grouped(double[] x) {
    Map<String, List<Trade>> byName = trades(x).stream().collect(Collectors.groupingBy(Trade::name));
    double sum = 0;
    for (Map.Entry<String, List<Trade>> e : byName.entrySet()) {
      double value = 0;
      for (Trade t : e.getValue()) value += t.price() * t.amount();
      sum = sum * 0.5 + value * value;
    }
    return sum + byName.get("asset0").get(0).price();
  }

  @Differentiable
  static double exposures(double[] x) {
    Map<String, Double> exposure =
        trades(x).stream()
            .filter(t -> t.price() > 0.3)
            .collect(groupingBy(Trade::name, Collectors.summingDouble(t -> t.price() * t.amount())));
    Map<String, Long> counts = trades(x).stream().collect(groupingBy(Trade::name, counting()));
    double sum = 0;
    for (String name : exposure.keySet()) sum += exposure.get(name) * exposure.get(name) / counts.get(name);
    return Math.sqrt(1 + sum) + exposure.getOrDefault("other", x[0]);
  }

  @Differentiable
  static double ordered(double[] x) {
    Map<String, Double> means =
        trades(x).stream()
            .collect(Collectors.groupingBy(Trade::name, TreeMap::new, Collectors.averagingDouble(Trade::price)));
    Map<Side, List<Double>> prices =
        trades(x).stream()
            .collect(
                Collectors.groupingBy(
                    Trade::side, LinkedHashMap::new, Collectors.mapping(Trade::price, Collectors.toList())));
    double sum = 0;
    for (double v : means.values()) sum = sum * 0.5 + v;
    for (List<Double> each : prices.values()) for (double v : each) sum = sum * 0.5 + v;
    return sum;
  }

  @Differentiable
  static double nested(double[] x) {
    Map<Side, Map<String, Double>> all =
        trades(x).stream()
            .collect(Collectors.groupingBy(Trade::side, Collectors.groupingBy(Trade::name, Collectors.summingDouble(Trade::price))));
    double sum = 0;
    for (Map<String, Double> each : all.values()) for (double v : each.values()) sum = sum * 0.5 + v * v;
    return sum;
  }

  @Differentiable
  static double parted(double[] x) {
    Map<Boolean, List<Trade>> parts = trades(x).stream().collect(Collectors.partitioningBy(t -> t.side() == Side.BUY));
    Map<Boolean, Double> sums =
        Arrays.stream(x).boxed().collect(Collectors.partitioningBy(v -> v > 1, Collectors.reducing(1.0, (a, b) -> a * b)));
    double bought = parts.get(true).stream().mapToDouble(Trade::price).sum();
    return bought - parts.get(false).size() * x[0] + sums.get(true) * 2 + sums.get(false);
  }

  @Differentiable
  static double weights(double[] x) {
    Map<Integer, Double> weights = IntStream.range(0, x.length).boxed().collect(Collectors.toMap(i -> i * 7, i -> x[i] * i));
    Map<String, Double> totals = trades(x).stream().collect(Collectors.toMap(Trade::name, Trade::amount, Double::sum));
    Map<String, Trade> best =
        trades(x).stream().collect(Collectors.toMap(Trade::name, t -> t, (a, b) -> a.price() > b.price() ? a : b, LinkedHashMap::new));
    double sum = 0;
    for (Trade t : best.values()) sum = sum * 0.5 + t.price() * totals.get(t.name());
    return sum + weights.get(7) * weights.get(0) + weights.get(14);
  }

  @Differentiable
  static double duplicates(double[] x) {
    double sum = 0;
    try {
      Map<String, Double> all = trades(x).stream().collect(Collectors.toMap(t -> t.side().name(), Trade::price));
      sum += all.get("BUY");
    } catch (IllegalStateException e) {
      sum += x[1] * (e.getMessage().startsWith("Duplicate key BUY (attempted merging values ") ? 2 : 3);
    }
    return sum;
  }

  @Differentiable
  static double filteredGroups(double[] x) {
    Map<String, Double> high =
        trades(x).stream()
            .collect(groupingBy(Trade::name, Collectors.filtering(t -> t.price() > 0.8, Collectors.summingDouble(Trade::price))));
    double spread =
        trades(x).stream()
            .sorted(Comparator.comparingDouble(Trade::price))
            .collect(Collectors.collectingAndThen(Collectors.toList(), all -> all.get(all.size() - 1).price() - all.get(0).price()));
    return high.values().stream().mapToDouble(v -> v * v).sum() * spread;
  }

  static <K, V> Map<K, List<V>> group(List<V> all, Function<V, K> key) {
    Map<K, List<V>> groups = new LinkedHashMap<>();
    for (V each : all) groups.computeIfAbsent(key.apply(each), k -> new ArrayList<>()).add(each);
    return groups;
  }

  /** Lists of two types in the maps of one method. */
  @Differentiable
  static double ofTwoTypes(double[] x) {
    List<Double> numbers = new ArrayList<>();
    for (double v : x) numbers.add(v * 2);
    double sum = 0;
    for (List<Trade> each : group(trades(x), Trade::name).values()) {
      double product = 1;
      for (Trade t : each) product *= t.price();
      sum += product;
    }
    for (List<Double> each : group(numbers, v -> v > 1).values()) for (double v : each) sum = 0.5 * sum + v * each.size();
    return sum;
  }

  record Mean(double sum, long count) {}

  @Differentiable
  static double twoWays(double[] x) {
    double variance =
        Arrays.stream(x)
            .boxed()
            .collect(Collectors.teeing(Collectors.averagingDouble(v -> v * v), Collectors.averagingDouble(v -> v), (s, m) -> s - m * m));
    Mean mean = Arrays.stream(x).filter(v -> v > 0.8).boxed().collect(Collectors.teeing(Collectors.summingDouble(v -> v * v), Collectors.counting(), Mean::new));
    Map<String, Double> means =
        trades(x).stream()
            .collect(groupingBy(Trade::name, Collectors.teeing(Collectors.summingDouble(Trade::price), Collectors.counting(), (a, b) -> a / b)));
    int letters = trades(x).stream().collect(Collectors.summingInt(t -> t.name().length()));
    return means.values().stream().mapToDouble(v -> v * v).sum() * variance * letters + mean.sum() * mean.count();
  }

  /** Texts are joined, also those of a group; no number comes back from them but constants. */
  @Differentiable
  static double joined(double[] x) {
    String names = trades(x).stream().map(Trade::name).collect(Collectors.joining());
    String some = IntStream.range(0, x.length).mapToObj(i -> "n" + i).filter(n -> !n.endsWith("1")).collect(Collectors.joining("; ", "[", "]"));
    Map<String, String> each = trades(x).stream().collect(groupingBy(Trade::name, TreeMap::new, Collectors.mapping(Trade::name, Collectors.joining("+"))));
    if (x[0] > 1e9) throw new IllegalArgumentException(trades(x).stream().map(Trade::name).collect(Collectors.joining(",")));
    double s = 0;
    for (String key : each.keySet()) s = s * x[0] + each.get(key).length() * x[x.length - 1];
    return s * names.length() + some.length() * x[0];
  }
}
