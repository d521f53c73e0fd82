package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackScholesTest {
  @ParameterizedTest
  @CsvSource({
    "100, 100, 0.05, 0.2, 1",
    "100, 80, 0.01, 0.4, 0.25",
    "42, 60, 0.03, 0.15, 2",
    "10, 90, 0.02, 0.2, 1",
    "90, 10, 0.02, 0.2, 1"
  })
  void allFirstGreeksAgreeWithTheClosedForm(
      double spot, double strike, double rate, double volatility, double years) {
    double root = Math.sqrt(years);
    double d1 =
        (Math.log(spot / strike) + (rate + volatility * volatility / 2) * years)
            / (volatility * root);
    double d2 = d1 - volatility * root;
    double discounted = strike * Math.exp(-rate * years);
    double density = Math.exp(-d1 * d1 / 2) / Math.sqrt(2 * Math.PI);
    double delta = BlackScholes.normal(d1);
    double exercised = BlackScholes.normal(d2);
    double theta = -spot * density * volatility / (2 * root) - rate * discounted * exercised;

    var g = BlackScholesGrad.callGrad(spot, strike, rate, volatility, years);

    assertThat(g.value()).isEqualTo(BlackScholes.call(spot, strike, rate, volatility, years));
    assertThat(g.dspot()).isCloseTo(delta, within(1e-11));
    assertThat(g.dstrike()).isCloseTo(-discounted / strike * exercised, within(1e-11));
    assertThat(g.drate()).isCloseTo(years * discounted * exercised, within(1e-9));
    assertThat(g.dvolatility()).isCloseTo(spot * density * root, within(1e-9));
    assertThat(g.dyears()).isCloseTo(-theta, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447460685429",
    "-1, 0.15865525393145705",
    "-3, 0.0013498980316300946",
    "-8, 6.220960574271785e-16",
    "40, 1"
  })
  void theNormalDistributionAgreesWithTables(double x, double expected) {
    assertThat(BlackScholes.normal(x)).isCloseTo(expected, within(1e-14));
  }
}
