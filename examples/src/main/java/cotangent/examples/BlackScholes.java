package cotangent.examples;

import cotangent.Differentiable;

/** Prices a European call option. */
public final class BlackScholes {
  private BlackScholes() {}

  /**
   * Computes the price of a call after Black and Scholes. Its derivatives are the first Greeks:
   * delta by {@code spot}, vega by {@code volatility}, rho by {@code rate}, and minus theta by
   * {@code years}.
   *
   * <p><b>Units.</b> Prices in one currency; rate and volatility a year, as fractions of one.
   *
   * @param spot price of the share today
   * @param strike price at which the holder may buy
   * @param rate interest, compounded continuously
   * @param volatility standard deviation of the share's yearly log-return
   * @param years time to expiry
   * @return the price of the option today
   */
  @Differentiable
  public static double call(
      double spot, double strike, double rate, double volatility, double years) {
    double deviation = volatility * Math.sqrt(years);
    double d1 =
        (Math.log(spot / strike) + (rate + volatility * volatility / 2) * years) / deviation;
    double d2 = d1 - deviation;
    return spot * normal(d1) - strike * Math.exp(-rate * years) * normal(d2);
  }

  /**
   * Computes the standard normal distribution function.
   *
   * <p><b>Source.</b> J. F. Hart's rational approximation, in the form of G. West, Better
   * approximations to cumulative normal functions, Wilmott Magazine, May 2005.
   *
   * @param x any number
   * @return the probability of a value of at most {@code x}
   */
  static double normal(double x) {
    double z = Math.abs(x);
    double tail = z > 37 ? 0 : Math.exp(-z * z / 2) * (z < 7.07106781186547 ? near(z) : far(z));
    return x > 0 ? 1 - tail : tail;
  }

  private static double near(double z) {
    double p = 3.52624965998911e-2 * z + 0.700383064443688;
    p = p * z + 6.37396220353165;
    p = p * z + 33.912866078383;
    p = p * z + 112.079291497871;
    p = p * z + 221.213596169931;
    p = p * z + 220.206867912376;
    double q = 8.83883476483184e-2 * z + 1.75566716318264;
    q = q * z + 16.064177579207;
    q = q * z + 86.7807322029461;
    q = q * z + 296.564248779674;
    q = q * z + 637.333633378831;
    q = q * z + 793.826512519948;
    q = q * z + 440.413735824752;
    return p / q;
  }

  private static double far(double z) {
    double fraction = z + 0.65;
    for (int n = 4; n > 0; n--) {
      fraction = z + n / fraction;
    }
    return 1 / (fraction * 2.506628274631);
  }
}
