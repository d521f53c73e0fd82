package tensors;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Lists of tensors and of records that are themselves in records, lists and results. */
public class Nested {
  record Head(@Shape("n, k") Matrix q, @Shape("k, n") Matrix b) {
    Matrix of(Matrix x) {
      return x.times(q).times(b);
    }
  }

  record LongNamesForAllThatIsWrapped(
      @Shape("alphabet, numbers") Matrix letters,
      @Shape("length, numbers") Matrix places,
      List<Head> heads,
      @Shape("numbers, hidden") Matrix upwards,
      @Shape("hidden, numbers") Matrix downwards,
      @Shape("numbers, alphabet") Matrix scores) {}

  record Net(List<Matrix> layers, @Shape("n") Vector c, double k) {}

  record Block(List<Net> nets, double[] k) {}

  record Only(List<Matrix> layers) {}

  @Differentiable(wrt = "model", value = {GRADIENT, HVP, JVP})
  static double wrapped(LongNamesForAllThatIsWrapped model, double x) {
    double sum = model.letters().sum() + model.upwards().squaredNorm() * model.downwards().sum();
    for (Head head : model.heads()) {
      sum += head.q().sin().sum() * x * head.b().sum();
    }
    return sum;
  }

  @Differentiable(wrt = "net", value = {GRADIENT, HVP, JVP})
  static double only(Only net, double[] xs) {
    double sum = 0;
    for (double x : xs) {
      double s = x;
      for (Matrix layer : net.layers()) {
        s += Math.sin(layer.sum() * x);
      }
      sum += s * s;
    }
    return sum;
  }

  @Differentiable({GRADIENT, HVP, JVP})
  static double deep(Block block, Block[] more, List<Block> others) {
    double sum = 0;
    for (Net net : block.nets()) {
      for (Matrix each : net.layers()) {
        sum += each.sum() * net.k() * block.k().length;
      }
    }
    for (Block b : more) {
      for (Net net : b.nets()) {
        for (Matrix each : net.layers()) {
          sum += each.squaredNorm() * net.k() * b.k().length;
        }
      }
    }
    for (Block b : others) {
      for (Net net : b.nets()) {
        for (Matrix each : net.layers()) {
          sum += each.sin().sum() * net.k() * b.k().length;
        }
      }
    }
    return sum;
  }

  static Vector turned(Net net, Vector x, int n) {
    Vector next = net.layers().get(0).times(x).plus(net.c()).times(net.k());
    return n == 0 ? x : turned(net, next, n - 1);
  }

  @Differentiable
  static double madeHere(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return turned(new Net(List.of(a, a), x, 0.5), x, 3).sum();
  }

  @Differentiable
  static double chosen(@Shape("n, n") Matrix a, @Shape("n") Vector x, boolean first) {
    Net net = first ? new Net(List.of(a, a), x, 0.5) : new Net(List.of(a.times(2)), x, 0.25);
    return net.layers().get(0).times(x).sum() * net.k();
  }

  @Differentiable(wrt = "net", value = {GRADIENT, HVP, JVP})
  static double recurring(Net net, @Shape("n") Vector x) {
    if (net.layers().isEmpty()
        || net.layers().get(0).rows() != x.size()
        || net.layers().get(0).columns() != x.size()
        || net.c().size() != x.size()) {
      return net.k();
    }
    return turned(net, x, 3).sum();
  }

  @Differentiable({VJP, JVP})
  static Net givenBack(Net net, double k) {
    return new Net(net.layers(), net.c(), k * net.k());
  }

  @Differentiable({VJP, JVP})
  static Net made(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return new Net(List.of(a, a.times(3)), x, 0.5);
  }

  @Differentiable({VJP, JVP})
  static List<Matrix> listOf(List<Matrix> all, double k) {
    return List.of(all.get(0).times(k), all.get(0));
  }

  @Differentiable({VJP, JVP})
  static List<Matrix> grown(List<Matrix> all, double k) {
    List<Matrix> scaled = new ArrayList<>();
    for (Matrix each : all) {
      scaled.add(each.times(k));
    }
    return scaled;
  }

  record Model(List<Matrix> layers, double k) {
    @Differentiable(wrt = {"layers", "k"})
    double loss(double x) {
      double sum = k;
      for (Matrix each : layers) {
        sum += each.sin().sum() * x;
      }
      return sum;
    }
  }

  @Differentiable({JACOBIAN, VJP})
  static Vector hidden(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    return w.times(x).tanh();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double byMatrix(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    double sum = NestedGrad.hiddenJacobian(w, x).dx().squaredNorm();
    for (Matrix each : NestedGrad.hiddenJacobian(w, x).dw()) {
      sum += each.times(x).norm();
    }
    return sum;
  }

  @Differentiable({VJP, JVP})
  static Matrix[] jacobianByMatrix(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    return NestedGrad.hiddenJacobian(w, x).dw();
  }

  @Differentiable(JACOBIAN)
  static Vector perhaps(Matrix w, Vector x, boolean isThere) {
    return isThere ? w.times(x).square() : null;
  }

  @Differentiable({GRADIENT, JVP})
  static double ofPerhaps(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    Matrix dx = NestedGrad.perhapsJacobian(w, x, true).dx();
    return dx.norm() + NestedGrad.perhapsJacobian(w, x, true).dw()[0].sum();
  }

  @Differentiable(value = {GRADIENT, HESSIAN}, wrt = "x")
  static double bowl(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return a.times(x).squaredNorm() + x.square().squaredNorm() + x.exp().sum();
  }

  @Differentiable({GRADIENT, JVP})
  static double newton(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    Vector y = x;
    for (int i = 0; i < 2; i++) {
      Matrix hessian = Matrix.of(NestedGrad.bowlHessian(a, y).hessian());
      y = y.minus(hessian.solve(NestedGrad.bowlGrad(a, y).dx()));
    }
    return bowl(a, y);
  }
}
