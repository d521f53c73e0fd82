package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Arguments whose types follow from the method that takes them. */
class TargetTypes {
  interface Curve {
    double at(double x);
  }

  record Line(double slope) implements Curve {
    @Override
    public double at(double x) {
      return slope * x;
    }
  }

  record Parabola(double factor) implements Curve {
    @Override
    public double at(double x) {
      return factor * x * x;
    }
  }

  static final class Cubic implements Curve {
    private final double factor;

    Cubic(double factor) {
      this.factor = factor;
    }

    @Override
    public double at(double x) {
      return factor * x * x * x;
    }
  }

  static final class Sum implements Curve {
    private final List<Curve> parts;

    Sum(List<Curve> parts) {
      this.parts = parts;
    }

    @Override
    public double at(double x) {
      return total(parts, x);
    }
  }

  static final class Chain {
    private final List<DoubleUnaryOperator> all;

    Chain(List<DoubleUnaryOperator> all) {
      this.all = all;
    }

    double at(double x) {
      double y = x;
      for (DoubleUnaryOperator each : all) {
        y = each.applyAsDouble(y);
      }
      return y;
    }
  }

  static double total(List<Curve> curves, double x) {
    double sum = 0;
    for (Curve curve : curves) {
      sum += curve.at(x);
    }
    return sum;
  }

  static double total(Object none, double x) {
    return -1;
  }

  static double each(Collection<? extends Curve> curves, double x) {
    double sum = 0;
    for (Curve curve : curves) {
      sum += curve.at(x);
    }
    return sum;
  }

  static double first(Optional<Curve> curve, double x) {
    return curve.isPresent() ? curve.get().at(x) : 0;
  }

  static double all(Optional<List<Curve>> curves, double x) {
    return curves.isPresent() ? total(curves.get(), x) : 0;
  }

  static double product(Map<String, Curve> curves, double x) {
    return curves.get("a").at(x) * curves.get("b").at(x);
  }

  static double filled(List<Curve> curves, double p, double x) {
    curves.add(new Line(p));
    curves.add(new Parabola(p));
    return total(curves, x);
  }

  static double sum(List<Double> numbers) {
    double sum = 0;
    for (double each : numbers) {
      sum += each;
    }
    return sum;
  }

  static List<Curve> both(double p) {
    return List.of(new Line(p), new Line(2 * p));
  }

  @Differentiable
  static double constructor(double p, double x) {
    return new Sum(List.of(new Line(p), new Line(p * p))).at(x);
  }

  @Differentiable
  static double nested(double p, double x) {
    Sum inner = new Sum(List.of(new Line(p * p), new Line(p)));
    return new Sum(List.of(new Sum(List.of(new Line(p))), inner)).at(x);
  }

  @Differentiable
  static double helpers(double p, double x) {
    return total(Arrays.asList(new Line(p), new Line(p * p)), x)
        + total(List.of(new Line(p), new Parabola(p)), x)
        + total(both(p), x);
  }

  @Differentiable
  static double bounded(double p, double x) {
    return each(List.of(new Line(p), new Parabola(p)), x);
  }

  @Differentiable
  static double chosen(double p, double x) {
    return total(x > 1 ? List.of(new Line(p)) : List.of(new Line(p * 2), new Line(p)), x);
  }

  @Differentiable
  static double lambda(double p, double x) {
    Function<Double, List<Curve>> make = q -> List.of(new Line(q), new Line(q * q));
    return total(make.apply(p), x);
  }

  @Differentiable
  static double growing(double p, double x) {
    return filled(new ArrayList<>(List.of(new Line(p * p))), p, x)
        + filled(new ArrayList<>(), p, x);
  }

  @Differentiable
  static double optional(double p, double x) {
    return first(Optional.of(new Line(p)), x)
        + all(Optional.of(List.of(new Line(p), new Line(p * p))), x);
  }

  @Differentiable
  static double map(double p, double x) {
    return product(Map.of("a", new Line(p), "b", new Line(p * p)), x);
  }

  @Differentiable
  static double functions(double p, double x) {
    return new Chain(List.of(y -> p * y, Math::sin)).at(x)
        + new Chain(Arrays.asList(y -> p * y, y -> y * y)).at(x);
  }

  @Differentiable
  static double lambdaBesideObject(double p, double x) {
    return total(List.of(y -> p * y, new Line(p)), x);
  }

  @Differentiable
  static double empty(double p, double x) {
    return p * x + total(List.of(), x) + total(Collections.emptyList(), x);
  }

  @Differentiable
  static double numbers(double p, double x) {
    return sum(List.of(p, x, p * x)) * sum(Arrays.asList(p, x)) * sum(new ArrayList<>(List.of(p)));
  }

  @Differentiable
  static double effectsHappenOnce(double p, double x) {
    double[] a = {x};
    int[] n = {0};
    double sum = total(List.of(new Line(a[n[0]++] *= p), new Line(n[0] * a[0])), a[0]);
    return sum * n[0];
  }

  @Differentiable
  static double copyOfWiderType(double p, double x) {
    List<Line> lines = List.of(new Line(p), new Line(p * p));
    List<Curve> curves = new ArrayList<>(lines);
    curves.add(new Parabola(p));
    return total(curves, x);
  }

  @Differentiable
  static double growingCopyOfWiderType(double p, double x) {
    List<Cubic> cubics = new ArrayList<>();
    cubics.add(new Cubic(p));
    List<Curve> curves = new ArrayList<>(cubics);
    curves.add(new Parabola(p));
    curves.set(0, new Line(p));
    return total(curves, x);
  }
}
