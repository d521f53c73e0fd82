package cotangent.benchmarks.objectives;

import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Scores the network of {@link TwoLayerNetwork}, written with tensors. */
public final class TensorNetwork {
  private TensorNetwork() {}

  /**
   * Returns {@code ½ |W tanh(V x + c) + b - y*|²} of one sample.
   *
   * <p><b>Shapes:</b> for n inputs, h hidden units and m outputs: {@code v} is h × n, {@code w} is
   * m × h.
   */
  @Differentiable(wrt = {"v", "c", "w", "b"})
  public static double single(Matrix v, Vector c, Matrix w, Vector b, Vector x, Vector target) {
    Vector hidden = v.times(x).plus(c).tanh();
    Vector y = w.times(hidden).plus(b);
    return y.minus(target).squaredNorm() / 2;
  }

  /**
   * Sums that over a batch, a sample in each row.
   *
   * <p><b>Shapes:</b> {@code v} is n × h, {@code w} is h × m.
   */
  @Differentiable(wrt = {"v", "c", "w", "b"})
  public static double batch(Matrix v, Vector c, Matrix w, Vector b, Matrix x, Matrix targets) {
    Matrix hidden = x.times(v).plusEachRow(c).tanh();
    Matrix y = hidden.times(w).plusEachRow(b);
    return y.minus(targets).squaredNorm() / 2;
  }
}
