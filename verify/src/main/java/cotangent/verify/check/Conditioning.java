package cotangent.verify.check;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How far derivatives move when the point moves by no more than a rounding. Two modes round in
 * different places, so where all derivatives scatter like that, the modes may differ as much and
 * both be right.
 */
final class Conditioning {
  private static final int NEIGHBOURS = 4;

  private final Scene scene;
  private final double rounding;

  Conditioning(Scene scene) {
    this.scene = scene;
    this.rounding = scene.subject().single() ? Math.ulp(1.0f) : Math.ulp(1.0);
  }

  /** The largest change of a derivative, in parts of the derivatives it stands with. */
  double scatter() {
    return List.of("Grad", "Vjp", "Jvp", "Jacobian", "Hessian", "Hvp").stream()
        .mapToDouble(this::scatter)
        .max()
        .orElse(0);
  }

  private double scatter(String suffix) {
    @Nullable Object middle = derivative(suffix, scene.numbers());
    Random random = new Random(suffix.hashCode());
    double most = 0;
    for (int i = 0; middle != null && i < NEIGHBOURS; i++) {
      double[] near = scene.numbers();
      for (int j = 0; j < near.length; j++) {
        near[j] *= 1 + (random.nextBoolean() ? rounding : -rounding);
      }
      @Nullable Object beside = derivative(suffix, near);
      most = beside == null ? most : Math.max(most, change(middle, beside));
    }
    return most;
  }

  private @Nullable Object derivative(String suffix, double[] numbers) {
    @Nullable Object[] arguments = scene.with(numbers, scene.extra(suffix));
    return scene.subject().generated(suffix, arguments).isEmpty()
        ? null
        : scene.subject().callGenerated(suffix, arguments).value();
  }

  private double change(Object middle, Object beside) {
    int parts = RecordParts.of(middle.getClass()).names().size();
    double most = 0;
    for (int part = scene.subject().isVoid() ? 0 : 1; part < parts; part++) {
      double[] here = Leaves.of(Guarantees.component(middle, part));
      double[] there = Leaves.of(Guarantees.component(beside, part));
      double norm = Numbers.norm(here);
      if (here.length == there.length && norm > 0) {
        most = Math.max(most, Numbers.norm(Numbers.moved(here, there, -1)) / norm);
      }
    }
    return most;
  }
}
