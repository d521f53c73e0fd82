package cotangent.benchmarks.ratio;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Prints how long gradients take to become as fast as they will be, each in a Java virtual machine
 * of its own; arguments choose rows by parts of their names.
 */
public final class Warmup {
  private static final String ROW = "%-28s %14s %14s %14s %14s%n";
  private static final String CHILD = "--here";
  private static final long LONGEST = 6_000_000_000L;
  private static final int MOST_CALLS = 1_000_000;

  /** Calls are timed in this many stretches, or more where these would be long. */
  private static final int STRETCHES = 400;

  private static final int LONGEST_STRETCH = 25;

  private static final double NEAR = 1.2;

  /** Where results go, so that the compiler cannot remove their computation. */
  private static volatile double sink;

  private Warmup() {}

  /** Measures and prints one row after the other. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2 && arguments[0].equals(CHILD)) {
      measure(arguments[1]);
      return;
    }
    System.out.printf("Java %s, %s%n", Runtime.version(), System.getProperty("java.vm.name"));
    System.out.println(
        "Steady is the median of the last quarter of the calls made in six seconds.");
    System.out.println();
    System.out.printf(
        ROW, "gradient of", "first call, ms", "steady, µs", "calls to 1.2 x", "ms to 1.2 x");
    List<String> parts = Arrays.asList(arguments);
    for (Workload workload : Workloads.all()) {
      if (parts.isEmpty() || parts.stream().anyMatch(workload.name()::contains)) {
        elsewhere(workload.name());
      }
    }
  }

  private static void elsewhere(String name) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Warmup.class.getName(), CHILD, name));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(name + " ended with " + exit);
    }
  }

  private static void measure(String name) {
    DoubleSupplier gradient =
        Workloads.all().stream()
            .filter(workload -> workload.name().equals(name))
            .findFirst()
            .orElseThrow()
            .gradient();
    long[] ends = new long[MOST_CALLS];
    int calls = 0;
    long start = System.nanoTime();
    do {
      sink = gradient.getAsDouble();
      ends[calls++] = System.nanoTime() - start;
    } while (ends[calls - 1] < LONGEST && calls < MOST_CALLS);
    long[] each = new long[calls];
    for (int i = 0; i < calls; i++) {
      each[i] = ends[i] - (i == 0 ? 0 : ends[i - 1]);
    }
    double steady = median(each, calls - Math.max(1, calls / 4), calls);
    int warm = firstNear(each, NEAR * steady);
    System.out.printf(
        Locale.ROOT,
        "%-28s %14.2f %14.2f %14d %14.1f%n",
        name,
        each[0] / 1e6,
        steady / 1e3,
        warm,
        warm == 0 ? 0 : ends[warm - 1] / 1e6);
  }

  /** Returns how many calls were made before three stretches in a row were near. */
  private static int firstNear(long[] each, double bound) {
    int length = Math.max(1, Math.min(LONGEST_STRETCH, each.length / STRETCHES));
    int near = 0;
    for (int from = 0; from + length <= each.length; from += length) {
      near = median(each, from, from + length) <= bound ? near + 1 : 0;
      if (near == 3) {
        return from - 2 * length;
      }
    }
    return each.length;
  }

  private static double median(long[] each, int from, int to) {
    long[] sorted = Arrays.copyOfRange(each, from, to);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
