package tensors;

import static cotangent.Derivative.*;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;

/** Methods that write to the tensors that they are given, alone, in arrays, lists and records. */
class Written {
  record Layer(Matrix w, double[] b) {}

  record Net(Layer[] layers, List<Vector> extra, double[][] rows) {}

  @Differentiable({VJP, JVP})
  static void scaled(@Shape("n") Vector x, @Shape("n") Vector out) {
    for (int i = 0; i < x.size(); i++) {
      out.set(i, x.get(i) * x.get(0));
    }
  }

  @Differentiable({VJP, JVP})
  static void squares(@Shape("m, n") Matrix x, @Shape("m, n") Matrix out) {
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        out.set(i, j, x.get(i, j) * x.get(i, j) + out.get(i, j) * x.get(0, 0));
      }
    }
  }

  @Differentiable({VJP, JVP})
  static void step(
      @Shape("k, n") Vector[] w, @Shape("k, n") Vector[] g, @Between({0.1, 1}) double rate) {
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].size(); j++) {
        w[i].set(j, w[i].get(j) - rate * g[i].get(j) * w[i].get(j));
      }
    }
  }

  @Differentiable({VJP, JVP})
  static void stepOfList(List<Vector> w, Vector[] g, @Between({0.1, 1}) double rate) {
    for (int i = 0; i < Math.min(w.size(), g.length); i++) {
      for (int j = 0; j < Math.min(w.get(i).size(), g[i].size()); j++) {
        w.get(i).set(j, w.get(i).get(j) - rate * g[i].get(j) * g[i].get(j));
      }
    }
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double grid(Vector[][] g, @Between({0.5, 1}) double k) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g[i].length; j++) {
        g[i][j].set(0, g[i][j].get(0) * k);
        sum += g[i][j].squaredNorm() * (i + j + 1);
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double net(Net net, Vector x) {
    Vector h = x;
    for (Layer layer : net.layers()) {
      h = layer.w().times(Vector.ones(layer.w().columns())).times(h.sum()).tanh();
      for (int i = 0; i < layer.b().length; i++) {
        layer.b()[i] = Math.sin(layer.b()[i]) * h.sum();
        h = h.plus(layer.b()[i]);
      }
    }
    for (Vector v : net.extra()) {
      h = h.plus(v.norm());
    }
    for (double[] row : net.rows()) {
      for (int i = 1; i < row.length; i++) {
        row[i] *= row[i - 1];
        h = h.times(1 + 0.1 * row[i]);
      }
    }
    return h.sum();
  }

  @Differentiable({GRADIENT, HVP})
  static double sorted(@Shape("k, n") Vector[] xs) {
    for (int i = 0; i + 1 < xs.length; i++) {
      if (xs[i].sum() > xs[i + 1].sum()) {
        Vector before = xs[i];
        xs[i] = xs[i + 1];
        xs[i + 1] = before;
      }
    }
    double sum = 0;
    for (int i = 0; i < xs.length; i++) {
      xs[i].set(0, xs[i].get(0) * (i + 1));
      sum += (i + 2) * xs[i].squaredNorm();
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double momentum(@Shape("2, 3") Vector[] w, @Shape("3") Vector x, double rate) {
    Vector[] speed = {Vector.zeros(3), Vector.zeros(3)};
    for (int step = 0; step < 3; step++) {
      for (int i = 0; i < w.length; i++) {
        Vector g = x.times(Math.tanh(w[i].dot(x))).plus(w[i].times(0.1));
        speed[i] = speed[i].times(0.9).minus(g.times(0.1 * rate));
        w[i] = w[i].plus(speed[i]);
      }
    }
    return w[0].squaredNorm() + w[1].sum();
  }

  /** What is compared isn't written to. */
  @Differentiable({VJP, JVP})
  static void compared(
      @Shape("n") Vector x, @Shape("n, n") Matrix m, double c, @Shape("n") Vector out) {
    Vector y = x.equals(m.diagonal()) || m.equals(x.outer(x)) ? x : x.times(c);
    for (int i = 0; i < y.size(); i++) {
      out.set(i, y.get(i) * out.get(i) + m.get(i, 0));
    }
  }

  /** Nor is what is told of. */
  @Differentiable({VJP, JVP})
  static void told(@Shape("n") Vector x, @Shape("n, n") Matrix m, @Shape("n") Vector out) {
    if (x.sum() < 0) {
      throw new IllegalStateException(x + " is negative beside " + m);
    }
    for (int i = 0; i < x.size(); i++) {
      out.set(i, x.get(i) * out.get(i) + m.get(i, 0));
    }
  }
}
