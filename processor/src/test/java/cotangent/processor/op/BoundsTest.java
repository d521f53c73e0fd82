package cotangent.processor.op;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Between what numbers indices lie. */
class BoundsTest {
  private final Graph graph =
      GraphTextParser.parse(
          """
          graph g(double[] a, int k) {
            zero = 0
            one = 1
            more = add(k, one)
            n = length(a)
            last = sub(n, one)
            x = a[last]
            loop i from zero to n step 1 () {
              next = add(i, one)
              before = sub(i, one)
              y = a[i]
              around = rem(next, n)
            }
            loop j from zero to n step 2 () {
              z = a[j]
            }
            yield x
          }
          """,
          Operations::byName);

  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Step.Loop> loops = new HashMap<>();
  private final Bounds bounds = new Bounds(new Places(graph.body())::definition);

  BoundsTest() {
    collect(graph.body());
  }

  private void collect(Region region) {
    region.parameters().forEach(value -> values.put(value.name(), value));
    for (Step step : region.steps()) {
      step.results().forEach(value -> values.put(value.name(), value));
      if (step instanceof Step.Loop loop) {
        loops.put(loop.index().name(), loop);
      }
      step.regions().forEach(this::collect);
    }
  }

  private Value value(String name) {
    return values.get(name);
  }

  private Step.Read read() {
    return (Step.Read)
        graph.body().steps().stream().filter(Step.Read.class::isInstance).findFirst().orElseThrow();
  }

  @Test
  void aLengthIsNotNegativeButMayBeZero() {
    assertThat(bounds.isAtLeast(value("n"), 0)).isTrue();
    assertThat(bounds.isAtLeast(value("n"), 1)).isFalse();
    assertThat(bounds.isAtLeast(value("last"), 0)).isFalse();
  }

  @Test
  void anAccessTellsHowLongAnArrayIsWhereItHasRun() {
    Bounds after = bounds.inside();
    after.learn(read());
    assertThat(after.isInside(value("last"), value("a"))).isTrue();
    assertThat(after.isAtLeast(value("n"), 1)).isTrue();
    assertThat(bounds.isAtLeast(value("n"), 1)).isFalse();
  }

  @Test
  void aLoopTellsOfItsCounterAndOfWhatItCountsTo() {
    Bounds inside = bounds.inside(loops.get("i"));
    assertThat(inside.isInside(value("i"), value("a"))).isTrue();
    assertThat(inside.isInside(value("next"), value("a"))).isFalse();
    assertThat(inside.isInside(value("before"), value("a"))).isFalse();
    assertThat(inside.isInside(value("around"), value("a"))).isTrue();
    assertThat(inside.isAtLeast(value("n"), 1)).isTrue();
    assertThat(inside.outside().isAtLeast(value("n"), 1)).isFalse();
  }

  @Test
  void aLoopOfLongerStepsTellsNothing() {
    Bounds inside = bounds.inside(loops.get("j"));
    assertThat(inside.isInside(value("j"), value("a"))).isFalse();
    assertThat(inside.isAtLeast(value("n"), 1)).isFalse();
  }

  @Test
  void aSumMayGoBeyondTheLargestNumber() {
    assertThat(bounds.isBelow(value("k"), value("more"))).isFalse();
    assertThat(bounds.isBelow(value("last"), value("n"))).isTrue();
  }
}
