package corpus;

import cotangent.Differentiable;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Streams and sorts of records by comparators. */
class RecordStreams {
  record P(String n, int g, double w) {}
  @Differentiable static double sortedByTwo(double[] x) { List<P> l = new ArrayList<>(); for (int i = 0; i < x.length; i++) l.add(new P("n" + i % 2, i % 2, x[i])); l.sort(Comparator.comparingInt(P::g).thenComparing(P::w, Comparator.reverseOrder())); double s = 0; for (P p : l) s = s * 0.5 + p.w(); return s; }
  @Differentiable static double least(double[] x) { return Arrays.stream(x).mapToObj(v -> new P("a", 1, v * v)).min(Comparator.comparingDouble(P::w)).map(P::w).orElse(0.0); }
  @Differentiable static double greatest(double[] x) { List<P> l = new ArrayList<>(); for (double v : x) l.add(new P("a", 1, v)); return l.stream().max((a, b) -> Double.compare(a.w(), b.w())).get().w() * l.stream().filter(p -> p.w() > 0.2).mapToDouble(P::w).sum(); }
  @Differentiable static double sortedPlaces(double[] x) { return IntStream.range(0, x.length).boxed().sorted(Comparator.comparingDouble(i -> x[i])).mapToDouble(i -> x[i] * i).sum(); }
  @Differentiable static double best(double[] x) { List<P> l = new ArrayList<>(); for (int i = 0; i < x.length; i++) l.add(new P("n", i % 2, x[i])); List<P> top = l.stream().sorted(Comparator.comparingDouble(P::w).reversed()).limit(2).toList(); return top.get(0).w() - top.get(1).w(); }
  @Differentiable static double sortedPairs(double[] x) { return IntStream.range(0, x.length).mapToObj(i -> new double[] {x[i], i}).sorted((a, b) -> Double.compare(b[0], a[0])).mapToDouble(a -> a[0] * a[1]).sum(); }
}
