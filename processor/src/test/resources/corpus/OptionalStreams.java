package corpus;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Optional values that are streams, and functions of them that give null. */
class OptionalStreams {
  record P(double a, double b) {}
  static Optional<P> part(double v) { return v > 0 ? Optional.of(new P(v, v * v)) : Optional.empty(); }
  static final Map<String, String> NAMES = new HashMap<>(Map.of("1", "a", "3", "bcd"));

  @Differentiable static double streamed(double x, int k) { Optional<Double> o = k == 0 ? Optional.empty() : Optional.of(x * k); return o.stream().mapToDouble(v -> v * v).sum(); }

  @Differentiable static double streamedReal(double[] x) { return Arrays.stream(x).max().stream().map(v -> v * v).sum(); }

  @Differentiable static double flat(double[] x) { return Arrays.stream(x).mapToObj(OptionalStreams::part).flatMap(Optional::stream).mapToDouble(p -> p.a() * p.b()).sum(); }

  @Differentiable static double toNull(double x) { Optional<Double> o = Optional.of(x); return o.map(v -> v > 1 ? v * v : null).orElse(2.0) * x; }

  @Differentiable static double toNullRecord(double x) { Optional<P> o = part(x); return o.map(v -> v.b() > 1 ? new P(v.b(), v.a()) : null).map(P::a).orElse(x * 3); }

  @Differentiable static double always(double x) { Optional<Double> o = Optional.of(x); return o.map(v -> (Double) null).orElse(x * 3); }

  @Differentiable static double named(double x, int k) { Optional<Double> o = Optional.of(x); return o.map(v -> NAMES.get("" + k)).map(n -> n.length() * x).orElse(x * x); }

  @Differentiable static double nullableName(double x, int k) { return Optional.ofNullable(NAMES.get("" + k)).map(n -> n.length() * x).orElse(x * x); }

  @Differentiable static double array(double x, int k) { return Optional.of(x).map(v -> new double[] {v, v * v}).map(a -> a[0] * a[1]).orElse(x * x); }
}
