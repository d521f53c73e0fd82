package rejections;

import static cotangent.Derivative.JACOBIAN;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Sizes in arrays and lists that loops fill, in tables of vectors, and in Jacobians. */
class FilledShapes {
  @Differentiable
  static double list(@Shape("n") Vector a, @Shape("k") Vector b) {
    List<Vector> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(a.times(i));
    }
    double sum = 0;
    for (Vector each : all) {
      sum += each.dot(b); // error: [CT086] each has n elements, b has k elements: dot needs n
    }
    return sum;
  }

  @Differentiable
  static double anyList(@Shape("n") Vector a, @Shape("k") Vector b, int rounds) {
    List<Vector> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      all.add(a.times(i));
    }
    return all.get(0).dot(b); // error: [CT086] all.get(0) has n elements, b has k elements: dot needs n
  }

  @Differentiable
  static double array(@Shape("n") Vector a, @Shape("k") Vector b, int rounds) {
    Vector[] all = new Vector[rounds];
    for (int i = 0; i < rounds; i++) {
      all[i] = a.times(i);
    }
    return all[rounds - 1].dot(b); // error: [CT086] all[rounds - 1] has n elements, b has k elements: dot needs n
  }

  @Differentiable
  static double matrices(@Shape("m, n") Matrix a, @Shape("k") Vector b, int rounds) {
    Matrix[] all = new Matrix[rounds];
    for (int i = 0; i < rounds; i++) {
      all[i] = a.times(i);
    }
    return all[0].times(b).sum(); // error: [CT086] all[0] is m × n, b has k elements: times needs n
  }

  @Differentiable
  static double table(@Shape("k, m, n") Vector[][] all, @Shape("m") Vector b, int j) {
    return all[j][0].dot(b); // error: [CT086] all[j][0] has n elements, b has m elements: dot needs n
  }

  @Differentiable(JACOBIAN)
  static Vector twice(@Shape("n") Vector x) {
    return x.square().concat(x);
  }

  @Differentiable
  static double jacobian(@Shape("n") Vector x, @Shape("k") Vector b) {
    return FilledShapesGrad.twiceJacobian(x).dx().times(b).sum(); // error: [CT086] the result of dx is (2 * n) × n, b has k elements: times needs n
  }

  @Differentiable
  static double besides(@Shape("m, n") Matrix a, @Shape("l, n") Matrix b, int rounds) {
    Matrix row = null;
    for (int i = 0; i < rounds; i++) {
      row = row == null ? a : row.beside(b); // error: [CT086] row is m × ?, b is l × n: beside needs m rows
    }
    return row.sum();
  }
}
