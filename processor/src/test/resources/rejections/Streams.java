package rejections;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class Streams {
  @Differentiable
  static double refused(double[] x) {
    double a = Arrays.stream(x).parallel().sum(); // error: [CT097] a parallel stream
    double b = Arrays.stream(x).distinct().sum(); // error: [CT096] the stage distinct
    OptionalInt c = IntStream.range(0, x.length).max(); // error: [CT096] an OptionalInt or OptionalLong that is kept
    return a + b + c.getAsInt();
  }

  @Differentiable
  static double longest(double x, int n) {
    return x * IntStream.rangeClosed(Integer.MIN_VALUE, n).sum(); // error: [CT096] a range from the smallest int
  }

  @Differentiable
  static double kept(double[] x) {
    DoubleStream squares = Arrays.stream(x).map(v -> v * v); // error: [CT096] a stream that is kept or handed on
    return squares.sum();
  }

  @Differentiable
  static double endless(double x) {
    double a = DoubleStream.iterate(x, v -> v * 2).filter(v -> v > 1).sum(); // error: [CT096] a stream without an end
    double b = DoubleStream.iterate(x, v -> v * 2).sorted().limit(3).sum(); // error: [CT096] a stream without an end
    return a + b;
  }

  @Differentiable
  static double flat(double[] x) {
    return Arrays.stream(x).flatMap(v -> { return DoubleStream.of(v, v * v); }).sum(); // error: [CT096] flatMap by another function than a lambda of one expression
  }

  @Differentiable
  static double grouped(double[] x) {
    return Arrays.stream(x).boxed().collect(Collectors.groupingBy(v -> v > 0, Collectors.toSet())).size() * x[0]; // error: [CT096] the collector toSet
  }

  @Differentiable
  static double drawn(double x) {
    DoubleStream scaled = new Random(1).doubles(3).map(u -> u * x); // error: [CT096] a stream that is kept or handed on
    return scaled.sum();
  }

  @Differentiable
  static double countedOutside(double x) {
    return x * new Random(1).doubles(3).map(u -> u * x).count(); // error: [CT096] count behind functions that may not be called
  }

  @Differentiable
  static double peeked(double x, Set<Double> numbers) {
    double[] seen = {0};
    return x * numbers.stream().peek(u -> seen[0] += u * x).sorted().findFirst().orElse(0.0); // error: [CT096] sorted behind peek, which may not wait for it,
  }

  @Differentiable
  static double joined(double x) {
    return x * DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(1)).map(u -> u * x).count(); // error: [CT096] count behind functions that may not be called
  }

  @Differentiable
  static double inParallel(double x, Set<Double> numbers) {
    return numbers.parallelStream().mapToDouble(u -> u * x).sum(); // error: [CT097]
  }

  /** The library calls both functions for one element, and then for the next one. */
  @Differentiable
  static double inTurn(double x) {
    double[] log = {1};
    return java.util.stream.Stream.of(1.0, x, x * x)
        .collect(
            Collectors.teeing(
                Collectors.summingDouble(v -> log[0] += v),
                Collectors.summingDouble(v -> log[0] *= v), // error: [CT096] a collector whose functions change what others around it look at @ Collectors.summingDouble(v -> log[0] *= v)
                (s, p) -> s + p));
  }

  @Differentiable
  static double drawnInTurn(double x, java.util.Random random) {
    return random
        .doubles(4)
        .boxed()
        .collect(
            Collectors.groupingBy(
                v -> v > 0.5,
                Collectors.summingDouble(v -> x * random.nextDouble()))) // error: [CT096] a collector whose functions change what others around it look at @ Collectors.summingDouble(v -> x * random.nextDouble())
        .getOrDefault(true, x);
  }
}
