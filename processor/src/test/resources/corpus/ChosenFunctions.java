package corpus;

import cotangent.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Functions chosen by a condition where they are handed on: what they are follows from the call. */
class ChosenFunctions {
  static double run(double x, DoubleUnaryOperator h) { return h == null ? x : h.applyAsDouble(x); }
  static <T> T apply(T x, Function<T, T> f) { return f.apply(x); }
  static double both(double x, DoubleUnaryOperator f, DoubleBinaryOperator g) { return f == null ? g.applyAsDouble(x, x) : f.applyAsDouble(x); }
  static DoubleUnaryOperator by(double k) { return t -> t * k; }

  @Differentiable static double nullBeside(double x, boolean on) { return run(x, on ? t -> t * t : null); }

  @Differentiable static double nullFirst(double x, boolean on) { return run(x, on ? null : (t -> t * t)); }

  @Differentiable static double referenceOrNull(double x, boolean on) { return run(x, on ? Math::sin : null); }

  @Differentiable static double heldBeside(double x, int n) { DoubleUnaryOperator f = t -> t + x; return run(x, n > 2 ? f : t -> t * x); }

  @Differentiable static double madeBeside(double x, int n) { return run(x, n > 2 ? t -> t * t : by(x)); }

  @Differentiable static double nested(double x, int n) { return run(x, n > 2 ? by(x) : n > 0 ? t -> t * t : Math::exp); }

  @Differentiable static double generic(double x, int n) { UnaryOperator<Double> f = t -> t * x; return apply(x, n > 2 ? f : t -> t + x * x); }

  @Differentiable static double two(double x, boolean on) { return both(x, on ? t -> t * x : null, on ? null : (a, b) -> a * b * b); }

  @Differentiable static double known(double x) { boolean on = true; return run(x, on ? t -> t * x : null) + run(x, !on ? t -> t * x : null); }
}
