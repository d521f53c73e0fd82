package cotangent.processor.host;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Carries out work with a stack that is deep enough for any program that javac accepts: the stages
 * walk through nested expressions and statements by recursion.
 */
public final class DeepStack {
  /** The machine provides only as much of it as is used. */
  private static final long BYTES = 1L << 28;

  private DeepStack() {}

  static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return Optional.empty();
        });
  }

  /** Carries out the work while the caller waits; what it throws is thrown here. */
  public static <T> T call(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> result.set(work.get()), "cotangent", BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() instanceof RuntimeException e) {
      throw e;
    } else if (failure.get() instanceof Error e) {
      throw e;
    }
    return Objects.requireNonNull(result.get());
  }
}
