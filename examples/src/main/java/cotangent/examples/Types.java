package cotangent.examples;

import cotangent.Workspace;
import cotangent.examples.Initializers.Expression;
import cotangent.examples.Initializers.Variable;
import cotangent.examples.Recursive.Node;
import cotangent.tensor.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Guesses the type of a variable by its initial value, out of the sources of this project: a
 * recursive network over the trees of expressions.
 */
public final class Types {
  private static final int CLASSES = 8;
  private static final int RARE = 3;
  private static final int NUMBERS = 16;
  private static final int BATCH = 16;
  private static final double STEP = 0.01;

  private Types() {}

  /**
   * Trees with their classes.
   *
   * @param words what stands in the nodes; the first one stands for all that are rare
   * @param types what the classes are called
   * @param trees the roots
   * @param classes the class of each tree
   */
  public record Data(List<String> words, List<String> types, List<Node> trees, int[] classes) {
    /**
     * Reads the variables of all sources below a folder.
     *
     * @param folder where they are
     * @return those of the eight types that are most common
     * @throws IOException if they cannot be read
     */
    public static Data read(Path folder) throws IOException {
      List<Variable> all = Initializers.read(folder);
      List<String> types =
          common(all.stream().map(Variable::type), 1).stream().limit(CLASSES).toList();
      List<Variable> kept = all.stream().filter(each -> types.contains(each.type())).toList();
      List<String> words = new ArrayList<>(List.of("?"));
      words.addAll(common(kept.stream().flatMap(each -> each.value().words()), RARE));
      return new Data(
          words,
          types,
          kept.stream().map(each -> Expression.binary(List.of(each.value()), words)).toList(),
          kept.stream().mapToInt(each -> types.indexOf(each.type())).toArray());
    }

    /** Lists what occurs often enough, the most common ones first. */
    private static List<String> common(Stream<String> all, int atLeast) {
      Map<String, Long> counts =
          all.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      return counts.keySet().stream()
          .filter(each -> counts.get(each) >= atLeast)
          .sorted(
              Comparator.<String>comparingLong(counts::get).reversed().thenComparing(each -> each))
          .toList();
    }

    /**
     * Picks variables to train with, or those held out: every fifth.
     *
     * @param trains whether they are those to train with
     * @return those
     */
    public Data part(boolean trains) {
      return of(IntStream.range(0, classes.length).filter(i -> i % 5 != 0 == trains).toArray());
    }

    Data of(int[] indices) {
      return new Data(
          words,
          types,
          Arrays.stream(indices).mapToObj(trees::get).toList(),
          Arrays.stream(indices).map(i -> classes[i]).toArray());
    }
  }

  /**
   * Trains, and prints how well the types of the rest are guessed, beside a guess by the root.
   *
   * @param arguments the folder of the sources, {@code processor/src/main/java} if there is none
   * @throws IOException if the sources cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Data all = Data.read(Path.of(arguments.length > 0 ? arguments[0] : "processor/src/main/java"));
    long start = System.nanoTime();
    Recursive net = train(all.part(true), 4_000, 1);
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf("variables          %d%n", all.trees().size());
    System.out.printf("types              %s%n", String.join(", ", all.types()));
    System.out.printf("right by the root  %.1f %%%n", 100 * accuracyByRoot(all));
    System.out.printf("right by the tree  %.1f %%%n", 100 * accuracy(net, all.part(false)));
    System.out.printf("seconds            %.1f%n", seconds);
  }

  /**
   * Trains a network.
   *
   * @param data what to learn from
   * @param steps how many steps to take
   * @param seed decides where it begins, and what is looked at
   * @return the network
   */
  public static Recursive train(Data data, int steps, long seed) {
    Random random = new Random(seed);
    Recursive net = Recursive.drawn(data.words().size(), NUMBERS, data.types().size(), random);
    Adam adam = new Adam(net.arrays());
    Workspace workspace = new Workspace();
    for (int step = 0; step < steps; step++) {
      Data batch = data.of(random.ints(BATCH, 0, data.trees().size()).toArray());
      Recursive gradient =
          RecursiveGrad.lossGrad(workspace, net, batch.trees(), batch.classes()).dnet();
      double left = 1 - step / (double) steps;
      adam.step(STEP * left, net.arrays(), gradient.arrays());
    }
    return net;
  }

  /**
   * How many types are guessed right.
   *
   * @param net a network
   * @param data variables
   * @return the part of them, from 0 to 1
   */
  public static double accuracy(Recursive net, Data data) {
    int right = 0;
    for (int i = 0; i < data.classes().length; i++) {
      Vector scores = net.scores(data.trees().get(i));
      right += scores.get(data.classes()[i]) == scores.max() ? 1 : 0;
    }
    return right / (double) data.classes().length;
  }

  /**
   * Tells the same of the type that the word at the root has most often.
   *
   * @param all variables
   * @return the part of those held out that is guessed right, from 0 to 1
   */
  public static double accuracyByRoot(Data all) {
    int[][] counts = new int[all.words().size()][all.types().size()];
    Data known = all.part(true);
    for (int i = 0; i < known.classes().length; i++) {
      counts[known.trees().get(i).word()][known.classes()[i]]++;
    }
    Data others = all.part(false);
    int right = 0;
    for (int i = 0; i < others.classes().length; i++) {
      int[] atRoot = counts[others.trees().get(i).word()];
      int most = Arrays.stream(atRoot).max().orElseThrow();
      right += atRoot[others.classes()[i]] == most ? 1 : 0;
    }
    return right / (double) others.classes().length;
  }
}
