package cotangent.examples;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;

/**
 * Holds the weights of a network of two layers, which tells classes apart.
 *
 * @param v weights of the hidden layer, a column for each hidden unit
 * @param c offsets of the hidden layer
 * @param w weights of the scores, a column for each class
 * @param b offsets of the scores
 */
public record Network(
    @Shape("inputs, hidden") Matrix v,
    @Shape("hidden") Vector c,
    @Shape("hidden, classes") Matrix w,
    @Shape("classes") Vector b) {

  /**
   * Computes the scores of each class.
   *
   * @param x samples, one in each row
   * @return a row of scores for each sample
   */
  public Matrix scores(Matrix x) {
    Matrix hidden = x.times(v).plusEachRow(c).tanh();
    return hidden.times(w).plusEachRow(b);
  }

  /**
   * Computes how unlikely the network takes the right classes to be.
   *
   * @param net the network
   * @param x samples, one in each row
   * @param classes the right class of each sample
   * @return the mean of minus the logarithms of their probabilities
   */
  @Differentiable(wrt = "net")
  public static double loss(Network net, @Shape("n, m") Matrix x, int[] classes) {
    return -net.scores(x).rowLogSoftmax().pick(classes).mean();
  }

  /**
   * Lists the arrays in which all the numbers are.
   *
   * @return the arrays themselves
   */
  public List<double[]> arrays() {
    return List.of(v.values(), c.values(), w.values(), b.values());
  }
}
