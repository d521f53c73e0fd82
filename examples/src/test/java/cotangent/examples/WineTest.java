package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.examples.GaussianProcess.Kernel;
import cotangent.examples.Wine.Wines;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WineTest {
  private final Wines wines = Wines.read(false);
  private final Wines heldOut = Wines.read(true);

  WineTest() throws IOException {}

  @Test
  void theDataIsComplete() {
    assertThat(wines.x().rows() + heldOut.x().rows()).isEqualTo(178);
    assertThat(wines.x().columns()).isEqualTo(12);
    assertThat(wines.y().squaredNorm() + heldOut.y().squaredNorm()).isCloseTo(178, within(1e-9));
  }

  @Test
  void theSurpriseIsThatOfTheNormalDistribution() {
    Kernel kernel = new Kernel(Vector.of(0.5), 0.25, -1);
    Matrix x = Matrix.of(new double[][] {{0}, {1}});
    Vector y = Vector.of(0.3, -0.4);
    double variance = Math.exp(0.5) + Math.exp(-2);
    double covariance = Math.exp(0.5 - 0.5 * Math.exp(-1));
    double determinant = variance * variance - covariance * covariance;
    double form = variance * (0.09 + 0.16) + 2 * covariance * 0.3 * 0.4;

    assertThat(GaussianProcess.surprise(kernel, x, y))
        .isCloseTo(
            (form / determinant + Math.log(determinant)) / 2 + Math.log(2 * Math.PI),
            within(1e-12));
  }

  @Test
  void theFitIsAMinimumAndPredictsWinesThatItHasNotSeen() {
    Kernel first = new Kernel(Vector.zeros(12), 0, 0);

    Kernel kernel = Wine.fit(wines);

    assertThat(Wine.surprise(kernel, wines)).isLessThan(Wine.surprise(first, wines) - 50);
    assertThat(Vector.of(Wine.gradient(kernel, wines)).norm())
        .isLessThan(Vector.of(Wine.gradient(first, wines)).norm() / 100);
    assertThat(Wine.explained(kernel, wines, heldOut))
        .isGreaterThan(Wine.explained(first, wines, heldOut));
  }
}
