package cotangent.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds products to the bits of the textbook's loops, whatever rows and columns are left over. */
class VectorProductsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 3", "3, 0", "1, 1", "4, 7", "5, 8", "7, 9", "8, 16", "13, 17", "20, 10", "9, 127",
    "12, 128", "21, 129", "37, 200", "1, 300"
  })
  void addsAsTheTextbookDoes(int rows, int columns) {
    Random random = new Random(17);
    double[] a = drawn(random, rows * columns);
    double[] x = drawn(random, columns);
    double[] y = drawn(random, rows);
    double[] byRows = y.clone();
    double[] byColumns = x.clone();
    double[] outer = a.clone();
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += a[i * columns + j] * x[j];
        byColumns[j] += a[i * columns + j] * y[i];
        outer[i * columns + j] += y[i] * x[j];
      }
      byRows[i] += sum;
    }
    double[] times = y.clone();
    VectorProducts.addTimes(a, rows, columns, x, times);
    assertArrayEquals(byRows, times);
    double[] transposedTimes = x.clone();
    VectorProducts.addTransposedTimes(a, rows, columns, y, transposedTimes);
    assertArrayEquals(byColumns, transposedTimes);
    double[] added = a.clone();
    VectorProducts.addOuter(y, x, added);
    assertArrayEquals(outer, added);
  }

  private static double[] drawn(Random random, int length) {
    return random.doubles(length, -1, 1).toArray();
  }
}
