package corpus;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Numbers that are accepted one by one by an object, which may be given to a stream. */
class Summaries {
  static final class Acc implements DoubleConsumer { double s; int n; public void accept(double v) { s = s * 0.5 + v; n++; } double mean() { return s / n; } }
  static final class Sq implements Function<Double, Double> { final double k; Sq(double k) { this.k = k; } public Double apply(Double v) { return v * k; } double more() { return k; } }

  @Differentiable static double accepted(double[] x) { DoubleSummaryStatistics s = new DoubleSummaryStatistics(); for (double v : x) s.accept(v * v); return s.getSum() * 2 + s.getAverage() + (x.length > 0 ? s.getMax() * s.getMin() : 1); }

  @Differentiable static double eached(double[] x) { DoubleSummaryStatistics s = new DoubleSummaryStatistics(); Arrays.stream(x).forEach(s::accept); Arrays.stream(x).forEach(s); return s.getSum() * s.getCount(); }

  @Differentiable static double combined(double[] x) { DoubleSummaryStatistics a = new DoubleSummaryStatistics(), b = new DoubleSummaryStatistics(); for (int i = 0; i < x.length; i++) (i % 2 == 0 ? a : b).accept(x[i] * 1e3); a.combine(b); return a.getSum() + a.getCount(); }

  @Differentiable static double byKey(double[] x) { Map<Integer, DoubleSummaryStatistics> m = new TreeMap<>(); for (int i = 0; i < x.length; i++) m.computeIfAbsent(i % 2, k -> new DoubleSummaryStatistics()).accept(x[i]); double s = 0; for (DoubleSummaryStatistics e : m.values()) s = s * 0.5 + e.getSum() * e.getMax(); return s; }

  @Differentiable static double overflow(double x) { DoubleSummaryStatistics s = new DoubleSummaryStatistics(); s.accept(x); s.accept(Double.POSITIVE_INFINITY); return s.getSum() > 0 ? x * x : x; }

  @Differentiable static double own(double[] x) { Acc a = new Acc(); Arrays.stream(x).forEach(a); return x.length == 0 ? 1 : a.mean(); }

  @Differentiable static double mapped(double x) { Sq q = new Sq(x); return List.of(x, 2.0).stream().map(q).mapToDouble(v -> v).sum() * q.more(); }
}
