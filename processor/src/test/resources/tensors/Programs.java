package tensors;

import static cotangent.Derivative.*;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;

/** Programs with tensors: in records, helpers, branches, loops and recursion. */
class Programs {
  record Network(
      @Shape("h, n") Matrix v, @Shape("h") Vector c, @Shape("2, h") Matrix w, @Shape("2") Vector b) {}

  @Differentiable({GRADIENT, VJP, JVP, HVP, GRADIENT_SUM})
  static double loss(Network net, @Shape("3") Vector x, @Shape("2") Vector target) {
    if (net.v().columns() != 3) {
      return net.v().sum();
    }
    Vector hidden = net.v().times(x).plus(net.c()).tanh();
    Vector y = net.w().times(hidden).plus(net.b());
    return y.minus(target).squaredNorm() / 2;
  }

  @Differentiable({GRADIENT, JVP, HESSIAN})
  static double quadratic(
      @Shape("n, n") Matrix a, @Shape("n") Vector b, @Shape("n") Vector x, double c) {
    return x.dot(a.times(x)) + b.dot(x) + c;
  }

  @Differentiable({GRADIENT, HVP})
  static double mixed(@Shape("m, n") double[][] rows, @Shape("n") Vector x, double k) {
    double sum = 0;
    for (double[] row : rows) {
      sum += Math.exp(-k * Vector.wrap(row).squaredDistance(x));
    }
    return sum + x.get(0);
  }

  @Differentiable({GRADIENT, HVP})
  static double recurrent(@Shape("n, n") Matrix w, @Shape("n") Vector h, int steps) {
    Vector state = h;
    for (int t = 0; t < Math.min(steps, 5); t++) {
      state = w.times(state).times(0.25).tanh();
    }
    return state.sum();
  }

  /** Has the name of a derivative, and a parameter called as the record calls the value. */
  @Differentiable({VJP, JVP})
  static Vector halfGradAddTo(@Shape("n") Vector value) {
    return value.times(0.5);
  }

  @Differentiable({VJP, JVP})
  static Vector gated(@Shape("n") Vector a, @Shape("n") Vector b) {
    Vector chosen;
    if (a.sum() > b.sum()) {
      chosen = a.hadamard(b);
    } else {
      chosen = b.sin();
    }
    while (chosen.norm() > 1) {
      chosen = chosen.times(0.5);
    }
    return chosen;
  }

  static Matrix attention(Matrix q, Matrix k, Matrix v) {
    return q.times(k.transpose()).times(1 / Math.sqrt(q.columns())).rowSoftmax().times(v);
  }

  @Differentiable({GRADIENT, HVP})
  static double attended(
      @Shape("t, d") Matrix x, @Shape("d, e") Matrix q, @Shape("d, e") Matrix k) {
    return attention(x.times(q), x.times(k), x).hadamard(x).sum();
  }

  @Differentiable({GRADIENT, HESSIAN})
  static double likelihood(
      @Shape("3") Vector y, @Between({0.5, 2}) double length, @Between({0.1, 1}) double noise) {
    Matrix k = Matrix.zeros(y.size(), y.size());
    for (int i = 0; i < y.size(); i++) {
      for (int j = 0; j < y.size(); j++) {
        double d = (i - j) / length;
        k.set(i, j, Math.exp(-d * d / 2) + (i == j ? noise : 0));
      }
    }
    Matrix l = k.cholesky();
    return y.dot(k.solve(y)) / 2 + l.diagonal().log().sum();
  }

  @Differentiable({GRADIENT, HVP})
  static double symmetric(@Shape("3, 3") Matrix a) {
    return a.plus(a.transpose()).square().sum();
  }

  private static final Matrix TABLE = Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});

  @Differentiable({GRADIENT, HVP})
  static double constants(@Shape("2") Vector x) {
    return TABLE.times(x).softmax().dot(TABLE.column(0));
  }

  @Differentiable
  static double untouched(@Shape("n") Vector x, List<Double> weights) {
    String shown = Vector.of(1, 2).toString();
    return x.sum() * weights.size() + shown.length();
  }

  /** At large weights each row looks at one place only, and second derivatives are all rounding. */
  @Differentiable({GRADIENT, HVP, HESSIAN})
  static double saturated(@Shape("2, 3") Matrix x, @Shape("3, 3") Matrix q) {
    Matrix scores = x.times(q).times(x.transpose()).dividedBy(Math.sqrt(3));
    return scores.rowSoftmax().times(x).tanh().sum();
  }

  @Differentiable({VJP, JACOBIAN})
  static Vector cubes(@Shape("n") Vector x) {
    return x.hadamard(x).times(x.sum());
  }

  @Differentiable({VJP, JACOBIAN})
  static Vector along(double t, @Shape("n") double[] x) {
    return Vector.wrap(x).times(t * t).sin();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double throughJacobians(@Shape("n") Vector x, double t) {
    Matrix j = ProgramsGrad.cubesJacobian(x).dx();
    ProgramsGrad.AlongJacobian other = ProgramsGrad.alongJacobian(t, x.toArray());
    return j.times(x).squaredNorm() + other.dt().dot(other.value()) + other.dx()[0][0];
  }

  @Differentiable
  static double energy(@Shape("n") Vector x) {
    return x.squaredNorm() / 2 + x.cos().sum();
  }

  /** Its name is how that of the other one begins. */
  @Differentiable({GRADIENT, JVP})
  static double e(@Shape("n") Vector x, double step) {
    Vector y = x;
    for (int i = 0; i < 2; i++) {
      y = y.minus(ProgramsGrad.energyGrad(y).dx().times(step));
    }
    return y.squaredNorm();
  }
}
