package cotangent.verify.check;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far derivatives move when the point moves by no more than a rounding, and how far they are
 * from being linear in seeds and tangents. Two modes round in different places, so where they
 * scatter like that, they may differ as much and both be right.
 */
final class Conditioning {
  private static final int NEIGHBOURS = 4;

  /** No rounding is as large as this part of a derivative: what isn't linear so far is wrong. */
  private static final double COARSE = 1e-5;

  /** So many roundings may differ. */
  private static final double ROUNDINGS = 1000;

  private final Scene scene;
  private final double rounding;

  Conditioning(Scene scene) {
    this.scene = scene;
    this.rounding = scene.subject().single() ? Math.ulp(1.0f) : Math.ulp(1.0);
  }

  /** Whether two modes may differ so far and both be right. */
  boolean explains(Wrong difference) {
    return difference.off().relative() <= 10 * largest(difference, this::scatter)
        || difference.off().absolute()
            <= ROUNDINGS * rounding * largest(difference, this::elsewhere);
  }

  private double largest(Wrong difference, ToDoubleFunction<String> of) {
    return List.of("Grad", "Vjp", "Jvp", "Jacobian", "Hessian", "Hvp").stream()
        .filter(suffix -> difference.between().stream().anyMatch(each -> is(suffix, each)))
        .mapToDouble(of)
        .max()
        .orElse(0);
  }

  /**
   * How large derivatives are where numbers are smaller: those that cancel out to almost nothing
   * here are computed of numbers as large as they are there.
   */
  private double elsewhere(String suffix) {
    double most = 0;
    for (double factor : Slopes.SMALLER) {
      double[] point = Numbers.scaled(scene.numbers(), factor);
      @Nullable Object there = derivative(suffix, point, scene.extra(suffix));
      int parts = there == null ? 0 : RecordParts.of(there.getClass()).names().size();
      for (int part = scene.subject().isVoid() ? 0 : 1; part < parts; part++) {
        most = Math.max(most, Numbers.norm(Leaves.of(Guarantees.component(there, part))));
      }
    }
    return most;
  }

  private boolean is(String suffix, String text) {
    String method = scene.subject().name() + suffix;
    return text.equals(method) || text.startsWith(method + " ");
  }

  /**
   * The largest change of a derivative that two modes differ in, in parts of the derivatives it
   * stands with.
   */
  private double scatter(String suffix) {
    @Nullable Object[] extra = scene.extra(suffix);
    @Nullable Object middle = derivative(suffix, scene.numbers(), extra);
    Random random = new Random(suffix.hashCode());
    double most = 0;
    for (int i = 0; middle != null && i < NEIGHBOURS; i++) {
      double[] near = scene.numbers();
      for (int j = 0; j < near.length; j++) {
        near[j] *= 1 + (random.nextBoolean() ? rounding : -rounding);
      }
      most = Math.max(most, change(middle, derivative(suffix, near, extra), 1, 0));
      if (extra.length > 0) {
        double factor = 0.5 + random.nextDouble();
        @Nullable Object scaled = derivative(suffix, scene.numbers(), scaled(extra, factor));
        int linear = suffix.equals("Hvp") ? scene.subject().inputs().size() : 0;
        double off = change(middle, scaled, factor, linear);
        most = off < COARSE ? Math.max(most, off) : most;
      }
    }
    return most;
  }

  private static @Nullable Object[] scaled(@Nullable Object[] extra, double factor) {
    double[] numbers = Numbers.scaled(Leaves.of(extra), factor);
    return (@Nullable Object[]) Objects.requireNonNull(Leaves.with(extra, numbers));
  }

  private @Nullable Object derivative(String suffix, double[] numbers, @Nullable Object[] extra) {
    @Nullable Object[] arguments = scene.with(numbers, extra);
    return scene.subject().generated(suffix, arguments).isEmpty()
        ? null
        : scene.subject().callGenerated(suffix, arguments).value();
  }

  /**
   * How far a derivative is from a multiple of another one.
   *
   * @param skipped the first parts that are not compared
   */
  private double change(Object middle, @Nullable Object beside, double factor, int skipped) {
    int parts = RecordParts.of(middle.getClass()).names().size();
    double most = 0;
    int first = (scene.subject().isVoid() ? 0 : 1) + skipped;
    for (int part = first; beside != null && part < parts; part++) {
      double[] here = Numbers.scaled(Leaves.of(Guarantees.component(middle, part)), factor);
      double[] there = Leaves.of(Guarantees.component(beside, part));
      double norm = Numbers.norm(here);
      if (here.length == there.length && norm > 0) {
        most = Math.max(most, Numbers.norm(Numbers.moved(here, there, -1)) / norm);
      }
    }
    return most;
  }
}
