package tensors;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.GRADIENT_SUM;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JACOBIAN;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tensors that are null where they come in or go out: components of records, results, arguments. */
public class Lacking {
  public record Dense(Matrix w, Vector b) {}

  public record Penalized(double loss, Matrix w) {}

  @Differentiable({VJP, JVP})
  static Dense noBias(Matrix w) {
    return new Dense(w.times(2), null);
  }

  @Differentiable({VJP, JVP})
  static Dense noMatrix(Vector x) {
    return new Dense(null, x.square());
  }

  @Differentiable({VJP, JVP})
  static Penalized perhaps(Matrix w, boolean isPenalized) {
    return new Penalized(w.squaredNorm(), isPenalized ? w.square() : null);
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector vector(Vector x, boolean isThere) {
    Vector y = null;
    if (isThere) {
      y = x.square();
    }
    return y;
  }

  @Differentiable({VJP, JVP})
  static Matrix early(Matrix x, int k) {
    if (k < 2) {
      return null;
    }
    return x.square();
  }

  @Differentiable({VJP, JVP})
  static Dense[] records(Matrix x, int k) {
    return new Dense[] {new Dense(x.square(), null), new Dense(k > 2 ? x : null, x.row(0))};
  }

  @Differentiable({VJP, JVP})
  static Vector inArray(Vector x, int k) {
    Vector[] all = {x.square(), null, x.exp()};
    return all[k % 3];
  }

  @Differentiable({VJP, JVP})
  static Vector last(Vector x, int n) {
    Vector last = null;
    for (int i = 0; i < n - 2; i++) {
      last = last == null ? x : last.plus(x.times(i));
    }
    return last;
  }

  private static Matrix power(Matrix x, int n) {
    return n < 2 ? null : n < 4 ? x : power(x, n - 1).times(x);
  }

  @Differentiable({VJP, JVP})
  static Matrix recursive(@Shape("n, n") Matrix x, int n) {
    return power(x, n);
  }

  @Differentiable({GRADIENT, JVP, HVP, GRADIENT_SUM})
  public static double layer(Dense net, Vector x) {
    Vector y = net.w().times(x);
    return net.b() == null ? y.norm() : y.plus(net.b()).norm();
  }

  @Differentiable({GRADIENT, JVP, HVP, GRADIENT_SUM})
  public static double masked(Vector x, Vector mask, boolean isMasked) {
    return (isMasked ? x.hadamard(mask) : x).squaredNorm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  public static double transformed(Vector x, Matrix w, boolean isTransformed) {
    return isTransformed ? w.times(x).squaredNorm() : x.squaredNorm();
  }

  @Differentiable(
      wrt = "x",
      value = {GRADIENT, JVP})
  public static double sized(Vector x, Matrix w, boolean isScaled) {
    return x.squaredNorm() * (isScaled ? w.rows() : 1);
  }

  @Differentiable({VJP, JVP})
  public static Dense handedOn(Dense net) {
    return new Dense(net.w().times(2), net.b());
  }

  @Differentiable({VJP, JVP})
  static List<Vector> states(Vector x, int n) {
    List<Vector> states = new ArrayList<>();
    states.add(null);
    for (int i = 1; i < n; i++) {
      states.add(states.get(i - 1) == null ? x : states.get(i - 1).square());
    }
    return states;
  }

  @Differentiable
  public static double nested(Vector x, boolean isThere) {
    Vector y = LackingGrad.vectorVjp(x, isThere, isThere ? x : null).value();
    return y == null ? x.sum() : y.sum();
  }

  public static final class Layer {
    private final Vector bias;

    Layer(Vector bias) {
      this.bias = bias;
    }

    @Differentiable({GRADIENT, HVP})
    double norm(Vector x) {
      return bias == null ? x.norm() : x.plus(bias).norm();
    }
  }

  @Differentiable
  public static double described(Vector x) {
    Vector nothing = null;
    return String.valueOf(nothing).length() * x.sum();
  }

  public static void fieldsThatAreNull() {
    Vector x = Vector.of(3, 4);
    same(5.0, Lacking_LayerGrad.normGrad(new Layer(null), x).value());
    same(10.0, Lacking_LayerGrad.normGrad(new Layer(x), x).value());
  }

  private static void same(Object wanted, Object got) {
    if (!Objects.equals(wanted, got)) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }

  private static void throwing(Runnable action) {
    try {
      action.run();
    } catch (NullPointerException e) {
      return;
    }
    throw new AssertionError("no exception");
  }

  public static void layersWithoutBias() {
    Dense net = new Dense(Matrix.identity(2), null);
    Vector x = Vector.of(3, 4);
    LackingGrad.LayerGradient gradient = LackingGrad.layerGrad(net, x);
    same(5.0, gradient.value());
    same(null, gradient.dnet().b());
    same(Vector.of(0.6, 0.8), gradient.dx());
    LackingGrad.LayerJvp along = LackingGrad.layerJvp(net, x, net, x);
    same(10.0, along.tangent());
    same(null, LackingGrad.layerHvp(net, x, net, x).hnet().b());
    LackingGrad.LayerSum sum = LackingGrad.layerSum().add(net, x).add(net, x);
    same(null, sum.mean().dnet().b());
    same(gradient.dnet().w(), sum.mean().dnet().w());
    same(x, LackingGrad.layerGrad(new Dense(Matrix.identity(2), Vector.zeros(2)), x).dnet().b().times(5));
  }

  public static void argumentsThatNobodyReads() {
    Vector x = Vector.of(3, 4);
    LackingGrad.MaskedGradient masked = LackingGrad.maskedGrad(x, null, false);
    same(x.times(2), masked.dx());
    same(null, masked.dmask());
    throwing(() -> masked(x, null, true));
    throwing(() -> LackingGrad.maskedGrad(x, null, true));
    throwing(() -> LackingGrad.maskedJvp(x, null, true, x, null));
    same(50.0, LackingGrad.maskedJvp(x, null, false, x, null).tangent());
    Vector dx = Vector.ones(2);
    same(null, LackingGrad.maskedGradAddTo(x, null, false, dx, null).dmask());
    same(Vector.of(7, 9), dx);
    same(null, LackingGrad.transformedGrad(x, null, false).dw());
    same(null, LackingGrad.transformedHvp(x, null, false, x, null).hw());
    throwing(() -> LackingGrad.transformedGrad(x, null, true));
    throwing(() -> LackingGrad.sizedGrad(x, null, true));
    throwing(() -> LackingGrad.maskedGrad(null, x, false));
  }

  public static void whatIsHandedOn() {
    Dense net = new Dense(Matrix.identity(2), null);
    LackingGrad.HandedOnVjp pulled = LackingGrad.handedOnVjp(net, net);
    same(null, pulled.value().b());
    same(null, pulled.dnet().b());
    same(net.w().times(2), pulled.dnet().w());
    same(null, LackingGrad.handedOnJvp(net, net).tangent().b());
  }

  public static void resultsWithoutATensor() {
    Vector x = Vector.of(3, 4);
    LackingGrad.VectorVjp pulled = LackingGrad.vectorVjp(x, false, null);
    same(null, pulled.value());
    same(Vector.zeros(2), pulled.dx());
    same(null, LackingGrad.vectorJvp(x, false, x).tangent());
    same(null, LackingGrad.vectorJacobian(x, false).value());
    same(null, LackingGrad.vectorJacobian(Vector.zeros(40), false).dx());
    same(40, LackingGrad.vectorJacobian(Vector.ones(40), true).dx().columns());
    same(null, LackingGrad.noBiasJvp(Matrix.identity(2), Matrix.identity(2)).tangent().b());
    same(null, LackingGrad.noMatrixJvp(x, x).tangent().w());
    same(null, LackingGrad.noMatrixVjp(x, new Dense(null, x)).value().w());
    same(8.0, LackingGrad.perhapsVjp(Matrix.identity(2), false, new Penalized(2, null)).dw().sum());
  }

  private static void require(boolean isRight) {
    if (!isRight) {
      throw new AssertionError();
    }
  }

  /** Blocks of 32 columns are put together. */
  public static void jacobianOfNothingInBlocks() {
    double[] x = new double[40];
    x[39] = 3;
    require(AbsentGrad.numbersOrNothingJacobian(x, 2).dx() == null);
    require(AbsentGrad.numbersOrNothingJacobian(x, 0).dx()[0][39] == 6);
    require(AbsentGrad.raggedOrNothingJacobian(x, 3).dx() == null);
    double[][][] ragged = AbsentGrad.raggedOrNothingJacobian(x, 0).dx();
    require(ragged[0][39][39] == 1 && ragged[1] == null && ragged[2] == null);
    require(AbsentGrad.sumsOrNothingJacobian(Matrix.wrap(1, 40, x), 2, false).dx() == null);
  }
}
