package cotangent.examples;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.Random;

/** Trains a network of two layers to tell whether exactly one of two things is so. */
public final class Xor {
  private Xor() {}

  record Network(
      @Shape("h, n") Matrix v,
      @Shape("h") Vector c,
      @Shape("m, h") Matrix w,
      @Shape("m") Vector b) {

    Vector answer(Vector x) {
      Vector hidden = v.times(x).plus(c).tanh();
      return w.times(hidden).plus(b);
    }

    Network step(double size, Network gradient) {
      return new Network(
          v.minus(gradient.v.times(size)),
          c.minus(gradient.c.times(size)),
          w.minus(gradient.w.times(size)),
          b.minus(gradient.b.times(size)));
    }
  }

  @Differentiable(wrt = "net")
  static double loss(
      Network net, @Shape("samples, n") Matrix inputs, @Shape("samples, m") Matrix targets) {
    double sum = 0;
    for (int i = 0; i < inputs.rows(); i++) {
      sum += net.answer(inputs.row(i)).squaredDistance(targets.row(i));
    }
    return sum;
  }

  static Network trained(Matrix inputs, Matrix targets) {
    Random random = new Random(1);
    Network net =
        new Network(
            Matrix.zeros(4, 2).map(zero -> random.nextGaussian()),
            Vector.zeros(4),
            Matrix.zeros(1, 4).map(zero -> random.nextGaussian()),
            Vector.zeros(1));
    for (int i = 0; i < 1000; i++) {
      net = net.step(0.1, XorGrad.lossGrad(net, inputs, targets).dnet());
    }
    return net;
  }

  public static void main(String[] args) {
    Matrix inputs = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    Matrix targets = Matrix.of(new double[][] {{0}, {1}, {1}, {0}});
    Network net = trained(inputs, targets);
    for (int i = 0; i < inputs.rows(); i++) {
      System.out.println(inputs.row(i) + " -> " + net.answer(inputs.row(i)));
    }
  }
}
