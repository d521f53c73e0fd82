package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Tensors that nothing is differentiated by, where others are that are computed. */
class Constants {
  private static final Vector START = Vector.of(1, 2, 3);

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  static double carried(@Shape("3") Vector w) {
    Vector h = START;
    for (int i = 0; i < 2; i++) {
      h = h.hadamard(w);
    }
    return h.squaredNorm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double chosen(@Shape("3") Vector w, boolean which) {
    Vector h = which ? START : w.plus(1);
    return h.hadamard(w).sin().sum();
  }

  static Vector again(Vector b, Vector w, int depth) {
    return depth == 0 ? b : w.hadamard(again(b, w, depth - 1));
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double recursive(@Shape("3") Vector w) {
    return again(START, w, 2).sum();
  }

  @Differentiable({VJP, JVP})
  static Matrix rows(@Shape("m, n") Matrix a) {
    Vector[] columns = new Vector[a.columns()];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = a.column(j).square();
    }
    return Matrix.ofRows(columns).times(a);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double given(@Shape("k, n") Vector[] rows, @Shape("n") Vector q) {
    return Matrix.ofRows(rows).times(q).squaredNorm();
  }

  private static final Vector[] DIRECTIONS = {Vector.of(1, 0, 2), Vector.of(0, -1, 1)};
  static final Matrix[] TURNS = new Matrix[] {Matrix.identity(3), Matrix.of(new double[][] {{0, 1, 0}, {1, 0, 2}, {0, 0, 1}})};
  private static final Vector[] SOME = new Vector[3];
  private static final double[][] TABLE = {{1, 2, 3}, {4, 5, 6}};
  private static final int LENGTH = 3;
  private static final Vector[] OF_ONE_LENGTH = {Vector.zeros(LENGTH).plus(0.5), Vector.ones(LENGTH)};

  static {
    SOME[1] = Vector.of(2, 1, 3);
  }

  private static double along(Vector[] directions, Vector x) {
    double sum = 0;
    for (Vector direction : directions) {
      sum += Math.exp(direction.dot(x) / 4);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN})
  static double arrays(@Shape("3") Vector x) {
    double sum = along(DIRECTIONS, x);
    for (int i = 0; i < TURNS.length; i++) {
      sum += TURNS[i].times(x).sin().dot(DIRECTIONS[i]);
    }
    return sum * OF_ONE_LENGTH[1].dot(x) + Matrix.ofRows(DIRECTIONS).times(x).squaredNorm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double lacking(@Shape("3") Vector x) {
    double sum = 0;
    for (Vector each : SOME) {
      sum += each == null ? x.norm() : each.dot(x) * each.get(0);
    }
    return sum;
  }

  private static double deep(Vector x, int depth) {
    return depth < 0 ? x.sum() : Math.sin(DIRECTIONS[depth].dot(x)) * deep(x.times(0.5), depth - 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double inRecursion(@Shape("3") Vector x) {
    return deep(x, DIRECTIONS.length - 1);
  }

  @Differentiable({VJP, JVP})
  static Vector[] handedOn(@Shape("3") Vector x, boolean some) {
    Vector[] mine = some ? DIRECTIONS : new Vector[] {x, x.square()};
    Vector[] result = new Vector[mine.length];
    for (int i = 0; i < mine.length; i++) {
      result[i] = mine[i].hadamard(x);
    }
    return result;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double table(@Shape("3") Vector x, int i) {
    return Matrix.of(TABLE).times(x).squaredNorm() + Vector.wrap(TABLE[i & 1]).hadamard(x).norm();
  }
}
