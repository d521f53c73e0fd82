package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Receiver;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No phase hands on a graph that makes no sense, wherever the defect was. */
class PhasesTest {
  private final Method broken = broken();
  private final Primal primal =
      new Primal(
          broken,
          new Receiver(List.of(), 0, List.of()),
          1,
          null,
          List.of(),
          Set.of(Mode.GRADIENT),
          Position.NONE);

  @Test
  void whatWasReadIsChecked() {
    refused(() -> Phases.tidied(primal));
  }

  @Test
  void whatIsDifferentiatedIsChecked() {
    refused(() -> Phases.derived(primal));
    refused(() -> Phases.derived(primal, "brokenGrad"));
  }

  @Test
  void whatIsBoundIsChecked() {
    refused(() -> Phases.bound(primal, broken));
  }

  @Test
  void whatIsFinishedIsChecked() {
    refused(() -> Phases.finished(primal, broken));
  }

  @Test
  void whatHasAWorkspaceIsChecked() {
    refused(() -> Phases.withWorkspaces(List.of(broken)));
  }

  private static void refused(ThrowingCallable phase) {
    assertThatThrownBy(phase)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is undefined in");
  }

  /** A method that uses a value which nobody computes. */
  private static Method broken() {
    GraphBuilder body = new GraphBuilder();
    Value nowhere = new Value(Type.DOUBLE, "nowhere");
    Value sum = body.apply(Operations.ADD, nowhere, nowhere);
    Graph graph = new Graph("broken", body.yield(sum), List.of());
    return new Method(
        "broken", Optional.empty(), graph, List.of(), List.of(), "", "Computes nothing.");
  }
}
