package cotangent.rules.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.verify.GradientTests;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs each rule against differences, in every mode, and where the series are long. */
class RulesTest {

  @TestFactory
  Stream<DynamicTest> elementaryFunctions() {
    return GradientTests.of(ElementaryFunctions.class);
  }

  @Test
  void kinksAreThoseOfMath() {
    assertThat(ElementaryFunctionsGrad.absGrad(0).dx()).isZero();
    assertThat(ElementaryFunctionsGrad.sqrtGrad(0).dx()).isInfinite();
    assertThat(ElementaryFunctionsGrad.maxGrad(1, 1).dx()).isEqualTo(0.5);
    assertThat(ElementaryFunctionsGrad.hypotGrad(0, 0).dx()).isZero();
    assertThat(ElementaryFunctionsGrad.powGrad(0, 0).dx()).isZero();
    assertThat(ElementaryFunctionsGrad.powGrad(0, 2).dy()).isZero();
    assertThat(ElementaryFunctionsGrad.rootTimesGrad(0, 0).dx()).isZero();
  }

  @TestFactory
  Stream<DynamicTest> specialFunctions() {
    return GradientTests.of(SpecialFunctions.class);
  }

  @TestFactory
  Stream<DynamicTest> distributions() {
    return GradientTests.of(Distributions.class);
  }

  @TestFactory
  Stream<DynamicTest> jobs() {
    return GradientTests.of(Jobs.class);
  }

  @Test
  void incompleteGammaFarFromTheMiddle() {
    double[][] points = {{0.01, 0.5}, {3, 200}, {200, 3}, {900, 880}, {900, 905}, {1e4, 1.01e4}};
    for (double[] point : points) {
      double h = 1e-4 * point[0];
      double expected =
          differences(a -> Gamma.regularizedGammaP(a, point[1], 1e-15, 100_000), point[0], h);
      assertThat(IncompleteGamma.byShape(point[0], point[1]))
          .as("a = %s, x = %s", point[0], point[1])
          .isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void incompleteBetaFarFromTheMiddle() {
    double[][] points = {{0.01, 0.5, 40}, {0.99, 30, 0.2}, {0.5, 400, 420}, {0.999, 2, 1e-2}};
    for (double[] point : points) {
      double h = 1e-4 * point[1];
      double expected = differences(a -> Beta.regularizedBeta(point[0], a, point[2]), point[1], h);
      assertThat(IncompleteBeta.slopes(point[0], point[1], point[2]).dsecond())
          .as("x = %s, a = %s, b = %s", point[0], point[1], point[2])
          .isCloseTo(expected, within(1e-8));
    }
  }

  @Test
  void endsHaveTheSlopeOfTheirOnlySide() {
    assertThat(SpecialFunctionsGrad.lowerGammaGrad(1, 0).dx()).isEqualTo(1);
    assertThat(SpecialFunctionsGrad.upperGammaGrad(1, 0).dx()).isEqualTo(-1);
    assertThat(SpecialFunctionsGrad.lowerGammaGrad(0.5, 0).dx()).isInfinite();
    assertThat(SpecialFunctionsGrad.lowerGammaGrad(2, 0).dx()).isZero();
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(0, 1, 3).dx()).isEqualTo(3);
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(1, 3, 1).dx()).isEqualTo(3);
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(0, 2, 3).dx()).isZero();
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(1, 2, 0.5).dx()).isInfinite();
  }

  @Test
  void whereThereIsNoValueThereIsNoSlope() {
    assertThat(SpecialFunctionsGrad.logGammaGrad(-2.5).value()).isNaN();
    assertThat(SpecialFunctionsGrad.logGammaGrad(-2.5).dx()).isNaN();
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(1.5, 2, 3).value()).isNaN();
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(1.5, 2, 3).dx()).isNaN();
    assertThat(SpecialFunctionsGrad.regularizedBetaGrad(-0.5, 2, 3).da()).isNaN();
    assertThat(SpecialFunctionsGrad.lowerGammaGrad(2, -1).value()).isNaN();
    assertThat(SpecialFunctionsGrad.lowerGammaGrad(2, -1).dx()).isNaN();
    assertThat(GammaRules.logGammaPullback(-2.5, Double.NaN, 0)).isZero();
  }

  @Test
  void polygammaOfNegativeNumbersFollowsTheRecurrence() {
    for (double x : new double[] {-0.3, -2.6, -7.25}) {
      assertThat(Polygamma.digamma(x)).isCloseTo(Polygamma.digamma(x + 1) - 1 / x, within(1e-12));
      assertThat(Polygamma.trigamma(x))
          .isCloseTo(Polygamma.trigamma(x + 1) + 1 / (x * x), within(1e-11));
      assertThat(Polygamma.tetragamma(x))
          .isCloseTo(Polygamma.tetragamma(x + 1) - 2 / (x * x * x), within(1e-10));
    }
    assertThat(Polygamma.digamma(1)).isCloseTo(-Gamma.GAMMA, within(1e-15));
    assertThat(Polygamma.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
    assertThat(Polygamma.tetragamma(1)).isCloseTo(-2.4041138063191885, within(1e-14));
  }

  @Test
  void outsideOfTheSupportThereIsNoSlope() {
    assertThat(new GammaDistribution(2, 3).density(-1)).isZero();
    assertThat(DistributionsGrad.gammaDensityGrad(2, 3, -1))
        .isEqualTo(new DistributionsGrad.GammaDensityGradient(0, 0, 0, 0));
    assertThat(DistributionsGrad.betaCumulativeGrad(2, 3, 1.5))
        .isEqualTo(new DistributionsGrad.BetaCumulativeGradient(1, 0, 0, 0));
  }

  private static double differences(DoubleUnaryOperator f, double at, double h) {
    double narrow = (f.applyAsDouble(at + h) - f.applyAsDouble(at - h)) / (2 * h);
    double wide = (f.applyAsDouble(at + 2 * h) - f.applyAsDouble(at - 2 * h)) / (4 * h);
    return (4 * narrow - wide) / 3;
  }
}
