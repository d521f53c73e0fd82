package cotangent.examples;

import cotangent.Workspace;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Learns to read handwritten digits: a network of two layers, trained in mini-batches by Adam with
 * the generated gradient.
 */
public final class Digits {
  private static final int HIDDEN = 64;
  private static final int BATCH = 32;
  private static final int EPOCHS = 40;
  private static final double STEP = 0.003;
  private static final double BRIGHTEST = 16;

  private Digits() {}

  /**
   * Pictures of digits.
   *
   * @param x brightness of 8 × 8 pixels, a picture in each row
   * @param classes which digit each one is
   */
  public record Pictures(Matrix x, int[] classes) {
    Pictures of(int[] indices) {
      return new Pictures(x.rows(indices), Arrays.stream(indices).map(i -> classes[i]).toArray());
    }
  }

  /**
   * Trains on four fifths of the pictures and prints how well the rest is read.
   *
   * @param arguments none
   * @throws IOException if the data cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Pictures all = read();
    long start = System.nanoTime();
    Network network = train(part(all, true), 1);
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf("loss               %.4f%n", loss(network, part(all, true)));
    System.out.printf("accuracy           %.1f %%%n", 100 * accuracy(network, part(all, true)));
    System.out.printf("accuracy held out  %.1f %%%n", 100 * accuracy(network, part(all, false)));
    System.out.printf("seconds            %.1f%n", seconds);
  }

  /**
   * Reads the pictures.
   *
   * @return 1,797 of them
   * @throws IOException if they are missing or cannot be read
   */
  public static Pictures read() throws IOException {
    try (InputStream in = Digits.class.getResourceAsStream("digits.csv.gz")) {
      if (in == null) {
        throw new FileNotFoundException("digits.csv.gz");
      }
      List<double[]> rows =
          new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
              .lines()
              .map(
                  line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toList();
      int pixels = rows.get(0).length - 1;
      double[][] x = rows.stream().map(row -> Arrays.copyOf(row, pixels)).toArray(double[][]::new);
      int[] classes = rows.stream().mapToInt(row -> (int) row[pixels]).toArray();
      return new Pictures(Matrix.of(x).dividedBy(BRIGHTEST), classes);
    }
  }

  /**
   * Picks the pictures to train with, or those held out: every fifth.
   *
   * @param all all pictures
   * @param trains whether they are those to train with
   * @return those
   */
  public static Pictures part(Pictures all, boolean trains) {
    int[] indices = new int[all.classes().length];
    int count = 0;
    for (int i = 0; i < indices.length; i++) {
      if (i % 5 != 0 == trains) {
        indices[count++] = i;
      }
    }
    return all.of(Arrays.copyOf(indices, count));
  }

  /**
   * Trains a network.
   *
   * @param data what to train it with
   * @param seed decides where it begins, and the order of the pictures
   * @return the network
   */
  public static Network train(Pictures data, long seed) {
    Random random = new Random(seed);
    Network network =
        new Network(
            drawn(data.x().columns(), HIDDEN, random),
            Vector.zeros(HIDDEN),
            drawn(HIDDEN, 10, random),
            Vector.zeros(10));
    Adam adam = new Adam(network.arrays());
    Workspace workspace = new Workspace();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < data.classes().length; i++) {
      order.add(i);
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int from = 0; from < order.size(); from += BATCH) {
        List<Integer> indices = order.subList(from, Math.min(from + BATCH, order.size()));
        Pictures batch = data.of(indices.stream().mapToInt(i -> i).toArray());
        Network gradient =
            NetworkGrad.lossGrad(workspace, network, batch.x(), batch.classes()).dnet();
        adam.step(STEP, network.arrays(), gradient.arrays());
      }
    }
    return network;
  }

  private static Matrix drawn(int rows, int columns, Random random) {
    double[] elements = random.doubles((long) rows * columns, -1, 1).toArray();
    return Matrix.wrap(rows, columns, elements).times(Math.sqrt(3.0 / rows));
  }

  static double loss(Network network, Pictures data) {
    return Network.loss(network, data.x(), data.classes());
  }

  /**
   * How many pictures are read right.
   *
   * @param network a network
   * @param data pictures
   * @return the part of them, from 0 to 1
   */
  public static double accuracy(Network network, Pictures data) {
    Matrix scores = network.scores(data.x());
    int right = 0;
    for (int i = 0; i < scores.rows(); i++) {
      Vector row = scores.row(i);
      right += row.get(data.classes()[i]) == row.max() ? 1 : 0;
    }
    return right / (double) scores.rows();
  }
}
