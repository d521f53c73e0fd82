package cotangent.benchmarks.ratio;

import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/** Prints how much faster a gradient over many points is on all cores than on one. */
public final class Cores {
  private static final int POINTS = 10_000;
  private static final int WARM_UP = 100;

  /**
   * Long enough that both are undisturbed at least once on a machine that is shared with others.
   */
  private static final long NANOSECONDS = 30_000_000_000L;

  private Cores() {}

  /** Measures and prints one row after the other. */
  public static void main(String[] arguments) {
    System.out.printf(
        "Java %s, %d threads%n%n",
        Runtime.version(), ForkJoinPool.commonPool().getParallelism() + 1);
    System.out.printf(
        "%-24s %14s %14s %8s%n", "gradient of", "one core, ms", "all cores, ms", "ratio");
    row(10, 25);
    row(64, 10);
  }

  private static void row(int d, int k) {
    Mixture mixture = new Mixture(POINTS, d, k);
    check(mixture);
    double one = Double.MAX_VALUE;
    double all = Double.MAX_VALUE;
    for (int round = 0; round < WARM_UP; round++) {
      Contender.sink = mixture.onOneCore().value() + mixture.onAllCores().value();
    }
    long end = System.nanoTime() + NANOSECONDS;
    for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
      Contender.sink = mixture.onOneCore().value();
      long between = System.nanoTime();
      Contender.sink = mixture.onAllCores().value();
      one = Math.min(one, (between - start) * 1e-6);
      all = Math.min(all, (System.nanoTime() - between) * 1e-6);
    }
    System.out.printf(
        Locale.ROOT,
        "%-24s %14.2f %14.2f %8.2f%n",
        "gmm d" + d + " k" + k + " n" + POINTS,
        one,
        all,
        one / all);
  }

  private static void check(Mixture mixture) {
    double whole = mixture.onOneCore().value();
    double summed = mixture.value(mixture.onAllCores());
    if (Math.abs(whole - summed) > 1e-9 * Math.abs(whole)) {
      throw new IllegalStateException("one core computes " + whole + ", all cores " + summed);
    }
    if (mixture.onAllCores().value() != mixture.onAllCores().value()) {
      throw new IllegalStateException("the same parts give other sums");
    }
  }
}
