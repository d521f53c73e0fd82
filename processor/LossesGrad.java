import javax.annotation.processing.Generated;

/** Derivatives of the methods of {@link Losses}. */
@Generated("cotangent.processor.DifferentiableProcessor")
public final class LossesGrad {
  private LossesGrad() {}

  /** Computes {@code loss}. */
  public static double loss(double x, int n) {
    return 2 * n * x * x;
  }

  /** Computes {@code loss} and its gradient by {@code x}. */
  public static LossGradient lossGrad(double x, int n) {
    double t = 2 * n * x;
    return new LossGradient(t * x, 2 * t);
  }

  /** What {@link #lossGrad} returns. */
  public record LossGradient(double value, double dx) {}
}
