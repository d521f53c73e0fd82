package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layers that are objects keep what goes into them by its reference, and copy none of it. */
class LayersCodeTest {
  private static final String SOURCE =
      """
      package corpus;

      import cotangent.Differentiable;
      import java.util.List;

      class Layers {
        interface Layer {
          double[] forward(double[] x);
        }

        record Dense(double[][] w, double[] b) implements Layer {
          public double[] forward(double[] x) {
            double[] out = b.clone();
            for (int i = 0; i < out.length; i++) {
              for (int j = 0; j < x.length; j++) {
                out[i] += w[i][j] * x[j];
              }
            }
            return out;
          }
        }

        record Squares() implements Layer {
          public double[] forward(double[] x) {
            double[] out = new double[x.length];
            for (int i = 0; i < x.length; i++) {
              out[i] = x[i] * x[i];
            }
            return out;
          }
        }

        @Differentiable
        static double loss(double[][] w, double[] b, double[] x) {
          List<Layer> layers = List.of(new Dense(w, b), new Squares(), new Dense(w, b));
          double[] a = x;
          for (Layer layer : layers) {
            a = layer.forward(a);
          }
          return a[0];
        }
      }
      """;

  @Test
  void copiesNothing() {
    Compilation compilation =
        Compilation.of(Map.of("corpus.Layers", SOURCE), Compilation.processors().toList());
    assertThat(compilation.diagnostics()).isEmpty();
    String code = compilation.generated().get("corpus.LayersGrad");
    String gradient = code.substring(code.indexOf("lossGradAddTo(Workspace workspace"));
    assertThat(gradient)
        .contains("out[j] += w[j][k] * a[k];", "out[j] = aj * aj;")
        .doesNotContain("kept2");
  }
}
