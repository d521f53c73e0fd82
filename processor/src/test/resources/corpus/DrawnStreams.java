package corpus;

import cotangent.Differentiable;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams that begin in code which can't be looked into. */
class DrawnStreams {
  record Deal(double strike, int days, Set<String> tags) {}

  static final Map<String, Double> WEIGHTS = new TreeMap<>(Map.of("a", 0.5, "b", 2.0, "c", -1.0));

  static final Collection<Deal> DEALS =
      new TreeSet<>(Comparator.comparingDouble(Deal::strike));

  static final BitSet BITS = BitSet.valueOf(new long[] {0b100110101});

  static {
    DEALS.add(new Deal(1.5, 30, new TreeSet<>(Set.of("x", "y"))));
    DEALS.add(new Deal(0.5, 90, Set.of()));
    DEALS.add(new Deal(1.1, 60, Set.of("y")));
  }

  @Differentiable
  static double basket(double spot, double vol, double strike) {
    Random random = new Random(7);
    return random
        .doubles(50)
        .map(u -> spot * Math.exp(vol * (2 * u - 1)) - strike)
        .filter(gain -> gain > 0)
        .average()
        .orElse(0);
  }

  @Differentiable
  static double heldFunctions(double x) {
    DoubleUnaryOperator f = u -> Math.exp(u * x);
    return new Random(5).doubles(6).map(f).map(f.andThen(v -> v - x)).sum();
  }

  @Differentiable
  static double drawnFirst(double x) {
    Random random = new Random(3);
    double sum = random.ints(10, 0, 5).mapToDouble(i -> Math.sin(i * x)).sum();
    DoubleStream numbers = random.doubles().limit(4);
    return sum * numbers.map(v -> v * x).max().getAsDouble() + random.nextDouble() * x;
  }

  @Differentiable
  static double letters(double x) {
    return "derivative".chars().distinct().mapToDouble(c -> (c - 'a') * x).sum();
  }

  @Differentiable
  static double bits(double x) {
    return BITS.stream().mapToDouble(i -> Math.pow(x, i)).limit(3).sum();
  }

  @Differentiable
  static double valuesOfMap(double x) {
    double constant = WEIGHTS.values().stream().mapToDouble(v -> v).sum();
    return constant * x
        + WEIGHTS.entrySet().stream().mapToDouble(e -> e.getValue() * Math.cos(x)).sum()
        + WEIGHTS.keySet().stream().mapToDouble(k -> WEIGHTS.get(k) * x * k.length()).sum();
  }

  @Differentiable
  static double objects(double x) {
    double best =
        DEALS.stream()
            .filter(deal -> deal.days() > 30)
            .mapToDouble(deal -> deal.strike() * x - x * x)
            .max()
            .orElse(0);
    double all = 0;
    for (double each : DEALS.stream().map(deal -> deal.strike() * x).toList()) {
      all += each * each;
    }
    double first = DEALS.stream().map(Deal::strike).filter(k -> k * x > 0.6).findFirst().orElse(0.1);
    return best + all * first;
  }

  @Differentiable
  static double flat(double x) {
    double all =
        DEALS.stream()
            .flatMap(deal -> deal.tags().stream())
            .mapToDouble(tag -> WEIGHTS.getOrDefault(tag, 0.3) * x)
            .sum();
    return all
        * DEALS.stream()
            .flatMapToDouble(
                deal -> deal.tags().stream().mapToDouble(tag -> tag.length() + deal.strike() * x))
            .reduce(1, (a, b) -> a * b);
  }

  @Differentiable
  static double given(double x, double[] y) {
    Collection<Double> set = new TreeSet<>(List.of(3.0, 1.0, 2.0));
    double[] count = {0};
    set.stream().sorted(Comparator.reverseOrder()).forEach(v -> count[0] = count[0] * x + v);
    boolean any = set.stream().anyMatch(v -> v * x > 2);
    double product = set.stream().reduce(1.0, (a, b) -> a * b * x);
    return (any ? count[0] : product) * y[0];
  }

  @Differentiable
  static double inRounds(double[] x) {
    double sum = 0;
    Random random = new Random(1);
    for (double each : x) {
      sum += random.doubles(3).map(u -> u * each).sum();
      sum += random.nextDouble() * each;
    }
    return sum;
  }

  /** Infinite and empty ones. */
  @Differentiable
  static double edges(double x) {
    double none = new HashSet<Double>().stream().mapToDouble(v -> v * x).sum();
    double few = Stream.generate(() -> 2.0).limit(3).mapToDouble(v -> v * x).sum();
    IntStream range = IntStream.rangeClosed(1, 3);
    return none + few + range.mapToDouble(i -> i * x * x).sum();
  }

  private static double noisy(DoubleStream drawn, Random random, double x) {
    return drawn.map(u -> u * x + random.nextDouble()).sum();
  }

  /** Functions draw from what the stream draws from, under other names as well. */
  @Differentiable
  static double interleaved(double x) {
    Random random = new Random(1);
    Random same = random;
    double sum = random.doubles(4).map(u -> u * x * same.nextDouble()).sum();
    DoubleSupplier next = random::nextDouble;
    DoubleStream drawn = random.doubles(3);
    sum += drawn.map(u -> u * x - next.getAsDouble()).sum();
    return sum + noisy(random.doubles(2), same, x) + random.nextDouble() * x;
  }

  /** No more is drawn than comes through. */
  @Differentiable
  static double shortened(double x) {
    Random random = new Random(2);
    double sum = random.doubles().map(u -> u * x).limit(2).sum() + x * random.nextDouble();
    sum += random.doubles(6).map(u -> u + x).filter(u -> u > x + 0.1).findFirst().orElse(0);
    sum += x * random.nextDouble();
    sum += random.doubles().limit(9).map(u -> u * x).takeWhile(u -> u < 0.7 * x).sum();
    sum += x * random.nextDouble();
    sum += random.doubles(7).skip(1).map(u -> u * x).limit(0).sum() + x * random.nextDouble();
    boolean any = random.ints(5, 0, 9).mapToObj(i -> i * x).anyMatch(v -> v > 4 * x);
    return (any ? sum : -sum) + x * random.nextDouble();
  }

  @Differentiable
  static double caught(double x) {
    Random random = new Random(4);
    double sum = 0;
    try {
      sum += random.doubles(8).map(u -> roots(u, x)).sum();
    } catch (IllegalStateException e) {
      sum -= x;
    }
    return sum + random.nextDouble() * x;
  }

  private static double roots(double u, double x) {
    if (u > 0.6) {
      throw new IllegalStateException();
    }
    return Math.sqrt(u) * x;
  }

  /** Streams within streams go no further than elements are wanted. */
  @Differentiable
  static double inner(double x) {
    double[] seen = {0};
    double sum =
        IntStream.range(0, 3)
            .mapToObj(i -> i * x)
            .flatMapToDouble(v -> DoubleStream.of(1, 2, 3).map(u -> seen[0] += u * x + v))
            .limit(2)
            .sum();
    Random random = new Random(9);
    double drawn =
        IntStream.range(0, 4)
            .boxed()
            .flatMap(i -> random.doubles(3).mapToObj(u -> u * x + i))
            .limit(5)
            .mapToDouble(u -> u + random.nextDouble())
            .sum();
    return sum * seen[0] + drawn + random.nextDouble() * x;
  }

  /** Java counts without calling what doesn't change the count. */
  @Differentiable
  static double counted(double[] x) {
    double[] calls = {1};
    long n = IntStream.range(0, 5).map(i -> (int) (calls[0] *= 2) + i).count();
    n += DoubleStream.of(x).peek(v -> calls[0] += 1).skip(1).limit(7).count();
    n += List.of(1, 2, 3).stream().map(i -> calls[0] += 3).filter(v -> v > 0).count();
    n += new Random(3).doubles(4).map(u -> calls[0] += u).filter(u -> u > 0).count();
    return n * calls[0] * (x.length > 0 ? x[0] : 1);
  }

  @Differentiable
  static double sortedNumbers(double x) {
    double sum = IntStream.of(3, 1, 2).sorted().mapToDouble(i -> i * x).reduce(1, (a, b) -> a / b);
    sum += new Random(3).ints(5, 0, 100).map(i -> i % 10).sorted().mapToDouble(i -> i * x).sum();
    sum += LongStream.of(-2, 1, 2, 0).map(i -> i * i).sorted().asDoubleStream().limit(3).sum();
    double[] sorted = new Random(3).doubles(5).map(u -> u * x).sorted().toArray();
    return sum + sorted[1] * sorted.length;
  }

  /** Mini-batches. */
  @Differentiable
  static double batch(double rate) {
    double[] y = {1, 2, 3};
    return new Random(5).ints(4, 0, y.length).mapToDouble(i -> y[i] * rate).sum();
  }
}
