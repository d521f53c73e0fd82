package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tensors that may be null, as Java has it: compared with null, and an exception where used. */
class Absent {
  record Dense(Matrix w, Vector b) {}

  static final class Model {
    Matrix w;
    Vector b;

    Vector of(Vector x) {
      Vector y = w == null ? x : w.times(x);
      return b == null ? y : y.plus(b);
    }
  }

  @Differentiable({GRADIENT, HVP})
  static double summed(Vector x) {
    Vector y = null;
    for (int i = 0; i < 3; i++) {
      y = y == null ? x : y.plus(x);
    }
    return y.norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double handedOn(Vector x) {
    return new Dense(null, x).b().norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double chosen(@Shape("m, n") Matrix x, boolean isShifted) {
    Vector bias = isShifted ? x.row(0) : null;
    Matrix y = x;
    if (bias != null) {
      y = y.plusEachRow(bias);
    }
    return y.norm();
  }

  private static Vector dense(Matrix w, Vector x, Vector bias) {
    Vector z = w.times(x);
    return bias == null ? z : z.plus(bias);
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double asArgument(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    return dense(w, x, w.column(0)).norm() + dense(w, x, null).sum();
  }

  @Differentiable({GRADIENT, JVP})
  static double best(Vector x) {
    Vector best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.size(); i++) {
      Vector candidate = x.times(x.get(i));
      if (candidate.sum() > most) {
        most = candidate.sum();
        best = candidate;
      }
    }
    return best.norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double kept(Vector x) {
    Vector[] kept = new Vector[3];
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      int k = i % 3;
      if (kept[k] == null) {
        kept[k] = x.times(k);
      }
      sum += kept[k].squaredNorm();
    }
    return sum;
  }

  private static Matrix found(List<Matrix> all, int columns) {
    for (Matrix each : all) {
      if (each.columns() == columns) {
        return each;
      }
    }
    return null;
  }

  @Differentiable({GRADIENT, JVP})
  static double searched(List<Matrix> all, Vector x) {
    Matrix w = found(all, x.size());
    return w == null ? x.sum() : w.times(x).norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double inMap(@Shape("n, n") Matrix w, @Shape("n") Vector x, boolean has) {
    Map<String, Matrix> all = new HashMap<>();
    if (has) {
      all.put("w", w);
    }
    Matrix found = all.get("w");
    return found == null ? x.norm() : found.times(x).norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double power(@Shape("n, n") Matrix w, @Shape("n") Vector x, boolean once) {
    Matrix p = null;
    for (int i = 0; i < (once ? 1 : 3); i++) {
      p = p == null ? w : p.times(w);
    }
    return p.times(x).norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double inFields(@Shape("n, n") Matrix w, @Shape("n") Vector x, boolean isMatrix) {
    Model model = new Model();
    if (isMatrix) {
      model.w = w;
    } else {
      model.b = x;
    }
    return model.of(x).norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double fails(@Shape("n, n") Matrix w, @Shape("n") Vector x, boolean isThere) {
    Matrix chosen = isThere ? w : null;
    return chosen.times(x).norm();
  }

  @Differentiable({VJP, JVP})
  static Vector result(Vector x, boolean isSquare) {
    Vector y = null;
    if (isSquare) {
      y = x.square();
    }
    return y == null ? x : y;
  }

  @Differentiable({GRADIENT, JVP})
  static double stacked(@Shape("k, m, n") Matrix[] parts, @Shape("n") Vector x) {
    Matrix sum = null;
    Matrix all = null;
    for (Matrix each : parts) {
      sum = sum == null ? each : sum.plus(each);
      all = all != null ? all.above(each) : each;
    }
    return all == null ? 0 : all.times(x).norm() + sum.times(x).norm();
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static double[] numbersOrNothing(double[] x, int k) {
    if (k > 1) {
      return null;
    }
    double[] y = new double[3];
    for (int i = 0; i < x.length; i++) {
      y[i % 3] += x[i] * x[i];
    }
    return y;
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static double[][] raggedOrNothing(double[] x, int k) {
    if (k > 2) {
      return null;
    }
    double[][] y = new double[3][];
    y[0] = x.clone();
    if (k > 1) {
      y[2] = new double[] {x.length == 0 ? 1 : x[0] * x[x.length - 1]};
    }
    return y;
  }

  @Differentiable({VJP, JVP, JACOBIAN})
  static Vector sumsOrNothing(Matrix x, double c, boolean isThere) {
    return isThere ? x.rowSums().times(c) : null;
  }

  @Differentiable({GRADIENT, JVP})
  static double equalOrNull(Vector x, Vector y, boolean isFirst, boolean isThere) {
    Vector one = isFirst && !isThere ? null : x;
    Vector other = isThere ? y : null;
    return one.equals(other) ? x.sum() : x.squaredNorm() * y.sum();
  }
}
