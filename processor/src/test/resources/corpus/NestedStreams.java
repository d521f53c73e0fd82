package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.stream.*;

/** Streams in streams, sorted ones, collected ones, and those without an end of their own. */
class NestedStreams {
  @Differentiable static double nested(double[] x) { int n = x.length; return IntStream.range(0, n).mapToDouble(i -> IntStream.range(0, n).mapToDouble(j -> x[i] * x[j] * Math.sin(i + j)).sum()).sum(); }
  @Differentiable static double flat(double[] x) { int n = x.length; return IntStream.range(0, n).boxed().flatMap(i -> IntStream.range(i, n).mapToObj(j -> x[i] * x[j])).mapToDouble(Double::doubleValue).sum(); }
  @Differentiable static double flatInt(double[] x) { int n = x.length; return IntStream.range(0, n).flatMap(i -> IntStream.range(0, i)).mapToDouble(i -> x[i] * x[i]).sum(); }
  @Differentiable static double flatToDouble(double[][] m) { return Arrays.stream(m).flatMapToDouble(r -> Arrays.stream(r).map(v -> v * v)).sum(); }
  @Differentiable static double flatDouble(double[] x) { return DoubleStream.of(x).flatMap(v -> DoubleStream.of(v, v * v, Math.sin(v))).map(v -> v * 2).sum(); }
  @Differentiable static double sorted(double[] x) { return Arrays.stream(x).sorted().limit(3).map(v -> v * v).sum(); }
  @Differentiable static double sortedBoxed(double[] x) { return Arrays.stream(x).boxed().sorted(Comparator.reverseOrder()).limit(2).mapToDouble(v -> v * 3).sum(); }
  @Differentiable static double toList(double[] x) { List<Double> l = Arrays.stream(x).map(Math::sin).boxed().collect(Collectors.toList()); double s = 0; for (double v : l) s = s * 0.5 + v; return s + l.get(0); }
  @Differentiable static double toList16(double[] x) { List<Double> l = Arrays.stream(x).mapToObj(v -> v * v).toList(); return l.stream().mapToDouble(v -> v).sum() * l.size(); }
  record P(double a, double b) {}
  @Differentiable static double records(double[] x) { List<P> l = IntStream.range(0, x.length).mapToObj(i -> new P(x[i], i)).collect(Collectors.toList()); return l.stream().mapToDouble(p -> p.a() * p.b()).sum() + l.stream().map(P::a).reduce(0.0, Double::sum); }
  @Differentiable static double summing(double[] x) { return IntStream.range(0, x.length).mapToObj(i -> new P(x[i], i)).collect(Collectors.summingDouble(p -> p.a() * p.b())); }
  @Differentiable static double averaging(double[] x) { return Arrays.stream(x).boxed().collect(Collectors.averagingDouble(v -> v * v)); }
  @Differentiable static double iterate(double x) { return DoubleStream.iterate(x, v -> v * 0.5 + 1).limit(6).sum() + Stream.iterate(x, v -> v * v).limit(3).mapToDouble(v -> v).max().getAsDouble(); }
  @Differentiable static double takeWhile(double[] x) { return Arrays.stream(x).takeWhile(v -> v < 0.8).sum() + Arrays.stream(x).dropWhile(v -> v < 0.3).map(v -> v * v).sum(); }
  @Differentiable static double generate(double x) { return DoubleStream.generate(() -> x * x).limit(4).sum(); }
  @Differentiable static double streamOf(double x, double y) { return Stream.of(x, y, x * y).mapToDouble(v -> v * v).sum(); }
  @Differentiable static double max(double[] x) { return Arrays.stream(x).boxed().max(Comparator.naturalOrder()).get(); }
  @Differentiable static double argmax(double[] x) { int best = IntStream.range(0, x.length).reduce((i, j) -> x[i] >= x[j] ? i : j).getAsInt(); return x[best] * best; }
  @Differentiable static double kept(double[] x) { OptionalDouble o = Arrays.stream(x).max(); return o.isPresent() ? o.getAsDouble() * 2 : 0; }
  @Differentiable static double rows(double[][] a, double[] x) { double[] y = Arrays.stream(a).mapToDouble(r -> IntStream.range(0, r.length).mapToDouble(j -> r[j] * x[j % x.length]).sum()).toArray(); return Arrays.stream(y).map(v -> v * v).sum(); }
  @Differentiable static double matrix(double[] x) { double[][] m = IntStream.range(0, 3).mapToObj(i -> IntStream.range(0, 3).mapToDouble(j -> x[j % x.length] * i).toArray()).toArray(double[][]::new); return m[1][2] * m[2][0] + m[2][1]; }
  @Differentiable static double sortedList(double[] x) { List<Integer> l = new ArrayList<>(); l.add(0); l.add(1); l.add(2); l.sort(Comparator.comparingDouble(i -> x[i % x.length])); return x[l.get(0) % x.length] * 2 + x[l.get(2) % x.length]; }
  @Differentiable static double nearest(double[] x) { return IntStream.range(0, x.length).boxed().min(Comparator.comparingDouble((Integer i) -> x[i])).get() * x[0]; }
  @Differentiable static double largestRecord(double[] x) { return Arrays.stream(x).mapToObj(v -> new P(v, v * v)).max(Comparator.comparingDouble(P::a)).get().b(); }
  @Differentiable static double sortedRecords(double[] x) { return Arrays.stream(x).mapToObj(v -> new P(v, v * v)).sorted(Comparator.comparingDouble(p -> p.b())).limit(2).mapToDouble(p -> p.a() * 3).sum(); }

  /** No element behind the first one is asked for: those further on aren't there. */
  @Differentiable
  static double nothingBehindTheFirst(double[] x) {
    int last = x.length - 1;
    int i = IntStream.range(0, 100).filter(k -> x[k] > 0 || k == last).findFirst().getAsInt();
    double d = IntStream.range(0, 100).mapToDouble(k -> x[k] * x[0]).findFirst().getAsDouble();
    int[] seen = new int[1];
    boolean any =
        IntStream.range(0, 100)
            .mapToDouble(k -> x[k] * x[0])
            .peek(v -> seen[0]++)
            .anyMatch(v -> seen[0] == x.length);
    return x[i] * d * seen[0] + (any ? x[last] : 0);
  }

  @Differentiable
  static double peekedUntilFound(double[] x) {
    int[] seen = new int[3];
    boolean any = Arrays.stream(x).peek(v -> seen[0]++).anyMatch(v -> v > 0);
    boolean all = Arrays.stream(x).map(v -> v * v).peek(v -> seen[1]++).allMatch(v -> v < 1.5);
    double first =
        Arrays.stream(x)
            .boxed()
            .flatMap(v -> Arrays.stream(x).boxed().peek(w -> seen[2]++))
            .mapToDouble(v -> v)
            .filter(v -> v > -5)
            .findFirst()
            .orElse(2);
    return first * x[0] * (seen[0] + 10 * seen[1] + 100 * seen[2]) + (any ? x[0] : 1) + (all ? 1 : 2);
  }
}
