package cotangent.examples;

import java.util.List;

/**
 * Goes against a gradient, by steps that adapt to its size.
 *
 * <p><b>Source.</b> D. Kingma, J. Ba, Adam: a method for stochastic optimization, 2015.
 */
public final class Adam {
  private static final double DECAY_OF_MEAN = 0.9;
  private static final double DECAY_OF_SQUARE = 0.999;

  private final List<double[]> means;
  private final List<double[]> squares;
  private int steps;

  /**
   * Prepares for the first step.
   *
   * @param like arrays as large as those that are changed
   */
  public Adam(List<double[]> like) {
    means = like.stream().map(array -> new double[array.length]).toList();
    squares = like.stream().map(array -> new double[array.length]).toList();
  }

  /**
   * Takes a step.
   *
   * @param size how far each number goes, as long as its derivatives agree
   * @param numbers what is changed
   * @param gradients the derivatives by these numbers
   */
  public void step(double size, List<double[]> numbers, List<double[]> gradients) {
    steps++;
    double ofMean = 1 - Math.pow(DECAY_OF_MEAN, steps);
    double ofSquare = 1 - Math.pow(DECAY_OF_SQUARE, steps);
    for (int k = 0; k < numbers.size(); k++) {
      double[] x = numbers.get(k);
      double[] g = gradients.get(k);
      double[] m = means.get(k);
      double[] s = squares.get(k);
      for (int i = 0; i < x.length; i++) {
        m[i] += (1 - DECAY_OF_MEAN) * (g[i] - m[i]);
        s[i] += (1 - DECAY_OF_SQUARE) * (g[i] * g[i] - s[i]);
        x[i] -= size * (m[i] / ofMean) / (Math.sqrt(s[i] / ofSquare) + 1e-8);
      }
    }
  }
}
