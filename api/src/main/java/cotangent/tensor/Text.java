package cotangent.tensor;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Writes tensors as a person would: whole numbers without a point, columns below each other. */
final class Text {
  /** Elements up to which all are written, and how many are written at each end of a longer row. */
  private static final int WHOLE = 1_000;

  private static final int AT_EACH_END = 3;
  private static final int LEFT_OUT = -1;

  private Text() {}

  static String of(Vector vector) {
    return IntStream.of(shown(vector.size(), vector.size()))
        .mapToObj(i -> i == LEFT_OUT ? "..." : of(vector.get(i)))
        .collect(joining(", ", "[", "]"));
  }

  static String of(Matrix matrix) {
    int elements = matrix.rows() * matrix.columns();
    int[] columns = shown(matrix.columns(), elements);
    String[][] cells =
        IntStream.of(shown(matrix.rows(), elements))
            .mapToObj(i -> cells(matrix, i, columns))
            .toArray(String[][]::new);
    int[] widths =
        IntStream.range(0, columns.length)
            .map(j -> Arrays.stream(cells).mapToInt(row -> row[j].length()).max().orElse(0))
            .toArray();
    return Arrays.stream(cells).map(row -> line(row, widths)).collect(joining("\n"));
  }

  private static String[] cells(Matrix matrix, int i, int[] columns) {
    return IntStream.of(columns)
        .mapToObj(j -> i == LEFT_OUT || j == LEFT_OUT ? "..." : of(matrix.get(i, j)))
        .toArray(String[]::new);
  }

  private static String line(String[] row, int[] widths) {
    return IntStream.range(0, row.length)
        .mapToObj(j -> " ".repeat(widths[j] - row[j].length()) + row[j])
        .collect(joining(", ", "[", "]"));
  }

  private static int[] shown(int size, int elements) {
    if (elements <= WHOLE || size <= 2 * AT_EACH_END) {
      return IntStream.range(0, size).toArray();
    }
    IntStream head = IntStream.range(0, AT_EACH_END);
    IntStream tail = IntStream.range(size - AT_EACH_END, size);
    return IntStream.concat(IntStream.concat(head, IntStream.of(LEFT_OUT)), tail).toArray();
  }

  private static String of(double x) {
    String text = Double.toString(x);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
