package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jacobians are written without rows that are only copied, and loops that do nothing. */
class JacobianCodeTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.JACOBIAN;

      import cotangent.Differentiable;

      class Sums {
        @Differentiable(JACOBIAN)
        static double[] powers(double[] x, int n) {
          double[] sums = new double[n];
          for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
              sum += Math.pow(x[i], k);
            }
            sums[k] = sum;
          }
          return sums;
        }

        @Differentiable(JACOBIAN)
        static double[] products(double[] x, int n) {
          double[] products = new double[n];
          for (int k = 0; k < n; k++) {
            double product = 1;
            for (int i = 0; i < x.length; i++) {
              product *= x[i];
              products[k] = product;
            }
            products[k] = product;
          }
          return products;
        }

        @Differentiable(JACOBIAN)
        static double[] moments(double[] x) {
          double sum = 0;
          double squares = 0;
          for (double each : x) {
            sum += each;
            squares += each * each;
          }
          return new double[] {sum, squares};
        }
      }
      """;

  private static String method(String name) {
    Compilation compilation =
        Compilation.of(Map.of("corpus.Sums", SOURCE), Compilation.processors().toList());
    assertThat(compilation.diagnostics()).isEmpty();
    String code = compilation.generated().get("corpus.SumsGrad");
    return code.substring(code.indexOf(name + "Jacobian("), code.indexOf("  /** What"));
  }

  @Test
  void sumsAreBuiltUpWhereTheyAreStored() {
    assertThat(method("powers"))
        .contains("double[] tsumsk = tsums[k];")
        .doesNotContain("double[] tsum = ");
  }

  @Test
  void whatIsStoredMeanwhileIsNot() {
    assertThat(method("products")).contains("double[] tproduct = ");
  }

  @Test
  void aRowReadsWhatItNeeds() {
    assertThat(method("moments")).doesNotContain("unused");
  }
}
