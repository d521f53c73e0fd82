package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import java.util.Objects;

/** Patterns that a record, or null in its place, is held to. */
@SuppressWarnings("cotangent")
public class PatternsOfNull {
  public record Market(double rate) {}

  public record Trade(Market market, double notional) {}

  @Differentiable({GRADIENT, JVP})
  static double isThere(Market market, double x) {
    return market instanceof Market ? market.rate() * x : x * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double isNotThere(Market market, double x) {
    if (!(market instanceof Market there)) {
      return x * x;
    }
    return there.rate() * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double takenApart(Trade trade, double x) {
    return trade instanceof Trade(Market(double rate), var notional) ? rate * notional * x : x * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double caseOfNull(Market market, double x) {
    return switch (market) {
      case null -> x * x;
      case Market(double rate) -> rate * x;
    };
  }

  @Differentiable({GRADIENT, JVP})
  static double casesOfParts(Trade trade, double x) {
    return switch (trade) {
      case Trade(Market(var rate), var notional) -> rate * notional * x;
      case Trade(var market, var notional) -> market == null ? notional * x : 1;
    };
  }

  @Differentiable({GRADIENT, JVP})
  static double guarded(Market market, double x) {
    return switch (market) {
      case Market there when there.rate() > 4 -> x * there.rate() * there.rate();
      case null, default -> x * x;
    };
  }

  @Differentiable({GRADIENT, JVP})
  static double withoutNull(Market market, double x) {
    return switch (market) {
      case Market there when there.rate() > 4 -> x * there.rate() * there.rate();
      case Market(double rate) -> rate * x;
    };
  }

  private static void same(Object wanted, Object got) {
    if (!Objects.equals(wanted, got)) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }

  public static void nullFitsNoPattern() {
    Market market = new Market(3);
    same(6.0, PatternsOfNullGrad.isThereGrad(null, 3).dx());
    same(null, PatternsOfNullGrad.isThereGrad(null, 3).dmarket());
    same(market, PatternsOfNullGrad.isThereGrad(market, 3).dmarket());
    same(6.0, PatternsOfNullGrad.isNotThereGrad(null, 3).dx());
    same(market, PatternsOfNullGrad.isNotThereGrad(market, 3).dmarket());
    same(6.0, PatternsOfNullGrad.takenApartGrad(null, 3).dx());
    same(null, PatternsOfNullGrad.takenApartGrad(null, 3).dtrade());
    same(new Trade(null, 0), PatternsOfNullGrad.takenApartGrad(new Trade(null, 5), 3).dtrade());
    same(
        new Trade(new Market(15), 9),
        PatternsOfNullGrad.takenApartGrad(new Trade(market, 5), 3).dtrade());
  }

  public static void nullHasACase() {
    Market market = new Market(3);
    same(6.0, PatternsOfNullGrad.caseOfNullGrad(null, 3).dx());
    same(null, PatternsOfNullGrad.caseOfNullGrad(null, 3).dmarket());
    same(market, PatternsOfNullGrad.caseOfNullGrad(market, 3).dmarket());
    same(new Trade(null, 3), PatternsOfNullGrad.casesOfPartsGrad(new Trade(null, 5), 3).dtrade());
    same(
        new Trade(new Market(15), 9),
        PatternsOfNullGrad.casesOfPartsGrad(new Trade(market, 5), 3).dtrade());
    same(6.0, PatternsOfNullGrad.guardedGrad(null, 3).dx());
    same(6.0, PatternsOfNullGrad.guardedGrad(market, 3).dx());
    same(new Market(30), PatternsOfNullGrad.guardedGrad(new Market(5), 3).dmarket());
    try {
      throw new AssertionError(PatternsOfNullGrad.withoutNullGrad(null, 3));
    } catch (NullPointerException e) {
      same(market, PatternsOfNullGrad.withoutNullGrad(market, 3).dmarket());
    }
  }
}
