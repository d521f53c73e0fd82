package cotangent.verify.check;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for code of others, which may never return. */
public final class Patience {
  private Patience() {}

  /**
   * Returns what a call gives. It runs in a thread of its own, which is left alone where it doesn't
   * end in time.
   */
  public static <T> T await(Callable<T> call, int seconds)
      throws TimeoutException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "verify");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException("interrupted");
    }
  }
}
