package rejections;

import cotangent.Differentiable;

class NeverReturns {
  @Differentiable
  static double stub(double x) { // error: [CT024] stub never returns
    throw new UnsupportedOperationException("not yet: " + x);
  }

  @Differentiable
  static double inHelper(double x) { // error: [CT024] inHelper never returns
    return x * stub(x);
  }

  @Differentiable
  static double onAllWays(double x) { // error: [CT024] onAllWays never returns
    if (x > 0) {
      throw new IllegalArgumentException();
    } else {
      throw new IllegalStateException();
    }
  }

  @Differentiable
  static double forgotToCount(double x) { // error: [CT024] forgotToCount never returns
    int rounds = 0;
    do {
      x *= x;
    } while (rounds < 2);
    return x;
  }

  @Differentiable
  static double endless(double x) { // error: [CT024] endless never returns
    while (true) {
      x *= 2;
    }
  }

  @Differentiable
  static double guarded(double x) {
    return x > 0 ? Math.log(x) : fail();
  }

  static double fail() {
    throw new IllegalArgumentException();
  }

  NeverReturnsGrad.GuardedGradient gradient;
}
