package cotangent.benchmarks.ratio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints the table of ratios, gradient over value; arguments choose rows by parts of their names.
 */
public final class Ratios {
  private static final String ROW = "%-28s %12s %12s %8s %8s %8s %10s%n";

  private Ratios() {}

  /** Measures and prints one row after the other. */
  public static void main(String[] arguments) {
    System.out.printf("Java %s, %s%n", Runtime.version(), System.getProperty("java.vm.name"));
    System.out.println(
        "Best of many rounds, warm, one thread, all columns of a row measured in turns."
            + " A gradient includes its value.");
    System.out.println();
    System.out.printf(
        ROW, "workload", "value, µs", "gradient, µs", "ratio", "by hand", "to hand", "Hipparchus");
    List<String> parts = Arrays.asList(arguments);
    List<Workload> workloads = new ArrayList<>(Workloads.all());
    workloads.addAll(Modes.all());
    workloads.addAll(ObjectsBesideArrays.all());
    workloads.addAll(TensorsBesideLoops.all());
    for (Workload workload : workloads) {
      if (parts.isEmpty() || parts.stream().anyMatch(workload.name()::contains)) {
        print(workload.name(), workload.measure());
      }
    }
  }

  private static void print(String name, Map<String, Double> nanoseconds) {
    Double value = nanoseconds.get(Workload.VALUE);
    Double gradient = nanoseconds.get(Workload.GRADIENT);
    Double byHand = nanoseconds.get(Workload.BY_HAND);
    Double hipparchus = nanoseconds.get(Workload.HIPPARCHUS);
    System.out.printf(
        ROW,
        name,
        microseconds(value),
        microseconds(gradient),
        quotient(gradient, value),
        quotient(byHand, value),
        quotient(gradient, byHand),
        quotient(hipparchus, value));
  }

  private static String microseconds(@Nullable Double nanoseconds) {
    return nanoseconds == null ? "-" : String.format(Locale.ROOT, "%.3f", nanoseconds / 1000);
  }

  private static String quotient(@Nullable Double dividend, @Nullable Double divisor) {
    return dividend == null || divisor == null
        ? "-"
        : String.format(Locale.ROOT, "%.2f", dividend / divisor);
  }
}
