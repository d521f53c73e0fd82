package cotangent.examples;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Holds samples with their classes.
 *
 * @param x features, one row for each sample
 * @param y classes, −1 or 1
 */
public record Dataset(double[][] x, double[] y) {
  /**
   * Reads a table that stands beside this class: a header, then one line for each sample, its
   * features and its class, 0 or 1, separated by commas.
   *
   * @param resource name of the table
   * @return the samples, with class 0 as −1
   * @throws IOException if the table is missing or cannot be read
   */
  public static Dataset read(String resource) throws IOException {
    try (InputStream in = Dataset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      double[][] rows =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .skip(1)
              .map(
                  line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      int features = rows[0].length - 1;
      return new Dataset(
          Arrays.stream(rows).map(row -> Arrays.copyOf(row, features)).toArray(double[][]::new),
          Arrays.stream(rows).mapToDouble(row -> row[features] == 1 ? 1 : -1).toArray());
    }
  }

  /**
   * Picks samples by their number.
   *
   * @param wanted tells which to keep
   * @return those samples, in the same order
   */
  public Dataset where(IntPredicate wanted) {
    int[] kept = IntStream.range(0, x.length).filter(wanted).toArray();
    return new Dataset(
        Arrays.stream(kept).mapToObj(i -> x[i]).toArray(double[][]::new),
        Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
  }

  /**
   * Shifts and scales the features so that each has mean zero and variance one in {@code
   * reference}.
   *
   * @param reference the samples that mean and variance are taken from
   * @return as many samples, with standardised features
   */
  public Dataset standardisedBy(Dataset reference) {
    double[][] standardised = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    for (int j = 0; j < x[0].length; j++) {
      int feature = j;
      double mean = Arrays.stream(reference.x).mapToDouble(row -> row[feature]).average().orElse(0);
      double variance =
          Arrays.stream(reference.x)
              .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
              .average()
              .orElse(1);
      for (double[] row : standardised) {
        row[j] = (row[j] - mean) / Math.sqrt(variance);
      }
    }
    return new Dataset(standardised, y);
  }
}
