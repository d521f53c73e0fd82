package cotangent.examples.cookbook;

import cotangent.Cotangent;
import cotangent.Differentiable;

/** Differentiates a number that a search finds: the interest of a loan. */
public final class ImpliedRate {
  private ImpliedRate() {}

  /** Computes what is owed after some months, at a monthly rate of interest. */
  @Differentiable
  static double owed(double rate, double loan, double payment, int months) {
    double owed = loan;
    for (int month = 0; month < months; month++) {
      owed = owed * (1 + rate) - payment;
    }
    return owed;
  }

  /** Finds the rate at which nothing is owed in the end. */
  private static double searched(double loan, double payment, int months) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-12) {
      double middle = (low + high) / 2;
      if (owed(middle, loan, payment, months) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Finds the same rate, and carries its derivatives: those of one step of Newton's. */
  @Differentiable
  static double rate(double loan, double payment, int months) {
    double found = searched(Cotangent.stop(loan), Cotangent.stop(payment), months);
    var there =
        ImpliedRateGrad.owedGrad(found, Cotangent.stop(loan), Cotangent.stop(payment), months);
    return found - owed(found, loan, payment, months) / there.drate();
  }
}
