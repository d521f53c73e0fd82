package cotangent.processor.graph;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the graph itself says of its steps, it says of every kind. */
class EveryStepTest {
  private final Graph graph = GraphTextParser.parse(GraphTextTest.EVERY_STEP, Operations::byName);

  @Test
  void theSampleHasEveryKind() {
    assertThat(kinds(graph.body())).containsExactlyInAnyOrder(StepKind.values());
  }

  @Test
  void aCopyLosesNothing() {
    Graph copy = GraphCopy.function(graph.name(), graph, callee -> callee);
    Graph whole = new Graph(copy.name(), copy.body(), graph.functions());
    assertThat(GraphText.print(whole)).isEqualTo(GraphTextTest.EVERY_STEP);
    assertThat(copy.body().steps()).doesNotContainAnyElementsOf(graph.body().steps());
    GraphCheck.check(whole);
  }

  @Test
  void whatIsExchangedForItselfStaysTheSameObject() {
    for (Step step : graph.body().steps()) {
      assertThat(step.withOperands(operand -> operand)).isSameAs(step);
      assertThat(step.withRegions(region -> region)).isSameAs(step);
    }
  }

  /** Collects the kinds of steps in a region and those inside of it. */
  static Set<StepKind> kinds(Region region) {
    Set<StepKind> kinds = new HashSet<>();
    for (Step step : region.steps()) {
      kinds.add(step.kind());
      step.regions().forEach(inner -> kinds.addAll(kinds(inner)));
    }
    return kinds;
  }
}
