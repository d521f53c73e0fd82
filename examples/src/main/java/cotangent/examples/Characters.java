package cotangent.examples;

import cotangent.Workspace;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Learns to write like the documentation of this project: a character model with one block of
 * self-attention.
 */
public final class Characters {
  private static final int LENGTH = 32;
  private static final int NUMBERS = 32;
  private static final int HEADS = 2;
  private static final int BATCH = 8;
  private static final double STEP = 0.015;

  private Characters() {}

  /**
   * A text, as places in its alphabet.
   *
   * @param alphabet each letter that occurs
   * @param training the text to learn from
   * @param heldOut the text to be tried on
   */
  public record Text(String alphabet, int[] training, int[] heldOut) {
    /**
     * Reads the pages of a folder, and holds the last tenth of each back.
     *
     * @param folder where they are
     * @return their text
     * @throws IOException if they cannot be read
     */
    public static Text read(Path folder) throws IOException {
      StringBuilder training = new StringBuilder();
      StringBuilder heldOut = new StringBuilder();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path page : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
          String text = Files.readString(page);
          int cut = text.length() - text.length() / 10;
          training.append(text, 0, cut);
          heldOut.append(text, cut, text.length());
        }
      }
      String alphabet =
          (training.toString() + heldOut)
              .chars()
              .distinct()
              .sorted()
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      return new Text(alphabet, places(training, alphabet), places(heldOut, alphabet));
    }

    private static int[] places(CharSequence text, String alphabet) {
      return text.chars().map(alphabet::indexOf).toArray();
    }

    double bitsOfCounting(int before) {
      return new LetterCounts(training, alphabet.length(), before).bits(heldOut);
    }
  }

  /**
   * Trains, and prints how well the rest is predicted, and a text of the model's own.
   *
   * @param arguments the folder of the documentation, {@code docs} if there is none; how many steps
   *     to take
   * @throws IOException if the documentation cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Text text = Text.read(Path.of(arguments.length > 0 ? arguments[0] : "docs"));
    int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6_000;
    long start = System.nanoTime();
    Attention model = train(text, steps, 1);
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf(
        "letters            %d, held out %d%n", text.training().length, text.heldOut().length);
    System.out.printf("bits by pairs      %.3f%n", text.bitsOfCounting(1));
    System.out.printf("bits by triples    %.3f%n", text.bitsOfCounting(2));
    System.out.printf("bits by attention  %.3f%n", bits(model, text.heldOut()));
    System.out.printf("seconds            %.1f%n%n", seconds);
    System.out.println(sample(model, text, 400, 1));
  }

  /**
   * Trains a model.
   *
   * @param text what to learn from
   * @param steps how many steps to take
   * @param seed decides where it begins, and what is read
   * @return the model
   */
  public static Attention train(Text text, int steps, long seed) {
    Random random = new Random(seed);
    Attention model = Attention.drawn(text.alphabet().length(), LENGTH, NUMBERS, HEADS, random);
    List<double[]> numbers = model.arrays();
    Adam adam = new Adam(numbers);
    Workspace workspace = new Workspace();
    int[][] batch = new int[BATCH][];
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < BATCH; i++) {
        int from = random.nextInt(text.training().length - LENGTH);
        batch[i] = Arrays.copyOfRange(text.training(), from, from + LENGTH + 1);
      }
      Attention gradient = AttentionGrad.lossGrad(workspace, model, batch).dmodel();
      double left = 1 - step / (double) steps;
      adam.step(STEP * left, numbers, gradient.arrays());
    }
    return model;
  }

  /**
   * Computes how much is to be told of each letter to someone who predicts it by the model. Each is
   * predicted from at least half as many letters as the model can see.
   *
   * @param model the model
   * @param text letters
   * @return bits a letter
   */
  public static double bits(Attention model, int[] text) {
    double sum = 0;
    int count = 0;
    for (int from = 0; from + LENGTH < text.length; from += LENGTH / 2) {
      int[] seen = Arrays.copyOfRange(text, from, from + LENGTH);
      Matrix logarithms = model.scores(seen).rowLogSoftmax();
      for (int i = LENGTH / 2 - 1; i < LENGTH; i++) {
        sum -= logarithms.get(i, text[from + i + 1]);
        count++;
      }
    }
    return sum / count / Math.log(2);
  }

  /**
   * Writes a text, letter by letter, as the model predicts it.
   *
   * @param model the model
   * @param text gives the alphabet, and what to begin with
   * @param length how many letters to write
   * @param seed decides which text of all it is
   * @return the text
   */
  public static String sample(Attention model, Text text, int length, long seed) {
    Random random = new Random(seed);
    int[] written = Arrays.copyOf(text.heldOut(), LENGTH + length);
    for (int i = LENGTH; i < written.length; i++) {
      int[] seen = Arrays.copyOfRange(written, i - LENGTH, i);
      written[i] = drawn(model.scores(seen).row(LENGTH - 1).softmax(), random);
    }
    return Arrays.stream(written)
        .skip(LENGTH)
        .mapToObj(letter -> text.alphabet().substring(letter, letter + 1))
        .collect(Collectors.joining());
  }

  private static int drawn(Vector probabilities, Random random) {
    double left = random.nextDouble();
    int letter = -1;
    do {
      letter++;
      left -= probabilities.get(letter);
    } while (left > 0 && letter < probabilities.size() - 1);
    return letter;
  }
}
