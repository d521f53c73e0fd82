package cotangent.processor.optimise.array;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.Optimiser;
import org.junit.jupiter.api.Test;

/** Rows that are read before a function is called. */
class LateRowsTest {
  private static final String FUNCTION =
      """
      function f(double[][] da, int i, double x) {
        own = da[i]
        own[i] = x
        yield x
      }
      """;

  private static final String EARLY =
      """
      graph g(double[][] da, int i, double x) {
        row = da[i]
        double y = call f(da, i, x)
        row[i] = y
        yield y
      }
      """;

  private static final String LATE =
      """
      graph g(double[][] da, int i, double x) {
        double y = call f(da, i, x)
        row = da[i]
        row[i] = y
        yield y
      }
      """;

  @Test
  void areReadBehindIt() {
    assertThat(finished(EARLY + FUNCTION)).isEqualTo(LATE + FUNCTION);
  }

  @Test
  void areReadBeforeWhereTheUserReadsThem() {
    stays(EARLY.replace("row = da[i]", "row = da[i] @1") + FUNCTION);
  }

  @Test
  void areReadBeforeWhereAFunctionExchangesRows() {
    stays(EARLY + FUNCTION.replace("own[i] = x", "zero = 0\n  da[zero] = own"));
  }

  @Test
  void areReadBeforeWhereAFunctionCallsUnknownCode() {
    stays(
        EARLY
            + FUNCTION.replace(
                "own[i] = x", "own[i] = x\n  call STATIC_METHOD \"p.A\" \"exchange\"(da)"));
  }

  @Test
  void areReadBeforeARowIsExchanged() {
    String other =
        "double y = call f(da, i, x)\n  zero = 0\n  other = da[zero] @1\n  da[i] = other";
    stays(EARLY.replace("double y = call f(da, i, x)", other) + FUNCTION);
  }

  @Test
  void areReadWhereTheyAreUsedAtOnce() {
    stays(EARLY.replace("row = da[i]", "row = da[i]\n  row[i] = x") + FUNCTION);
  }

  private static void stays(String text) {
    assertThat(finished(text)).isEqualTo(text);
  }

  private static String finished(String text) {
    return GraphText.print(
        Optimiser.finish(GraphCheck.check(GraphTextParser.parse(text, Operations::byName))));
  }
}
