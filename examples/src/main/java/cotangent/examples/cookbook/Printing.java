package cotangent.examples.cookbook;

import cotangent.Cotangent;
import cotangent.Differentiable;
import java.util.function.DoubleConsumer;

/** Looks at numbers on their way, without changing their derivatives. */
public final class Printing {
  private Printing() {}

  /** Computes the root of x by Newton's method and shows each guess. */
  @Differentiable
  static double root(double x, DoubleConsumer guesses) {
    double guess = x;
    for (int i = 0; i < 8; i++) {
      guesses.accept(Cotangent.stop(guess));
      guess = (guess + x / guess) / 2;
    }
    return guess;
  }
}
