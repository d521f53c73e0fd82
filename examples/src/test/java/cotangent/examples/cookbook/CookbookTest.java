package cotangent.examples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Tries the recipes of the cookbook. */
class CookbookTest {
  @Test
  void aCurveIsFittedToMeasurements() {
    double[] truth = {3, 0.7, 0.5};
    double[] times = {0, 0.5, 1, 1.5, 2, 3, 4, 6, 8};
    double[] measured = Decay.curve(truth, times);

    double[] fitted = Decay.fit(times, measured, new double[] {1, 1, 0});

    assertThat(fitted).containsExactly(truth, offset(1e-9));
  }

  @Test
  void theGreeksOfASimulationAreThoseOfDifferences() {
    AsianCall.Greeks greeks = AsianCall.simulate(100, 0.2, 0.03, 500, 7);

    assertThat(greeks.delta())
        .isCloseTo(difference(s -> AsianCall.simulate(s, 0.2, 0.03, 500, 7).price(), 100), near());
    assertThat(greeks.vega())
        .isCloseTo(difference(v -> AsianCall.simulate(100, v, 0.03, 500, 7).price(), 0.2), near());
    assertThat(greeks.rho())
        .isCloseTo(difference(r -> AsianCall.simulate(100, 0.2, r, 500, 7).price(), 0.03), near());
  }

  @Test
  void aRateThatIsSearchedForMovesWithTheLoan() {
    var gradient = ImpliedRateGrad.rateGrad(1000, 20, 60);

    assertThat(ImpliedRate.owed(gradient.value(), 1000, 20, 60)).isCloseTo(0, offset(1e-6));
    assertThat(gradient.dloan())
        .isCloseTo(difference(loan -> ImpliedRate.rate(loan, 20, 60), 1000), near());
    assertThat(gradient.dpayment())
        .isCloseTo(difference(payment -> ImpliedRate.rate(1000, payment, 60), 20), near());
  }

  @Test
  void thePeakOfAnEpidemicDependsOnContacts() {
    var gradient = EpidemicGrad.peakGrad(0.3, 0.1, 1e-3);
    var along = EpidemicGrad.peakJvp(0.3, 0.1, 1e-3, 1, 0, 0);

    assertThat(gradient.value()).isBetween(0.3, 0.31);
    assertThat(gradient.dcontacts())
        .isCloseTo(difference(c -> Epidemic.peak(c, 0.1, 1e-3), 0.3), near())
        .isCloseTo(along.tangent(), offset(1e-12));
  }

  @Test
  void aRuleGivesTheDensityOfTheNormalDistribution() {
    var gradient = NormalRuleGrad.cumulativeGrad(1.5, 1, 2);

    double density = Math.exp(-0.25 * 0.25 / 2) / (2 * Math.sqrt(2 * Math.PI));
    assertThat(gradient.value()).isCloseTo(0.598706325682924, offset(1e-14));
    assertThat(gradient.dx()).isCloseTo(density, offset(1e-15));
    assertThat(gradient.dmean()).isCloseTo(-density, offset(1e-15));
  }

  @Test
  void aDistributionIsFittedToLifetimes() {
    double[] ended = {0.8, 1.3, 2.1, 2.2, 3.0, 3.4, 4.1, 5.2};
    double[] running = {4, 4.5, 6};

    double[] fitted = Lifetimes.fit(ended, running, 2, 2);
    var gradient = LifetimesGrad.surpriseHessian(fitted[0], fitted[1], ended, running).gradient();

    assertThat(gradient).containsExactly(new double[] {0, 0}, offset(1e-9));
    assertThat(Lifetimes.surprise(fitted[0], fitted[1], ended, running))
        .isLessThan(Lifetimes.surprise(fitted[0] + 0.1, fitted[1], ended, running))
        .isLessThan(Lifetimes.surprise(fitted[0], fitted[1] - 0.1, ended, running));
  }

  @Test
  void printingChangesNoDerivative() {
    List<Double> guesses = new ArrayList<>();

    var gradient = PrintingGrad.rootGrad(2, guesses::add);

    assertThat(guesses).hasSize(8).startsWith(2.0, 1.5);
    assertThat(gradient.dx()).isCloseTo(0.5 / Math.sqrt(2), offset(1e-15));
  }

  @Test
  void aFewStepsOfNewtonReachTheMinimum() {
    double[] lowest = Newton.minimise(new double[6], 8);

    assertThat(NewtonGrad.energyHessian(lowest).gradient())
        .containsExactly(new double[6], offset(1e-12));
    assertThat(lowest[2]).isLessThan(lowest[0]).isNegative();
  }

  @Test
  void miniBatchesLearn() {
    Random random = new Random(3);
    double[][] x = new double[4_000][2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      y[i] = 2 * x[i][0] - x[i][1];
    }
    double[] w = new double[2];

    MiniBatches.train(w, x, y, 8, 0.1);

    assertThat(w).containsExactly(new double[] {2, -1}, offset(1e-9));
  }

  private static double difference(DoubleUnaryOperator f, double x) {
    double h = 1e-5 * Math.abs(x);
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
  }

  private static Offset<Double> near() {
    return offset(1e-5);
  }
}
