package cotangent.verify;

import cotangent.verify.check.Refused;
import cotangent.verify.check.Scene;
import cotangent.verify.check.Subject;
import cotangent.verify.check.Unfit;
import cotangent.verify.check.Verification;
import cotangent.verify.check.Wrong;
import cotangent.verify.declared.Annotated;
import cotangent.verify.draw.Misshapen;
import cotangent.verify.draw.Points;
import cotangent.verify.draw.Undrawable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies one method at several points, and keeps count mode by mode. */
final class MethodCheck {
  private static final Map<String, String> SUFFIXES =
      Map.of(
          "VALUE", "",
          "GRADIENT", "Grad",
          "VJP", "Vjp",
          "JVP", "Jvp",
          "JACOBIAN", "Jacobian",
          "HESSIAN", "Hessian",
          "HVP", "Hvp",
          "GRADIENT_SUM", "Sum");

  /** The value leaves it to the original, and a sum calls the gradient. */
  private static final Set<String> REFUSING =
      Set.of("GRADIENT", "VJP", "JVP", "JACOBIAN", "HESSIAN", "HVP");

  /** Where differences say nothing, so many points more are tried. */
  private static final int MORE = 5;

  private static final String SINGULAR =
      " is not a number at any point that was tried, though the value is the same all around: the"
          + " method takes a root of an exact zero there, or the like";

  private static final String REFUSES = "it refuses the sizes of all points that were tried: ";

  private static final String UNCLEAR =
      "differences do not tell the derivatives at any point that was tried";

  private static final String HELD =
      "it calls Cotangent.stop, and differences, which know nothing of that, say something else; modes"
          + " are compared with each other where there are several";

  private static final long LONG_NANOS = 5_000_000_000L;

  private final Annotated annotated;
  private final int points;
  private final long seed;
  private final @Nullable Object @Nullable [] given;
  private final Map<String, Mode> modes = new LinkedHashMap<>();

  /** What is known of one mode so far. */
  private static final class Mode {
    private int points;
    private int compared;
    private boolean isHeld;
    private @Nullable Wrong wrong;
    private String point = "";
    private String singular = "";
    private String refused = "";

    /** Whether the original itself gives something else each time. */
    private boolean changes;
  }

  /**
   * @param given arguments of the user's own, null where they are drawn
   */
  MethodCheck(Annotated annotated, int points, long seed, @Nullable Object @Nullable [] given) {
    this.annotated = annotated;
    this.points = points;
    this.seed = seed;
    this.given = given;
  }

  List<Finding> findings() {
    modes.put("VALUE", new Mode());
    for (String mode : Verification.MODES) {
      if (annotated.derivatives().contains(mode)) {
        modes.put(mode, new Mode());
      }
    }
    try {
      Class<?> type = annotated.method().getDeclaringClass();
      Class<?> companion = Class.forName(Annotated.companionOf(type), true, type.getClassLoader());
      return checked(annotated.subject(companion));
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return unchecked(
          Status.WRONG,
          "there is no class " + Annotated.companionOf(annotated.method().getDeclaringClass()));
    } catch (IllegalStateException | Undrawable e) {
      return unchecked(Status.NOT_DRAWN, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return modes.keySet().stream().map(mode -> finding(mode, e)).toList();
    }
  }

  /** What is found where user's code ends in an exception while it is looked at. */
  private Finding finding(String name, Throwable failure) {
    StackTraceElement[] at = failure.getStackTrace();
    String why = "verifying it ended in " + failure + (at.length == 0 ? "" : " at " + at[0]);
    boolean isWrong = Objects.requireNonNull(modes.get(name)).wrong != null;
    return isWrong ? finding(name) : finding(name, Status.NOT_COMPARED, 0, 0, why, "");
  }

  private List<Finding> unchecked(Status status, String why) {
    return modes.keySet().stream().map(mode -> finding(mode, status, 0, 0, why, "")).toList();
  }

  private List<Finding> checked(Subject subject) {
    if (given != null) {
      Scene scene = Points.given(subject, given, seed);
      check(scene, null);
    } else {
      Points drawn = new Points(annotated, subject, seed);
      Scene first = drawn.next();
      if (first == null) {
        return unchecked(Status.NOT_DRAWN, drawn.lastFailure());
      }
      checkAll(drawn, first);
    }
    return modes.keySet().stream().map(this::finding).toList();
  }

  private void checkAll(Points drawn, Scene first) {
    long start = System.nanoTime();
    Scene scene = first;
    Scene next = drawn.next();
    for (int i = 0; scene != null && i < points * MORE && needsMore(); i++) {
      check(scene, next == null ? first : next);
      scene = System.nanoTime() - start > LONG_NANOS ? null : next;
      next = scene == null ? null : drawn.next();
    }
    drawn.throwing().forEach(each -> check(each, null));
    drawn.edges().forEach(each -> check(each, null));
    Points.missing(annotated.method(), first).forEach(each -> check(each, null));
    Misshapen.of(annotated, first).forEach(each -> check(each, first));
  }

  /** Sizes that {@code @Shape} forbids: all but the value refuse them. */
  private void check(Unfit unfit, Scene scene) {
    modes.forEach(
        (name, mode) -> {
          if (mode.wrong != null || !REFUSING.contains(name)) {
            return;
          }
          try {
            unfit.check(scene, Objects.requireNonNull(SUFFIXES.get(name)));
          } catch (Wrong wrong) {
            mode.wrong = wrong;
            mode.point = show(scene);
          }
        });
  }

  private boolean needsMore() {
    return modes.values().stream()
        .anyMatch(mode -> mode.wrong == null && !mode.changes && mode.points < points);
  }

  /** Whether the result is as large as {@code @Shape} says, of which seeds depend. */
  private boolean isPromiseKept(Scene scene) {
    String broken = Misshapen.ofResult(annotated, scene);
    if (!broken.isEmpty()) {
      Mode value = Objects.requireNonNull(modes.get("VALUE"));
      value.wrong = Wrong.promise(annotated.display(), broken);
      value.point = show(scene);
      value.points++;
    }
    return broken.isEmpty();
  }

  private void check(Scene scene, @Nullable Scene other) {
    if (!isPromiseKept(scene)) {
      return;
    }
    Verification verification = new Verification(scene, other, new double[0], new double[0]);
    boolean returns = scene.expected().failure() == null;
    modes.forEach(
        (name, mode) -> {
          if (mode.wrong != null || mode.changes) {
            return;
          }
          int sharp = verification.sharp() + verification.kinks();
          int held = verification.held();
          String before = verification.singular();
          try {
            verification.check(name);
            int now = verification.sharp() + verification.kinks() - sharp;
            mode.compared += now;
            mode.isHeld |= verification.held() > held;
            boolean counts = now > 0 || name.equals("VALUE") || name.equals("GRADIENT_SUM");
            if (!verification.singular().equals(before)) {
              mode.singular = verification.singular();
              mode.point = show(scene);
            } else {
              mode.points += returns && counts ? 1 : 0;
            }
          } catch (Refused refused) {
            mode.refused = String.valueOf(refused.getMessage());
            mode.point = show(scene);
          } catch (Wrong wrong) {
            mode.changes = !scene.isRepeatable();
            if (mode.changes) {
              return;
            }
            mode.points++;
            mode.wrong = wrong;
            mode.point = show(scene);
          }
        });
  }

  private String show(Scene scene) {
    return scene.show() + (given == null ? " (seed " + seed + ")" : "");
  }

  private Finding finding(String name) {
    Mode mode = Objects.requireNonNull(modes.get(name));
    Wrong wrong = mode.wrong;
    if (wrong != null) {
      return finding(
          name,
          Status.WRONG,
          mode.points,
          mode.compared,
          String.valueOf(wrong.getMessage()),
          mode.point);
    } else if (mode.changes) {
      String why = "the original gives something else each time";
      return finding(name, Status.NOT_COMPARED, mode.points, mode.compared, why, "");
    } else if (mode.points == 0 && !mode.singular.isEmpty()) {
      String why = mode.singular + SINGULAR;
      return finding(name, Status.NOT_COMPARED, 0, mode.compared, why, mode.point);
    } else if (mode.points == 0 && !mode.refused.isEmpty()) {
      String why = REFUSES + mode.refused;
      return finding(name, Status.NOT_COMPARED, 0, mode.compared, why, mode.point);
    } else if (mode.points == 0) {
      String why = mode.isHeld ? HELD : UNCLEAR;
      return finding(name, Status.NOT_COMPARED, 0, mode.compared, why, "");
    }
    return finding(name, Status.RIGHT, mode.points, mode.compared, "", "");
  }

  private Finding finding(
      String mode, Status status, int called, int compared, String message, String point) {
    return new Finding(
        annotated.method().getDeclaringClass().getName(),
        annotated.display(),
        annotated.declared().name()
            + SUFFIXES.get(mode)
            + (annotated.overload() > 1 ? " " + annotated.overload() : ""),
        status,
        called,
        compared,
        message,
        point);
  }
}
