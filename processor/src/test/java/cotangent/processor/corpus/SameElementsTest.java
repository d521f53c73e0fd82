package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.Workspace;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Array;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Derivative methods refuse arrays of which two elements are one, or are arguments as well, where
 * the method writes to elements.
 */
class SameElementsTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;
      import cotangent.tensor.Matrix;
      import cotangent.tensor.Vector;
      import java.util.List;

      public class Elements {
        public record Layer(Matrix w, double[] b) {}

        public record Net(Layer[] layers, double[][] rows) {}

        private final double[][] buffer;

        public Elements(double[][] buffer) {
          this.buffer = buffer;
        }

        @Differentiable({GRADIENT, JVP, HVP})
        static double vectors(Vector[] xs, Vector y) {
          xs[0].set(0, xs[1].get(0) * y.get(0));
          return xs[0].dot(xs[1]) * y.get(0);
        }

        @Differentiable({VJP, JVP})
        static void matrices(Matrix[] xs, Matrix[] ys) {
          for (int i = 0; i < xs.length; i++) {
            ys[i].set(0, 0, xs[i].get(0, 0) * xs[i].get(1, 1) * ys[i].get(1, 0));
          }
        }

        @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
        static double rows(double[][] x, double[] y) {
          x[0][0] = x[1][0] * y[0];
          return x[0][0] * x[1][0];
        }

        @Differentiable({GRADIENT, JVP, HESSIAN, HVP})
        static double deep(double[][][] x) {
          x[0][1][0] *= x[1][0][0];
          return x[0][1][0] * x[1][0][0];
        }

        @Differentiable({GRADIENT, JVP, HVP})
        static double records(Layer[] layers, double[] y) {
          layers[0].b()[0] *= layers[1].b()[0] * y[0];
          return layers[0].b()[0] * layers[1].b()[0] * layers[0].w().get(0, 0);
        }

        @Differentiable({GRADIENT, JVP, HVP})
        static double lists(List<Layer> layers) {
          layers.get(0).w().set(0, 0, layers.get(1).w().get(0, 0) * layers.get(1).b()[0]);
          return layers.get(0).w().get(0, 0) * layers.get(1).w().get(0, 0);
        }

        @Differentiable({GRADIENT, JVP, HVP})
        static double nested(Net net) {
          net.layers()[0].b()[0] *= net.layers()[1].b()[0];
          net.rows()[1][0] *= net.layers()[1].b()[0];
          return net.layers()[0].b()[0] * net.rows()[1][0];
        }

        @Differentiable({GRADIENT, JVP})
        double fills(double[][] x) {
          buffer[1][0] = x[0][0] * x[0][0];
          return buffer[1][0] * x[0][0];
        }

        @Differentiable(wrt = "x")
        static double looksUp(double x, double[][] table, int[][] places, String[][] names) {
          places[0][0]++;
          return x * java.util.Arrays.deepHashCode(table) * names[0][0].length()
              + java.util.Arrays.asList(names).size() * places[1][0];
        }

        @Differentiable
        static double inner(double[] x) {
          double[][] rows = {x, x};
          return ElementsGrad.rowsGrad(rows, new double[] {2}).dx()[0][0] * x[0];
        }

        @Differentiable({GRADIENT, JVP, HVP})
        static double reads(Vector[] xs, double[][] rows) {
          double sum = 0;
          for (Vector x : xs) {
            sum += x.squaredNorm() * xs[0].get(0) * rows[0][0] * rows[1][0];
          }
          return sum;
        }

        @Differentiable({GRADIENT, JVP, HVP})
        static double replaces(Vector[] xs, double[][] rows) {
          xs[0] = xs[0].times(xs[1].get(0));
          xs[0].set(0, xs[1].get(1) * xs[0].get(0));
          double[] first = rows[0];
          rows[0] = rows[2];
          rows[2] = first;
          return xs[0].dot(xs[1]) * rows[0][0] * rows[0][0] * rows[2][0];
        }

        @Differentiable
        static double handsOn(Vector[] xs, Vector[] ys) {
          xs[0] = ys[1].times(2);
          return ys[0].dot(xs[0]);
        }
      }
      """;

  private static final CompanionCalls COMPANION = new CompanionCalls("corpus.Elements", SOURCE);

  private final Vector a = Vector.of(2, 3);
  private final Vector b = Vector.of(5, 7);
  private final double[] one = {2};
  private final double[] two = {3};

  private static String message(String one, String other, String method) {
    return one + " and " + other + " are the same array, to which " + method + " may write";
  }

  private static Vector[] vectors(Vector... all) {
    return all;
  }

  private static double[][] rows(double[]... all) {
    return all;
  }

  @Test
  void vectors() {
    String message = message("xs[0]", "xs[2]", "vectors");
    Vector[] same = {a, b, a};
    Vector[] others = {Vector.ones(2), Vector.ones(2), Vector.ones(2)};
    Vector y = Vector.of(1, 2);
    COMPANION.refuses(message, "vectorsGrad", same, y);
    COMPANION.refuses(message, "vectorsGrad", new Workspace(), same, y);
    COMPANION.refuses(message, "vectorsGradAddTo", same, y, others, Vector.ones(2));
    COMPANION.refuses(message, "vectorsGradAddTo", new Workspace(), same, y, others, a.copy());
    COMPANION.refuses(message, "vectorsJvp", same, y, others, y);
    COMPANION.refuses(message, "vectorsHvp", same, y, others, y);
    COMPANION.refuses(message, "vectorsHvp", new Workspace(), same, y, others, y);
    assertThat(a).isEqualTo(Vector.of(2, 3));
    COMPANION.accepts("vectors", same, y);
    COMPANION.accepts("vectorsGrad", vectors(a, b), y);
  }

  @Test
  void vectorsThatShareTheirNumbers() {
    double[] shared = {1, 2};
    String message = message("xs[0]", "xs[1]", "vectors");
    COMPANION.refuses(message, "vectorsGrad", vectors(Vector.wrap(shared), Vector.wrap(shared)), a);
  }

  @Test
  void elementsAndOtherArguments() {
    Vector[] xs = {a, b};
    Vector[] others = {Vector.ones(2), Vector.ones(2)};
    COMPANION.refuses(message("xs[1]", "y", "vectors"), "vectorsGrad", xs, b);
    String tangent = message("xs[1]", "txs[0]", "vectors");
    COMPANION.refuses(tangent, "vectorsJvp", xs, Vector.ones(2), vectors(b, Vector.ones(2)), a);
    COMPANION.refuses(message("xs[0]", "ty", "vectors"), "vectorsHvp", xs, others[0], others, a);
    String target = message("xs[0]", "dxs[1]", "vectors");
    Vector[] targets = {Vector.zeros(2), a};
    COMPANION.refuses(target, "vectorsGradAddTo", xs, Vector.ones(2), targets, Vector.ones(2));
    COMPANION.accepts("vectorsJvp", xs, Vector.ones(2), vectors(others[0], others[0]), others[0]);
  }

  @Test
  void matrices() {
    Matrix[] xs = {Matrix.identity(2), Matrix.identity(2)};
    Matrix[] ys = {Matrix.identity(2), Matrix.identity(2), xs[1]};
    Matrix[] seed = {Matrix.identity(2), Matrix.identity(2), Matrix.identity(2)};
    Matrix[] tangents = {Matrix.identity(2), Matrix.identity(2)};
    String message = message("ys[2]", "xs[1]", "matrices");
    COMPANION.refuses(message, "matricesVjp", xs, ys, seed);
    COMPANION.refuses(message, "matricesVjp", new Workspace(), xs, ys, seed);
    COMPANION.refuses(message, "matricesJvp", xs, ys, tangents, seed);
    ys[2] = ys[0];
    COMPANION.refuses(message("ys[0]", "ys[2]", "matrices"), "matricesVjp", xs, ys, seed);
    ys[2] = seed[0];
    COMPANION.refuses(message("ys[2]", "seed[0]", "matrices"), "matricesVjp", xs, ys, seed);
    xs[1] = xs[0];
    ys[2] = Matrix.identity(2);
    COMPANION.accepts("matricesVjp", xs, ys, seed);
  }

  @Test
  void rowsOfNumbers() {
    String message = message("x[0]", "x[1]", "rows");
    double[][] same = {one, one};
    double[][] other = {{1}, {1}};
    double[] y = {4};
    double[] ty = {1};
    COMPANION.refuses(message, "rowsGrad", same, y);
    COMPANION.refuses(message, "rowsGradAddTo", same, y, other, ty);
    COMPANION.refuses(message, "rowsGradAddTo", new Workspace(), same, y, other, ty);
    COMPANION.refuses(message, "rowsVjp", same, y, 1.0);
    COMPANION.refuses(message, "rowsJvp", same, y, other, ty);
    COMPANION.refuses(message, "rowsHvp", same, y, other, ty);
    COMPANION.refuses(message, "rowsHessian", same, y);
    COMPANION.refuses(message("x[1]", "y", "rows"), "rowsHessian", rows(one, two), two);
    COMPANION.accepts("rowsHvp", rows(one, two), y, rows(ty, ty), ty);
    double[] empty = {};
    COMPANION.accepts("rowsGrad", rows(one, two, empty, empty, null, null), y);
  }

  @Test
  void rowsOfRows() {
    String message = message("x[0][1]", "x[1][0]", "deep");
    double[][][] same = {{two, one}, {one}};
    double[][][] other = {{{1}, {1}}, {{1}}};
    COMPANION.refuses(message, "deepGrad", (Object) same);
    COMPANION.refuses(message, "deepJvp", same, other);
    COMPANION.refuses(message, "deepHvp", same, other);
    COMPANION.refuses(message, "deepHessian", (Object) same);
    COMPANION.accepts("deepGrad", (Object) new double[][][] {{two, two.clone()}, {one}, null});
  }

  private static Object layers(Object... all) {
    Object layers = Array.newInstance(all[0].getClass(), all.length);
    System.arraycopy(all, 0, layers, 0, all.length);
    return layers;
  }

  @Test
  void records() throws ReflectiveOperationException {
    Object first = COMPANION.make("Layer", Matrix.identity(2), one);
    Object second = COMPANION.make("Layer", Matrix.identity(2), two);
    Object third = COMPANION.make("Layer", Matrix.identity(2), one);
    String message = message("layers[0].b", "layers[2].b", "records");
    Object same = layers(first, second, third);
    COMPANION.refuses(message, "recordsGrad", same, new double[1]);
    COMPANION.refuses(message, "recordsGrad", layers(first, second, first), new double[1]);
    COMPANION.refuses(message, "recordsJvp", same, new double[1], same, new double[1]);
    COMPANION.refuses(message, "recordsHvp", same, new double[1], same, new double[1]);
    String other = message("layers[1].b", "y", "records");
    COMPANION.refuses(other, "recordsGrad", layers(first, second), two);
    Matrix shared = Matrix.identity(2);
    Object fourth = COMPANION.make("Layer", shared, new double[1]);
    Object fifth = COMPANION.make("Layer", shared, new double[1]);
    COMPANION.accepts("recordsGrad", layers(fourth, fifth), one);
  }

  @Test
  void lists() throws ReflectiveOperationException {
    Matrix shared = Matrix.identity(2);
    Object first = COMPANION.make("Layer", shared, one);
    Object second = COMPANION.make("Layer", shared, two);
    Object third = COMPANION.make("Layer", Matrix.identity(2), one);
    String message = message("layers[0].w", "layers[1].w", "lists");
    List<Object> same = List.of(first, second);
    COMPANION.refuses(message, "listsGrad", same);
    COMPANION.refuses(message, "listsJvp", same, same);
    COMPANION.refuses(message, "listsHvp", same, same);
    COMPANION.accepts("listsGrad", List.of(first, third));
  }

  @Test
  void arraysInRecords() throws ReflectiveOperationException {
    Object first = COMPANION.make("Layer", Matrix.identity(2), one);
    Object second = COMPANION.make("Layer", Matrix.identity(2), two);
    Object net = COMPANION.make("Net", layers(first, second), rows(new double[1], one));
    String message = message("net.layers[0].b", "net.rows[1]", "nested");
    COMPANION.refuses(message, "nestedGrad", net);
    COMPANION.refuses(message, "nestedJvp", net, net);
    COMPANION.refuses(message, "nestedHvp", net, net);
  }

  @Test
  void fieldsAndLocalArrays() throws ReflectiveOperationException {
    String message = message("buffer[1]", "x[0]", "fills");
    COMPANION.refuses(message, "fillsGrad", COMPANION.self((Object) rows(two, one)), rows(one));
    String local = message("x[0]", "x[1]", "rows");
    COMPANION.refuses(local, "innerGrad", one);
  }

  @Test
  void manyRows() {
    double[][] many = new double[500][1];
    double[] y = {4};
    COMPANION.accepts("rowsGrad", many, y);
    many[400] = y;
    COMPANION.refuses(message("x[400]", "y", "rows"), "rowsGrad", many, y);
    many[400] = many[17];
    COMPANION.refuses(message("x[17]", "x[400]", "rows"), "rowsGrad", many, y);
    many[400] = two;
    double[][] tangents = new double[500][1];
    tangents[3] = two;
    String message = message("x[400]", "tx[3]", "rows");
    COMPANION.refuses(message, "rowsJvp", many, y, tangents, one);
  }

  @Test
  void onlyWhereElementsAreWritten() throws Throwable {
    Vector[] xs = {a, b, a};
    double[][] rows = {one, two, one};
    double[][] tangents = {{1}, {1}, {1}};
    COMPANION.accepts("readsGrad", xs, rows);
    COMPANION.accepts("readsHvp", xs, rows, xs, tangents);
    COMPANION.accepts("replacesGrad", xs.clone(), rows.clone());
    COMPANION.accepts("replacesHvp", xs.clone(), rows.clone(), xs, tangents);
  }

  @Test
  void constantsThatOtherCodeLooksAt() {
    int[] places = {1};
    String[] names = {"a"};
    COMPANION.accepts(
        "looksUpGrad",
        2.0,
        rows(one, one),
        new int[][] {places, places},
        new String[][] {names, names});
  }

  /** The value is that of the method, whatever it is given. */
  @Test
  void values() throws Throwable {
    for (String method : List.of("vectors", "handsOn")) {
      boolean handsOn = method.equals("handsOn");
      Vector[] xs = {a.copy(), b.copy()};
      Vector[] same = {a.copy(), b.copy()};
      Object expected = COMPANION.original(method, xs, handsOn ? xs : xs[1]);
      assertThat(COMPANION.call(method, same, handsOn ? same : same[1])).isEqualTo(expected);
      assertThat(same).isEqualTo(xs);
    }
    double[] shared = {3};
    double[] sharedToo = {3};
    Object expected = COMPANION.original("rows", rows(shared, shared), shared);
    assertThat(COMPANION.call("rows", rows(sharedToo, sharedToo), sharedToo)).isEqualTo(expected);
    assertThat(sharedToo).isEqualTo(shared);
  }

  @Test
  void oneArrayForTwoArgumentsWhereElementsAreReplaced() {
    Vector[] xs = {a, b};
    COMPANION.refuses(message("xs", "ys", "handsOn"), "handsOnGrad", xs, xs);
    COMPANION.accepts("handsOnGrad", xs, xs.clone());
  }
}
