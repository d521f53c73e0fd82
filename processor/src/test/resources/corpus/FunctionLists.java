package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Functions that methods return, in lists, arrays, maps and streams, and composed of each other.
 */
class FunctionLists {
  static DoubleUnaryOperator scale(double w) {
    return v -> v * w;
  }

  static DoubleUnaryOperator shift(double w) {
    return v -> v + w;
  }

  static double applyAll(List<DoubleUnaryOperator> ops, double x) {
    double r = x;
    for (DoubleUnaryOperator op : ops) r = op.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double listed(double x, double w) {
    List<DoubleUnaryOperator> ops = List.of(scale(2), shift(w), Math::sin);
    double r = x;
    for (DoubleUnaryOperator op : ops) r = op.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double added(double x, double[] w) {
    List<DoubleUnaryOperator> ops = new ArrayList<>();
    for (int i = 0; i < w.length; i++) {
      ops.add(scale(w[i]));
      ops.add(shift(w[i]));
    }
    double r = x;
    for (DoubleUnaryOperator op : ops) r = op.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double inArray(double x, double[] w) {
    DoubleUnaryOperator[] ops = new DoubleUnaryOperator[w.length];
    for (int i = 0; i < w.length; i++) ops[i] = i % 2 == 0 ? scale(w[i]) : shift(w[i]);
    double r = x;
    for (DoubleUnaryOperator op : ops) r = op.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double ofIndices(double x, double[] w) {
    return IntStream.range(0, w.length)
        .mapToObj(i -> (DoubleUnaryOperator) v -> v * w[i])
        .mapToDouble(f -> f.applyAsDouble(x))
        .sum();
  }

  @Differentiable
  static double gathered(double x, double[] w) {
    List<DoubleUnaryOperator> ops =
        IntStream.range(0, w.length).mapToObj(i -> (DoubleUnaryOperator) v -> v * w[i]).toList();
    double r = x;
    for (DoubleUnaryOperator op : ops) r = op.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double reduced(double x, double w) {
    DoubleUnaryOperator all =
        Stream.of(scale(2), shift(w), (DoubleUnaryOperator) Math::sin)
            .reduce(DoubleUnaryOperator.identity(), DoubleUnaryOperator::andThen);
    return all.applyAsDouble(x);
  }

  @Differentiable
  static double inMap(double x, double w) {
    Map<String, DoubleUnaryOperator> ops = Map.of("s", scale(w), "t", shift(w));
    return ops.get("s").applyAsDouble(x) + ops.get("t").applyAsDouble(x);
  }

  @Differentiable
  static double composed(double x, double w) {
    List<Function<Double, Double>> ops = List.of(v -> v * w, v -> v + w, Math::sin);
    Function<Double, Double> all = Function.identity();
    for (Function<Double, Double> f : ops) all = all.andThen(f);
    return all.apply(x);
  }

  @Differentiable
  static double byReference(double x, double[] w) {
    return Arrays.stream(w)
        .mapToObj(FunctionLists::scale)
        .mapToDouble(f -> f.applyAsDouble(x))
        .sum();
  }

  @Differentiable
  static double collected(double x, double[] w) {
    List<DoubleUnaryOperator> ops =
        Arrays.stream(w).mapToObj(v -> scale(v)).collect(Collectors.toList());
    double r = x;
    for (DoubleUnaryOperator op : ops) r = op.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double handed(double x, double y) {
    return applyAll(List.of(scale(y), shift(x), scale(x)), x);
  }

  /** Each round makes a function of the one before, however many there are. */
  @Differentiable
  static double composedOfAll(double x, double[] w) {
    DoubleUnaryOperator all = DoubleUnaryOperator.identity();
    for (double v : w) all = all.andThen(scale(v));
    return all.applyAsDouble(x);
  }

  @Differentiable
  static double eitherWay(double x, double[] w) {
    DoubleUnaryOperator all = v -> v;
    for (int i = 0; i < w.length; i++) {
      DoubleUnaryOperator before = all;
      double c = w[i];
      all = i % 2 == 0 ? v -> before.applyAsDouble(v) * c : before.compose(v -> Math.sin(v + c));
    }
    return all.applyAsDouble(x) + all.applyAsDouble(0.5);
  }

  @Differentiable
  static double ofNumbers(double x, double[] w) {
    Function<Double, Double> all = Function.identity();
    for (double v : w) all = all.andThen(u -> u * v + 1);
    return all.apply(x);
  }

  @Differentiable
  static double reducedOfAll(double x, double[] w) {
    DoubleUnaryOperator all =
        IntStream.range(0, w.length)
            .mapToObj(i -> scale(w[i]))
            .reduce(DoubleUnaryOperator.identity(), DoubleUnaryOperator::andThen);
    return all.applyAsDouble(x);
  }

  static DoubleUnaryOperator power(DoubleUnaryOperator f, int n) {
    return n <= 0 ? DoubleUnaryOperator.identity() : power(f, n - 1).andThen(f);
  }

  /** Composed by recursion. */
  @Differentiable
  static double power(double x, double w, int n) {
    return power(v -> v * w + 0.1, Math.min(n, 6)).applyAsDouble(x);
  }

  interface Curve {
    double at(double t);

    default Curve plus(Curve o) {
      return t -> at(t) + o.at(t);
    }
  }

  @Differentiable
  static double sumOfCurves(double x, double[] w) {
    Curve all = t -> 0;
    for (double v : w) all = all.plus(t -> v * t);
    return all.at(x) * all.at(1);
  }

  @Differentiable
  static double supplied(double x, double[] w) {
    Supplier<Double> s = () -> x;
    for (double v : w) {
      Supplier<Double> b = s;
      s = () -> b.get() * v;
    }
    return s.get();
  }

  /** Each holds the one before it, in an array. */
  @Differentiable
  static double stages(double x, double[] w) {
    DoubleUnaryOperator[] stages = new DoubleUnaryOperator[w.length + 1];
    stages[0] = v -> v;
    for (int i = 0; i < w.length; i++) {
      DoubleUnaryOperator b = stages[i];
      double c = w[i];
      stages[i + 1] = v -> Math.sin(b.applyAsDouble(v) * c);
    }
    return stages[w.length].applyAsDouble(x) + stages[1].applyAsDouble(x);
  }

  @Differentiable
  static double tested(double x, double y, int n) {
    Predicate<Double> p = v -> v > 0;
    for (int i = 0; i < n; i++) {
      double least = i * 0.1;
      p = p.and(u -> u > least);
    }
    return p.test(x) ? x * x : x * y;
  }

  @Differentiable
  static double ofEitherKind(double[] x, double y) {
    List<DoubleUnaryOperator> all =
        IntStream.range(0, x.length)
            .mapToObj(i -> i % 2 == 0 ? scale(x[i]) : (DoubleUnaryOperator) Math::sin)
            .toList();
    double r = y;
    for (var s : all) r = s.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double parted(double[] x, double y) {
    Map<Boolean, List<DoubleUnaryOperator>> all =
        IntStream.range(0, x.length)
            .mapToObj(i -> scale(x[i]))
            .collect(Collectors.partitioningBy(f -> f.applyAsDouble(1) > 0));
    double r = y;
    for (var s : all.get(true)) r = s.applyAsDouble(r);
    return r + all.get(false).size();
  }

  @Differentiable
  static double intoArray(double[] x, double y) {
    DoubleUnaryOperator[] all =
        IntStream.range(0, x.length).mapToObj(i -> scale(x[i])).toArray(DoubleUnaryOperator[]::new);
    double r = y;
    for (var s : all) r = s.applyAsDouble(r);
    return r;
  }

  @Differentiable
  static double suppliers(double[] x, double y) {
    List<Supplier<Double>> all = new ArrayList<>();
    for (double v : x) all.add(() -> v * y);
    return all.stream().mapToDouble(Supplier::get).sum()
        + all.stream().map(Supplier::get).reduce(0.0, Double::sum);
  }

  @Differentiable
  static double reducedGeneric(double[] x, double y) {
    List<Function<Double, Double>> all = List.of(v -> v * y, v -> v + x[0]);
    return all.stream().reduce(Function.identity(), Function::andThen).apply(y);
  }

  @Differentiable
  static double linked(double[] x, double y) {
    List<BiFunction<Double, Double, Double>> all =
        new LinkedList<>(List.of((v, w) -> v * y + w, Math::hypot));
    double r = y;
    for (BiFunction<Double, Double, Double> f : all) r = f.apply(r, x[0]);
    return r;
  }

  interface Shape {
    double area();
  }

  static class Circle implements Shape {
    final double r;

    Circle(double r) {
      this.r = r;
    }

    public double area() {
      return 3 * r * r;
    }
  }

  static class Square implements Shape {
    final double s;

    Square(double s) {
      this.s = s;
    }

    public double area() {
      return s * s;
    }
  }

  static Shape shape(int i, double v) {
    return i % 2 == 0 ? new Circle(v) : new Square(v);
  }

  /** Objects of several classes, gathered as what they implement. */
  @Differentiable
  static double shapes(double[] x) {
    List<Shape> all = IntStream.range(0, x.length).mapToObj(i -> shape(i, x[i])).toList();
    double r = 0;
    for (Shape s : all) r += s.area();
    return r;
  }

  @Differentiable
  static double firstShape(double[] x) {
    return IntStream.range(0, x.length)
        .mapToObj(i -> shape(i, x[i]))
        .map(s -> s)
        .collect(Collectors.toList())
        .get(0)
        .area();
  }
}
