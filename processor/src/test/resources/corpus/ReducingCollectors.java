package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Collectors that find, reduce and summarise, of all elements and of groups. */
class ReducingCollectors {
  record P(int k, double v) {}
  static List<P> list(double[] x) { List<P> l = new ArrayList<>(); for (int i = 0; i < x.length; i++) l.add(new P(i % 2, x[i])); return l; }

  @Differentiable static double product(double[] x) { Map<Integer, Double> m = IntStream.range(0, x.length).boxed().collect(Collectors.groupingBy(i -> i % 2, TreeMap::new, Collectors.reducing(1.0, i -> x[i], (a, b) -> a * b))); return m.getOrDefault(0, 1.0); }

  @Differentiable static double greatest(double[] x) { Map<Integer, Optional<P>> m = list(x).stream().collect(Collectors.groupingBy(P::k, Collectors.maxBy(Comparator.comparingDouble(P::v)))); double s = x.length; for (Optional<P> p : m.values()) s += p.get().v() * p.get().v(); return s; }

  @Differentiable static double least(double[] x) { return list(x).stream().collect(Collectors.minBy(Comparator.comparingDouble(P::v))).map(p -> p.v() * p.v()).orElse(2.0); }

  @Differentiable static double merged(double[] x) { Map<Integer, Optional<Double>> m = Arrays.stream(x).boxed().collect(Collectors.groupingBy(v -> v > 0 ? 1 : 0, Collectors.reducing((a, b) -> a * b + 1))); return m.getOrDefault(1, Optional.of(3.0)).get() * x.length; }

  @Differentiable static double summed(double[] x) { return list(x).stream().collect(Collectors.reducing(0.5, P::v, Double::sum)) * x.length; }

  @Differentiable static double summary(double[] x) { DoubleSummaryStatistics s = list(x).stream().collect(Collectors.summarizingDouble(P::v)); return s.getSum() * s.getCount() + (s.getCount() > 0 ? s.getMax() : 1); }

  @Differentiable static double averageIndex(double[] x) { double a = list(x).stream().collect(Collectors.averagingInt(P::k)); return a * x.length + Arrays.stream(x).sum(); }
}
