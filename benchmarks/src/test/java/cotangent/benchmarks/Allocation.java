package cotangent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import cotangent.Workspace;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Counts what a call allocates, from the second one on. */
abstract class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 10;

  /** In some of them the virtual machine itself allocates. */
  private static final int ROUNDS = 3;

  final Inputs in = new Inputs(7);
  final Workspace workspace = new Workspace();

  /** Where what was returned is put, so that it is really made. */
  private Object returned = "";

  /** Checks how much one call allocates. */
  void allocates(long bytes, Supplier<Object> gradient) {
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < 2; i++) {
      returned = gradient.get();
    }
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        returned = gradient.get();
      }
      least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
    }
    assertThat(returned).isNotNull();
    assertThat(least / CALLS).isLessThanOrEqualTo(bytes);
  }

  /** What a record takes that holds a number and some other components. */
  static long record(int components) {
    return rounded(12 + 8 + 8L * components);
  }

  static long doubles(int length) {
    return rounded(16 + 8L * length);
  }

  static long rounded(long bytes) {
    return (bytes + 7) / 8 * 8;
  }

  /** What rows of numbers take that are returned. */
  static long rows(int rows, int columns) {
    return rounded(16 + 4L * rows) + rows * doubles(columns);
  }
}
