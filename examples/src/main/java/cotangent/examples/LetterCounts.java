package cotangent.examples;

import java.util.HashMap;
import java.util.Map;

/**
 * Predicts letters by counting what came behind the same one or two letters before: what a model
 * has to beat. What was seen rarely counts little: the counts begin with a few letters that are
 * distributed as behind one letter less.
 */
public final class LetterCounts {
  private static final double PRIOR = 3;

  private final int alphabet;
  private final int before;
  private final Map<Integer, int[]> counts = new HashMap<>();

  /**
   * Counts.
   *
   * @param text letters
   * @param alphabet how many letters there are
   * @param before how many letters are looked at to predict one: 1 for pairs, 2 for triples
   */
  public LetterCounts(int[] text, int alphabet, int before) {
    this.alphabet = alphabet;
    this.before = before;
    for (int i = 0; i < text.length; i++) {
      for (int used = 0; used <= Math.min(before, i); used++) {
        int[] next = counts.computeIfAbsent(context(text, i, used), key -> new int[alphabet + 1]);
        next[text[i]]++;
        next[alphabet]++;
      }
    }
  }

  /**
   * Computes how much is to be told of each letter to someone who predicts it by these counts.
   *
   * @param text letters
   * @return bits a letter
   */
  public double bits(int[] text) {
    double sum = 0;
    for (int i = before; i < text.length; i++) {
      sum -= Math.log(probability(text, i, before));
    }
    return sum / (text.length - before) / Math.log(2);
  }

  private double probability(int[] text, int i, int used) {
    double otherwise = used == 0 ? 1.0 / alphabet : probability(text, i, used - 1);
    int[] next = counts.get(context(text, i, used));
    return next == null
        ? otherwise
        : (next[text[i]] + PRIOR * otherwise) / (next[alphabet] + PRIOR);
  }

  /** A number for the letters just before a place, another one for each of their number. */
  private int context(int[] text, int i, int used) {
    int context = 1;
    for (int k = i - used; k < i; k++) {
      context = context * (alphabet + 1) + text[k] + 1;
    }
    return context;
  }
}
