package cotangent.processor.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs random graphs before and after: they must compute the same bits and throw the same. Graphs
 * that the compiler made itself may throw less, and need not tell minus zero from zero.
 */
@Tag("once")
class OptimiserFuzzTest {
  private static final int GRAPHS = Integer.getInteger("cotangent.fuzz.graphs", 2000);

  @Test
  void optimisedGraphsComputeTheSame() {
    for (int seed = 0; seed < GRAPHS; seed++) {
      boolean written = seed % 3 == 0;
      boolean mixed = seed % 3 == 1;
      Graph graph = GraphCheck.check(new RandomGraph(seed, written, mixed).make());
      Graph optimised = Optimiser.finish(graph);
      for (int input = 0; input < 4; input++) {
        String expected = outcome(graph, seed, input);
        if (written) {
          assertThat(outcome(optimised, seed, input))
              .as(() -> GraphText.print(graph) + "became\n" + GraphText.print(optimised))
              .isEqualTo(expected);
        } else if (expected.startsWith("[")) {
          assertThat(outcome(optimised, seed, input).replace("-0.0", "0.0"))
              .as(() -> GraphText.print(graph) + "became\n" + GraphText.print(optimised))
              .isEqualTo(expected.replace("-0.0", "0.0"));
        }
      }
    }
  }

  /**
   * Returns results and arrays in the end, as text that tells all bits; of an exception its class.
   */
  private static String outcome(Graph graph, int seed, int input) {
    Random random = new Random(31L * seed + input);
    double[] a = random.doubles(4, -2, 2).toArray();
    double[] b = input == 3 ? a : random.doubles(3, -2, 2).toArray();
    int[] k = random.ints(4, -1, 4).toArray();
    double x = input == 0 ? -0.0 : random.nextGaussian();
    List<Object> arguments =
        new ArrayList<>(
            Arrays.asList(
                x, random.nextDouble(), random.nextInt(4), random.nextBoolean(), a, b, k));
    try {
      List<Object> results = new ArrayList<>(Evaluator.run(graph, arguments));
      results.addAll(List.of(a, b, k));
      return Arrays.deepToString(results.toArray());
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }
}
