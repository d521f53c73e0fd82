package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gradient of a network reads as if it were written by hand: names, arrays, steps. */
class NetworkCodeTest {
  private static final String SOURCE =
      """
      package corpus;

      import cotangent.Differentiable;
      import cotangent.tensor.Matrix;
      import cotangent.tensor.Vector;

      class Networks {
        record Net(Matrix v, Vector c, Matrix w, Vector b) {}

        @Differentiable(wrt = "net")
        static double loss(Net net, Matrix x, Matrix y) {
          Matrix hidden = x.times(net.v().transpose()).plusEachRow(net.c()).sigmoid();
          Matrix output = hidden.times(net.w().transpose()).plusEachRow(net.b());
          return output.minus(y).squaredNorm() + net.w().squaredNorm();
        }
      }
      """;

  @Test
  void isWhatAPersonWouldWrite() {
    Compilation compilation =
        Compilation.of(Map.of("corpus.Networks", SOURCE), Compilation.processors().toList());
    assertThat(compilation.diagnostics()).isEmpty();
    String code = compilation.generated().get("corpus.NetworksGrad");
    String gradient = code.substring(code.indexOf("lossGrad(Workspace workspace"));
    assertThat(gradient)
        .contains(
            """
                double[] dhidden = workspace.zeros(3, xRows * vRows);
                Kernels.addProduct(dhiddenWT, xRows, wRows, false, wValues, wRows, vRows, false, dhidden);
                Kernels.addProduct(dhiddenWT, xRows, wRows, true, hidden, xRows, vRows, false, dwValues);
                for (int i = 0; i < xRows; i++) {
                  for (int j = 0; j < vRows; j++) {
                    int ij = i * vRows + j;
                    double dhiddenij = dhidden[ij];
                    double hiddenij = hidden[ij];
                    double t = hiddenij * (1 - hiddenij);
                    double dhiddenij2 = t == 0 ? 0 : dhiddenij * t;
                    dcValues[j] += dhiddenij2;
                    dhidden[ij] = dhiddenij2;
                  }
                }
                Kernels.addProduct(dhidden, xRows, vRows, true, xValues, xRows, xColumns, false, dvValues);
            """)
        .contains("dwValues[i] += 2 * wValues[i];");
  }
}
