package cotangent.processor.optimise.loop;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.optimise.Optimiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs random loops before and after: what the user wrote must compute the same bits, throw the
 * same and leave the same in the arrays that it was given. What the compiler made may throw less,
 * and need not tell minus zero from zero.
 */
@Tag("once")
class FusedLoopsFuzzTest {
  private static final int GRAPHS = Integer.getInteger("cotangent.fuzz.graphs", 3000);
  private static final int[] LENGTHS = {0, 1, 2, 3, 6};

  @Test
  void fusedLoopsComputeTheSame() {
    int[] fused = new int[2];
    for (int seed = 0; seed < GRAPHS; seed++) {
      boolean written = seed % 2 == 0;
      Graph graph = GraphCheck.check(new RandomLoops(seed, written).make());
      Graph optimised = Optimiser.finish(graph);
      boolean fewer =
          RandomLoops.loops(optimised.body()) < RandomLoops.loops(Optimiser.optimise(graph).body());
      fused[seed % 2] += fewer ? 1 : 0;
      for (int length : LENGTHS) {
        compare(graph, optimised, written, seed, length);
      }
    }
    assertThat(fused[0]).as("of those written").isGreaterThan(GRAPHS / 100);
    assertThat(fused[1]).as("of those made").isGreaterThan(GRAPHS / 100);
  }

  private static void compare(Graph graph, Graph optimised, boolean written, int seed, int length) {
    String expected = outcome(graph, seed, length);
    String found = outcome(optimised, seed, length);
    if (written) {
      assertThat(found).as(() -> texts(graph, optimised)).isEqualTo(expected);
    } else if (expected.startsWith("[")) {
      assertThat(found.replace("-0.0", "0.0"))
          .as(() -> texts(graph, optimised))
          .isEqualTo(expected.replace("-0.0", "0.0"));
    }
  }

  private static String texts(Graph graph, Graph optimised) {
    return GraphText.print(graph) + "became\n" + GraphText.print(optimised);
  }

  private static String outcome(Graph graph, int seed, int length) {
    Random random = new Random(31L * seed + length);
    double[] a = random.doubles(length, -2, 2).toArray();
    double[] c =
        random.nextInt(3) == 0
            ? a
            : random.doubles(length + random.nextInt(3) - (length > 0 ? 1 : 0), -2, 2).toArray();
    int count = Math.max(0, length - random.nextInt(2));
    List<Object> results = new ArrayList<>();
    String end = "[";
    try {
      results.addAll(Evaluator.run(graph, List.of(a, c, random.nextGaussian(), count)));
    } catch (RuntimeException e) {
      end = e.getClass().getName();
    }
    results.addAll(List.of(a, c));
    return end + Arrays.deepToString(results.toArray());
  }
}
