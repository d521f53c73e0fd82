package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Fields for records to which nothing is assigned on some way: they hold null there. */
class UnsetFields {
  record Rate(double value) {}

  static final class Holder {
    Rate rate;

    void set(Rate to) {
      rate = to;
    }

    double times(double x) {
      return rate.value() * x;
    }
  }

  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Differentiable
  @Inputs("n = 3; x = 0.5")
  @Inputs(value = "n = 2; x = 0.5", fails = NullPointerException.class)
  static double setInArm(int n, double x) {
    Holder holder = new Holder();
    if (n > 2) {
      holder.set(new Rate(x * x));
    }
    return holder.times(x);
  }

  @Differentiable
  @Inputs("n = 1; x = 0.5")
  @Inputs("n = 3; x = 0.5")
  @Inputs(value = "n = 2; x = 0.5", fails = NullPointerException.class)
  static double setInCases(int n, double x) {
    Holder holder = new Holder();
    double y = x;
    switch (n) {
      case 1 -> holder.set(new Rate(Math.sin(x)));
      case 3 -> holder.rate = new Rate(y * y);
      default -> y *= 3;
    }
    return holder.times(y);
  }

  @Differentiable
  @Inputs("n = 3; x = 0.5")
  @Inputs(value = "n = 2; x = 0.5", fails = NullPointerException.class)
  static double oneOfTwo(int n, double x) {
    Holder one = new Holder();
    Holder other = new Holder();
    (n > 2 ? one : other).set(new Rate(x * x));
    return one.times(x);
  }

  static void setUnless(Holder holder, int n, double x) throws Unknown {
    if (n == 3) {
      throw new Unknown();
    }
    holder.set(new Rate(x * x));
    if (n == 4) {
      throw new Unknown();
    }
  }

  @Differentiable
  @Inputs("n = 2; x = 0.5")
  @Inputs("n = 4; x = 0.5")
  @Inputs(value = "n = 3; x = 0.5", fails = NullPointerException.class)
  static double setBeforeException(int n, double x) {
    Holder holder = new Holder();
    double y = x;
    try {
      setUnless(holder, n, x);
    } catch (Unknown e) {
      y *= 2;
    }
    return holder.times(y);
  }

  @Differentiable
  @Inputs("n = 3; x = 0.5")
  @Inputs(value = "n = 2; x = 0.5", fails = NullPointerException.class)
  static double ofAnonymousClass(int n, double x) {
    var last =
        new Object() {
          Rate rate;
        };
    if (n > 2) {
      last.rate = new Rate(x * x);
    }
    return last.rate.value() * x;
  }

  @Differentiable
  @Inputs("n = 3; x = 0.5")
  @Inputs("n = 0; x = 0.5")
  static double orElse(int n, double x) {
    Holder holder = new Holder();
    for (int i = 1; i < n; i++) {
      holder.set(new Rate(x * i));
    }
    return holder.rate == null ? x * x : holder.times(x);
  }
}
