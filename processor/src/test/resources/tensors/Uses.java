package tensors;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JACOBIAN;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Cotangent;
import cotangent.Differentiable;
import cotangent.Workspace;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;
import java.util.Objects;

/** What is said of special cases; each method ends in an exception where something is wrong. */
public class Uses {
  private static void same(Object wanted, Object got) {
    if (!Objects.equals(wanted, got)) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }

  private static void throwing(String message, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      same(message, e.getClass().getSimpleName() + ": " + e.getMessage());
      return;
    }
    throw new AssertionError("no " + message);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double greatest(Vector x) {
    return x.max();
  }

  @Differentiable
  static double least(Matrix x) {
    return x.min();
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double norm(Vector x) {
    return x.norm();
  }

  @Differentiable
  static double total(Vector x) {
    return x.sum();
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double smooth(Vector x) {
    return x.softplus().sum();
  }

  @Differentiable
  static double determinant(Matrix a) {
    return a.determinant();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double logDeterminant(Matrix a) {
    return a.logDeterminant();
  }

  @Differentiable
  static double solved(Matrix a, Vector b) {
    return a.solve(b).sum();
  }

  @Differentiable
  static double factored(Matrix a) {
    return a.cholesky().sum();
  }

  @Differentiable
  static double picked(Vector x) {
    return x.log().pick(0);
  }

  @Differentiable
  static double stopped(Vector x, Matrix a) {
    return x.dot(Cotangent.stop(x)) + Cotangent.stop(a).sum() * a.sum();
  }

  @Differentiable({VJP, JACOBIAN})
  static Vector product(Matrix a, Vector x) {
    return a.times(x);
  }

  @Differentiable
  static Matrix doubled(Matrix a) {
    return a.times(2);
  }

  @Differentiable
  static double element(Matrix a, int i, int j) {
    return a.get(i, j);
  }

  private static Matrix matrix(double[]... rows) {
    return Matrix.of(rows);
  }

  private static double[] row(double... elements) {
    return elements;
  }

  public static void tiesShareEqually() {
    same(Vector.of(0.5, 0, 0.5), UsesGrad.greatestGrad(Vector.of(2, 1, 2)).dx());
    double third = 1 / 3.0;
    same(
        matrix(row(third, third), row(third, 0)),
        UsesGrad.leastGrad(matrix(row(1, 1), row(1, 2))).dx());
  }

  public static void theNormAtZeroHasDerivativeZero() {
    same(Vector.zeros(2), UsesGrad.normGrad(Vector.zeros(2)).dx());
  }

  public static void emptyOnes() {
    Vector none = Vector.zeros(0);
    same(0.0, UsesGrad.totalGrad(none).value());
    same(none, UsesGrad.totalGrad(none).dx());
    same(1.0, UsesGrad.determinantGrad(Matrix.zeros(0, 0)).value());
    throwing("IllegalArgumentException: max of no elements", () -> UsesGrad.greatestGrad(none));
    throwing("IllegalArgumentException: max of no elements", () -> UsesGrad.greatest(none));
  }

  public static void secondDerivativesOfSoftplus() {
    same(0.25, UsesGrad.smoothHessian(Vector.zeros(1)).hessian()[0][0]);
    same(0.5, UsesGrad.smoothGrad(Vector.zeros(1)).dx().get(0));
  }

  public static void theDeterminantOfSingularMatrices() {
    Matrix a = matrix(row(0, 1), row(0, 2));
    same(matrix(row(2, 0), row(-1, 0)), UsesGrad.determinantGrad(a).da().plus(0));
  }

  public static void logarithmsOfDeterminantsThatAreNone() {
    UsesGrad.LogDeterminantGradient zero = UsesGrad.logDeterminantGrad(Matrix.zeros(1, 1));
    same(Double.NEGATIVE_INFINITY, zero.value());
    same(Double.NaN, zero.da().get(0, 0));
    same(Double.NaN, UsesGrad.logDeterminantGrad(matrix(row(-1))).value());
    for (Matrix a : new Matrix[] {matrix(row(1, 1), row(1, 1)), matrix(row(-1, 0), row(0, 2))}) {
      Matrix along = Matrix.identity(2);
      same(Double.NaN, UsesGrad.logDeterminantJvp(a, along).tangent());
      same(Double.NaN, UsesGrad.logDeterminantHvp(a, along).ha().get(0, 1));
    }
  }

  public static void theGreatestOfWhatIsNoNumber() {
    Vector x = Vector.of(1, Double.NaN, 3);
    Vector none = Vector.of(Double.NaN, Double.NaN, Double.NaN);
    same(none, UsesGrad.greatestGrad(x).dx());
    same(Double.NaN, UsesGrad.greatestJvp(x, Vector.ones(3)).tangent());
    same(none, UsesGrad.greatestHvp(x, Vector.ones(3)).hx());
  }

  public static void whatCannotBeSolvedOrFactored() {
    String singular = "ArithmeticException: solve needs a regular matrix: there is no pivot in";
    throwing(
        singular + " column 0", () -> UsesGrad.solvedGrad(Matrix.zeros(2, 2), Vector.ones(2)));
    throwing(
        "ArithmeticException: cholesky needs a positive definite matrix: pivot 1 is -3.0",
        () -> UsesGrad.factoredGrad(matrix(row(1, 0), row(2, 1))));
    same(
        matrix(row(0.5, 0), row(0, 0.5)),
        UsesGrad.factoredGrad(matrix(row(1, 7), row(0, 1))).da().hadamard(Matrix.identity(2)));
  }

  public static void whatDoesNotReachTheResult() {
    same(Vector.of(0.5, 0), UsesGrad.pickedGrad(Vector.of(2, 0)).dx());
  }

  public static void whatIsStopped() {
    UsesGrad.StoppedGradient gradient =
        UsesGrad.stoppedGrad(Vector.of(1, 2), matrix(row(3, 4)));
    same(Vector.of(1, 2), gradient.dx());
    same(matrix(row(7, 7)), gradient.da());
  }

  public static void jacobiansOfVectors() {
    Matrix a = matrix(row(1, 2), row(3, 4), row(5, 6));
    UsesGrad.ProductJacobian jacobian = UsesGrad.productJacobian(a, Vector.of(7, 8));
    same(a, jacobian.dx());
    same(3, jacobian.da().length);
    same(matrix(row(0, 0), row(7, 8), row(0, 0)), jacobian.da()[1]);
  }

  public static void whatIsAddedToIsReturned() {
    Vector dx = Vector.of(10, 20);
    UsesGrad.TotalGradient gradient =
        UsesGrad.totalGradAddTo(new Workspace(), Vector.of(1, 2), dx);
    same(true, gradient.dx() == dx);
    same(Vector.of(11, 21), dx);
  }

  public static void wrongShapes() {
    Matrix a = Matrix.zeros(3, 4);
    String times = "IllegalArgumentException: times of 3 × 4 needs 4, not 3 elements";
    throwing(times, () -> product(a, Vector.zeros(3)));
    throwing(times, () -> UsesGrad.product(a, Vector.zeros(3)));
    throwing(times, () -> UsesGrad.productVjp(a, Vector.zeros(3), Vector.zeros(3)));
    throwing(
        "IllegalArgumentException: seed has length 4, but the result has length 3",
        () -> UsesGrad.productVjp(a, Vector.zeros(4), Vector.zeros(4)));
    throwing(
        "IllegalArgumentException: seed is 4 × 3, but the result is 3 × 4",
        () -> UsesGrad.doubledVjp(a, Matrix.zeros(4, 3)));
    throwing(
        "IllegalArgumentException: dx has length 3, but x has length 2",
        () -> UsesGrad.totalGradAddTo(Vector.zeros(2), Vector.zeros(3)));
    throwing(
        "IndexOutOfBoundsException: Index 4 out of bounds for length 4",
        () -> UsesGrad.elementGrad(a, 0, 4));
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double changing(double[] a, Vector b) {
    a[0] *= 2;
    Vector v = Vector.wrap(a).sin();
    a[1] += v.get(0);
    return v.dot(b) + a[1] * a[0];
  }

  public static void wrongShapesLeaveTheArgumentsAsTheOriginal() {
    double[] original = {1, 2};
    double[] first = {1, 2};
    double[] second = {1, 2};
    String dot = "IllegalArgumentException: dot needs two of one shape, not 2 elements and 3 elements";
    throwing(dot, () -> changing(original, Vector.zeros(3)));
    throwing(dot, () -> UsesGrad.changingGrad(first, Vector.zeros(3)));
    throwing(dot, () -> UsesGrad.changingHessian(second, Vector.zeros(3)));
    same(Vector.wrap(original), Vector.wrap(first));
    same(Vector.wrap(original), Vector.wrap(second));
  }

  @Differentiable(wrt = "b", value = {GRADIENT, HESSIAN})
  static double halted(Vector a, Vector b) {
    return Cotangent.stop(a.times(b.sum())).dot(b.square());
  }

  public static void stoppedVectorsInHessians() {
    UsesGrad.HaltedHessian all = UsesGrad.haltedHessian(Vector.of(3, 5), Vector.of(1, 2));
    same(Vector.of(18, 60), Vector.wrap(all.gradient()));
    same(matrix(row(18, 0), row(0, 30)), Matrix.of(all.hessian()));
  }

  @Differentiable
  static double scaled(Matrix[] all, List<Vector> others, double scale) {
    double sum = 0;
    for (Matrix each : all) {
      sum += each.sum();
    }
    for (Vector each : others) {
      sum += each.squaredNorm();
    }
    return scale * sum;
  }

  public static void arraysAndListsOfTensors() {
    Matrix[] all = {matrix(row(1, 2)), matrix(row(3), row(4))};
    List<Vector> others = List.of(Vector.of(1, 2), Vector.of(3));
    UsesGrad.ScaledGradient gradient = UsesGrad.scaledGrad(all, others, 2);
    same(matrix(row(2, 2)), gradient.dall()[0]);
    same(matrix(row(2), row(2)), gradient.dall()[1]);
    same(List.of(Vector.of(4, 8), Vector.of(12)), gradient.dothers());
    Matrix[] dall = {matrix(row(1, 1)), matrix(row(1), row(5))};
    Matrix given = dall[1];
    UsesGrad.ScaledGradient added = UsesGrad.scaledGradAddTo(all, others, 2, dall);
    same(true, added.dall() == dall && dall[1] == given);
    same(matrix(row(3), row(7)), given);
    same(List.of(Vector.of(4, 8), Vector.of(12)), added.dothers());
    same(null, UsesGrad.scaledGrad(new Matrix[0], List.of(), 2).dothers().isEmpty() ? null : "no");
    throwing(
        "IllegalArgumentException: dall has length 1, but all has length 2",
        () -> UsesGrad.scaledGradAddTo(all, others, 2, new Matrix[1]));
  }

  @Differentiable(wrt = "layers")
  static double restored(List<Matrix> layers, Vector x, Vector target) {
    Vector h = x;
    for (Matrix w : layers) {
      h = w.times(h).tanh();
    }
    return h.minus(target).squaredNorm() / 2;
  }

  public static void oneVectorMayBeGivenTwice() {
    Vector x = Vector.of(0.5, -1);
    List<Matrix> layers = List.of(matrix(row(1, 2), row(3, 4)), matrix(row(2, 1), row(0, 1)));
    same(
        UsesGrad.restoredGrad(layers, x, x.copy()).dlayers(),
        UsesGrad.restoredGrad(layers, x, x).dlayers());
  }

  /** An object whose vector may be an argument as well. */
  static final class Held {
    final Vector c;

    Held(Vector c) {
      this.c = c;
    }

    @Differentiable(wrt = "x")
    double written(Vector x) {
      x.set(0, 2 * x.get(1));
      return c.dot(x);
    }
  }

  public static void whatAFieldHoldsIsNoArgumentThatIsWritten() {
    Vector x = Vector.of(1, 2);
    String message =
        "IllegalArgumentException: x and c are the same array, to which written may write";
    throwing(message, () -> Uses_HeldGrad.writtenGrad(new Held(x), x));
    throwing(message, () -> Uses_HeldGrad.writtenGrad(new Held(Vector.wrap(x.values())), x));
    same(Vector.of(0, 14), Uses_HeldGrad.writtenGrad(new Held(Vector.of(5, 4)), x).dx());
  }

  public static void derivativesAreNotAddedToTheNumbersOfTheArgument() {
    Vector x = Vector.of(1, 2);
    throwing(
        "IllegalArgumentException: dx and x are one: what is added would change the argument",
        () -> UsesGrad.greatestGradAddTo(x, Vector.wrap(x.values())));
  }
}
