package cotangent.benchmarks.objectives;

import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;

/** What a loop over tensors computes, and what takes a matrix apart. */
public final class TensorLayers {
  private TensorLayers() {}

  /** A layer, whose results go through {@code tanh}. */
  public record Layer(Matrix w, Vector b) {}

  /** Returns the squared error of layers in a list. */
  @Differentiable(wrt = "layers")
  public static double ofList(List<Layer> layers, Vector x, Vector target) {
    Vector h = x;
    for (Layer layer : layers) {
      h = layer.w().times(h).plus(layer.b()).tanh();
    }
    return h.minus(target).squaredNorm();
  }

  /** Returns the squared error of layers in arrays. */
  @Differentiable(wrt = {"w", "b"})
  public static double ofArrays(Matrix[] w, Vector[] b, Vector x, Vector target) {
    Vector h = x;
    for (int i = 0; i < w.length; i++) {
      h = w[i].times(h).plus(b[i]).tanh();
    }
    return h.minus(target).squaredNorm();
  }

  /** Returns the squared error of what one layer makes of a sequence. */
  @Differentiable(wrt = "w")
  public static double recurrent(Matrix w, Matrix sequence, Vector target) {
    Vector h = Vector.zeros(w.rows());
    for (int t = 0; t < sequence.rows(); t++) {
      h = w.times(h).plus(sequence.row(t)).tanh();
    }
    return h.minus(target).squaredNorm();
  }

  /** Returns the squared norm of what one layer makes of its own results, again and again. */
  @Differentiable
  public static double repeated(Matrix w, Vector x, int rounds) {
    Vector h = x;
    for (int i = 0; i < rounds; i++) {
      h = w.times(h).tanh();
    }
    return h.squaredNorm();
  }

  /** Returns the mean of the negative logarithms of what is thought of the right classes. */
  @Differentiable(wrt = {"w", "b"})
  public static double surprise(Matrix w, Vector b, Matrix x, int[] classes) {
    return -x.times(w).plusEachRow(b).rowLogSoftmax().pick(classes).mean();
  }

  /** Returns the negative logarithm of a normal density, less a constant. */
  @Differentiable
  public static double density(Matrix covariance, Vector x) {
    Matrix l = covariance.cholesky();
    return l.solve(x).squaredNorm() / 2 + l.diagonal().log().sum();
  }

  /** Returns the same without the factor of Cholesky, for a covariance of rank one and noise. */
  @Differentiable
  public static double densityOfOne(Vector direction, Vector x, double noise) {
    Matrix identity = Matrix.identity(direction.size());
    Matrix covariance = direction.outer(direction).plus(identity.times(noise));
    return covariance.solve(x).dot(x) / 2 + covariance.logDeterminant() / 2;
  }
}
