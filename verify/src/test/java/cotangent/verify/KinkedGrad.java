package cotangent.verify;

import java.util.function.DoubleUnaryOperator;

/** A companion as it is generated. */
final class KinkedGrad {
  private KinkedGrad() {}

  public static double distance(double x) {
    return Math.abs(x);
  }

  public static DistanceGradient distanceGrad(double x) {
    return new DistanceGradient(Math.abs(x), Math.signum(x));
  }

  public static double jump(double x) {
    return x < 0 ? 0 : 1;
  }

  public static DistanceGradient jumpGrad(double x) {
    return new DistanceGradient(x < 0 ? 0 : 1, 0);
  }

  public static double applied(double x, DoubleUnaryOperator f) {
    return f.applyAsDouble(1) * x;
  }

  public static DistanceGradient appliedGrad(double x, DoubleUnaryOperator f) {
    return new DistanceGradient(f.applyAsDouble(1) * x, f.applyAsDouble(1));
  }

  public static double neverReturns(double x) {
    throw new IllegalArgumentException("not " + x);
  }

  public static DistanceGradient neverReturnsGrad(double x) {
    throw new IllegalArgumentException("not " + x);
  }

  public static double high(double x) {
    double far = x * 0x1p30;
    return (x + far - far) * x;
  }

  public static DistanceGradient highGrad(double x) {
    return new DistanceGradient(high(x), 2 * x);
  }

  public static double rounded(double x) {
    return Math.round(x * 1e3) / 1e3;
  }

  public static DistanceGradient roundedGrad(double x) {
    return new DistanceGradient(rounded(x), 0);
  }

  public static float roundedFloat(float x) {
    return Math.round(x * 1e3f) / 1e3f;
  }

  public static RoundedFloatGradient roundedFloatGrad(float x) {
    return new RoundedFloatGradient(roundedFloat(x), 0);
  }

  public static float roundedFinely(float x, int digits) {
    float factor = (float) Math.pow(10, digits);
    return (float) Math.floor(Math.nextUp((double) (x * factor))) / factor;
  }

  public static RoundedFloatGradient roundedFinelyGrad(float x, int digits) {
    return new RoundedFloatGradient(roundedFinely(x, digits), 0);
  }

  public static RoundedFloatJvp roundedFinelyJvp(float x, int digits, float tx) {
    return new RoundedFloatJvp(roundedFinely(x, digits), 0);
  }

  public record RoundedFloatJvp(float value, float tangent) {}

  public static double split(double x) {
    double far = x * 0x1p30;
    return (x + far - far) * x;
  }

  public static DistanceGradient splitGrad(double x) {
    return new DistanceGradient(split(x), 2 * x);
  }

  public static ShakenJvp splitJvp(double x, double tx) {
    double far = tx * 0x1p30;
    return new ShakenJvp(split(x), (tx + far - far) * x + x * tx);
  }

  public static double rootOfNothing(double x, double y, int n) {
    double rest = n % 2 == 0 ? x - x : x;
    return Math.sqrt(rest * rest) + y;
  }

  public static RootOfNothingGradient rootOfNothingGrad(double x, double y, int n) {
    double rest = n % 2 == 0 ? x - x : x;
    double root = Math.sqrt(rest * rest);
    double drest = 0.5 / root * 2 * rest;
    return new RootOfNothingGradient(root + y, n % 2 == 0 ? drest - drest : drest, 1);
  }

  public static ShakenJvp rootOfNothingJvp(double x, double y, int n, double tx, double ty) {
    RootOfNothingGradient g = rootOfNothingGrad(x, y, n);
    return new ShakenJvp(g.value(), g.dx() * tx + ty);
  }

  public static double looked(double x, Kinked.Table table) {
    return x * x * table.size();
  }

  public static DistanceGradient lookedGrad(double x, Kinked.Table table) {
    return new DistanceGradient(looked(x, table), 2 * x * table.size());
  }

  public static double wavy(double x) {
    return Math.sin(1e7 * x);
  }

  public static DistanceGradient wavyGrad(double x) {
    return new DistanceGradient(wavy(x), 1e7 * Math.cos(1e7 * x));
  }

  public static double vanishing(double x) {
    double e = Math.exp(x);
    return 1 / (e * e);
  }

  public static DistanceGradient vanishingGrad(double x) {
    double e = Math.exp(x);
    double value = 1 / (e * e);
    return new DistanceGradient(value, -2 * (value * value * e * e));
  }

  public static double almostNothing(double x) {
    return 1 + Math.exp(-50 - x) - 1;
  }

  public static DistanceGradient almostNothingGrad(double x) {
    return new DistanceGradient(almostNothing(x), -Math.exp(-50 - x));
  }

  public static double shaken(double x) {
    return Math.sin(1e9 * x) / 1e9;
  }

  public static DistanceGradient shakenGrad(double x) {
    return new DistanceGradient(shaken(x), Math.cos(1e9 * x));
  }

  public static ShakenJvp shakenJvp(double x, double tx) {
    return new ShakenJvp(shaken(x), tx * Math.cos((x + 1) * 1e9 - 1e9));
  }

  public static double area(Kinked.Length a, Kinked.Length b, double factor) {
    return a.metres() * b.metres() * factor * factor;
  }

  public static AreaGradient areaGrad(Kinked.Length a, Kinked.Length b, double factor) {
    return new AreaGradient(
        area(a, b, factor),
        new Kinked.Length(b.metres() * factor * factor),
        new Kinked.Length(a.metres() * factor * factor),
        2 * (a.metres() * b.metres() * factor));
  }

  public record RoundedFloatGradient(float value, float dx) {}

  public record RootOfNothingGradient(double value, double dx, double dy) {}

  public record ShakenJvp(double value, double tangent) {}

  public record AreaGradient(double value, Kinked.Length da, Kinked.Length db, double dfactor) {}

  public record DistanceGradient(double value, double dx) {}
}
