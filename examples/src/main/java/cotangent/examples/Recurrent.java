package cotangent.examples;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;
import java.util.Random;

/**
 * Holds the weights of a recurrent network that reads a line of any length, letter by letter, and
 * tells which of two kinds it is.
 *
 * @param letters what each letter of the alphabet adds to the state, in a row
 * @param u what becomes of the state in a step
 * @param c offsets of the state
 * @param v weights of the score
 * @param b offset of the score
 */
public record Recurrent(
    @Shape("alphabet, h") Matrix letters,
    @Shape("h, h") Matrix u,
    @Shape("h") Vector c,
    @Shape("h") Vector v,
    @Shape("1") Vector b) {

  /**
   * Computes how certain it is that a line is of the one kind.
   *
   * @param line letters
   * @return the logarithm of the odds
   */
  public double score(int[] line) {
    Vector h = Vector.zeros(v.size());
    Vector sum = h;
    for (int letter : line) {
      h = u.times(h).plus(letters.row(letter)).plus(c).tanh();
      sum = sum.plus(h);
    }
    return v.dot(sum) / line.length + b.get(0);
  }

  /**
   * Computes how unlikely the network takes the right kinds to be.
   *
   * @param net the network
   * @param lines letters of each line
   * @param kinds 1 for lines of the one kind, −1 for those of the other
   * @return the mean of minus the logarithms of their probabilities
   */
  @Differentiable(wrt = "net")
  public static double loss(Recurrent net, int[][] lines, int[] kinds) {
    Vector margins = Vector.zeros(lines.length);
    for (int i = 0; i < lines.length; i++) {
      margins.set(i, kinds[i] * net.score(lines[i]));
    }
    return margins.negated().softplus().mean();
  }

  /**
   * Makes a network that knows nothing.
   *
   * @param alphabet how many letters there are
   * @param n how many numbers there are in the state
   * @param random draws the weights
   * @return the network
   */
  public static Recurrent drawn(int alphabet, int n, Random random) {
    return new Recurrent(
        Drawn.matrix(alphabet, n, random).times(Math.sqrt(alphabet)),
        Drawn.matrix(n, n, random),
        Vector.zeros(n),
        Vector.zeros(n),
        Vector.zeros(1));
  }

  /**
   * Lists the arrays in which all the numbers are.
   *
   * @return the arrays themselves
   */
  public List<double[]> arrays() {
    return List.of(letters.values(), u.values(), c.values(), v.values(), b.values());
  }
}
