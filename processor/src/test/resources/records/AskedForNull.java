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

  @Differentiable({GRADIENT, JVP})
  static double putAside(Market market, double x) {
    Market[] all = {market, new Market(x)};
    return all.length * all[1].rate() * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double oneOfAnArray(Market market, double x) {
    Market[] all = {market, new Market(x)};
    return x > 5 ? all[0].rate() : all[1].rate() * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double someOfAnArray(Market market, double x) {
    Market[] all = {market, new Market(x)};
    double sum = x;
    for (int i = 0; i < all.length; i++) {
      if (i > 0 || x > 5) {
        sum *= all[i].rate();
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP})
  static double asAnObject(Market market, double x) {
    Object object = market;
    return object == null ? x * x : market.rate() * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double byItsClass(Market market, double x) {
    Object object = market;
    return object instanceof Market there ? there.rate() * x : x * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double ofARecord(Trade trade, double x) {
    Record inner = trade.market();
    return inner instanceof Market there ? there.rate() * trade.notional() * x : x * trade.notional();
  }

  @Differentiable({GRADIENT, JVP})
  static double caught(Market market, double x) {
    try {
      return market.rate() * x;
    } catch (NullPointerException e) {
      return x * x;
    }
  }

  private static double worth(Trade trade) {
    return trade.market().rate() * trade.notional();
  }

  @Differentiable({GRADIENT, JVP})
  static double caughtInHelper(Trade trade, double x) {
    try {
      return worth(trade) * x;
    } catch (NullPointerException e) {
      return x * x;
    }
  }

  @Differentiable({GRADIENT, JVP})
  static double byItsText(Market market, double x) {
    return String.valueOf(market).equals("null") ? x * x : market.rate() * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double byLongerText(Market market, double x) {
    String text = "a" + market;
    return text.equals("anull") ? x * x : market.rate() * x;
  }

  @Differentiable(wrt = "x", value = {GRADIENT, JVP})
  static double constant(Trade trade, double x, boolean isUsed) {
    return isUsed ? trade.market().rate() * trade.notional() * x : x;
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

  public static void itIsAsked() {
    same(6.0, AskedForNullGrad.asAnObjectGrad(null, 3).dx());
    same(null, AskedForNullGrad.asAnObjectGrad(null, 3).dmarket());
    same(new Market(3), AskedForNullGrad.asAnObjectGrad(MARKET, 3).dmarket());
    same(6.0, AskedForNullGrad.byItsClassGrad(null, 3).dx());
    same(null, AskedForNullGrad.byItsClassGrad(null, 3).dmarket());
    same(new Market(3), AskedForNullGrad.byItsClassGrad(MARKET, 3).dmarket());
    same(6.0, AskedForNullGrad.byItsTextGrad(null, 3).dx());
    same(new Market(3), AskedForNullGrad.byItsTextGrad(MARKET, 3).dmarket());
    same(6.0, AskedForNullGrad.byLongerTextGrad(null, 3).dx());
    same(new Market(3), AskedForNullGrad.byLongerTextGrad(MARKET, 3).dmarket());
    same(new Trade(null, 3), AskedForNullGrad.ofARecordGrad(new Trade(null, 5), 3).dtrade());
    same(9.0, AskedForNullGrad.ofARecordGrad(new Trade(MARKET, 3), 3).dtrade().notional());
    fails(NullPointerException.class, () -> AskedForNullGrad.ofARecordGrad(null, 3));
  }

  public static void itsExceptionIsCaught() {
    same(9.0, AskedForNullGrad.caughtGrad(null, 3).value());
    same(6.0, AskedForNullGrad.caughtGrad(null, 3).dx());
    same(null, AskedForNullGrad.caughtGrad(null, 3).dmarket());
    same(new Market(3), AskedForNullGrad.caughtGrad(MARKET, 3).dmarket());
    same(6.0, AskedForNullGrad.caughtInHelperGrad(null, 3).dx());
    same(6.0, AskedForNullGrad.caughtInHelperGrad(new Trade(null, 5), 3).dx());
    same(new Trade(null, 0), AskedForNullGrad.caughtInHelperGrad(new Trade(null, 5), 3).dtrade());
    same(15.0, AskedForNullGrad.caughtInHelperGrad(new Trade(MARKET, 5), 3).dtrade().market().rate());
  }

  @Differentiable({GRADIENT, JVP})
  static double caughtInAnArray(Market market, double x) {
    Market[] all = {market, new Market(x)};
    double sum = x;
    for (Market each : all) {
      try {
        sum += each.rate() * x;
      } catch (NullPointerException e) {
        sum *= x;
      }
    }
    return sum;
  }

  public static void anArrayHoldsIt() {
    same(12.0, AskedForNullGrad.putAsideGrad(null, 3).dx());
    same(null, AskedForNullGrad.putAsideGrad(null, 3).dmarket());
    same(new Market(0), AskedForNullGrad.putAsideGrad(MARKET, 3).dmarket());
    same(6.0, AskedForNullGrad.oneOfAnArrayGrad(null, 3).dx());
    same(null, AskedForNullGrad.oneOfAnArrayGrad(null, 3).dmarket());
    same(new Market(1), AskedForNullGrad.oneOfAnArrayGrad(MARKET, 6).dmarket());
    fails(NullPointerException.class, () -> AskedForNullGrad.oneOfAnArrayGrad(null, 6));
    same(6.0, AskedForNullGrad.someOfAnArrayGrad(null, 3).dx());
    same(null, AskedForNullGrad.someOfAnArrayGrad(null, 3).dmarket());
    fails(NullPointerException.class, () -> AskedForNullGrad.someOfAnArrayGrad(null, 6));
    same(18.0, AskedForNullGrad.caughtInAnArrayGrad(null, 3).value());
    same(12.0, AskedForNullGrad.caughtInAnArrayGrad(null, 3).dx());
    same(null, AskedForNullGrad.caughtInAnArrayGrad(null, 3).dmarket());
    same(new Market(3), AskedForNullGrad.caughtInAnArrayGrad(MARKET, 3).dmarket());
  }

  public static void whatIsConstantMayBeNull() {
    same(1.0, AskedForNullGrad.constantGrad(null, 3, false).dx());
    same(1.0, AskedForNullGrad.constantGrad(new Trade(null, 5), 3, false).dx());
    same(15.0, AskedForNullGrad.constantGrad(new Trade(MARKET, 5), 3, true).dx());
    fails(NullPointerException.class, () -> AskedForNullGrad.constantGrad(null, 3, true));
    fails(NullPointerException.class, () -> AskedForNullGrad.constantJvp(new Trade(null, 5), 3, true, 1));
  }
}
