package cotangent.benchmarks.ratio;

import cotangent.benchmarks.Inputs;
import cotangent.tensor.Kernels;
import cotangent.tensor.MatrixProducts;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.DoubleSupplier;

/**
 * Prints for each kind of product what it takes in plain Java and by the BLAS that {@code
 * cotangent-blas} finds, from sizes at which plain Java is faster on. The artifact is not on the
 * class path, so tensors multiply by themselves here.
 */
public final class PlainBesideBlas {
  private static final String PLAIN = Workload.VALUE;
  private static final String BLAS = Workload.GRADIENT;
  private static final int[][] SHAPES = {
    {16, 16},
    {24, 24},
    {32, 32},
    {48, 48},
    {64, 64},
    {128, 128},
    {256, 256}, //
    {10, 50},
    {10, 100},
    {10, 200},
    {50, 10},
    {100, 10},
    {200, 10},
    {200, 16},
    {200, 24},
    {200, 32}
  };
  private static final int[] SIDES = {6, 8, 10, 12, 16, 24, 32, 64};
  private static final int BATCH = 32;

  private final MatrixProducts blas;
  private final Inputs in = new Inputs(21);

  private PlainBesideBlas(MatrixProducts blas) {
    this.blas = blas;
  }

  /**
   * Measures and prints one row after the other.
   *
   * @param arguments the class path of {@code cotangent-blas}, then parts of names of rows
   */
  public static void main(String[] arguments) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (String jar : arguments[0].split(File.pathSeparator)) {
      jars.add(new File(jar).toURI().toURL());
    }
    List<String> parts = List.of(arguments).subList(1, arguments.length);
    try (URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new))) {
      MatrixProducts blas = ServiceLoader.load(MatrixProducts.class, loader).iterator().next();
      if (!blas.isAvailable()) {
        System.err.println("there is no native BLAS here: docs/tensors.md says how it is found");
        System.exit(1);
      }
      System.out.printf("Java %s, %s%n%n", Runtime.version(), blas);
      System.out.printf(
          "%-36s %12s %10s %10s %7s%n", "product", "multiplied", "plain, µs", "BLAS, µs", "ratio");
      for (Workload row : new PlainBesideBlas(blas).rows()) {
        if (parts.isEmpty() || parts.stream().anyMatch(row.name()::contains)) {
          print(row);
        }
      }
    }
  }

  private static void print(Workload row) {
    Map<String, Double> measured = row.measure();
    double plain = Objects.requireNonNull(measured.get(PLAIN));
    double byBlas = Objects.requireNonNull(measured.get(BLAS));
    System.out.printf(
        Locale.ROOT,
        "%-49s %10.3f %10.3f %7.2f%n",
        row.name(),
        plain * 1e-3,
        byBlas * 1e-3,
        byBlas / plain);
  }

  private List<Workload> rows() {
    List<Workload> rows = new ArrayList<>();
    for (int[] shape : SHAPES) {
      rows.add(times(shape[0], shape[1]));
    }
    for (int[] shape : SHAPES) {
      rows.add(transposedTimes(shape[0], shape[1]));
    }
    for (int[] shape : SHAPES) {
      rows.add(outer(shape[0], shape[1]));
    }
    for (int n : SIDES) {
      rows.add(product("a × b", n, n, n, false, false));
    }
    for (int n : SIDES) {
      rows.add(product("batch × b", BATCH, n, n, false, false));
    }
    for (int n : SIDES) {
      rows.add(product("a × bᵀ", BATCH, n, n, false, true));
    }
    for (int n : SIDES) {
      rows.add(product("aᵀ × b", n, BATCH, n, true, false));
    }
    return rows;
  }

  private static Workload row(String name, int count, DoubleSupplier plain, DoubleSupplier byBlas) {
    return Workload.of(String.format("%-36s %12d", name, count), plain).gradient(byBlas);
  }

  private Workload times(int m, int n) {
    double[] a = in.normal(m * n);
    double[] x = in.normal(n);
    double[] sum = new double[m];
    double[] other = new double[m];
    return row(
        "matrix × vector " + m + " × " + n,
        m * n,
        () -> {
          sum[0] = 0;
          Kernels.addTimes(a, m, n, x, sum);
          return sum[0];
        },
        () -> {
          other[0] = 0;
          blas.addTimes(a, m, n, false, x, other);
          return other[0];
        });
  }

  private Workload transposedTimes(int m, int n) {
    double[] a = in.normal(m * n);
    double[] y = in.normal(m);
    double[] sum = new double[n];
    double[] other = new double[n];
    return row(
        "transpose × vector " + m + " × " + n,
        m * n,
        () -> {
          sum[0] = 0;
          Kernels.addTransposedTimes(a, m, n, y, sum);
          return sum[0];
        },
        () -> {
          other[0] = 0;
          blas.addTimes(a, m, n, true, y, other);
          return other[0];
        });
  }

  private Workload outer(int m, int n) {
    double[] x = in.normal(m);
    double[] y = in.normal(n);
    double[] sum = new double[m * n];
    double[] other = new double[m * n];
    return row(
        "outer product " + m + " × " + n,
        m * n,
        () -> {
          sum[0] = 0;
          Kernels.addOuter(x, y, sum);
          return sum[0];
        },
        () -> {
          other[0] = 0;
          blas.addOuter(x, y, other);
          return other[0];
        });
  }

  private Workload product(
      String name, int m, int inner, int n, boolean transposesA, boolean transposesB) {
    double[] a = in.normal(m * inner);
    double[] b = in.normal(inner * n);
    double[] sum = new double[m * n];
    double[] other = new double[m * n];
    int rowsOfA = transposesA ? inner : m;
    int columnsOfA = transposesA ? m : inner;
    int rowsOfB = transposesB ? n : inner;
    int columnsOfB = transposesB ? inner : n;
    return row(
        name + " " + m + " × " + inner + " × " + n,
        m * inner * n,
        () -> {
          sum[0] = 0;
          Kernels.addProduct(
              a, rowsOfA, columnsOfA, transposesA, b, rowsOfB, columnsOfB, transposesB, sum);
          return sum[0];
        },
        () -> {
          other[0] = 0;
          blas.addProduct(
              a, columnsOfA, transposesA, b, columnsOfB, transposesB, inner, other, m, n);
          return other[0];
        });
  }
}
