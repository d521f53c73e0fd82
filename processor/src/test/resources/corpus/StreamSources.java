package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams that begin, go on and end in ways beside ranges and arrays. */
class StreamSources {
  record P(double a, double b) {}

  static final List<Set<Integer>> SETS = List.of(Set.of(2), Set.of(0, 1), Set.of());
  static final List<String> WORDS = List.of("ab", "", "cad");

  static List<P> pairs(double[] x) {
    List<P> all = new ArrayList<>();
    for (double v : x) all.add(new P(v, v * v + 1));
    return all;
  }

  @Differentiable
  static double untilSmall(double x, double y) {
    return DoubleStream.iterate(x * x + 1, v -> v > 0.1, v -> v * 0.5).sum() * y;
  }

  @Differentiable
  static double everySecond(double x, double[] w) {
    return IntStream.iterate(0, i -> i < w.length, i -> i + 2).mapToDouble(i -> w[i] * x).sum();
  }

  @Differentiable
  static double pairsUntilLarge(double x, double y) {
    return Stream.iterate(new P(x, y), p -> p.a() < 100, p -> new P(Math.abs(p.a()) * 2 + 0.1, p.b() + p.a())).mapToDouble(p -> p.a() * p.b()).sum();
  }

  @Differentiable
  static double untilLimited(double x, double[] calls) {
    double sum = DoubleStream.iterate(x, v -> v < 50, v -> { calls[0] += 1; return v * v * 0.1 + 1; }).limit(4).map(v -> v * v).sum();
    return sum * calls[0];
  }

  @Differentiable
  static double untilCounted(double x, double[] calls) {
    long count = DoubleStream.iterate(x, v -> v < 3, v -> v + 1 + calls[0] * 0).peek(v -> calls[0] += v).count();
    return count * calls[0];
  }

  @Differentiable
  static double untilFound(double x) {
    return DoubleStream.iterate(x, v -> v < 100, v -> v * v + 1.5).filter(v -> v > 2).findFirst().orElse(x);
  }

  @Differentiable
  static double rowsUntil(double x, double y) {
    return Stream.iterate(new double[] {x, y}, s -> s[0] < 9, s -> new double[] {s[1] + 3, s[0] + s[1]}).limit(5).mapToDouble(s -> s[0]).sum();
  }

  @Differentiable
  static double takeWhile(double x) {
    return Stream.iterate(new P(x, 1), p -> new P(p.a() * 0.5, p.b() + 1)).takeWhile(p -> p.b() < 5).mapToDouble(p -> p.a() * p.b()).sum();
  }

  @Differentiable
  static double takeAndDrop(double x) {
    return DoubleStream.iterate(x, v -> v * 0.5 + 0.1).takeWhile(v -> v < 5).dropWhile(v -> v > 1).limit(3).sum();
  }

  @Differentiable
  static double takeSorted(double x) {
    double[] all = DoubleStream.iterate(x, v -> v + 0.7).takeWhile(v -> v < 5).map(v -> Math.sin(v)).sorted().toArray();
    double s = 0;
    for (int i = 0; i < all.length; i++) s += i * all[i];
    return s;
  }

  @Differentiable
  static double newton(double x) {
    return DoubleStream.iterate(x * x + 1, v -> v - (v * v - 2) / (2 * v)).filter(v -> Math.abs(v * v - 2) < 1e-3).findFirst().getAsDouble();
  }

  @Differentiable
  static double anyLarge(double x, double y) {
    return DoubleStream.iterate(1, v -> v * 1.5).map(v -> v + x * x).anyMatch(v -> v > 9) ? x * y : y;
  }

  @Differentiable
  static double filteredLimit(double x) {
    return IntStream.iterate(0, i -> i + 1).filter(i -> i % 3 != 1).limit(4).mapToDouble(i -> i * x * x).sum();
  }

  @Differentiable
  static double generated(double x, double[] state) {
    double one = Stream.generate(() -> new P(x, x * x)).limit(3).mapToDouble(p -> p.a() + p.b()).sum();
    double two = DoubleStream.generate(() -> { state[0] = state[0] * 0.9 + 0.1; return state[0]; }).filter(v -> v > -9).limit(3).sum();
    return one * two + DoubleStream.generate(() -> x).skip(1).limit(2).sum();
  }

  @Differentiable
  static double concat(double[] x, double[] y) {
    return DoubleStream.concat(Arrays.stream(x).map(v -> v * v), Arrays.stream(y)).sum();
  }

  @Differentiable
  static double concatLists(double[] x, double[] y) {
    List<P> a = pairs(x), b = pairs(y);
    return Stream.concat(a.stream(), b.stream()).mapToDouble(p -> p.a() * p.b()).sum();
  }

  @Differentiable
  static double concatThree(double[] x, double[] y) {
    List<P> a = pairs(x), b = pairs(y);
    return Stream.concat(Stream.of(new P(1, 2)), Stream.concat(a.stream(), b.stream().map(p -> new P(p.b(), p.a())))).mapToDouble(p -> p.a() * p.b()).max().orElse(0);
  }

  @Differentiable
  static double concatCut(double[] x, double[] y) {
    double[] all = DoubleStream.concat(Arrays.stream(x).filter(v -> v > 0), Arrays.stream(y)).skip(1).limit(2).toArray();
    double s = DoubleStream.concat(DoubleStream.of(x[0], y[0]), DoubleStream.iterate(x[0], v -> v < 3, v -> v + 1)).sorted().boxed().collect(Collectors.toList()).get(1);
    for (double v : all) s = s * 0.5 + v * v;
    return s + (DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).anyMatch(v -> v > 1) ? x[0] : y[0]);
  }

  @Differentiable
  static double concatInFlatMap(double[] x) {
    List<P> a = pairs(x);
    return a.stream().flatMapToDouble(p -> DoubleStream.concat(DoubleStream.of(p.a()), DoubleStream.of(p.b(), p.a() * p.b()))).map(v -> v * v).sum();
  }

  @Differentiable
  static double concatLists2(double x, double y) {
    List<Double> l = new ArrayList<>(List.of(x, y));
    return Stream.concat(l.stream().map(v -> v * 2), Stream.of(x * y)).reduce(1.0, (p, q) -> p * q);
  }

  @Differentiable
  static double sets(double[] x) {
    return SETS.stream().flatMap(Set::stream).mapToDouble(i -> x[i % x.length]).sum();
  }

  @Differentiable
  static double letters(double[] x) {
    return WORDS.stream().flatMapToInt(String::chars).mapToDouble(c -> x[c % x.length]).sum();
  }

  @Differentiable
  static double distinct(double[] x) {
    return Arrays.stream(new int[] {1, 3, 0, 2}).map(i -> i % 2).distinct().mapToDouble(i -> x[i]).sum()
        + WORDS.stream().map(String::length).distinct().count() * x[0]
        + WORDS.stream().flatMapToInt(String::chars).distinct().limit(2).mapToDouble(c -> x[c % x.length]).sum();
  }

  @Differentiable
  static double composed(double x) {
    List<DoubleUnaryOperator> fs = List.of(v -> v * 2, Math::sin, v -> v * v);
    return fs.stream().reduce(DoubleUnaryOperator.identity(), DoubleUnaryOperator::andThen).applyAsDouble(x);
  }

  @Differentiable
  static double composedGeneric(double x, double y) {
    List<Function<Double, Double>> fs = List.of(v -> v * 2, Math::sin, v -> v * y);
    return fs.stream().reduce(Function.identity(), Function::andThen).apply(x);
  }

  @Differentiable
  static double composedStream(double x, double y) {
    return Stream.<DoubleUnaryOperator>of(v -> v * y, Math::sin).reduce(v -> v, (f, g) -> f.andThen(g)).applyAsDouble(x);
  }

  @Differentiable
  static double asked(double[] x) {
    boolean isNone = Arrays.stream(x).filter(v -> v > 100).boxed().collect(Collectors.toList()).isEmpty();
    return (isNone ? 1 : 2) * Arrays.stream(x).mapToObj(v -> v * v).toList().get(0);
  }

  @Differentiable static double someNull(double x, int k) { return Stream.of(x, k > 2 ? null : (Double) 2.0).filter(Objects::nonNull).mapToDouble(v -> v).sum() + Stream.of(k > 1 ? (Double) x : null, x * x).map(v -> v == null ? x : v * v).reduce(1.0, (a, b) -> a * b); }
}
