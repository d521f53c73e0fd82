package corpus;

import cotangent.Differentiable;

/** Choices one side of which always throws: its type still says what the other one is. */
class ThrowingArms {
  static double fail() { throw new ArithmeticException(); }
  static int failInt() { throw new ArithmeticException(); }

  @Differentiable static double wider(double x) { try { return (x < 0.5 ? fail() : 1) / 2 * x; } catch (ArithmeticException e) { return x * x; } }

  @Differentiable static double asWhole(double x) { try { return (x < 0.5 ? failInt() : 1) / 2 * x + x; } catch (ArithmeticException e) { return x * x; } }

  @Differentiable static double second(double x) { try { return (x < 0.5 ? 3 : fail()) / 2 * x + (x > -99 ? 1 : 2L) / 2; } catch (ArithmeticException e) { return x * x; } }

  @Differentiable static double known(double x) { final boolean t = true; return (t ? 3 : fail()) / 2 * x; }

  @Differentiable static double assigned(double x) { double r; try { r = x < 0.5 ? fail() : x; } catch (ArithmeticException e) { r = x * x; } return r; }
}
