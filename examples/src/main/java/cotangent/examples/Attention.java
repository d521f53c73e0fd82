package cotangent.examples;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Holds the weights of a model that predicts the next letter of a text: one block of
 * self-attention, and a hidden layer.
 *
 * @param letters a row for each letter of the alphabet, added where it stands
 * @param before another one, added where the next letter stands
 * @param places a row for each place in a text
 * @param heads each looks back for something else
 * @param up weights of the hidden layer
 * @param c offsets of the hidden layer
 * @param down weights back from the hidden layer
 * @param w weights of the scores, a column for each letter
 * @param b offsets of the scores
 */
public record Attention(
    @Shape("alphabet, n") Matrix letters,
    @Shape("alphabet, n") Matrix before,
    @Shape("length, n") Matrix places,
    List<Head> heads,
    @Shape("n, hidden") Matrix up,
    @Shape("hidden") Vector c,
    @Shape("hidden, n") Matrix down,
    @Shape("n, alphabet") Matrix w,
    @Shape("alphabet") Vector b) {

  /**
   * Looks back in a text.
   *
   * @param queries what is looked for
   * @param keys what is found by
   * @param contents what is brought from there
   * @param back where it goes
   */
  public record Head(
      @Shape("n, part") Matrix queries,
      @Shape("n, part") Matrix keys,
      @Shape("n, part") Matrix contents,
      @Shape("part, n") Matrix back) {

    Matrix of(Matrix x) {
      Matrix match = x.times(queries).times(x.times(keys).transpose());
      Matrix weights =
          match.times(1 / Math.sqrt(queries.columns())).plus(past(x.rows())).rowSoftmax();
      return weights.times(x.times(contents)).times(back);
    }

    /** Hides what comes later. */
    private static Matrix past(int length) {
      Matrix past = Matrix.zeros(length, length);
      for (int i = 0; i < length; i++) {
        for (int j = i + 1; j < length; j++) {
          past.set(i, j, Double.NEGATIVE_INFINITY);
        }
      }
      return past;
    }
  }

  /**
   * Computes the score of each letter to come next.
   *
   * @param text letters, no more of them than there are places
   * @return a row of scores behind each letter
   */
  public Matrix scores(int[] text) {
    int[] previous = text.clone();
    System.arraycopy(text, 0, previous, 1, text.length - 1);
    Matrix x = letters.rows(text).plus(before.rows(previous)).plus(places.slice(0, text.length));
    Matrix seen = x;
    for (Head head : heads) {
      seen = seen.plus(head.of(x));
    }
    Matrix thought = seen.times(up).plusEachRow(c).relu().times(down);
    return seen.plus(thought).times(w).plusEachRow(b);
  }

  /**
   * Computes how unlikely the model takes texts to be.
   *
   * @param model the model
   * @param texts letters
   * @return the mean of minus the logarithms of the probabilities of all letters but the first ones
   */
  @Differentiable(wrt = "model")
  public static double loss(Attention model, int[][] texts) {
    double sum = 0;
    for (int[] text : texts) {
      int[] seen = Arrays.copyOf(text, text.length - 1);
      int[] next = Arrays.copyOfRange(text, 1, text.length);
      sum -= model.scores(seen).rowLogSoftmax().pick(next).mean();
    }
    return sum / texts.length;
  }

  /**
   * Makes a model that knows nothing.
   *
   * @param alphabet how many letters there are
   * @param length how long texts may be
   * @param n how many numbers stand for a letter
   * @param heads how many heads there are
   * @param random draws the weights
   * @return the model
   */
  public static Attention drawn(int alphabet, int length, int n, int heads, Random random) {
    int part = n / heads;
    List<Head> drawn = new ArrayList<>();
    for (int i = 0; i < heads; i++) {
      drawn.add(
          new Head(
              Drawn.matrix(n, part, random),
              Drawn.matrix(n, part, random),
              Drawn.matrix(n, part, random),
              Drawn.matrix(part, n, random)));
    }
    return new Attention(
        Drawn.matrix(alphabet, n, random).times(Math.sqrt(alphabet)),
        Drawn.matrix(alphabet, n, random).times(Math.sqrt(alphabet)),
        Drawn.matrix(length, n, random).times(Math.sqrt(length)),
        drawn,
        Drawn.matrix(n, 4 * n, random),
        Vector.zeros(4 * n),
        Drawn.matrix(4 * n, n, random),
        Drawn.matrix(n, alphabet, random),
        Vector.zeros(alphabet));
  }

  /**
   * Lists the arrays in which all the numbers are.
   *
   * @return the arrays themselves
   */
  public List<double[]> arrays() {
    List<double[]> arrays = new ArrayList<>();
    for (Head head : heads) {
      for (Matrix each : List.of(head.queries, head.keys, head.contents, head.back)) {
        arrays.add(each.values());
      }
    }
    for (Matrix each : List.of(letters, before, places, up, down, w)) {
      arrays.add(each.values());
    }
    arrays.add(c.values());
    arrays.add(b.values());
    return arrays;
  }
}
