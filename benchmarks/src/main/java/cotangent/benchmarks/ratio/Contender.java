package cotangent.benchmarks.ratio;

import java.util.function.DoubleSupplier;

/** Runs one way of computing a value or its gradient, in batches long enough for the clock. */
final class Contender {
  private static final long SHORTEST_BATCH = 1_000_000;

  /** Where results go, so that the compiler cannot remove their computation. */
  static volatile double sink;

  private final DoubleSupplier work;
  private int callsPerBatch = 1;

  Contender(DoubleSupplier work) {
    this.work = work;
  }

  /** Runs one batch, and returns the nanoseconds of a call. */
  double nanosecondsPerCall() {
    double sum = 0;
    long start = System.nanoTime();
    for (int call = 0; call < callsPerBatch; call++) {
      sum += work.getAsDouble();
    }
    long elapsed = System.nanoTime() - start;
    sink = sum;
    double perCall = (double) elapsed / callsPerBatch;
    callsPerBatch = (int) Math.max(1, Math.min(1e6, Math.ceil(SHORTEST_BATCH / perCall)));
    return perCall;
  }
}
