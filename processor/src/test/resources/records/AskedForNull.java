package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import java.util.Objects;

/** What may be asked of a record that comes from outside and may be null. */
@SuppressWarnings("cotangent")
public class AskedForNull {
  public record Market(double rate) {}

  public record Trade(Market market, double notional) {
    @Differentiable(wrt = {"market", "notional"}, value = {GRADIENT, JVP})
    double worth(double x) {
      return market == null ? notional * x : notional * market.rate() * x;
    }

    @Differentiable(wrt = {"market", "notional"}, value = {GRADIENT, JVP})
    double unlessLarge(double x) {
      return x > 1 ? notional : market.rate() * notional;
    }

    @Differentiable(wrt = {"market", "notional"}, value = {VJP, JVP})
    Trade moved(double x) {
      if (x > 1) {
        return this;
      }
      return market == null ? new Trade(new Market(x), notional * x) : null;
    }

    @Differentiable(wrt = {"market", "notional"}, value = {GRADIENT, JVP})
    double beside(Trade other, double x) {
      return equals(other) || other == null ? notional * x : notional * other.notional();
    }
  }

  @Differentiable(wrt = {"x", "y"}, value = {GRADIENT, JVP})
  static double sameAsGiven(double x, Trade given, double y) {
    Trade trade = new Trade(y > 0 ? null : new Market(y), x);
    if (trade.market() == null) {
      trade = null;
    }
    double sum = 0;
    for (Trade each : new Trade[] {trade, new Trade(new Market(x), x), null}) {
      if (Objects.equals(each, given)) {
        sum += x;
      }
      if (each != null && each.equals(given)) {
        sum += y;
      }
      sum += each == null ? 0 : each.notional() * x;
    }
    return sum;
  }

  private static final Market MARKET = new Market(3);

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

  public static void componentsOfTheObjectMayBeNull() {
    Trade bare = new Trade(null, 5);
    Trade full = new Trade(MARKET, 5);
    same(10.0, AskedForNull_TradeGrad.worthGrad(bare, 2).value());
    same(null, AskedForNull_TradeGrad.worthGrad(bare, 2).dmarket());
    same(2.0, AskedForNull_TradeGrad.worthGrad(bare, 2).dnotional());
    same(new Market(10), AskedForNull_TradeGrad.worthGrad(full, 2).dmarket());
    same(2.0, AskedForNull_TradeGrad.worthJvp(bare, 2, null, 1).tangent());
    same(null, AskedForNull_TradeGrad.unlessLargeGrad(bare, 2).dmarket());
    same(new Market(0), AskedForNull_TradeGrad.unlessLargeGrad(full, 2).dmarket());
    fails(NullPointerException.class, () -> AskedForNull_TradeGrad.unlessLargeGrad(bare, 1));
    same(5.0, AskedForNull_TradeGrad.unlessLargeGrad(full, 1).dmarket().rate());
    same(bare, AskedForNull_TradeGrad.moved(bare, 2));
    same(7.0, AskedForNull_TradeGrad.movedVjp(bare, 2, new Trade(null, 7)).dnotional());
    same(null, AskedForNull_TradeGrad.movedVjp(full, 1, null).value());
    same(new Market(1), AskedForNull_TradeGrad.movedVjp(bare, 1, full).value().market());
    same(5.0, AskedForNull_TradeGrad.movedVjp(bare, 1, full).dnotional());
  }

  public static void recordsAreComparedWithThoseFromOutside() {
    Trade bare = new Trade(null, 5);
    Trade full = new Trade(MARKET, 5);
    same(2.0, AskedForNull_TradeGrad.besideGrad(bare, new Trade(null, 5), 2).dnotional());
    same(5.0, AskedForNull_TradeGrad.besideGrad(bare, full, 2).dnotional());
    same(2.0, AskedForNull_TradeGrad.besideGrad(full, null, 2).dnotional());
    same(2.0, AskedForNull_TradeGrad.besideGrad(full, new Trade(new Market(3), 5), 2).dnotional());
    AskedForNullGrad.SameAsGivenGradient none = AskedForNullGrad.sameAsGivenGrad(2, null, 1);
    same(sameAsGiven(2, null, 1), none.value());
    same(6.0, none.dx());
    Trade equal = new Trade(new Market(-1), 2);
    AskedForNullGrad.SameAsGivenGradient one = AskedForNullGrad.sameAsGivenGrad(2, equal, -1);
    same(sameAsGiven(2, equal, -1), one.value());
    same(9.0, one.dx());
    same(1.0, one.dy());
  }
}
