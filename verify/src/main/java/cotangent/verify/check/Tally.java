package cotangent.verify.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Compares numbers, and counts how many could be compared. */
final class Tally {
  /** The products of numbers as small as this vanish, so what is smaller may be nothing. */
  private static final double VANISHING = 1e-150;

  /**
   * The products of numbers as large as this are infinite, so nothing is known of what is larger.
   */
  private static final double OVERFLOWING = 1e150;

  /** What is added to a number around one, and moves it as little as this, isn't seen at all. */
  private static final double UNSEEN = 1e-14;

  private static final double UNSEEN_FLOAT = 5e-6;

  private final Subject subject;
  private int sharp;
  private int kinks;
  private int blurred;
  private int held;
  private String singular = "";

  Tally(Subject subject) {
    this.subject = subject;
  }

  int sharp() {
    return sharp;
  }

  int kinks() {
    return kinks;
  }

  int blurred() {
    return blurred;
  }

  int held() {
    return held;
  }

  /** A derivative that is no number where the value never moves; empty where there is none. */
  String singular() {
    return singular;
  }

  /**
   * Compares derivatives with what differences say of them.
   *
   * @param names the names of the numbers
   * @param of what differences are taken of, as it stands in a sentence
   * @param slopes what differences say
   * @param norm how large derivatives are here
   */
  void slopes(
      String method, List<String> names, String of, Slope[] slopes, double[] got, double norm) {
    for (int i = 0; i < got.length; i++) {
      if (!agrees(method + ": " + names.get(i), slopes[i], got[i], norm)) {
        double[] wanted = Arrays.stream(slopes).mapToDouble(s -> s.estimate().value()).toArray();
        String what = "is " + got[i] + ", but differences" + of + " say " + wanted[i];
        throw new Wrong(method, names.get(i), what + Guess.of(names, wanted, got, i));
      }
    }
  }

  /** Whether a derivative agrees with what differences say of it, or they can't tell. */
  private boolean agrees(String name, Slope slope, double got, double norm) {
    Differences.Estimate estimate = slope.estimate();
    double off = Math.abs(got - estimate.value());
    boolean isNear = off <= tolerance(estimate, norm + estimate.scale());
    if (!isNear && got == 0 && slope.nearby().isStair().getAsBoolean()) {
      sharp++;
    } else if (!isNear && got == 0 && subject.rounds() && isFineStair(slope)) {
      blurred++;
    } else if (!isSharp(estimate, norm)) {
      if (slope.isKink(got, norm)) {
        kinks++;
      } else {
        blurred++;
      }
    } else if (!isNear && isDoubtful(slope, got, off)) {
      blurred++;
    } else if (Double.isNaN(got) && (!singular.isEmpty() || isConstant(slope))) {
      singular = name;
    } else if (!isNear && subject.holds()) {
      held++;
      blurred++;
    } else {
      sharp++;
      return isNear;
    }
    return true;
  }

  private boolean isSharp(Differences.Estimate estimate, double norm) {
    double size = norm + estimate.scale();
    double most = subject.isRough() ? 1e-2 * norm + 1e-4 * size : 1e-7 * norm + 1e-9 * size;
    return Double.isFinite(estimate.value()) && estimate.error() <= most;
  }

  private static boolean isFineStair(Slope slope) {
    return slope.nearby().isFineStair().getAsBoolean();
  }

  private static boolean isConstant(Slope slope) {
    return slope.estimate().value() == 0 && slope.nearby().isStair().getAsBoolean();
  }

  private static boolean isDoubtful(Slope slope, double got, double off) {
    Differences.Estimate estimate = slope.estimate();
    if (!Double.isFinite(got)) {
      return estimate.scale() > OVERFLOWING;
    }
    boolean neverMoves = estimate.value() == 0 && estimate.error() == 0;
    return neverMoves && Math.abs(got) < UNSEEN
        || off <= slope.nearby().doubt().getAsDouble()
        || slope.nearby().closer().test(got, off)
        || slope.nearby().isRounding().test(got);
  }

  private double tolerance(Differences.Estimate estimate, double size) {
    double value = Math.abs(estimate.value());
    if (subject.isRough()) {
      return 10 * estimate.error() + 1e-3 * value + 1e-4 * size;
    }
    return subject.single()
        ? 2e-4 * value + 2e-5 * size
        : 1e-7 * value + 10 * estimate.error() + 1e-11 * size + VANISHING;
  }

  /**
   * Whether two numbers that modes give, by numbers of some size, are nothing but rounding. Each of
   * them was held against differences before.
   */
  boolean areRounding(double one, double other, double size) {
    double unseen = subject.single() ? UNSEEN_FLOAT : UNSEEN;
    return Math.max(Math.abs(one), Math.abs(other)) <= unseen * size;
  }

  /** Compares two numbers that modes give. */
  void near(String method, String place, double wanted, double got, double size, String source) {
    double precision = subject.single() ? 1e-4 : 1e-11;
    double off = Math.abs(wanted - got);
    double whole = size + Math.abs(wanted);
    boolean near = wanted == got || off <= precision * whole + VANISHING;
    if (!near && Double.isFinite(wanted + got)) {
      String what = "is " + got + ", but " + source + " says " + wanted;
      throw new Wrong(method, place, what, new Wrong.Distance(off, whole), source);
    }
  }

  /** Counts what can't be compared, since rounding moves it as far as it is off. */
  void blur() {
    blurred++;
  }

  /** Compares derivatives with exact ones. */
  void exactly(String method, double[] wanted, double[] got) {
    boolean same = wanted.length == got.length;
    for (int i = 0; same && i < wanted.length; i++) {
      same =
          wanted[i] == got[i]
              || Math.abs(wanted[i] - got[i]) <= 1e-12 * Math.abs(wanted[i])
              || Double.isNaN(wanted[i]) && Double.isNaN(got[i]);
      sharp++;
    }
    if (!same) {
      throw new Wrong(
          method, "gives " + Arrays.toString(got) + " instead of " + Arrays.toString(wanted));
    }
  }

  /**
   * What differences say of one derivative; from both sides only where they don't agree.
   *
   * @param nearby what the function looks like at steps that are smaller than those of differences
   */
  record Slope(
      Differences.Estimate estimate,
      Differences.@Nullable Estimate left,
      Differences.@Nullable Estimate right,
      Nearby nearby) {

    /** Also tells rounding from a derivative where all parts of a function cancel out. */
    Slope beside(double size) {
      double scale = Math.max(estimate.scale(), size);
      return new Slope(
          new Differences.Estimate(estimate.value(), estimate.error(), scale), left, right, nearby);
    }

    /** Whether the two sides are known and differ, and a derivative lies between them. */
    boolean isKink(double got, double norm) {
      if (left == null || right == null) {
        return false;
      }
      double room = 1e-5 * (norm + Math.abs(left.value()) + Math.abs(right.value()));
      double low = Math.min(left.value(), right.value());
      double high = Math.max(left.value(), right.value());
      return left.error() < room
          && right.error() < room
          && high - low > room
          && got >= low - room
          && got <= high + room;
    }
  }

  /**
   * What a function looks like close to a point; found out where it is asked for.
   *
   * @param doubt how far off stairs in the function may be
   * @param closer whether a derivative so far off is what smaller steps say
   * @param isStair whether it stays the same in most places
   * @param isFineStair whether it would, if numbers were closer to each other
   * @param isRounding whether a derivative differs by what is rounded away where almost all cancels
   */
  record Nearby(
      DoubleSupplier doubt,
      Closer closer,
      BooleanSupplier isStair,
      BooleanSupplier isFineStair,
      DoublePredicate isRounding) {}

  /** Whether a derivative is what smaller steps say. */
  interface Closer {
    boolean test(double derivative, double off);
  }
}
