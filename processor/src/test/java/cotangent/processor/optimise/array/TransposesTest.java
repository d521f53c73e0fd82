package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Which transposes needn't be formed. */
class TransposesTest {
  private static final String INPUTS = "double[] a, int m, int n, double[] x, int k";

  private static final String TIMES =
      """
      double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "transposed"(a, m, n)
      double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "times"(t, n, m, x)
      r = y[k]
      yield r
      """;

  @Test
  void aMatrixIsMultipliedByColumns() {
    becomes(
        INPUTS,
        TIMES,
        """
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "transposedTimes"(a, m, n, x)
        r = y[k]
        yield r
        """);
  }

  @Test
  void notWhereTheMatrixChangesInBetween() {
    stays(INPUTS, TIMES.replace("double[] y", "first = x[k]\na[k] = first\ndouble[] y"));
  }

  @Test
  void notWhereTheTransposeIsWrittenTo() {
    stays(INPUTS, TIMES.replace("double[] y", "first = x[k]\nt[k] = first\ndouble[] y"));
  }

  @Test
  void notWhereAProductIsWrittenToBeforeItIsTransposed() {
    stays(
        "double[] a, double[] x, int m, int n, int k",
        """
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "outer"(a, x)
        first = x[k]
        y[k] = first
        double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "transposed"(y, m, n)
        r = t[k]
        yield r
        """);
  }

  @Test
  void aFactorOfAProductIsTakenTransposed() {
    becomes(
        INPUTS,
        """
        no = false
        double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "transposed"(a, m, n)
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "product"(x, k, n, no, t, n, m, no)
        r = y[k]
        yield r
        """,
        """
        no = false
        %1 = true
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "product"(x, k, n, no, a, m, n, %1)
        r = y[k]
        yield r
        """);
  }

  @Test
  void theTransposeOfAnOuterProductIsTheOtherOne() {
    becomes(
        "double[] a, double[] x, int k",
        """
        m = length(a)
        n = length(x)
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "outer"(a, x)
        double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "transposed"(y, m, n)
        r = t[k]
        yield r
        """,
        """
        double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "outer"(x, a)
        r = t[k]
        yield r
        """);
  }

  @Test
  void aProductInAnotherShapeIsTransposedAsItIs() {
    stays(
        "double[] a, double[] x, int m, int n, int k",
        """
        no = false
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "product"(a, m, m, no, x, m, n, no)
        double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "transposed"(y, n, m)
        r = t[k]
        yield r
        """);
  }

  @Test
  void aTransposeInAnotherShapeIsMultipliedAsItIs() {
    stays(
        "double[] a, double[] x, int m, int n, int k",
        """
        double[] t = call STATIC_METHOD "cotangent.tensor.Kernels" "transposed"(a, m, n)
        double[] y = call STATIC_METHOD "cotangent.tensor.Kernels" "times"(t, m, n, x)
        r = y[k]
        yield r
        """);
  }
}
