package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.Workspace;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What derivative methods say of tensors and records in arrays that are missing or don't fit. */
class ElementSizesTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;
      import cotangent.Shape;
      import cotangent.tensor.Matrix;
      import cotangent.tensor.Vector;
      import java.util.List;

      public class Layers {
        public record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {}

        public record Net(Layer[] layers, double scale) {}

        @Differentiable({GRADIENT, JVP})
        static double array(Layer[] layers, Vector x) {
          double sum = 0;
          for (Layer each : layers) {
            sum += each.w().sum() * each.b().sum() * x.sum();
          }
          return sum;
        }

        @Differentiable
        static double list(List<Layer> layers, Vector x) {
          double sum = 0;
          for (Layer each : layers) {
            sum += each.w().sum() * each.b().sum() * x.sum();
          }
          return sum;
        }

        @Differentiable
        static double inRecord(Net net) {
          return net.layers()[0].w().sum() * net.layers()[0].b().sum() * net.scale();
        }

        @Differentiable
        static double plain(double[] x, double[][] rows) {
          return x[0] * rows[1][0] * rows[0][0];
        }

        @Differentiable({GRADIENT, HVP})
        static double even(Vector[] xs, Matrix[] ms) {
          double sum = 0;
          for (int i = 0; i < xs.length; i += 2) {
            sum += xs[i].squaredNorm() * ms[i].sum();
          }
          return sum;
        }
      }
      """;

  private static final CompanionCalls COMPANION = new CompanionCalls("corpus.Layers", SOURCE);

  private final Vector x = Vector.of(1, 2);
  private final Matrix m = Matrix.identity(2);

  private static Object layer(int rows, int size) throws ReflectiveOperationException {
    return COMPANION.make("Layer", Matrix.zeros(rows, 3), Vector.zeros(size));
  }

  private static Object array(Object... all) {
    Object array = Array.newInstance(all[0].getClass(), all.length);
    System.arraycopy(all, 0, array, 0, all.length);
    return array;
  }

  private static Vector[] vectors(Vector... all) {
    return all;
  }

  private static Matrix[] matrices(Matrix... all) {
    return all;
  }

  @Test
  void recordsThatDoNotFit() throws ReflectiveOperationException {
    String message = "layers[1].b has length 4, but @Shape(\"m\") is 2, as layers[1].w is 2 × 3";
    Object fine = array(layer(2, 2), layer(4, 4));
    Object wrong = array(layer(2, 2), layer(2, 4));
    COMPANION.accepts("arrayGrad", fine, x);
    COMPANION.refuses(message, "arrayGrad", wrong, x);
    COMPANION.refuses(message, "arrayJvp", wrong, x, wrong, x);
    COMPANION.accepts("listGrad", List.of(layer(2, 2), layer(4, 4)), x);
    COMPANION.refuses(message, "listGrad", List.of(layer(2, 2), layer(2, 4)), x);
    COMPANION.refuses(
        "net." + message.replace("layers[1].w", "net.layers[1].w"),
        "inRecordGrad",
        COMPANION.make("Net", wrong, 2.0));
  }

  @Test
  void whatIsAddedTo() {
    Vector[] xs = {x, x};
    Matrix[] ms = {m, m};
    Vector[] dxs = {Vector.zeros(2), null};
    Matrix[] dms = {Matrix.zeros(2, 2), Matrix.zeros(2, 2)};
    String message = "dxs[1] is null, but xs[1] is not: derivatives are added to it";
    COMPANION.refuses(message, "evenGradAddTo", xs, ms, dxs, dms);
    COMPANION.refuses(message, "evenGradAddTo", new Workspace(), xs, ms, dxs, dms);
    dxs[1] = Vector.zeros(2);
    COMPANION.accepts("evenGradAddTo", xs, ms, dxs, dms);
    message = "dms and ms are one: what is added would change the argument";
    COMPANION.refuses(message, "evenGradAddTo", xs, ms, dxs, ms);
    dms[1] = m;
    message = "dms[1] and ms[1] are one: what is added would change the argument";
    COMPANION.refuses(message, "evenGradAddTo", xs, ms, dxs, dms);
    message = "dxs is null, but xs is not: derivatives are added to it";
    COMPANION.refuses(message, "evenGradAddTo", xs, ms, null, dms);
  }

  @Test
  void plainArraysThatAreAddedTo() {
    double[] one = {2};
    double[][] rows = {{3}, {4}};
    double[][] target = {{0}, {0}};
    COMPANION.accepts("plainGradAddTo", one, rows, new double[1], target);
    String message = "dx and x are one: what is added would change the argument";
    COMPANION.refuses(message, "plainGradAddTo", one, rows, one, target);
    message = "dx has length 2, but x has length 1";
    COMPANION.refuses(message, "plainGradAddTo", one, rows, new double[2], target);
    message = "dx is null, but x is not: derivatives are added to it";
    COMPANION.refuses(message, "plainGradAddTo", one, rows, null, target);
    message = "drows[1] and rows[1] are one: what is added would change the argument";
    COMPANION.refuses(
        message, "plainGradAddTo", one, rows, new double[1], new double[][] {{0}, rows[1]});
  }

  @Test
  void whatIsMissingAndNotRead() throws Throwable {
    Vector[] xs = vectors(x, null);
    Matrix[] ms = matrices(m, null);
    assertThat(COMPANION.call("even", xs, ms)).isEqualTo(COMPANION.original("even", xs, ms));
    Object gradient = COMPANION.call("evenGrad", xs, ms);
    var dxs = (Vector[]) gradient.getClass().getMethod("dxs").invoke(gradient);
    var dms = (Matrix[]) gradient.getClass().getMethod("dms").invoke(gradient);
    assertThat(Arrays.asList(dxs)).containsExactly(x.times(4), null);
    assertThat(Arrays.asList(dms))
        .containsExactly(Matrix.of(new double[][] {{5, 5}, {5, 5}}), null);
    COMPANION.accepts(
        "evenGradAddTo", xs, ms, vectors(x.copy(), null), matrices(Matrix.zeros(2, 2), null));
    COMPANION.accepts("evenHvp", xs, ms, xs, ms);
  }
}
