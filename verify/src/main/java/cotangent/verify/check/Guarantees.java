package cotangent.verify.check;

import cotangent.Workspace;
import cotangent.verify.declared.ClassFile;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every generated method guarantees, whatever it computes: the value and the exceptions of the
 * original, its effect on arguments and no other, and the same bits each time, with a workspace or
 * without, alone or beside another thread.
 */
final class Guarantees {
  private static final int ROUNDS = 40;
  private static final int LONGEST_SECONDS = 10;

  /**
   * How long two calls of a companion may take to disturb each other, where that is to be feared:
   * even on one processor they are interrupted by each other many times.
   */
  private static final long LONG_RACE = 50_000_000;

  /** How long two calls of an original may take to disturb each other, in nanoseconds. */
  private static final long LONGEST_RACE = 1_000_000_000;

  private final Scene scene;
  private final @Nullable Scene other;
  private final Subject subject;

  /**
   * @param other the same method at another point, between whose calls the first must stay the same
   */
  Guarantees(Scene scene, @Nullable Scene other) {
    this.scene = scene;
    this.subject = scene.subject();
    boolean isOfUse = other != null && other.expected().failure() == null && !other.writesNothing();
    this.other = isOfUse ? other : null;
  }

  /** Checks the method that returns only the value. */
  void value() {
    Outcome forward = first("");
    compare(subject.name(), forward);
    again("", forward);
    together("", forward);
    noState();
  }

  /** Returns the record that a mode returns; null where the original ends in an exception. */
  @Nullable Object derivative(String suffix) {
    Outcome first = first(suffix);
    Refused.check(first, scene.expected());
    @Nullable Object[] left = Arrays.copyOf(first.arguments(), scene.arguments().length);
    String method = subject.name() + suffix;
    if (first.failure() == null && first.value() == null) {
      throw new Wrong(method, "gives null");
    }
    Object value =
        first.failure() == null && !subject.isVoid() ? component(first.value(), 0) : null;
    compare(method, new Outcome(value, first.failure(), left));
    @Nullable Object[] extra = scene.extra(suffix);
    @Nullable Object[] after =
        Arrays.copyOfRange(first.arguments(), left.length, first.arguments().length);
    if (!Same.same(extra, after)) {
      throw new Wrong(method, "changes its seeds or tangents");
    }
    again(suffix, first);
    workspace(suffix, first);
    together(suffix, first);
    return first.value();
  }

  /** Calls it for the first time: it is to return, as the original does. */
  private Outcome first(String suffix) {
    String method = subject.name() + suffix;
    try {
      return Patience.await(() -> call(suffix, scene), LONGEST_SECONDS);
    } catch (TimeoutException e) {
      throw new Wrong(
          method, "has not returned after " + LONGEST_SECONDS + " s, as the original does");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Wrong wrong) {
        throw wrong;
      }
      throw new IllegalStateException(method + " cannot be called", e.getCause());
    }
  }

  private Outcome call(String suffix, Scene where) {
    return subject.callGenerated(suffix, where.fresh(where.extra(suffix)));
  }

  private void compare(String method, Outcome got) {
    Outcome expected = scene.expected();
    if (!got.sameFailure(expected)) {
      throw new Wrong(
          method,
          "ends in "
              + Outcome.describe(got.failure())
              + ", the original in "
              + Outcome.describe(expected.failure()));
    } else if (!Same.same(got.value(), expected.value())) {
      throw new Wrong(
          method,
          "gives the value "
              + Same.show(got.value())
              + ", the original "
              + Same.show(expected.value()));
    } else if (!Same.same(got.arguments(), expected.arguments())) {
      throw new Wrong(
          method,
          "leaves the arguments as "
              + Same.show(got.arguments())
              + ", the original as "
              + Same.show(expected.arguments()));
    }
  }

  /** Calls it again, then elsewhere, then again. */
  private void again(String suffix, Outcome first) {
    if (!call(suffix, scene).same(first)) {
      throw new Wrong(subject.name() + suffix, "gives something else when it is called twice");
    }
    if (other != null) {
      call(suffix, other);
      if (!call(suffix, scene).same(first)) {
        throw new Wrong(
            subject.name() + suffix, "gives something else after a call with other arguments");
      }
    }
  }

  private void workspace(String suffix, Outcome first) {
    Workspace workspace = new Workspace();
    @Nullable Object[] kept = prepended(workspace, scene.fresh(scene.extra(suffix)));
    if (subject.generated(suffix, kept).isEmpty()) {
      return;
    }
    String method = subject.name() + suffix;
    for (int i = 0; i < 3; i++) {
      Outcome got =
          subject.callGenerated(suffix, prepended(workspace, scene.fresh(scene.extra(suffix))));
      if (!Same.same(first.value(), got.value()) || !got.sameFailure(first)) {
        String when = i == 0 ? "with a workspace" : "with a workspace that was used before";
        throw new Wrong(method, when + " gives " + got + " instead of " + first);
      }
      if (i == 0) {
        Poison.spoil(workspace);
      } else if (other != null) {
        subject.callGenerated(suffix, prepended(workspace, other.fresh(other.extra(suffix))));
      }
    }
  }

  /** One of two methods that run at once: returns its result now. */
  private record Runner(Supplier<Outcome> call, Outcome expected) {
    boolean isSame() {
      return call.get().same(expected);
    }
  }

  /** Runs it in two threads at once, with different arguments. */
  private void together(String suffix, Outcome first) {
    Scene second = other == null ? scene : other;
    boolean isLong = other != null && subject.races().starts(suffix);
    int rounds = isLong ? Integer.MAX_VALUE : ROUNDS;
    long end = isLong ? System.nanoTime() + LONG_RACE : Long.MAX_VALUE;
    Runner here = new Runner(() -> call(suffix, scene), first);
    Runner there = new Runner(() -> call(suffix, second), call(suffix, second));
    if (!areSame(here, there, rounds, end) && !isDisturbedItself(second)) {
      throw new Wrong(
          subject.name() + suffix, "gives something else while another thread calls it as well");
    }
  }

  /**
   * Whether the original itself can't run in several threads, because it changes what they share.
   */
  private boolean isDisturbedItself(Scene second) {
    if (ClassFile.of(subject.original().getDeclaringClass()).sharesState()) {
      return true; // which a race may well not show
    }
    Runner here = new Runner(() -> subject.callOriginal(scene.fresh()), scene.expected());
    Runner there = new Runner(() -> subject.callOriginal(second.fresh()), second.expected());
    return !areSame(here, there, Integer.MAX_VALUE, System.nanoTime() + LONGEST_RACE);
  }

  /** Whether two calls return the same each time while they run at once, up to a time limit. */
  private static boolean areSame(Runner one, Runner other, int rounds, long end) {
    CyclicBarrier start = new CyclicBarrier(2);
    AtomicBoolean same = new AtomicBoolean(true);
    Thread thread = new Thread(() -> run(other, rounds, end, start, same), "verify");
    thread.setDaemon(true);
    thread.start();
    run(one, rounds, end, start, same);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return same.get();
  }

  private static void run(
      Runner runner, int rounds, long end, CyclicBarrier start, AtomicBoolean same) {
    try {
      start.await();
    } catch (java.util.concurrent.BrokenBarrierException | InterruptedException e) {
      return;
    }
    for (int i = 0; i < rounds && same.get() && System.nanoTime() < end; i++) {
      if (!runner.isSame()) {
        same.set(false);
      }
    }
  }

  /** Companions share nothing between calls: what is static there never changes. */
  private void noState() {
    for (Field field : subject.companion().getDeclaredFields()) {
      boolean isStatic = Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
      Class<?> type = field.getType();
      boolean isConstant =
          Modifier.isFinal(field.getModifiers())
              && (type.isPrimitive()
                  || List.of(String.class, MethodHandle.class, Class.class).contains(type));
      if (isStatic && !isConstant) {
        throw new Wrong(
            subject.name(),
            "stands in a class whose field " + field.getName() + " calls may share");
      }
    }
  }

  private static @Nullable Object[] prepended(Object first, @Nullable Object[] rest) {
    @Nullable Object[] all = new @Nullable Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  /** A component of a record that a generated method returned. */
  static @Nullable Object component(@Nullable Object record, int index) {
    return java.util.Objects.requireNonNull(
        RecordParts.of(java.util.Objects.requireNonNull(record).getClass()).values(record))[index];
  }
}
