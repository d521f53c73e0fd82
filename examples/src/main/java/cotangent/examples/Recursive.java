package cotangent.examples;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;
import java.util.Random;

/**
 * Holds the weights of a recursive network, which makes a vector for each node of a tree of those
 * of the nodes below, and tells classes apart by that of the root.
 *
 * @param words what a word adds to the vector of its node, in a row
 * @param left what the node to the left adds
 * @param right what the node to the right adds
 * @param c offsets of all vectors
 * @param w weights of the scores, a row for each class
 * @param b offsets of the scores
 */
public record Recursive(
    @Shape("words, n") Matrix words,
    @Shape("n, n") Matrix left,
    @Shape("n, n") Matrix right,
    @Shape("n") Vector c,
    @Shape("classes, n") Matrix w,
    @Shape("classes") Vector b) {

  /**
   * A node of a binary tree.
   *
   * @param word what stands there
   * @param left the node to the left, {@code null} if there is none
   * @param right the node to the right, {@code null} if there is none
   */
  public record Node(int word, Node left, Node right) {}

  /**
   * Computes the score of each class.
   *
   * @param tree the root of a tree
   * @return the scores
   */
  public Vector scores(Node tree) {
    return w.times(vector(tree)).plus(b);
  }

  private Vector vector(Node node) {
    Vector sum = words.row(node.word()).plus(c);
    Node l = node.left();
    if (l != null) {
      sum = sum.plus(left.times(vector(l)));
    }
    Node r = node.right();
    if (r != null) {
      sum = sum.plus(right.times(vector(r)));
    }
    return sum.tanh();
  }

  /**
   * Computes how unlikely the network takes the right classes to be.
   *
   * @param net the network
   * @param trees roots of trees
   * @param classes the right class of each
   * @return the mean of minus the logarithms of their probabilities
   */
  @Differentiable(wrt = "net")
  public static double loss(Recursive net, List<Node> trees, int[] classes) {
    double sum = 0;
    for (int i = 0; i < trees.size(); i++) {
      sum -= net.scores(trees.get(i)).logSoftmax().get(classes[i]);
    }
    return sum / trees.size();
  }

  /**
   * Makes a network that knows nothing.
   *
   * @param words how many words there are
   * @param n how many numbers there are in a vector
   * @param classes how many classes there are
   * @param random draws the weights
   * @return the network
   */
  public static Recursive drawn(int words, int n, int classes, Random random) {
    return new Recursive(
        Drawn.matrix(words, n, random).times(Math.sqrt(words)),
        Drawn.matrix(n, n, random),
        Drawn.matrix(n, n, random),
        Vector.zeros(n),
        Drawn.matrix(n, classes, random).transpose(),
        Vector.zeros(classes));
  }

  /**
   * Lists the arrays in which all the numbers are.
   *
   * @return the arrays themselves
   */
  public List<double[]> arrays() {
    return List.of(
        words.values(), left.values(), right.values(), c.values(), w.values(), b.values());
  }
}
