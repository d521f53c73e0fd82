package cotangent.processor.prove;

import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.prove.Point.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What is checked at one point. */
final class AtPoint {
  /**
   * Two ways to compute the same value agree to this, even where code adds 2^30 times a number and
   * subtracts it again to split it; a fault of the compiler is far off.
   */
  private static final double NEAR = 1e-5;

  private static final double NEAR_IN_SINGLE = 1e-3;

  /** Beside the values themselves, derivatives as small as this are nothing but rounding. */
  private static final double NOTHING = 1e-11;

  /** A step that changes only roundings: whatever changes with it is noise. */
  private static final double JITTER = 1e-14;

  private static final double JITTER_IN_SINGLE = 1e-6;
  private static final double NOISE = 1000;

  /** How often to sample the effect of roundings on a number. */
  private static final int ROUNDINGS = 4;

  private final Face face;
  private final Point point;
  private final ExtraArguments extra;
  private final boolean isSingle;
  private final Map<Method, Ending> endings = new IdentityHashMap<>();
  private double residual;

  /** A number that two ways compute, at the point and near by. */
  private interface Quantity {
    double at(double by);
  }

  AtPoint(Face face, Point point) {
    this.face = face;
    this.point = point;
    this.extra = new ExtraArguments(face, point);
    this.isSingle = face.isSingle();
  }

  double residual() {
    return residual;
  }

  /** Checks that a method computes the value of the original, and leaves arguments as it does. */
  void value(Method method) {
    Ending ending = run(method, 0);
    int values = method.record().isEmpty() ? ending.results().size() : face.values();
    if (!areSame(ending.results().subList(0, values), point.results().subList(0, values))) {
      throw new Disproof(
          method.name() + " computes " + ending.results() + ", not " + point.results());
    } else if (!areSame(ending.after(), point.after())) {
      throw new Disproof(method.name() + " leaves its arguments otherwise than the original");
    }
  }

  private static boolean areSame(List<@Nullable Object> a, List<@Nullable Object> b) {
    return Arrays.deepEquals(a.toArray(), b.toArray());
  }

  /** Checks the derivative along the direction against the rate of Taylor's remainder. */
  void taylor(Method method) {
    if (isSingle) {
      throw new Unclear("differences of single precision tell too little");
    }
    Quantity slope = by -> slope(method, by);
    String what = "the derivative of " + method.name();
    Quantity value = by -> point.along(by).orElse(Double.NaN);
    note(Taylor.check(what, point::along, slope.at(0), noise(slope, value)));
  }

  /** Checks that two methods have the same derivative along the direction. */
  void agree(Method method, Method other) {
    double size = Reals.size(point.direction(), gradient(method, 0));
    near(method.name(), by -> slope(method, by), by -> slope(other, by), size);
  }

  /** Checks that two methods have the same second derivative along two directions. */
  void agreeInSecondOrder(Method method, Method other) {
    double[] t = point.direction();
    double[] u = point.crossing();
    double size = Math.abs(bilinear(method, u, t, 0));
    near(method.name(), by -> bilinear(method, u, t, by), by -> bilinear(other, u, t, by), size);
  }

  /** Checks second derivatives: symmetric, and the rate of change of the gradient. */
  void second(Method method) {
    double[] t = point.direction();
    double[] u = point.crossing();
    if (method.is(Mode.HESSIAN)) {
      double size = Math.abs(bilinear(method, u, t, 0)) + Math.abs(bilinear(method, u, u, 0));
      near(method.name(), by -> bilinear(method, u, t, by), by -> bilinear(method, t, u, by), size);
    }
    if (isSingle) {
      throw new Unclear("differences of single precision tell too little");
    }
    DoubleFunction<Optional<Double>> along =
        by ->
            point.isSamePiece(by)
                ? Optional.of(Reals.dot(u, gradient(method, by)))
                : Optional.empty();
    Quantity product = by -> bilinear(method, u, t, by);
    String what = "the second derivative of " + method.name();
    Quantity value = by -> Reals.dot(u, gradient(method, by));
    note(Taylor.check(what, along, product.at(0), noise(product, value)));
  }

  private Taylor.Noise noise(Quantity derivative, Quantity value) {
    return new Taylor.Noise() {
      @Override
      public double ofDerivative() {
        return noise(derivative);
      }

      @Override
      public double ofValue() {
        return noise(value);
      }

      @Override
      public double ofSwinging(double way) {
        return Math.abs((derivative.at(way) + derivative.at(-way)) / 2 - derivative.at(0));
      }
    };
  }

  private void near(String what, Quantity one, Quantity other, double size) {
    double found = one.at(0);
    double wanted = other.at(0);
    double off = Math.abs(found - wanted);
    double all = size + Math.abs(wanted);
    double nothing = NOTHING * Reals.size(point.weights(), point.values());
    if (!Double.isFinite(all)) {
      throw new Unclear("derivatives are not finite");
    } else if (off <= (isSingle ? NEAR_IN_SINGLE : NEAR) * all + nothing) {
      note(all == 0 ? 0 : off / all);
      return;
    }
    if (!(off <= noise(one) + noise(other))) {
      throw new Disproof(
          what + " gives " + found + " along a direction, another mode gives " + wanted);
    }
  }

  /**
   * How far roundings may carry a number: what becomes of it when each operation rounds
   * differently. If it becomes NaN, the answer is infinite.
   */
  private double noise(Quantity quantity) {
    double jitter = isSingle ? JITTER_IN_SINGLE : JITTER;
    double here = quantity.at(0);
    double off = 0;
    for (int i = 0; i < ROUNDINGS; i++) {
      double by = i % 2 == 0 ? jitter : -jitter;
      double other = point.roundingOtherwise(i, jitter, () -> quantity.at(by));
      off = Math.max(off, Double.isNaN(other) ? Double.POSITIVE_INFINITY : Math.abs(other - here));
    }
    return NOISE * off;
  }

  private void note(double found) {
    residual = Math.max(residual, found);
  }

  /** The derivative of the weighted results along the direction, by any first-order method. */
  private double slope(Method method, double by) {
    return method.is(Mode.JVP)
        ? Reals.dot(point.weights(), tangent(method, by))
        : Reals.dot(point.direction(), gradient(method, by));
  }

  private double[] tangent(Method method, double by) {
    List<@Nullable Object> results = run(method, by).results();
    return numbers(
        face.differentiable(results.subList(face.values(), results.size())),
        point.weights().length);
  }

  /** The weighted derivatives by all inputs, by any method that has them. */
  private double[] gradient(Method method, double by) {
    List<@Nullable Object> all = run(method, by).results();
    List<@Nullable Object> results = all.subList(face.values(), all.size());
    int count = point.direction().length;
    double[] gradient;
    if (method.is(Mode.JACOBIAN)) {
      gradient = extra.weighted(method, results);
    } else if (method.is(Mode.HESSIAN)) {
      gradient = numbers(results.subList(0, 1), count);
    } else {
      gradient = numbers(face.derivatives(results), count);
    }
    double weight = method.is(Mode.VJP, Mode.JACOBIAN) ? 1 : point.weights()[0];
    return Arrays.stream(gradient).map(each -> weight * each).toArray();
  }

  /** The weighted second derivative along two directions. */
  private double bilinear(Method method, double[] u, double[] t, double by) {
    List<@Nullable Object> all = run(method, by).results();
    List<@Nullable Object> results = all.subList(face.values(), all.size());
    double[] product;
    if (method.is(Mode.HVP)) {
      List<@Nullable Object> second = results.subList(face.shaped(), results.size());
      product = numbers(face.derivatives(second), u.length);
    } else {
      double[][] hessian = (double[][]) Objects.requireNonNull(results.get(1));
      product = Arrays.stream(hessian).mapToDouble(row -> Reals.dot(row, t)).toArray();
    }
    return point.weights()[0] * Reals.dot(u, product);
  }

  private static double[] numbers(List<@Nullable Object> values, int count) {
    double[] numbers = Reals.of(values);
    if (numbers.length != count) {
      throw new Disproof("there are " + numbers.length + " derivatives, not " + count);
    }
    return numbers;
  }

  /** Runs a method a way along the direction; at the point itself once, whoever asks. */
  Ending run(Method method, double by) {
    boolean isHere = by == 0 && point.roundsAsJava();
    Ending known = isHere ? endings.get(method) : null;
    if (known == null) {
      known = ending(method, by);
      if (isHere) {
        endings.put(method, known);
      }
    }
    return known;
  }

  private Ending ending(Method method, double by) {
    List<@Nullable Object> more =
        switch (method.mode().map(Mode::takes).orElse(Mode.Takes.NOTHING)) {
          case ARRAYS -> extra.zeros();
          case SEED -> extra.seeds();
          case TANGENTS -> extra.tangents();
          case NOTHING -> new ArrayList<>();
        };
    try {
      return point.run(method, more, by);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException e) {
      if (face.hasRules()) { // which go by what code outside gives, and that is made up here
        throw new Unclear(method.name() + " may rely on the shape of what a method gives: " + e);
      }
      throw new Disproof(method.name() + " ends in an exception, the original does not: " + e);
    } catch (Run.Spent spent) {
      throw spent;
    } catch (RuntimeException | StackOverflowError e) {
      throw new Unclear(method.name() + " cannot be run: " + e);
    }
  }
}
