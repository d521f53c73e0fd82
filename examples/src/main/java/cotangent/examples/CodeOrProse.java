package cotangent.examples;

import cotangent.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells pieces of Java from pieces of prose, both out of the documentation of this project: a
 * recurrent network over sequences of different length.
 */
public final class CodeOrProse {
  private static final int LONGEST = 40;
  private static final int NUMBERS = 16;
  private static final int BATCH = 16;
  private static final double STEP = 0.01;

  private CodeOrProse() {}

  /**
   * Pieces of lines.
   *
   * @param texts what stands there
   * @param kinds 1 for code, −1 for prose
   */
  public record Pieces(List<String> texts, int[] kinds) {
    /**
     * Reads the pages of a folder: what stands between marks of Java, and what stands outside of
     * all marks, without blanks around it and cut into pieces of at most 40 letters.
     *
     * @param folder where they are
     * @return pieces of each line
     * @throws IOException if they cannot be read
     */
    public static Pieces read(Path folder) throws IOException {
      List<String> code = new ArrayList<>();
      List<String> prose = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path page : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
          String mark = "";
          for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
              mark = mark.isEmpty() ? line : "";
            } else if (mark.isEmpty()) {
              cut(line.strip(), prose);
            } else if (mark.equals("```java")) {
              cut(line.strip(), code);
            }
          }
        }
      }
      int[] kinds = new int[code.size() + prose.size()];
      Arrays.fill(kinds, -1);
      Arrays.fill(kinds, 0, code.size(), 1);
      code.addAll(prose);
      return new Pieces(code, kinds);
    }

    private static void cut(String line, List<String> pieces) {
      for (int from = 0; from < line.length(); from += LONGEST) {
        pieces.add(line.substring(from, Math.min(from + LONGEST, line.length())));
      }
    }

    /**
     * Picks pieces to train with, or those held out: every fifth.
     *
     * @param trains whether they are those to train with
     * @return those
     */
    public Pieces part(boolean trains) {
      int[] kept = IntStream.range(0, kinds.length).filter(i -> i % 5 != 0 == trains).toArray();
      return new Pieces(
          Arrays.stream(kept).mapToObj(texts::get).toList(),
          Arrays.stream(kept).map(i -> kinds[i]).toArray());
    }

    int[] indices(int kind) {
      return IntStream.range(0, kinds.length).filter(i -> kinds[i] == kind).toArray();
    }
  }

  /**
   * A trained network.
   *
   * @param net the network
   * @param alphabet all letters of the pieces that it was trained with
   */
  public record Trained(Recurrent net, String alphabet) {
    /**
     * How certain it is that a text is code.
     *
     * @param text a text
     * @return the logarithm of the odds
     */
    public double score(String text) {
      return net.score(letters(text, alphabet));
    }

    /**
     * Computes how often the right kind is told, of code and prose in equal parts.
     *
     * @param pieces pieces
     * @return the part that is right, from 0 to 1
     */
    public double accuracy(Pieces pieces) {
      return (accuracy(pieces, 1) + accuracy(pieces, -1)) / 2;
    }

    private double accuracy(Pieces pieces, int kind) {
      return Arrays.stream(pieces.indices(kind))
          .mapToDouble(i -> kind * score(pieces.texts().get(i)) > 0 ? 1 : 0)
          .average()
          .orElseThrow();
    }
  }

  /**
   * Trains, and prints how well the rest is told apart, and two texts of your own.
   *
   * @param arguments the folder of the documentation, {@code docs} if there is none
   * @throws IOException if the documentation cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Pieces all = Pieces.read(Path.of(arguments.length > 0 ? arguments[0] : "docs"));
    long start = System.nanoTime();
    Trained trained = train(all.part(true), 3_000, 1);
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf(
        "pieces             %d of code, %d of prose%n",
        all.indices(1).length, all.indices(-1).length);
    System.out.printf("accuracy           %.1f %%%n", 100 * trained.accuracy(all.part(true)));
    System.out.printf("accuracy held out  %.1f %%%n", 100 * trained.accuracy(all.part(false)));
    System.out.printf("seconds            %.1f%n", seconds);
    for (String text : List.of("double sum = a.get(i) + 1;", "the sum of all elements")) {
      System.out.printf("%-26s %+.1f%n", text, trained.score(text));
    }
  }

  /**
   * Trains a network, with as much code as prose.
   *
   * @param pieces what to learn from
   * @param steps how many steps to take
   * @param seed decides where it begins, and what is read
   * @return the network
   */
  public static Trained train(Pieces pieces, int steps, long seed) {
    Random random = new Random(seed);
    String alphabet =
        String.join("", pieces.texts())
            .chars()
            .distinct()
            .sorted()
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Recurrent net = Recurrent.drawn(alphabet.length(), NUMBERS, random);
    Adam adam = new Adam(net.arrays());
    Workspace workspace = new Workspace();
    int[] kinds = IntStream.range(0, BATCH).map(i -> i % 2 == 0 ? 1 : -1).toArray();
    int[][] lines = new int[BATCH][];
    int[] code = pieces.indices(1);
    int[] prose = pieces.indices(-1);
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < BATCH; i++) {
        int[] from = kinds[i] == 1 ? code : prose;
        lines[i] = letters(pieces.texts().get(from[random.nextInt(from.length)]), alphabet);
      }
      Recurrent gradient = RecurrentGrad.lossGrad(workspace, net, lines, kinds).dnet();
      double left = 1 - step / (double) steps;
      adam.step(STEP * left, net.arrays(), gradient.arrays());
    }
    return new Trained(net, alphabet);
  }

  /** The places of letters in the alphabet; those that it doesn't have count as the first one. */
  private static int[] letters(String text, String alphabet) {
    return text.chars().map(letter -> Math.max(0, alphabet.indexOf(letter))).toArray();
  }
}
