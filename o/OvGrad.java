import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** Derivatives of the methods of {@link Ov}. */
@Generated("cotangent.processor.DifferentiableProcessor")
@SuppressWarnings("overloads")
public final class OvGrad {
  private OvGrad() {}

  /** Computes {@code g}. */
  public static double g(Ov self, double a, DoubleUnaryOperator f) {
    return a * a;
  }

  /**
   * Computes {@code g} and its gradient by {@code a}. Takes 2 operations, the value alone 1.
   */
  public static GGradient gGrad(Ov self, double a, DoubleUnaryOperator f) {
    return new GGradient(a * a, 2 * a);
  }

  /** Computes {@code g}. */
  public static double g(Ov self, double a, Function<Double, Double> f) {
    return a * a * 2;
  }

  /**
   * Computes {@code g} and its gradient by {@code a}. Takes 4 operations, the value alone 2.
   */
  public static GGradient2 gGrad(Ov self, double a, Function<Double, Double> f) {
    return new GGradient2(a * a * 2, 2 * (2 * a));
  }

  /** What {@link #gGrad} returns. */
  public record GGradient(double value, double da) {}

  /** What {@link #gGrad} returns. */
  public record GGradient2(double value, double da) {}
}
