package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.GRADIENT_SUM;
import static cotangent.Derivative.HESSIAN;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Records that are null where they come in or go out, as a whole or in others. */
@SuppressWarnings("cotangent")
public class GivenNull {
  public record Market(double rate, double[] vols) {}

  public record Trade(Market market, double notional) {}

  @Differentiable({GRADIENT, JVP, HVP, HESSIAN, GRADIENT_SUM})
  static double price(double x, Market market) {
    return market == null ? x * x : x * x * market.rate() + market.vols()[0];
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double required(Market market, double x) {
    if (market == null) {
      throw new IllegalArgumentException("no market");
    }
    return market.rate() * x * x;
  }

  @Differentiable({GRADIENT, JVP, HVP, GRADIENT_SUM})
  static double nested(Trade trade, double x) {
    double value = trade.notional() * x;
    Market market = trade.market();
    if (market != null) {
      for (double vol : market.vols()) {
        value += vol * vol * market.rate();
      }
    }
    return value;
  }

  @Differentiable({GRADIENT, JVP})
  static double comparedWithNull(Market market, double x) {
    return Objects.equals(market, null) ? x * x : market.rate() * x;
  }

  @Differentiable({VJP, JVP})
  static Trade scaledOn(Trade trade, double x) {
    return trade == null ? null : new Trade(trade.market(), trade.notional() * x);
  }

  @Differentiable({VJP, JVP})
  static Trade opposite(Trade trade, double x) {
    if (trade == null) {
      return new Trade(null, x);
    }
    boolean isMade = trade.market() == null || trade.notional() > 0;
    return isMade ? new Trade(new Market(x, new double[1]), x * x) : null;
  }

  @Differentiable({GRADIENT, JVP})
  static double deep(Trade trade, double x) {
    if (trade == null || trade.market() == null) {
      return Math.sin(x);
    }
    return trade.market().rate() * trade.notional() * x;
  }

  private static double rate(Market market, double otherwise) {
    return Objects.isNull(market) ? otherwise : market.rate();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double handedOn(Market market, double x) {
    return rate(market, x) * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double optional(Market market, double x) {
    return Optional.ofNullable(market).map(Market::rate).orElse(x) * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double replaced(Market market, double x) {
    Market used = market;
    if (used == null) {
      used = new Market(x * x, new double[] {x});
    }
    return used.rate() * used.vols()[0];
  }

  @Differentiable({GRADIENT, JVP})
  static double unused(Market market, double x) {
    return x * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double guarded(Market market, double x, boolean isUsed) {
    return isUsed ? market.rate() * x : x;
  }

  @Differentiable({VJP, JVP})
  static Market same(Market market, double x) {
    return market;
  }

  private static double power(Market market, int n) {
    return n == 0 ? 1 : (market == null ? 2 : market.rate()) * power(market, n - 1);
  }

  @Differentiable({GRADIENT, JVP})
  static double recursive(Market market, double x, int n) {
    return power(market, n) * x;
  }

  @Differentiable({VJP, JVP})
  static Market shifted(Market market, double by) {
    return market == null ? null : new Market(market.rate() + by, market.vols().clone());
  }

  @Differentiable({VJP, JVP})
  static Market perhaps(double x, boolean isThere) {
    return isThere ? new Market(x * x, new double[] {x, 2 * x}) : null;
  }

  @Differentiable({VJP, JVP})
  static Trade bare(double x, boolean isBare) {
    Market market = null;
    if (!isBare) {
      market = new Market(x, new double[] {x * x});
    }
    return new Trade(market, x * x * x);
  }

  @Differentiable({VJP, JVP})
  static Market first(double[] rates, double above) {
    for (double rate : rates) {
      if (rate > above) {
        return new Market(rate * above, rates);
      }
    }
    return null;
  }

  @Differentiable({GRADIENT, JVP})
  static double through(double x, Market market) {
    GivenNullGrad.PriceGradient inner = GivenNullGrad.priceGrad(x, market);
    return inner.dx() * inner.dmarket().rate();
  }

  private static final Market MARKET = new Market(3, new double[] {5, 7});

  private static void same(Object wanted, Object got) {
    if (!Objects.equals(wanted, got)) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }

  private static void fails(Class<? extends Exception> type, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      same(type, e.getClass());
      return;
    }
    throw new AssertionError("no " + type);
  }

  public static void aRecordThatIsNullHasNullForItsDerivative() {
    GivenNullGrad.PriceGradient gradient = GivenNullGrad.priceGrad(3, null);
    same(9.0, gradient.value());
    same(6.0, gradient.dx());
    same(null, gradient.dmarket());
    same(18.0, GivenNullGrad.priceGrad(3, MARKET).dx());
    same(9.0, GivenNullGrad.priceGrad(3, MARKET).dmarket().rate());
    same(1.0, GivenNullGrad.priceGrad(3, MARKET).dmarket().vols()[0]);
    same(9.0, GivenNullGrad.price(3, null));
  }

  public static void tangentsOfNullAreNull() {
    same(12.0, GivenNullGrad.priceJvp(3, null, 2, null).tangent());
    GivenNullGrad.PriceHvp hvp = GivenNullGrad.priceHvp(3, null, 2, null);
    same(4.0, hvp.hx());
    same(null, hvp.dmarket());
    same(null, hvp.hmarket());
    fails(IllegalArgumentException.class, () -> GivenNullGrad.priceJvp(3, null, 2, MARKET));
    fails(IllegalArgumentException.class, () -> GivenNullGrad.priceJvp(3, MARKET, 2, null));
  }

  public static void hessiansHaveZerosForNull() {
    GivenNullGrad.PriceHessian hessian = GivenNullGrad.priceHessian(3, null);
    same("[[2.0, 0.0], [0.0, 0.0]]", Arrays.deepToString(hessian.hessian()));
    same("[6.0, 0.0]", Arrays.toString(hessian.gradient()));
  }

  public static void whatIsHandedOnMayBeNull() {
    Trade bare = new Trade(null, 3);
    same(new Trade(null, 6), GivenNullGrad.scaledOn(bare, 2));
    same(null, GivenNullGrad.scaledOn(null, 2));
    same(new Trade(null, 10), GivenNullGrad.scaledOnVjp(bare, 2, new Trade(null, 5)).dtrade());
    same(15.0, GivenNullGrad.scaledOnVjp(bare, 2, new Trade(null, 5)).dx());
    same(null, GivenNullGrad.scaledOnVjp(null, 2, null).dtrade());
    same(new Trade(null, 13), GivenNullGrad.scaledOnJvp(bare, 2, new Trade(null, 5), 1).tangent());
    Trade seed = new Trade(MARKET, 5);
    same(MARKET.rate(), GivenNullGrad.scaledOnVjp(new Trade(MARKET, 3), 2, seed).dtrade().market().rate());
  }

  public static void nothingIsAskedOfWhatNullHolds() {
    same(null, GivenNullGrad.oppositeVjp(new Trade(MARKET, -3), 2, null).value());
    same(0.0, GivenNullGrad.oppositeVjp(new Trade(MARKET, -3), 2, null).dx());
    same(null, GivenNullGrad.oppositeJvp(new Trade(MARKET, -3), 2, new Trade(MARKET, 1), 1).tangent());
    same(5.0, GivenNullGrad.oppositeVjp(null, 2, new Trade(null, 5)).dx());
    Trade seed = new Trade(new Market(7, new double[1]), 5);
    same(7 + 2 * 2 * 5.0, GivenNullGrad.oppositeVjp(new Trade(null, 3), 2, seed).dx());
    fails(
        IllegalArgumentException.class,
        () -> GivenNullGrad.oppositeVjp(new Trade(MARKET, -3), 2, seed));
  }

  public static void sumsAreOfNullOrOfRecords() {
    GivenNullGrad.PriceSum none = GivenNullGrad.priceSum().add(3, null).add(4, null);
    same(null, none.total().dmarket());
    same(14.0, none.total().dx());
    GivenNullGrad.PriceSum sum = GivenNullGrad.priceSum().add(3, MARKET).add(3, MARKET);
    same(18.0, sum.total().dmarket().rate());
    fails(IllegalArgumentException.class, () -> sum.add(3, null));
    Trade trade = new Trade(MARKET, 4);
    GivenNullGrad.NestedSum trades = GivenNullGrad.nestedSum().add(trade, 2).add(trade, 2);
    same(148.0, trades.total().dtrade().market().rate());
  }

  public static void whatTheMethodThrowsIsThrown() {
    fails(IllegalArgumentException.class, () -> GivenNullGrad.requiredGrad(null, 2));
    same(4.0, GivenNullGrad.requiredGrad(MARKET, 2).dmarket().rate());
    fails(NullPointerException.class, () -> GivenNullGrad.nestedGrad(null, 2));
  }

  public static void recordsInRecordsMayBeNull() {
    GivenNullGrad.NestedGradient bare = GivenNullGrad.nestedGrad(new Trade(null, 4), 2);
    same(8.0, bare.value());
    same(new Trade(null, 2), bare.dtrade());
    GivenNullGrad.NestedGradient full = GivenNullGrad.nestedGrad(new Trade(MARKET, 4), 2);
    same(8 + 74 * 3.0, full.value());
    same(74.0, full.dtrade().market().rate());
    same(30.0, full.dtrade().market().vols()[0]);
    same(Math.cos(2), GivenNullGrad.deepGrad(null, 2).dx());
    same(null, GivenNullGrad.deepGrad(null, 2).dtrade());
    same(new Trade(null, 0), GivenNullGrad.deepGrad(new Trade(null, 5), 2).dtrade());
    same(8.0, GivenNullGrad.deepGrad(new Trade(MARKET, 4), 2).dtrade().market().rate());
    same(24.0, GivenNullGrad.deepJvp(new Trade(MARKET, 4), 2, new Trade(MARKET, 0), 0).tangent());
  }

  public static void helpersGetNull() {
    same(6.0, GivenNullGrad.handedOnGrad(null, 3).dx());
    same(3.0, GivenNullGrad.handedOnGrad(MARKET, 3).dmarket().rate());
    same(6.0, GivenNullGrad.optionalGrad(null, 3).dx());
    same(null, GivenNullGrad.optionalGrad(null, 3).dmarket());
    same(3.0, GivenNullGrad.optionalGrad(MARKET, 3).dmarket().rate());
    same(27.0, GivenNullGrad.replacedGrad(null, 3).dx());
    same(5.0, GivenNullGrad.replacedGrad(MARKET, 3).dmarket().rate());
    same(8.0, GivenNullGrad.recursiveGrad(null, 3, 3).dx());
    same(81.0, GivenNullGrad.recursiveGrad(MARKET, 3, 3).dmarket().rate());
  }

  public static void whatIsNotReadMayBeNull() {
    same(4.0, GivenNullGrad.unusedGrad(null, 2).dx());
    same(null, GivenNullGrad.unusedGrad(null, 2).dmarket());
    same(0.0, GivenNullGrad.unusedGrad(MARKET, 2).dmarket().rate());
    same(1.0, GivenNullGrad.guardedGrad(null, 2, false).dx());
    same(null, GivenNullGrad.guardedGrad(null, 2, false).dmarket());
    same(2.0, GivenNullGrad.guardedGrad(MARKET, 2, true).dmarket().rate());
    fails(NullPointerException.class, () -> GivenNullGrad.guardedGrad(null, 2, true));
    same(null, GivenNullGrad.sameVjp(null, 2, null).dmarket());
    same(5.0, GivenNullGrad.sameVjp(MARKET, 2, MARKET).dmarket().vols()[0]);
  }

  public static void resultsMayBeNull() {
    same(null, GivenNullGrad.shiftedVjp(null, 2, null).value());
    same(null, GivenNullGrad.shiftedVjp(null, 2, null).dmarket());
    same(0.0, GivenNullGrad.shiftedVjp(null, 2, null).dby());
    same(3.0, GivenNullGrad.shiftedVjp(MARKET, 2, MARKET).dby());
    fails(IllegalArgumentException.class, () -> GivenNullGrad.shiftedVjp(MARKET, 2, null));
    fails(IllegalArgumentException.class, () -> GivenNullGrad.shiftedVjp(null, 2, MARKET));
    same(null, GivenNullGrad.perhapsVjp(2, false, null).value());
    same(3 * 4 + 5 + 14.0, GivenNullGrad.perhapsVjp(2, true, MARKET).dx());
    same(null, GivenNullGrad.perhapsJvp(2, false, 1).tangent());
    same(4.0, GivenNullGrad.perhapsJvp(2, true, 1).tangent().rate());
    same(new Trade(null, 8), GivenNullGrad.bareVjp(2, true, new Trade(null, 1)).value());
    same(12.0, GivenNullGrad.bareVjp(2, true, new Trade(null, 1)).dx());
    same(3 + 20 + 12.0, GivenNullGrad.bareVjp(2, false, new Trade(new Market(3, new double[] {5}), 1)).dx());
    same(new Trade(null, 12), GivenNullGrad.bareJvp(2, true, 1).tangent());
    double[] rates = {1, 2, 3};
    same(null, GivenNullGrad.first(rates, 4));
    same(null, GivenNullGrad.firstVjp(rates, 4, null).value());
    same(2.0, GivenNullGrad.first(rates, 1).rate());
    Market seed = new Market(1, new double[3]);
    same("[0.0, 1.0, 0.0]", Arrays.toString(GivenNullGrad.firstVjp(rates, 1, seed).drates()));
  }

  public static void nestedDerivativesWantTheRecord() {
    same(18.0 * 9, GivenNullGrad.throughGrad(3, MARKET).value());
    fails(NullPointerException.class, () -> GivenNullGrad.throughGrad(3, null));
  }
}
