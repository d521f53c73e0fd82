package cotangent.benchmarks.ratio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * Names a function at one size, and the ways of computing its value and its gradient that are
 * compared. Each way returns the value, to check that they agree.
 */
final class Workload {
  static final String VALUE = "value";
  static final String GRADIENT = "gradient";
  static final String BY_HAND = "by hand";
  static final String HIPPARCHUS = "Hipparchus";

  private static final long WARM_UP = 5_000_000_000L;
  private static final int LEAST_WARM_UP_ROUNDS = 12;
  private static final int ROUNDS = 61;

  private final String name;
  private final Map<String, DoubleSupplier> ways = new LinkedHashMap<>();

  private Workload(String name, DoubleSupplier value) {
    this.name = name;
    ways.put(VALUE, value);
  }

  static Workload of(String name, DoubleSupplier value) {
    return new Workload(name, value);
  }

  Workload gradient(DoubleSupplier gradient) {
    ways.put(GRADIENT, gradient);
    return this;
  }

  Workload byHand(DoubleSupplier gradient) {
    ways.put(BY_HAND, gradient);
    return this;
  }

  Workload hipparchus(DoubleSupplier gradient) {
    ways.put(HIPPARCHUS, gradient);
    return this;
  }

  String name() {
    return name;
  }

  /** What computes the gradient. */
  DoubleSupplier gradient() {
    return Objects.requireNonNull(ways.get(GRADIENT));
  }

  /**
   * Measures all ways alternately, warm, and returns the least nanoseconds of a call of each:
   * whatever else the machine does can only add to it.
   */
  Map<String, Double> measure() {
    checkAgreement();
    Map<String, Contender> contenders = new LinkedHashMap<>();
    ways.forEach((way, work) -> contenders.put(way, new Contender(work)));
    long start = System.nanoTime();
    for (int round = 0;
        round < LEAST_WARM_UP_ROUNDS || System.nanoTime() - start < WARM_UP;
        round++) {
      contenders.values().forEach(Contender::nanosecondsPerCall);
    }
    Map<String, Double> least = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      contenders.forEach(
          (way, contender) -> least.merge(way, contender.nanosecondsPerCall(), Math::min));
    }
    return least;
  }

  private void checkAgreement() {
    double value = ways.get(VALUE).getAsDouble();
    ways.forEach(
        (way, work) -> {
          double other = work.getAsDouble();
          if (Math.abs(other - value) > 1e-9 * Math.max(1, Math.abs(value))) {
            throw new IllegalStateException(
                name + ": " + way + " computes " + other + ", not " + value);
          }
        });
  }
}
