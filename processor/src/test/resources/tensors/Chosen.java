package tensors;

import static cotangent.Derivative.*;

import cotangent.Cotangent;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.function.Function;

/** What is chosen while a method runs, caught in it, or derived inside of it. */
@SuppressWarnings("cotangent")
final class Chosen {
  private Chosen() {}

  interface Activation {
    Vector on(Vector v);
  }

  /** The array of functions holds the derivative by v, in a cell with tapes and with unit tangents. */
  @Differentiable({GRADIENT, HESSIAN, HVP})
  static double activations(@Shape("n") Vector v, double c, int k) {
    Activation[] all = {Vector::tanh, Vector::cos, u -> u.plus(v).softmax()};
    Vector h = v;
    for (int i = 0; i < all.length; i++) {
      h = all[(i + Math.abs(k)) % all.length].on(h);
    }
    return h.dot(v) * c;
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector softmaxInTry(Vector x, double c) {
    Vector y;
    try {
      y = x.logSoftmax().plus(x.softmax().times(x.logSumExp()));
      if (y.sum() > 3) {
        throw new IllegalStateException();
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      y = x.times(c);
    }
    return y;
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector rowsInTry(Matrix x, double c) {
    try {
      return x.rowSoftmax().times(x.row(0)).plus(x.rowLogSumExp().times(c));
    } catch (RuntimeException e) {
      return x.rowSums();
    }
  }

  @Differentiable({GRADIENT, JVP, JACOBIAN})
  static double stopped(double x, double c) {
    try {
      double y = Cotangent.stop(x) * c * x;
      if (y > 3) {
        throw new IllegalStateException();
      }
      return y - Cotangent.stop(x) * c * x;
    } catch (RuntimeException e) {
      return x * c * c;
    }
  }

  @Differentiable(value = JACOBIAN, wrt = "x")
  static Vector image(@Shape("n") Vector x, @Shape("n, n") Matrix a) {
    return a.transpose().times(a.plusEachRow(x)).times(x);
  }

  /** The sweep through the columns inside brings functions along, named as those of this one. */
  @Differentiable({GRADIENT, VJP, JVP, JACOBIAN, HESSIAN, HVP})
  static double curvature(@Shape("n") Vector x, @Shape("n, n") Matrix a) {
    return ChosenGrad.imageJacobian(x, a).dx().times(x).dot(x);
  }

  record Pair(Vector v, Matrix m) {}

  /** What the hash is, the message of the exception tells, which is compared. */
  @Differentiable({GRADIENT, JVP, HVP})
  static double hashed(@Shape("n") Vector v, @Shape("n, n") Matrix m) {
    Pair pair = new Pair(v.times(2), m);
    if (v.get(0) > 1) {
      throw new IllegalArgumentException(
          v.hashCode() + " " + m.hashCode() + " " + m.times(v).hashCode() + " " + pair.hashCode());
    }
    boolean isSame = v.equals(null) || v.hashCode() == m.hashCode() || pair.equals(null);
    return isSame ? v.sum() : m.times(v).sin().sum();
  }

  /** What a reference to a method that vectors inherit gives is a vector. */
  @Differentiable({GRADIENT, HVP})
  static double composed(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    Function<Vector, Vector> f = a::times;
    return f.andThen(Vector::tanh).andThen(f).apply(x).sum();
  }
}
