package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What streams end with besides sums: own objects, all that is known of numbers, exceptions. */
class StreamEnds {
  static final class Moments {
    int count;
    double sum;
    double squares;

    void add(double v) {
      count++;
      sum += v;
      squares += v * v;
    }

    void merge(Moments other) {
      count += other.count;
      sum += other.sum;
      squares += other.squares;
    }

    double variance() {
      return (squares - sum * sum / (count + 1)) / (count + 1);
    }
  }

  @Differentiable
  static double moments(double[] x) {
    Moments all = Arrays.stream(x).filter(v -> v > 0.1).collect(Moments::new, Moments::add, Moments::merge);
    Moments boxed = Stream.of(x[0], x[1], x[0] * x[1]).collect(Moments::new, (m, v) -> m.add(2 * v), Moments::merge);
    return all.variance() + boxed.sum * all.count - boxed.squares;
  }

  record Path(double length, double height) {}

  @Differentiable
  static double paths(double[] x) {
    List<Path> paths = new ArrayList<>();
    for (double v : x) paths.add(new Path(v, v * v));
    Moments all = paths.stream().collect(Moments::new, (m, p) -> m.add(p.length() * p.height()), Moments::merge);
    return all.sum / (1 + all.count) + all.squares;
  }

  /** Scales numbers to the range from 0 to 1, as one writes it. */
  @Differentiable
  static double[] scaled(double[] x) {
    DoubleSummaryStatistics all = Arrays.stream(x).summaryStatistics();
    double range = all.getMax() - all.getMin();
    return Arrays.stream(x).map(v -> (v - all.getMin()) / range + all.getAverage() * 0.1).toArray();
  }

  @Differentiable
  static double summary(double[] x) {
    DoubleSummaryStatistics none = DoubleStream.empty().summaryStatistics();
    DoubleSummaryStatistics all = Arrays.stream(x).map(Math::sin).summaryStatistics();
    double start = none.getCount() == 0 && none.getMin() > none.getMax() ? none.getAverage() + none.getSum() : x[0];
    return start + all.getSum() * all.getCount() - all.getMin() * all.getMax();
  }

  @Differentiable
  static double orElseThrow(double[] x) {
    double most = Arrays.stream(x).filter(v -> v < 100).max().orElseThrow(IllegalArgumentException::new);
    double first = Arrays.stream(x).boxed().filter(v -> v > -100).findFirst().orElseThrow(() -> new IllegalStateException("none over " + -100));
    Optional<Double> square = Optional.of(x[1] * x[1]);
    return most * first + square.map(v -> v * 2).orElseThrow(() -> new NoSuchElementException("no square"));
  }

  @Differentiable
  static double thrown(double[] x) {
    double sum = 0;
    try {
      sum += Arrays.stream(x).filter(v -> v > 1).max().orElseThrow(() -> new IllegalStateException("none"));
      Optional<Path> path = x[0] > 1 ? Optional.of(new Path(x[0], x[1])) : Optional.empty();
      sum += path.filter(p -> p.height() > 0).orElseThrow(IllegalArgumentException::new).height();
    } catch (IllegalStateException e) {
      return 3 * x[0] * e.getMessage().length();
    } catch (IllegalArgumentException e) {
      return sum * 2;
    }
    return sum;
  }

  @Differentiable
  static double present(double[] x) {
    return Arrays.stream(x)
        .mapToObj(v -> v > 0.5 ? Optional.of(v * v) : Optional.<Double>empty())
        .filter(Optional::isPresent)
        .map(Optional::get)
        .mapToDouble(v -> v)
        .sum();
  }

  @Differentiable
  static double flat(double[] x) {
    List<List<Double>> all = List.of(List.of(x[0], x[1]), List.of(x[1] * x[0]));
    return all.stream().flatMap(List::stream).mapToDouble(v -> v * v).sum();
  }

  @Differentiable
  static double boxed(double[] x) {
    double sum = 0;
    for (Double v : List.of(x[0], x[1], x[0] / (x[1] - x[1]))) {
      if (v.isNaN() || v.isInfinite()) continue;
      sum += v.compareTo(1.0) > 0 ? v * v : v;
    }
    return sum;
  }
}
