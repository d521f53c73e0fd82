package cotangent.verify.draw;

import cotangent.verify.check.Patience;
import cotangent.verify.check.Scene;
import cotangent.verify.check.Subject;
import cotangent.verify.declared.Annotated;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws points for a method, one after the other: points where the original returns, and a few
 * where it throws.
 */
public final class Points {
  private static final int MOST_DRAWS = 400;
  private static final int MOST_THROWING = 2;
  private static final int EDGE_DRAWS = 3;
  private static final int SEARCHES = 40;
  private static final long SEARCH_NANOS = 500_000_000;

  /** How long to look for one point. */
  private static final long LONG_NANOS = 4_000_000_000L;

  private static final int PATIENCE_SECONDS = 3;

  /** So many draws, those are preferred whose calls, of which there are many, take less time. */
  private static final int CHOOSY_DRAWS = 48;

  private static final long SLOW_NANOS = 10_000_000;

  private final Annotated annotated;
  private final Subject subject;
  private final Random random;
  private final List<Scene> throwing = new ArrayList<>();
  private @Nullable Plan found;
  private @Nullable Scene slow;
  private int draws;
  private String lastFailure = "";

  public Points(Annotated annotated, Subject subject, long seed) {
    this.annotated = annotated;
    this.subject = subject;
    this.random = new Random(seed);
  }

  /** Points at which the original throws; the companion must throw the same exceptions. */
  public List<Scene> throwing() {
    long start = System.nanoTime();
    for (int i = 0; i < SEARCHES && System.nanoTime() - start < SEARCH_NANOS; i++) {
      if (throwing.size() < MOST_THROWING) {
        draws = Math.min(draws, MOST_DRAWS - 1);
        next();
      }
    }
    return throwing;
  }

  /** Points at the edges of what may be drawn, also where the original throws there. */
  public List<Scene> edges() {
    List<Scene> edges = new ArrayList<>();
    for (Plan plan : Plan.EDGES) {
      Scene edge = null;
      for (int i = 0; i < EDGE_DRAWS && (edge == null || edge.expected().failure() != null); i++) {
        edge = edge(plan);
      }
      if (edge != null && (edge.expected().failure() != null || edge.isTame())) {
        edges.add(edge);
      }
    }
    return edges;
  }

  /** Returns a scene, null where a constructor refuses such arguments, or it takes long. */
  private @Nullable Scene edge(Plan plan) {
    try {
      return scene(plan, random.nextLong());
    } catch (Undrawable refused) {
      return null;
    }
  }

  /** Why no point was found. */
  public String lastFailure() {
    return lastFailure;
  }

  /**
   * Draws the next point at which the original returns; null where none is found.
   *
   * @throws Undrawable where there is no way to make an argument
   */
  public @Nullable Scene next() {
    long start = System.nanoTime();
    while (draws < MOST_DRAWS && System.nanoTime() - start < LONG_NANOS) {
      Plan plan = Plan.of(draws++, found, random);
      long seed = random.nextLong();
      Scene scene = scene(plan, seed);
      if (scene == null) {
        continue;
      }
      Throwable failure = scene.expected().failure();
      if (failure == null && (scene.isTame() || draws > MOST_DRAWS / 2)) {
        found = plan;
        return scene;
      } else if (failure == null) {
        continue;
      }
      lastFailure = "the original ends in " + failure + " at " + scene.show();
      if (throwing.size() < MOST_THROWING) {
        throwing.add(scene);
      }
    }
    Scene last = slow;
    slow = null;
    return last;
  }

  /** Runs the original for the first time, as long as patience lasts. */
  private @Nullable Scene scene(Plan plan, long seed) {
    try {
      return Patience.await(() -> prompt(plan, seed), PATIENCE_SECONDS);
    } catch (TimeoutException e) {
      lastFailure = "the original does not return";
      draws += MOST_DRAWS / 8;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Undrawable undrawable) {
        throw undrawable;
      }
      lastFailure = String.valueOf(e.getCause());
    }
    return null;
  }

  /** Returns a scene; null where it takes long, and a smaller one may still be drawn. */
  private @Nullable Scene prompt(Plan plan, long seed) {
    Map<Integer, Throwable> refusals = new ConcurrentHashMap<>();
    Supplier<@Nullable Object[]> arguments = () -> Draw.arguments(annotated, plan, seed, refusals);
    Scene scene = new Scene(subject, arguments, arguments, seed);
    if (draws >= CHOOSY_DRAWS || scene.isWithin(SLOW_NANOS)) {
      return scene;
    }
    slow = scene;
    return null;
  }

  /**
   * Returns a point without one of its arrays each: where the original does without, the derivative
   * is null as well, and else the exception is the same. Tensors are read where a method begins.
   */
  public static List<Scene> missing(Method method, Scene scene) {
    Class<?>[] types = method.getParameterTypes();
    int offset = scene.arguments().length - types.length;
    List<Scene> missing = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      if (types[i].isArray()) {
        @Nullable Object[] arguments = scene.arguments().clone();
        arguments[i + offset] = null;
        Scene without = given(scene.subject(), arguments, 1);
        if (without.expected().failure() != null || without.isTame()) {
          missing.add(without);
        }
      }
    }
    return missing;
  }

  /** Returns a scene for arguments of the user's own, which stay as they are. */
  public static Scene given(Subject subject, @Nullable Object[] arguments, long seed) {
    return new Scene(
        subject,
        () -> cotangent.verify.check.Copies.all(arguments),
        () -> cotangent.verify.check.Copies.all(arguments),
        seed);
  }
}
