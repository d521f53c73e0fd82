package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.Workspace;
import org.junit.jupiter.api.Test;

/** One workspace serves many methods and sizes, and changes no result. */
class WorkspaceTest {
  private final Workspace workspace = new Workspace();

  @Test
  void derivativesAreTheSameWithAWorkspaceHoweverOftenItWasUsed() {
    for (int size : new int[] {3, 5, 2, 5}) {
      double[][] a = new double[size][size];
      double[] x = new double[size];
      for (int i = 0; i < size; i++) {
        x[i] = Math.sin(i + 1);
        for (int j = 0; j < size; j++) {
          a[i][j] = Math.cos(i - 2 * j);
        }
      }
      var expected = LectureGrad.quadraticFormGrad(a, x);
      var actual = LectureGrad.quadraticFormGrad(workspace, a, x);
      assertThat(actual.value()).isEqualTo(expected.value());
      assertThat(actual.da()).isDeepEqualTo(expected.da());
      assertThat(actual.dx()).containsExactly(expected.dx());

      double[] y = new double[size];
      var loss = LogisticRegressionGrad.lossGrad(x, 0.5, a, y, 0.1);
      var lossAgain = LogisticRegressionGrad.lossGrad(workspace, x, 0.5, a, y, 0.1);
      assertThat(lossAgain.value()).isEqualTo(loss.value());
      assertThat(lossAgain.dw()).containsExactly(loss.dw());
      assertThat(lossAgain.db()).isEqualTo(loss.db());
    }
  }
}
