package cotangent.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.tensor.Kernels;
import cotangent.tensor.MatrixProducts;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Products by a BLAS, against the textbook's loops: by the one in Java, which is everywhere. */
class NetlibProductsTest {
  private static final double ROUNDING = 1e-12;

  private final Random random = new Random(3);
  private final NetlibProducts products = new NetlibProducts(JavaBLAS.getInstance());
  private final NetlibProducts found = new NetlibProducts();

  private double[] numbers(int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  @Test
  void isFoundWhereItIsOnTheClassPath() {
    assertThat(ServiceLoader.load(MatrixProducts.class))
        .hasAtLeastOneElementOfType(NetlibProducts.class);
  }

  @Test
  void isLeftToTheTensorsWithoutANativeLibrary() {
    assertThat(products.isAvailable()).isFalse();
  }

  @Test
  void agreesWithLoops() {
    for (boolean transposesA : new boolean[] {false, true}) {
      for (boolean transposesB : new boolean[] {false, true}) {
        agrees(7, 5, 6, transposesA, transposesB);
        agrees(32, 300, 250, transposesA, transposesB);
        agrees(300, 32, 250, transposesA, transposesB);
        agrees(70, 80, 250, transposesA, transposesB);
      }
    }
  }

  private void agrees(int m, int n, int p, boolean transposesA, boolean transposesB) {
    double[] a = numbers(m * n);
    double[] b = numbers(n * p);
    double[] sum = numbers(m * p);
    double[] expected = sum.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < n; k++) {
          expected[i * p + j] +=
              a[transposesA ? k * m + i : i * n + k] * b[transposesB ? j * n + k : k * p + j];
        }
      }
    }
    int columnsOfA = transposesA ? m : n;
    int columnsOfB = transposesB ? n : p;
    products.addProduct(a, columnsOfA, transposesA, b, columnsOfB, transposesB, n, sum, m, p);
    assertThat(sum).containsExactly(expected, within(ROUNDING));
  }

  @Test
  void multipliesVectors() {
    int m = 9;
    int n = 4;
    double[] a = numbers(m * n);
    double[] x = numbers(n);
    double[] y = numbers(m);
    double[] times = new double[m];
    double[] transposed = new double[n];
    double[] outer = a.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        times[i] += a[i * n + j] * x[j];
        transposed[j] += a[i * n + j] * y[i];
        outer[i * n + j] += y[i] * x[j];
      }
    }
    double[] sum = new double[m];
    products.addTimes(a, m, n, false, x, sum);
    assertThat(sum).containsExactly(times, within(ROUNDING));
    double[] other = new double[n];
    products.addTimes(a, m, n, true, y, other);
    assertThat(other).containsExactly(transposed, within(ROUNDING));
    products.addOuter(y, x, a);
    assertThat(a).containsExactly(outer, within(ROUNDING));
  }

  /** The last bits tell whose order it was. */
  @Test
  void isNotAskedForSmallProducts() {
    double[] a = numbers(81);
    double[] b = numbers(81);
    assertThat(Kernels.product(a, 9, 9, false, b, 9, 9, false))
        .containsExactly(textbook(a, b, 9, 9, 9));
  }

  @Test
  void isAskedForLargeOnesWhereThereIsALibrary() {
    double[] a = numbers(50 * 784);
    double[] b = numbers(784 * 50);
    double[] own = new double[50 * 50];
    found.addProduct(a, 784, false, b, 50, false, 784, own, 50, 50);
    double[] expected = found.isAvailable() ? own : textbook(a, b, 50, 784, 50);
    assertThat(Kernels.product(a, 50, 784, false, b, 784, 50, false)).containsExactly(expected);
  }

  private static double[] textbook(double[] a, double[] b, int m, int n, int p) {
    double[] product = new double[m * p];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < p; j++) {
        for (int k = 0; k < n; k++) {
          product[i * p + j] += a[i * n + k] * b[k * p + j];
        }
      }
    }
    return product;
  }
}
